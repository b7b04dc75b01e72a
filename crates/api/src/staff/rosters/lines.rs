//! The lines of a roster.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::roster::{self, Change, Finding, LineView};
use kernel::{AccountNo, Fen, Month, Rate, RosterId};
use serde::Serialize;
use utoipa::ToSchema;

use super::RosterChangeCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, amount, code_words, or_none, sentence, summed, text,
};
use crate::extract::{Asked, Named};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Listing, Number, YearMonth, asked, named};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// A line of a roster. What is personal is masked; amounts are null where the row doesn't allow to
/// tell.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RosterLine {
    line_no: i64,
    /// The row in the file, as the spreadsheet program numbers it.
    sheet_row: i64,
    name: String,
    id_number: String,
    #[schema(value_type = Option<Number>)]
    account_no: Option<AccountNo>,
    #[schema(value_type = RosterChangeCode)]
    change: Change,
    #[schema(value_type = Option<i64>)]
    base_fen: Option<Fen>,
    #[schema(value_type = Option<i64>)]
    employer_rate_ppb: Option<Rate>,
    #[schema(value_type = Option<i64>)]
    member_rate_ppb: Option<Rate>,
    #[schema(value_type = Option<i64>)]
    employer_fen: Option<Fen>,
    #[schema(value_type = Option<i64>)]
    member_fen: Option<Fen>,
    /// 起缴年月, of a line by which the employer begins to contribute.
    #[schema(value_type = Option<YearMonth>)]
    first_month: Option<Month>,
    /// Everything wrong with it.
    findings: Vec<RosterFinding>,
}

/// One thing wrong with a line.
#[derive(Debug, Serialize, ToSchema)]
struct RosterFinding {
    code: String,
    /// The title of the column.
    column: String,
    /// What would be right.
    sentence: String,
}

impl From<Finding> for RosterFinding {
    fn from(
        Finding {
            code,
            column,
            sentence,
        }: Finding,
    ) -> RosterFinding {
        RosterFinding {
            code,
            column,
            sentence,
        }
    }
}

impl From<LineView> for RosterLine {
    fn from(line: LineView) -> RosterLine {
        RosterLine {
            line_no: line.line_no,
            sheet_row: line.sheet_row,
            name: line.name,
            id_number: line.id_number,
            account_no: line.account_no,
            change: line.change,
            base_fen: line.base_fen,
            employer_rate_ppb: line.employer_rate,
            member_rate_ppb: line.member_rate,
            employer_fen: line.employer_fen,
            member_fen: line.member_fen,
            first_month: line.first_month,
            findings: line.findings.into_iter().map(Into::into).collect(),
        }
    }
}

asked!(LinesAsked: named(fund::lists(), "roster_lines"), bound ["roster_id"]);

/// The lines of a roster.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/lines",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), LinesAsked),
    responses((status = 200, body = Listing<RosterLine>), ReadOneRefusals)
)]
pub(crate) async fn list_roster_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(roster_id): Named<RosterId>,
    Asked(query): Asked,
) -> Answer<Json<Listing<RosterLine>>> {
    Ok(Json(
        roster::lines(&api.app, &staff.caller, roster_id, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<RosterLine> = ListSheet {
    name: "roster_lines",
    title: "清册明细",
    columns: &[
        text("sheet_row", "行", 8, |row| row.sheet_row.to_string()),
        text("name", "姓名", 12, |row| row.name.clone()),
        text("id_number", "证件号码", 22, |row| row.id_number.clone()),
        text("change", "变动", 12, |row| row.change.label().to_owned()),
        text("account_no", "个人账号", 14, |row| {
            or_none(row.account_no)
        }),
        summed(amount("base_fen", "缴存基数", |row| row.base_fen)),
        text("rates", "比例（单位 / 个人）", 20, |row| {
            let rates = row.employer_rate_ppb.zip(row.member_rate_ppb);
            rates.map_or_else(String::new, |(employer, member)| {
                format!("{employer} / {member}")
            })
        }),
        summed(amount("employer_fen", "单位缴存额", |row| {
            row.employer_fen
        })),
        summed(amount("member_fen", "个人缴存额", |row| {
            row.member_fen
        })),
        text("first_month", "起缴年月", 12, |row| {
            or_none(row.first_month)
        }),
        sentence("findings", "问题", |row| {
            let findings = row.findings.iter();
            let said = findings.map(|one| format!("{}：{}", one.column, one.sentence));
            said.collect::<Vec<_>>().join("\n")
        }),
    ],
    filters: &[("change", code_words!(Change))],
};

/// The lines of a roster that the filters select, masked as the list shows them, as an `.xlsx` file
/// that doesn't import back. Audited.
#[utoipa::path(
    get,
    path = "/api/rosters/{id}/lines/list.xlsx",
    tag = "rosters",
    params(("id" = String, Path, format = "uuid"), LinesAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_roster_line_list(
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
            Box::pin(roster::lines(app, caller, roster_id, query))
        })
        .await
}
