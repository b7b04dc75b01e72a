//! Posting a voucher, and taking one back.

use std::collections::BTreeSet;

use db::WriteTx;
use kernel::{Clock, Date, Error, Fen, Month, Refusal, Result, VoucherId};

use super::model::{Line, NewVoucher, Reversal, VoucherHead, VoucherKind};
use super::rule::{self, Ink};
use super::store::{self, LineRow, VoucherRow};
use crate::book::BookCode;
use crate::chart::{self, AccountCode};
use crate::period;

/// Posts a voucher; see the module header for what it locks and writes.
///
/// # Errors
/// Refused as `voucher_empty`, `voucher_too_long`, `voucher_line_one_sided`,
/// `voucher_line_negative`, `voucher_unbalanced`, `amount_overflow`, `voucher_text_invalid`,
/// `voucher_attachments_invalid`, `period_closed`, `period_before_book`, `book_not_open`,
/// `account_unknown`, `account_is_summary`, `voucher_posted_twice`.
/// Broken when the kind is opening or reversal, which have their own use cases.
pub async fn post(tx: &mut WriteTx, clock: &Clock, voucher: NewVoucher) -> Result<VoucherId> {
    if !matches!(voucher.kind, VoucherKind::Automatic | VoucherKind::Manual) {
        let kind = voucher.kind;
        return Err(Error::broken(format!(
            "a voucher of kind {kind} was posted as an ordinary one"
        )));
    }
    let month = Month::of(voucher.business_date);
    write(tx, clock, month, voucher, None).await
}

/// Writes the voucher of the opening balances. Its date lies before the book's first month, whose
/// opening balances it makes: so it is that month which must be open.
pub(crate) async fn post_opening(
    tx: &mut WriteTx,
    clock: &Clock,
    first_month: Month,
    voucher: NewVoucher,
) -> Result<VoucherId> {
    write(tx, clock, first_month, voucher, None).await
}

/// Takes back a voucher in red letters (红字冲销): the same accounts on the same sides with the
/// opposite sign, linked to it.
///
/// Red letters rather than swapped sides, because turnover has to come right as well as balances:
/// a remittance booked by mistake and taken back leaves the month's 借方发生额 and 贷方发生额 as if
/// it had never been, which is what the statements and 归集额 are made from.
///
/// # Errors
/// Refused as `voucher_unknown`, `voucher_is_reversal` (post what is right instead),
/// `voucher_is_opening` (correct it by a manual voucher), `voucher_reversed_already`,
/// `reversal_before_voucher`, `reversal_reason_missing`, and as [`post`] is.
pub async fn reverse(tx: &mut WriteTx, clock: &Clock, reversal: Reversal) -> Result<VoucherId> {
    let original = super::get(tx, reversal.voucher_id).await?;
    let head = &original.head;
    check_reversible(head.kind, head.business_date, &reversal)?;
    if head.reversed_by.is_some() {
        return Err(reversed_already().into());
    }
    let mut lines = Vec::with_capacity(original.lines.len());
    for line in &original.lines {
        lines.push(Line {
            account: line.account,
            debit: opposite(line.debit)?,
            credit: opposite(line.credit)?,
            memo: line.memo.clone(),
        });
    }
    let number = match (head.month, head.number) {
        (Some(month), Some(number)) => super::number_label(month, number),
        _ => format!("{}未编号凭证", head.business_date),
    };
    let summary = format!("冲销{number}：{}", reversal.reason.trim());
    let voucher = NewVoucher {
        book: head.book,
        business_date: reversal.business_date,
        kind: VoucherKind::Reversal,
        summary: summary.chars().take(rule::MAX_TEXT_CHARS).collect(),
        preparer: reversal.preparer,
        authority: reversal.authority,
        attachments: 0,
        source_kind: "",
        source_id: String::new(),
        posting_key: reversal.posting_key,
        run_id: reversal.run_id,
        detail_digest: reversal.detail_digest,
        lines,
    };
    let month = Month::of(reversal.business_date);
    write(tx, clock, month, voucher, Some(head)).await
}

fn check_reversible(
    kind: VoucherKind,
    business_date: Date,
    reversal: &Reversal,
) -> std::result::Result<(), Refusal> {
    match kind {
        VoucherKind::Reversal => {
            let sentence = "冲销凭证不能再冲销，请重新记账";
            return Err(Refusal::conflict("voucher_is_reversal", sentence));
        }
        VoucherKind::Opening => {
            let sentence = "期初余额凭证不能冲销，请用手工凭证调整";
            return Err(Refusal::conflict("voucher_is_opening", sentence));
        }
        VoucherKind::Automatic | VoucherKind::Manual => {}
    }
    if reversal.business_date < business_date {
        let sentence = format!("冲销日期不能早于原凭证的{business_date}");
        return Err(Refusal::invalid("reversal_before_voucher", sentence).at("business_date"));
    }
    if reversal.reason.trim().is_empty() {
        let sentence = "请填写冲销原因";
        return Err(Refusal::invalid("reversal_reason_missing", sentence).at("reason"));
    }
    Ok(())
}

fn opposite(amount: Fen) -> Result<Fen> {
    amount
        .checked_neg()
        .ok_or_else(|| Error::broken("a posted amount has no opposite"))
}

/// `month` is the period that must take it. A reversal belongs to the business of the voucher that
/// it takes back.
async fn write(
    tx: &mut WriteTx,
    clock: &Clock,
    month: Month,
    voucher: NewVoucher,
    reverses: Option<&VoucherHead>,
) -> Result<VoucherId> {
    let ink = if reverses.is_some() {
        Ink::Red
    } else {
        Ink::Black
    };
    let total_fen = rule::total(&voucher.lines, ink)?;
    rule::check_texts(&voucher.summary, &voucher.lines, voucher.attachments)?;
    let (book, business_date) = (voucher.book, voucher.business_date);
    period::keep_open_in(tx, clock, book, month).await?;
    check_accounts(tx, book, &voucher.lines).await?;

    let (voucher_id, recorded_at) = (VoucherId::new(clock), clock.now());
    let posting_key = voucher.posting_key.clone();
    let (source_kind, source_id) = match reverses {
        Some(original) => (original.source_kind.clone(), original.source_id.clone()),
        None => (voucher.source_kind.to_owned(), voucher.source_id),
    };
    let row = VoucherRow {
        voucher_id,
        book,
        business_date,
        kind: voucher.kind,
        summary: voucher.summary,
        preparer: voucher.preparer,
        authority: voucher.authority,
        attachments: voucher.attachments,
        source_kind,
        source_id,
        posting_key: voucher.posting_key,
        run_id: voucher.run_id,
        detail_digest: voucher.detail_digest,
        reverses: reverses.map(|original| original.voucher_id),
        total_fen,
        line_count: i64::try_from(voucher.lines.len()).expect("a voucher has at most MAX_LINES"),
        recorded_at,
    };
    if tx.execute(&store::INSERT_VOUCHER, row).await? == 0 {
        return Err(why_not_inserted(tx, posting_key).await?.into());
    }
    let rows = (1..).zip(voucher.lines).map(|(line_no, line)| LineRow {
        voucher_id,
        line_no,
        book,
        account: line.account,
        business_date,
        debit_fen: line.debit,
        credit_fen: line.credit,
        memo: line.memo,
    });
    tx.insert_many(&store::LINES, rows).await?;
    tx.execute_one(&store::INSERT_TAIL, (book, voucher_id, recorded_at))
        .await?;
    Ok(voucher_id)
}

/// Every account exists and is a leaf. Asked four at a time: most vouchers have no more.
async fn check_accounts(tx: &mut WriteTx, book: BookCode, lines: &[Line]) -> Result<()> {
    let distinct: BTreeSet<AccountCode> = lines.iter().map(|line| line.account).collect();
    let distinct: Vec<AccountCode> = distinct.into_iter().collect();
    for four in distinct.chunks(4) {
        let nth = |n: usize| four[n.min(four.len() - 1)];
        let values = (book, nth(0), nth(1), nth(2), nth(3));
        let found = tx.all(&chart::FOUR_ACCOUNTS, values).await?;
        for code in four {
            let Some((_, is_summary)) = found.iter().find(|(found, _)| found == code) else {
                return Err(chart::unknown(*code).into());
            };
            if *is_summary {
                let sentence = format!("科目{code}是汇总科目，请记入其明细科目");
                return Err(Refusal::invalid("account_is_summary", sentence).into());
            }
        }
    }
    Ok(())
}

/// Two keys are unique: the posting's and the reversed voucher's.
async fn why_not_inserted(tx: &mut WriteTx, posting_key: String) -> Result<Refusal> {
    Ok(
        match tx.optional(&store::VOUCHER_OF_KEY, (posting_key,)).await? {
            Some((_,)) => {
                Refusal::conflict("voucher_posted_twice", "该笔业务已经记账，不能重复记账")
            }
            None => reversed_already(),
        },
    )
}

fn reversed_already() -> Refusal {
    Refusal::conflict("voucher_reversed_already", "该凭证已经冲销，不能再次冲销")
}
