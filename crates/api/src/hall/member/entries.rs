//! The entries of a member's own account.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::EntryKind;
use fund::member::hall::{self, OwnEntries, OwnEntry};
use kernel::{Date, Fen, Month, PageRequest, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::extract::Question;
use crate::hall::session::MemberCaller;
use crate::problem::{Answer, ReadRefusals};
use crate::staff::accounts::EntryKindCode;
use crate::wire::{Day, YearMonth};

/// Which entries are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct EntriesAsked {
    /// The `next_cursor` of the page before.
    #[param(inline)]
    cursor: Option<String>,
    /// How many, 1 to 200; 50 unless said.
    #[param(inline)]
    limit: Option<u32>,
}

/// An entry, with how it came to its amount.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberEntry {
    /// Counts from 1 in the account.
    entry_no: i64,
    /// 记账日期.
    #[schema(value_type = Day)]
    posted_on: Date,
    /// The day from which interest runs.
    #[schema(value_type = Day)]
    value_date: Date,
    #[schema(value_type = EntryKindCode)]
    kind: EntryKind,
    kind_label: String,
    /// 汇补缴年月.
    #[schema(value_type = Option<YearMonth>)]
    month: Option<Month>,
    /// 收入; zero of what goes out.
    #[schema(value_type = i64)]
    in_fen: Fen,
    /// 支出, positive; zero of what comes in.
    #[schema(value_type = i64)]
    out_fen: Fen,
    /// 账户余额 afterwards.
    #[schema(value_type = i64)]
    balance_fen: Fen,
    /// Who paid it.
    employer_name: Option<String>,
    /// What it is and how it was computed, in a sentence.
    explanation: String,
}

/// Some entries, the latest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberEntries {
    items: Vec<MemberEntry>,
    /// What to send as `cursor` for those before; null where there are none.
    next_cursor: Option<String>,
}

impl From<OwnEntry> for MemberEntry {
    fn from(entry: OwnEntry) -> MemberEntry {
        let out_fen = entry.out_fen();
        MemberEntry {
            entry_no: entry.entry_no,
            posted_on: entry.posted_on,
            value_date: entry.value_date,
            kind: entry.kind,
            kind_label: entry.kind_label,
            month: entry.month,
            in_fen: entry.amount_fen.max(Fen::ZERO),
            out_fen,
            balance_fen: entry.balance_fen,
            employer_name: entry.employer_name,
            explanation: entry.explanation,
        }
    }
}

impl From<OwnEntries> for MemberEntries {
    fn from(entries: OwnEntries) -> MemberEntries {
        MemberEntries {
            items: entries.items.into_iter().map(MemberEntry::from).collect(),
            next_cursor: entries.next_before.map(|before| before.to_string()),
        }
    }
}

/// The entries of the member's own account, the latest first. Not in the trail.
#[utoipa::path(
    get,
    path = "/api/hall/member/entries",
    tag = "hall",
    security(("hall_session" = [], "csrf" = [])),
    params(EntriesAsked),
    responses((status = 200, body = MemberEntries), ReadRefusals)
)]
pub(crate) async fn list_own_entries(
    State(api): State<Arc<Api>>,
    MemberCaller(caller): MemberCaller,
    Question(EntriesAsked { cursor, limit }): Question<EntriesAsked>,
) -> Answer<Json<MemberEntries>> {
    let page = PageRequest::new(cursor, limit).map_err(at_cursor)?;
    let before = page.after().map(str::parse).transpose();
    let before = before.map_err(|_| at_cursor(PageRequest::bad_cursor()))?;
    let entries = hall::entries(&api.app, &caller, before, page.limit()).await?;
    Ok(Json(entries.into()))
}

/// The refusal of a page's place, by the name that it has here.
fn at_cursor(refusal: Refusal) -> Refusal {
    match refusal.field() {
        Some("after") => refusal.at("cursor"),
        _ => refusal,
    }
}
