//! What happened with an account.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::account;
use fund::timeline::EventKind;
use kernel::AccountNo;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, code_words};
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::staff::timeline::{COLUMNS, TimelineEvent};
use crate::wire::{Listing, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

asked!(TimelineAsked: account::TIMELINE.info().0);

/// What happened with an account, the latest first. What the caller may not read elsewhere isn't there.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/timeline",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), TimelineAsked),
    responses((status = 200, body = Listing<TimelineEvent>), ReadOneRefusals)
)]
pub(crate) async fn list_account_timeline(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    Asked(query): Asked,
) -> Answer<Json<Listing<TimelineEvent>>> {
    Ok(Json(
        account::timeline(&api.app, &staff.caller, account_no, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<TimelineEvent> = ListSheet {
    name: "account_timeline",
    title: "个人账户时间线",
    columns: COLUMNS,
    filters: &[("kind", code_words!(EventKind))],
};

/// What happened with an account, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/accounts/{no}/timeline/list.xlsx",
    tag = "accounts",
    params(("no" = String, Path, description = "个人账号"), TimelineAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_account_timeline(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(account_no): Named<AccountNo>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let words = format!("个人账号：{account_no}");
    export
        .of(&account_no, words)
        .list(&SHEET, asked, move |app, caller, query| {
            Box::pin(account::timeline(app, caller, account_no, query))
        })
        .await
}
