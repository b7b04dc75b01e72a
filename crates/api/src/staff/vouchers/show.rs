//! One voucher.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Fen, Instant, RunId, VoucherId};
use ledger::voucher;
use serde::Serialize;
use settlement::books;
use utoipa::ToSchema;

use super::list::VoucherSummary;
use super::number;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Id, Moment};

/// 凭证.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Voucher {
    #[serde(flatten)]
    summary: VoucherSummary,
    lines: Vec<VoucherLine>,
    /// 附件单据数.
    attachments: i64,
    /// 金额大写.
    amount_in_words: String,
    /// The chain's hash at its place; null while it waits for the bookkeeper.
    hash: Option<String>,
    /// On whose authority it was posted.
    authority: String,
    /// The run of a bulk posting that it is a chunk of.
    #[schema(value_type = Option<Id>)]
    run_id: Option<RunId>,
    /// 汇总凭证 of that run: the turnover of each account over all its vouchers.
    run_lines: Vec<RunLine>,
    #[schema(value_type = Moment)]
    recorded_at: Instant,
}

/// 分录.
#[derive(Debug, Serialize, ToSchema)]
struct VoucherLine {
    line_no: i64,
    account_code: String,
    account_name: String,
    #[schema(value_type = i64)]
    debit_fen: Fen,
    #[schema(value_type = i64)]
    credit_fen: Fen,
    memo: String,
}

/// A line of a summary voucher.
#[derive(Debug, Serialize, ToSchema)]
struct RunLine {
    account_code: String,
    account_name: String,
    #[schema(value_type = i64)]
    debit_fen: Fen,
    #[schema(value_type = i64)]
    credit_fen: Fen,
}

impl From<voucher::VoucherLine> for VoucherLine {
    fn from(line: voucher::VoucherLine) -> VoucherLine {
        VoucherLine {
            line_no: line.line_no,
            account_code: line.account.to_string(),
            account_name: line.account_name,
            debit_fen: line.debit,
            credit_fen: line.credit,
            memo: line.memo,
        }
    }
}

impl From<voucher::RunLine> for RunLine {
    fn from(line: voucher::RunLine) -> RunLine {
        RunLine {
            account_code: line.account.to_string(),
            account_name: line.account_name,
            debit_fen: line.debit,
            credit_fen: line.credit,
        }
    }
}

impl Voucher {
    fn new(voucher: voucher::Voucher, run: Vec<voucher::RunLine>) -> Voucher {
        let voucher::Voucher { head, lines } = voucher;
        Voucher {
            attachments: head.attachments,
            amount_in_words: head.total.uppercase(),
            hash: head.hash.map(|hash| hash.hex()),
            authority: head.authority,
            run_id: head.run_id,
            run_lines: run.into_iter().map(RunLine::from).collect(),
            recorded_at: head.recorded_at,
            lines: lines.into_iter().map(VoucherLine::from).collect(),
            summary: VoucherSummary {
                voucher_id: head.voucher_id,
                book: head.book,
                number: number(head.month, head.number),
                business_date: head.business_date,
                kind: head.kind,
                summary: head.summary,
                debit_fen: head.total,
                source_kind: head.source_kind,
                source_id: head.source_id,
                preparer: head.preparer,
                reverses: head.reverses,
                reversed_by: head.reversed_by,
            },
        }
    }
}

/// One voucher with its lines.
#[utoipa::path(
    get,
    path = "/api/vouchers/{id}",
    tag = "vouchers",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Voucher), ReadOneRefusals)
)]
pub(crate) async fn show_voucher(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(voucher_id): Named<VoucherId>,
) -> Answer<Json<Voucher>> {
    let (voucher, run) = books::voucher(&api.app, &staff.caller, voucher_id).await?;
    Ok(Json(Voucher::new(voucher, run)))
}
