//! The lines of a remittance.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance;
use kernel::{AccountNo, Fen, RemittanceId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, amount, summed, text};
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Listing, Number, asked, named};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// A line of a remittance. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RemittanceLine {
    line_no: i64,
    #[schema(value_type = Number)]
    account_no: AccountNo,
    name: String,
    /// 缴存基数.
    #[schema(value_type = i64)]
    base_fen: Fen,
    #[schema(value_type = i64)]
    employer_fen: Fen,
    #[schema(value_type = i64)]
    member_fen: Fen,
}

impl From<remittance::RemittanceLine> for RemittanceLine {
    fn from(row: remittance::RemittanceLine) -> RemittanceLine {
        RemittanceLine {
            line_no: row.line_no,
            account_no: row.account_no,
            name: row.name,
            base_fen: row.base_fen,
            employer_fen: row.employer_fen,
            member_fen: row.member_fen,
        }
    }
}

asked!(LinesAsked: named(fund::lists(), "remittance_lines"), bound ["batch_id"]);

/// The lines of a remittance, by account.
#[utoipa::path(
    get,
    path = "/api/remittances/{id}/lines",
    tag = "remittances",
    params(("id" = String, Path, format = "uuid"), LinesAsked),
    responses((status = 200, body = Listing<RemittanceLine>), ReadOneRefusals)
)]
pub(crate) async fn list_remittance_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
    Asked(query): Asked,
) -> Answer<Json<Listing<RemittanceLine>>> {
    let (app, caller) = (&api.app, &staff.caller);
    Ok(Json(
        remittance::remittance_lines(app, caller, remittance_id, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<RemittanceLine> = ListSheet {
    name: "remittance_lines",
    title: "汇缴职工明细",
    columns: &[
        text("line_no", "序号", 8, |row| row.line_no.to_string()),
        text("account_no", "个人账号", 14, |row| {
            row.account_no.to_string()
        }),
        text("name", "姓名", 12, |row| row.name.clone()),
        summed(amount("base_fen", "缴存基数", |row| Some(row.base_fen))),
        summed(amount("employer_fen", "单位缴存额", |row| {
            Some(row.employer_fen)
        })),
        summed(amount("member_fen", "个人缴存额", |row| {
            Some(row.member_fen)
        })),
    ],
    filters: &[],
};

/// The lines of a remittance, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/remittances/{id}/lines/list.xlsx",
    tag = "remittances",
    params(("id" = String, Path, format = "uuid"), LinesAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_remittance_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(remittance_id): Named<RemittanceId>,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let of = remittance::remittance(&export.app, &staff.caller, remittance_id).await?;
    let words = format!("{}　{} 汇缴", of.employer_name, of.remittance.month);
    let export = export.of(&remittance_id, words);
    export
        .list(&SHEET, asked, move |app, caller, query| {
            Box::pin(remittance::remittance_lines(
                app,
                caller,
                remittance_id,
                query,
            ))
        })
        .await
}
