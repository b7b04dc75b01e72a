//! The vouchers of a remittance, one function an accounting event (handbook of 财会字〔1999〕33号).
//!
//! | event | 借 | 贷 |
//! |---|---|---|
//! | the amount is there, all lines in one voucher | 101 专户 what the wire brought; 21901 暂收款 what waited | 201 住房公积金; 21901 what is over |
//! | it is there, the first of several vouchers | the same, the whole amount | 201 the chunk's; 21902 未分摊款 the rest; 21901 what is over |
//! | a further chunk | 21902 | 201 |
//! | some members' money has left, or is frozen | 11902 错缴待追回款 what they lack | 201 |
//! | the posting was wrong | every voucher in red letters | |
//! | and the money is still at the bank | as the first voucher | 21901 暂收款 |
//!
//! The first voucher takes all the money in, 101 for a wire, because that is what the bank's statement
//! says on the day; 21902 holds what the run has still to distribute, and is empty when it ends.
//! A reversal can't leave the bank account short either: red letters undo the posting, 101
//! included, as if it had never been; a second voucher then says what is true, that the employer's
//! money lies at the bank and nobody knows yet for whom (21901). It waits there under the arrival
//! that brought it, to be allocated or returned.

use db::Digest32;
use kernel::{Date, Error, Fen, Month, RemittanceId, Result};
use ledger::voucher::{Reversal, Voucher, VoucherLine};
use ledger::{AccountCode, BookCode, Line, NewVoucher, VoucherKind};

use settlement::recovery::SHORTFALL_ACCOUNT;

use super::model::{PostedChunk, Remittance};

/// 住房公积金: what members have; its subsidiary ledger is the entries.
pub(crate) const MEMBERS: AccountCode = AccountCode::literal("201");
/// 未分摊款: money that a run has still to distribute.
pub(crate) const UNDISTRIBUTED: AccountCode = AccountCode::literal("21902");

/// What one voucher of a run posts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChunkAmounts {
    /// Counts from 1.
    pub(crate) chunk_no: i64,
    /// Members of the chunk.
    pub(crate) people: i64,
    /// What goes to them.
    pub(crate) amount: Fen,
    /// What the run has still to distribute after the chunk.
    pub(crate) rest: Fen,
    /// Over the entries of the chunk.
    pub(crate) digest: Digest32,
}

/// Who pays for what, as summaries say it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Payer<'a> {
    /// 单位名称.
    pub(crate) employer_name: &'a str,
    /// 缴存年月.
    pub(crate) month: Month,
}

/// What the first voucher brings in: debits of what filled the remittance, and credits of what is
/// over.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incoming {
    /// 101 for a wire, 21901 for what waited.
    pub(crate) debits: Vec<Line>,
    /// 21901.
    pub(crate) over: Vec<Line>,
}

/// 汇缴入账: the voucher of a chunk. The first brings the money in, each further one takes it from
/// what is left to distribute.
///
/// # Errors
/// Broken when the remittance was not claimed, or its first voucher brings nothing in.
pub(crate) fn remitted(
    remittance: &Remittance,
    payer: Payer<'_>,
    chunk: &ChunkAmounts,
    incoming: Option<Incoming>,
    business_date: Date,
) -> Result<NewVoucher> {
    let Some(preparer) = &remittance.preparer else {
        let id = remittance.remittance_id;
        return Err(Error::broken(format!(
            "remittance {id} is posted unclaimed"
        )));
    };
    let lines = match (chunk.chunk_no, incoming) {
        (1, Some(Incoming { debits, over })) => {
            let mut lines = debits;
            lines.push(Line::credit(MEMBERS, chunk.amount));
            if chunk.rest.is_positive() {
                lines.push(Line::credit(UNDISTRIBUTED, chunk.rest));
            }
            lines.extend(over);
            lines
        }
        (2.., None) => vec![
            Line::debit(UNDISTRIBUTED, chunk.amount),
            Line::credit(MEMBERS, chunk.amount),
        ],
        (chunk_no, _) => {
            return Err(Error::broken(format!("what brings chunk {chunk_no} in")));
        }
    };
    let part = if remittance.people > chunk.people {
        format!("（第{}批）", chunk.chunk_no)
    } else {
        String::new()
    };
    let summary = format!(
        "{} {}汇缴{}人{part}",
        payer.employer_name, payer.month, chunk.people
    );
    Ok(NewVoucher {
        book: BookCode::Fund,
        business_date,
        kind: VoucherKind::Automatic,
        summary,
        preparer: preparer.clone(),
        authority: remittance.policy_versions.clone(),
        attachments: 1,
        source_kind: "remittance",
        source_id: remittance.remittance_id.to_string(),
        posting_key: posting_key(remittance.remittance_id, chunk.chunk_no),
        run_id: remittance.run_id,
        detail_digest: Some(chunk.digest),
        lines,
    })
}

/// What the voucher of a chunk is posted under, once.
pub(crate) fn posting_key(remittance_id: RemittanceId, chunk_no: i64) -> String {
    format!("remittance:{remittance_id}:{chunk_no}")
}

/// 冲销: the red-letter voucher of a chunk.
pub(crate) fn taken_back(
    remittance: &Remittance,
    chunk: &PostedChunk,
    digest: Digest32,
    why: &Why<'_>,
) -> Reversal {
    Reversal {
        voucher_id: chunk.voucher_id,
        business_date: why.business_date,
        reason: why.reason.to_owned(),
        preparer: why.preparer.to_owned(),
        authority: remittance.policy_versions.clone(),
        posting_key: format!(
            "{}:reversed",
            posting_key(remittance.remittance_id, chunk.chunk_no)
        ),
        run_id: remittance.run_id,
        detail_digest: Some(digest),
    }
}

/// 冲销转暂收: the voucher that says what is true after the red letters: all that the first voucher
/// brought in is still there, and what went to the members waits.
pub(crate) fn put_back(
    remittance: &Remittance,
    first: &Voucher,
    waiting: Vec<Line>,
    why: &Why<'_>,
) -> NewVoucher {
    let brought_in = |line: &&VoucherLine| ![MEMBERS, UNDISTRIBUTED].contains(&line.account);
    let brought_in = first.lines.iter().filter(brought_in).map(|line| Line {
        account: line.account,
        debit: line.debit,
        credit: line.credit,
        memo: line.memo.clone(),
    });
    NewVoucher {
        book: BookCode::Fund,
        business_date: why.business_date,
        kind: VoucherKind::Automatic,
        summary: format!("冲销{}汇缴转入暂收：{}", remittance.month, why.reason),
        preparer: why.preparer.to_owned(),
        authority: "财会字〔1999〕33号 其他应付款".to_owned(),
        attachments: 0,
        source_kind: "remittance",
        source_id: remittance.remittance_id.to_string(),
        posting_key: put_back_key(remittance.remittance_id),
        run_id: remittance.run_id,
        detail_digest: None,
        lines: brought_in.chain(waiting).collect(),
    }
}

/// 错缴垫付: the voucher that brings accounts up to what the red letters are about to take from them.
pub(crate) fn advanced(
    remittance: &Remittance,
    people: usize,
    amount: Fen,
    digest: Digest32,
    why: &Why<'_>,
) -> NewVoucher {
    NewVoucher {
        book: BookCode::Fund,
        business_date: why.business_date,
        kind: VoucherKind::Automatic,
        summary: format!(
            "冲销{}汇缴，{people}人余额不足计入错缴待追回款：{}",
            remittance.month, why.reason
        ),
        preparer: why.preparer.to_owned(),
        authority: "财会字〔1999〕33号 其他应收款".to_owned(),
        attachments: 0,
        source_kind: "remittance",
        source_id: remittance.remittance_id.to_string(),
        posting_key: advance_key(remittance.remittance_id),
        run_id: remittance.run_id,
        detail_digest: Some(digest),
        lines: vec![
            Line::debit(SHORTFALL_ACCOUNT, amount),
            Line::credit(MEMBERS, amount),
        ],
    }
}

/// The key of the voucher that [`advanced`] makes.
pub(crate) fn advance_key(remittance_id: RemittanceId) -> String {
    format!("remittance:{remittance_id}:advance")
}

/// The key of the voucher that [`put_back`] makes.
pub(crate) fn put_back_key(remittance_id: RemittanceId) -> String {
    format!("remittance:{remittance_id}:put-back")
}

/// A reversal's circumstances.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Why<'a> {
    /// 记账日期.
    pub(crate) business_date: Date,
    /// The reason a person gave.
    pub(crate) reason: &'a str,
    /// 制单.
    pub(crate) preparer: &'a str,
}
