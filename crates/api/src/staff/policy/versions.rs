//! The versions of one policy parameter as a workbook.

use std::sync::Arc;

use axum::extract::State;
use fund::policy::PARAMETERS;
use platform::policy::{self, ParameterKey};

use super::list::{Onlooker, PolicyItem, PolicyVersion};
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, or_none, sentence, text};
use crate::extract::Named;
use crate::problem::{Answer, ExportRefusals};
use crate::session::Staff;
use crate::workbook::{MEDIA_TYPE, Workbook};

static SHEET: ListSheet<PolicyVersion> = ListSheet {
    name: "policy_versions",
    title: "政策参数各版本",
    columns: &[
        text("effective_from", "生效日期", 12, |row| {
            row.effective_from.to_string()
        }),
        text("state", "状态", 12, |row| row.state.label().to_owned()),
        text("value", "值", 16, |row| row.value.clone()),
        sentence("source_title", "依据文件", |row| {
            format!("{} {}", row.source_title, row.note)
                .trim_end()
                .to_owned()
        }),
        text("source_number", "文号", 24, |row| {
            row.source_number.clone()
        }),
        text("source_date", "文件日期", 12, |row| {
            or_none(row.source_date)
        }),
        text("resolution", "管委会决议", 24, |row| {
            or_none(row.resolution.as_ref().map(|one| one.number.as_str()))
        }),
        sentence("reason", "原因", |row| match &row.withdrawal {
            Some(gone) => format!("{} {}撤回：{}", gone.at.in_china(), gone.by, gone.reason),
            None => row.reason.clone(),
        }),
        text("recorded_at", "登记", 28, |row| {
            format!("{} {}", row.recorded_at.in_china(), row.recorded_by)
        }),
    ],
    filters: &[],
};

/// The versions of a policy parameter as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/policy/{key}/versions.xlsx",
    tag = "policy",
    params(("key" = String, Path), Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_policy_versions(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(key): Named<ParameterKey>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let (export, caller) = (Export::begin(&api, &staff.caller).await?, &staff.caller);
    let (state, mentioned) = policy::show(&export.app, caller, PARAMETERS, &key).await?;
    let mentioned = &mentioned;
    let item = PolicyItem::of(&state, &Onlooker { caller, mentioned })?;
    let words = format!("参数：{}", item.label);
    let of = item.key.to_owned();
    export
        .of(&of, words)
        .whole(&SHEET, asked, item.history)
        .await
}
