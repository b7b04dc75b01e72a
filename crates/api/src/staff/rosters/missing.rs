//! Who doesn't stand in a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster;
use kernel::{AccountNo, Fen, PageRequest, RosterId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, amount, summed, text};
use crate::extract::{Named, Question};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Listing, Number};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// Which page of the members is asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MissingAsked {
    /// 每页行数.
    #[param(minimum = 1, maximum = 200)]
    pub(crate) limit: Option<u32>,
    /// 上一页的 next.
    pub(crate) after: Option<String>,
}

/// A contributing member of the employer who doesn't stand in the roster. What is personal is
/// masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MissingMember {
    /// 个人账号.
    #[schema(value_type = Number)]
    account_no: AccountNo,
    name: String,
    id_number: String,
    /// 缴存基数.
    #[schema(value_type = i64)]
    base_fen: Fen,
    /// 月缴存额, both sides.
    #[schema(value_type = i64)]
    monthly_fen: Fen,
}

impl From<roster::MissingMember> for MissingMember {
    fn from(row: roster::MissingMember) -> MissingMember {
        MissingMember {
            account_no: row.account_no,
            name: row.name,
            id_number: row.id_number,
            base_fen: row.base_fen,
            monthly_fen: row.monthly_fen,
        }
    }
}

/// The employer's contributing members who don't stand in the roster, by account number.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/missing-members",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), MissingAsked),
    responses((status = 200, body = Listing<MissingMember>), ReadOneRefusals)
)]
pub(crate) async fn list_missing_members(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Question(asked): Question<MissingAsked>,
) -> Answer<Json<Listing<MissingMember>>> {
    let page = PageRequest::new(asked.after, asked.limit)?;
    Ok(Json(
        roster::missing(&api.app, &staff.caller, roster_id, &page)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<MissingMember> = ListSheet {
    name: "missing_members",
    title: "未列入清册的职工",
    columns: &[
        text("account_no", "个人账号", 14, |row| {
            row.account_no.to_string()
        }),
        text("name", "姓名", 12, |row| row.name.clone()),
        text("id_number", "证件号码", 22, |row| row.id_number.clone()),
        summed(amount("base_fen", "缴存基数", |row| Some(row.base_fen))),
        summed(amount("monthly_fen", "月缴存额", |row| {
            Some(row.monthly_fen)
        })),
    ],
    filters: &[],
};

/// The employer's contributing members who don't stand in the roster, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/missing-members/list.xlsx",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_missing_members(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let words = super::in_words(&export.app, &staff.caller, roster_id).await?;
    let export = export.of(&roster_id, words);
    export
        .list(&SHEET, asked, move |app, caller, query| {
            let after = query.after.clone();
            Box::pin(async move {
                let page = PageRequest::new(after, Some(kernel::page::MAX_LIMIT))?;
                roster::missing(app, caller, roster_id, &page).await
            })
        })
        .await
}
