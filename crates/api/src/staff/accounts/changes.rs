//! What became of an account apart from its money.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account::{self, AccountStatus, Change, ChangeKind};
use kernel::{AccountNo, EmployerId, Fen, Instant, Month, Rate, RosterId};
use serde::Serialize;
use utoipa::ToSchema;

use super::{AccountChangeKindCode, AccountStatusCode};
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, amount, or_none, text};
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Id, Items, Moment, YearMonth};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 个人账户变更, with what stands after it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountChange {
    /// Counts from 1 in the account.
    change_no: i64,
    #[schema(value_type = AccountChangeKindCode)]
    kind: ChangeKind,
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位名称.
    employer_name: String,
    #[schema(value_type = AccountStatusCode)]
    status: AccountStatus,
    /// 起缴年月.
    #[schema(value_type = YearMonth)]
    first_month: Month,
    /// 封存年月 of a sealed account.
    #[schema(value_type = Option<YearMonth>)]
    sealed_from: Option<Month>,
    /// 缴存基数.
    #[schema(value_type = i64)]
    base_fen: Fen,
    /// 单位缴存比例, in 10⁻⁹.
    #[schema(value_type = i64)]
    employer_rate_ppb: Rate,
    /// 个人缴存比例, in 10⁻⁹.
    #[schema(value_type = i64)]
    member_rate_ppb: Rate,
    /// 单位月缴存额.
    #[schema(value_type = i64)]
    employer_monthly_fen: Fen,
    /// 个人月缴存额.
    #[schema(value_type = i64)]
    member_monthly_fen: Fen,
    #[schema(value_type = Moment)]
    made_at: Instant,
    /// By whom.
    made_by_name: String,
    /// The roster that it came of.
    #[schema(value_type = Option<Id>)]
    roster_id: Option<RosterId>,
}

impl From<Change> for AccountChange {
    fn from(row: Change) -> AccountChange {
        AccountChange {
            change_no: row.change_no,
            kind: row.kind,
            employer_id: row.employer_id,
            employer_name: row.employer_name,
            status: row.status,
            first_month: row.first_month,
            sealed_from: row.sealed_from,
            base_fen: row.base_fen,
            employer_rate_ppb: row.employer_rate,
            member_rate_ppb: row.member_rate,
            employer_monthly_fen: row.employer_monthly_fen,
            member_monthly_fen: row.member_monthly_fen,
            made_at: row.made_at,
            made_by_name: row.made_by_name,
            roster_id: row.roster_id,
        }
    }
}

/// What became of an account apart from its money, the latest first.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/changes",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号")),
    responses((status = 200, body = Items<AccountChange>), ReadOneRefusals)
)]
pub(crate) async fn list_account_changes(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
) -> Answer<Json<Items<AccountChange>>> {
    Ok(Json(Items::of(
        account::changes(&api.app, &staff.caller, account_no).await?,
    )))
}

static SHEET: ListSheet<AccountChange> = ListSheet {
    name: "account_changes",
    title: "个人账户变更",
    columns: &[
        text("made_at", "时间", 20, |row| row.made_at.in_china()),
        text("kind", "变更", 12, |row| row.kind.label().to_owned()),
        text("employer_name", "缴存单位", 36, |row| {
            row.employer_name.clone()
        }),
        text("status", "账户状态", 10, |row| {
            row.status.label().to_owned()
        }),
        text("first_month", "起缴年月", 10, |row| {
            row.first_month.to_string()
        }),
        text("sealed_from", "封存年月", 10, |row| {
            or_none(row.sealed_from)
        }),
        amount("base_fen", "缴存基数", |row| Some(row.base_fen)),
        text("rates", "比例（单位 / 个人）", 20, |row| {
            format!("{} / {}", row.employer_rate_ppb, row.member_rate_ppb)
        }),
        amount("employer_monthly_fen", "单位月缴存额", |row| {
            Some(row.employer_monthly_fen)
        }),
        amount("member_monthly_fen", "个人月缴存额", |row| {
            Some(row.member_monthly_fen)
        }),
        text("made_by_name", "经办", 12, |row| row.made_by_name.clone()),
    ],
    filters: &[],
};

/// What became of an account apart from its money, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/changes/list.xlsx",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_account_changes(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = account::changes(&export.app, &staff.caller, account_no).await?;
    let rows = rows.into_iter().map(AccountChange::from).collect();
    let words = format!("个人账号：{account_no}");
    export
        .of(&account_no, words)
        .whole(&SHEET, asked, rows)
        .await
}
