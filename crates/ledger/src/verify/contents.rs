//! What a voucher says in itself, line by line.

use std::collections::BTreeMap;

use db::ReadTx;
use kernel::{Month, Result, VoucherId};

use super::frame::Frame;
use super::{Report, store};
use crate::chart::AccountCode;
use crate::period::PeriodStatus;
use crate::seal::{self, ContentRow};
use crate::voucher::VoucherKind;

/// Sums of debits and credits; wide enough for any amounts whatever.
pub(super) type Sums = BTreeMap<(Month, AccountCode), (i128, i128)>;

/// Looks at vouchers whose rows come voucher by voucher, and adds their lines up.
pub(super) struct Examiner<'a> {
    frame: &'a Frame,
    report: &'a mut Report,
    sums: &'a mut Sums,
    current: Option<Current>,
}

/// The voucher under examination.
struct Current {
    voucher_id: VoucherId,
    total: i128,
    line_count: i64,
    lines: i64,
    debit: i128,
    credit: i128,
    strays: bool,
}

impl<'a> Examiner<'a> {
    pub(super) fn new(frame: &'a Frame, report: &'a mut Report, sums: &'a mut Sums) -> Self {
        Examiner {
            frame,
            report,
            sums,
            current: None,
        }
    }

    /// Takes the next row.
    pub(super) fn examine(&mut self, row: &ContentRow) {
        if self.current.as_ref().map(|current| current.voucher_id) != Some(row.voucher_id) {
            self.finish();
            self.head(row);
            self.current = Some(Current {
                voucher_id: row.voucher_id,
                total: row.total_fen.get().into(),
                line_count: row.line_count,
                lines: 0,
                debit: 0,
                credit: 0,
                strays: false,
            });
        }
        self.line(row);
    }

    /// Says what is wrong with the last voucher as a whole.
    pub(super) fn finish(&mut self) {
        let Some(done) = self.current.take() else {
            return;
        };
        let id = done.voucher_id;
        if done.debit != done.credit {
            let (debit, credit) = (done.debit, done.credit);
            let sentence = format!("凭证借贷不平：借方{debit}分，贷方{credit}分");
            self.report
                .add("voucher_unbalanced", "voucher", &id, sentence);
        }
        if done.total != done.debit {
            self.report
                .add("voucher_total_wrong", "voucher", &id, "凭证合计与分录不符");
        }
        if done.line_count != done.lines || done.lines == 0 {
            self.report.add(
                "voucher_lines_missing",
                "voucher",
                &id,
                "凭证分录行数与登记不符",
            );
        }
        if done.strays {
            let sentence = "分录的行号、账套或日期与凭证不符";
            self.report
                .add("voucher_line_strays", "voucher_line", &id, sentence);
        }
    }

    fn head(&mut self, row: &ContentRow) {
        if (row.kind == VoucherKind::Reversal) != row.reverses.is_some() {
            let sentence = "冲销凭证没有原凭证，或原凭证记在非冲销凭证上";
            self.report.add(
                "voucher_reversal_wrong",
                "voucher",
                &row.voucher_id,
                sentence,
            );
        }
        if row.book != self.frame.book {
            let sentence = "凭证的账套与凭证链不符";
            self.report
                .add("voucher_book_wrong", "voucher", &row.voucher_id, sentence);
        }
    }

    fn line(&mut self, row: &ContentRow) {
        let (Some(line_no), Some(account), Some(debit), Some(credit)) =
            (row.line_no, row.account, row.debit_fen, row.credit_fen)
        else {
            return;
        };
        let key = || format!("{}/{line_no}", row.voucher_id);
        if debit.is_zero() == credit.is_zero() {
            let sentence = "分录应只有借方或贷方一个金额";
            self.report
                .add("voucher_line_one_sided", "voucher_line", &key(), sentence);
        }
        let red = debit.is_negative() || credit.is_negative();
        if red && row.kind != VoucherKind::Reversal {
            let sentence = "非冲销凭证有负数金额";
            self.report
                .add("voucher_line_negative", "voucher_line", &key(), sentence);
        }
        if self
            .frame
            .accounts
            .get(&account)
            .is_none_or(|account| account.is_summary)
        {
            let sentence = format!("分录记入的科目{account}不存在或是汇总科目");
            self.report
                .add("voucher_line_account", "voucher_line", &key(), sentence);
        }
        let (debit, credit) = (i128::from(debit.get()), i128::from(credit.get()));
        let current = self
            .current
            .as_mut()
            .expect("a line belongs to the voucher just begun");
        current.lines += 1;
        current.debit += debit;
        current.credit += credit;
        current.strays |= line_no != current.lines
            || row.line_book != Some(row.book)
            || row.line_date != Some(row.business_date);
        let sums = self
            .sums
            .entry((Month::of(row.business_date), account))
            .or_default();
        sums.0 += debit;
        sums.1 += credit;
    }
}

/// The vouchers that wait for the bookkeeper: in themselves, and whether their month is open.
pub(super) async fn check_tail(tx: &mut ReadTx, frame: &Frame, report: &mut Report) -> Result<()> {
    let mut sums = Sums::new();
    let mut examiner = Examiner::new(frame, report, &mut sums);
    let each = |row: ContentRow| {
        examiner.examine(&row);
        Ok(())
    };
    tx.for_each(&seal::CONTENTS_OF_TAIL, (frame.book, i64::MAX), each)
        .await?;
    examiner.finish();
    for (voucher_id, date) in tx.all(&store::TAIL_DATES, (frame.book,)).await? {
        let month = Month::of(date);
        let closed = |period: &crate::period::Period| period.status == PeriodStatus::Closed;
        if frame.periods.get(&month).is_some_and(closed) {
            let sentence = format!("凭证记入已结账的{month}");
            report.add("voucher_in_closed_period", "voucher", &voucher_id, sentence);
        }
    }
    Ok(())
}
