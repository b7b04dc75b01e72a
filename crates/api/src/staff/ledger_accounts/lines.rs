//! The detail of a ledger account.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Date, Fen, Month, PageRequest, VoucherId};
use ledger::balance::{Detail, DetailLine, MAX_DETAIL_LINES};
use ledger::{AccountCode, BookCode};
use serde::{Deserialize, Serialize};
use settlement::books;
use utoipa::{IntoParams, ToSchema};

use crate::Api;
use crate::export::{Export, ExportAsked, ListSheet, amount, summed, text};
use crate::extract::{Named, Question};
use crate::problem::{Answer, ExportRefusals, ReadOneRefusals};
use crate::session::Staff;
use crate::staff::balances::BookExportAsked;
use crate::staff::vouchers::{LedgerBookCode, number};
use crate::wire::{Day, Id, RowCount, YearMonth};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// What is asked of an account's detail.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DetailAsked {
    /// 账套, `fund` unless said.
    #[param(value_type = Option<LedgerBookCode>)]
    book: Option<BookCode>,
    /// 会计期间, the present month unless said.
    #[param(value_type = Option<YearMonth>)]
    month: Option<Month>,
    /// 每页行数.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// 上一页的 next.
    after: Option<String>,
}

/// 明细账: a page of the lines of an account, with its balances over the month.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerLines {
    items: Vec<LedgerLine>,
    /// What to send as `after` for the next page; null on the last.
    next: Option<String>,
    /// Lines are counted only as far as they are shown.
    count: RowCount,
    /// 期初余额, on the account's side.
    #[schema(value_type = i64)]
    opening_fen: Fen,
    /// 借方发生额 of the month.
    #[schema(value_type = i64)]
    debit_fen: Fen,
    /// 贷方发生额 of the month.
    #[schema(value_type = i64)]
    credit_fen: Fen,
    /// 期末余额, on the account's side.
    #[schema(value_type = i64)]
    closing_fen: Fen,
}

/// A line with the balance after it.
#[derive(Debug, Serialize, ToSchema)]
struct LedgerLine {
    #[schema(value_type = Day)]
    business_date: Date,
    /// 凭证号; null while the voucher waits for it.
    number: Option<String>,
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
    /// The leaf, when the detail is of a summary account.
    account_code: String,
    /// 摘要.
    summary: String,
    memo: String,
    #[schema(value_type = i64)]
    debit_fen: Fen,
    #[schema(value_type = i64)]
    credit_fen: Fen,
    /// 余额, on the account's side.
    #[schema(value_type = i64)]
    balance_fen: Fen,
}

impl From<DetailLine> for LedgerLine {
    fn from(line: DetailLine) -> LedgerLine {
        LedgerLine {
            business_date: line.business_date,
            number: number(Some(line.business_date.month()), line.number),
            voucher_id: line.voucher_id,
            account_code: line.account.to_string(),
            summary: line.summary,
            memo: line.memo,
            debit_fen: line.debit,
            credit_fen: line.credit,
            balance_fen: line.balance,
        }
    }
}

impl LedgerLines {
    fn new(detail: Detail, first_page: bool) -> LedgerLines {
        let all = first_page && detail.next.is_none();
        LedgerLines {
            count: RowCount::shown(detail.lines.len(), all),
            items: detail.lines.into_iter().map(LedgerLine::from).collect(),
            next: detail.next,
            opening_fen: detail.opening,
            debit_fen: detail.debit,
            credit_fen: detail.credit,
            closing_fen: detail.closing,
        }
    }
}

/// The lines of an account and of all below it in a month, with the running balance.
#[utoipa::path(
    get,
    path = "/api/ledger-accounts/{code}/lines",
    tag = "ledger",
    params(("code" = String, Path, description = "科目编号"), DetailAsked),
    responses((status = 200, body = LedgerLines), ReadOneRefusals)
)]
pub(crate) async fn list_ledger_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(code): Named<AccountCode>,
    Question(asked): Question<DetailAsked>,
) -> Answer<Json<LedgerLines>> {
    let page = PageRequest::new(asked.after, asked.limit)?;
    let book = asked.book.unwrap_or(BookCode::Fund);
    let month = asked.month.unwrap_or_else(|| api.app.clock.today().month());
    let (months, after, limit) = ((month, month), page.after(), page.limit());
    let (app, caller) = (&api.app, &staff.caller);
    let detail = books::account_detail(app, caller, book, code, months, after, limit).await?;
    Ok(Json(LedgerLines::new(detail, after.is_none())))
}

static SHEET: ListSheet<LedgerLine> = ListSheet {
    name: "ledger_lines",
    title: "明细账",
    columns: &[
        text("business_date", "记账日期", 12, |row| {
            row.business_date.to_string()
        }),
        text("number", "凭证号", 16, |row| {
            row.number.clone().unwrap_or_else(|| "待编号".to_owned())
        }),
        text("summary", "摘要", 44, |row| row.summary.clone()),
        summed(amount("debit_fen", "借方", |row| Some(row.debit_fen))),
        summed(amount("credit_fen", "贷方", |row| Some(row.credit_fen))),
        amount("balance_fen", "余额", |row| Some(row.balance_fen)),
    ],
    filters: &[],
};

/// The lines of an account and of all below it in a month, as an `.xlsx` file with the balances
/// over the month at its head. Audited.
#[utoipa::path(
    get,
    path = "/api/ledger-accounts/{code}/lines/list.xlsx",
    tag = "ledger",
    params(("code" = String, Path, description = "科目编号"), BookExportAsked),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_ledger_lines(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(code): Named<AccountCode>,
    Question(asked): Question<BookExportAsked>,
) -> Answer<Workbook> {
    let (book, month) = (asked.book(), asked.month(&api.app.clock));
    let months = (month, month);
    let export = Export::begin(&api, &staff.caller).await?;
    let (app, caller) = (&export.app, &staff.caller);
    let head = books::account_detail(app, caller, book, code, months, None, 1).await?;
    let words = format!(
        "科目：{code} {}　{month}　期初余额 {}　期末余额 {}",
        head.account.name,
        head.opening.accounted(),
        head.closing.accounted()
    );
    let asked = ExportAsked::of(asked.columns, &[("month", month.to_string())]);
    let export = export.of(&code, words);
    export
        .list(&SHEET, asked, move |app, caller, query| {
            let after = query.after.clone();
            Box::pin(async move {
                let (after, limit) = (after.as_deref(), MAX_DETAIL_LINES);
                books::account_detail(app, caller, book, code, months, after, limit)
                    .await
                    .map(|detail| db::Listing {
                        items: detail.lines,
                        next: detail.next,
                        count: db::Count::Exact(0),
                    })
            })
        })
        .await
}
