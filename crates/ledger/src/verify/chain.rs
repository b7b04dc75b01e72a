//! The chain of a book made again, with the numbers and the balances that follow from it.

use std::collections::{BTreeMap, HashMap};

use db::{Digest32, ReadTx};
use kernel::{Month, Result, VoucherId};

use super::Report;
use super::contents::{Examiner, Sums};
use super::frame::{Frame, key};
use super::store::{self, SealRow};
use crate::bookkeeper::DayHead;
use crate::seal::{self, Content, Contents, Place};
use crate::voucher;

/// Vouchers read at a time.
const CHUNK: i64 = 1_000;

/// What the chain told.
pub(super) struct Chained {
    /// The last number of each month.
    pub(super) numbers: BTreeMap<Month, i64>,
}

/// Where the walk along the chain stands.
struct Walk<'a> {
    frame: &'a Frame,
    days: HashMap<i64, Vec<&'a DayHead>>,
    numbers: BTreeMap<Month, i64>,
    sequence: i64,
    hash: Digest32,
    broken: bool,
}

/// Walks a book's chain from its beginning.
pub(super) async fn check(tx: &mut ReadTx, frame: &Frame, report: &mut Report) -> Result<Chained> {
    let mut walk = Walk::new(frame);
    let mut sums = Sums::new();
    walk.pass_days(report);
    loop {
        let after = walk.sequence;
        let seals = tx
            .all(&store::SEALS_AFTER, (frame.book, after, CHUNK))
            .await?;
        let Some(last) = seals.last().map(|seal| seal.sequence) else {
            break;
        };
        let contents = read_contents(tx, frame, (after, last), report, &mut sums).await?;
        for seal in &seals {
            walk.step(seal, contents.get(&seal.voucher_id), report);
        }
    }
    walk.finish(report);
    check_balances(tx, frame, sums, report).await?;
    Ok(Chained {
        numbers: walk.numbers,
    })
}

async fn read_contents(
    tx: &mut ReadTx,
    frame: &Frame,
    (after, last): (i64, i64),
    report: &mut Report,
    sums: &mut Sums,
) -> Result<HashMap<VoucherId, Content>> {
    let mut contents = Contents::of(tx.centre());
    let mut examiner = Examiner::new(frame, report, sums);
    let each = |row: seal::ContentRow| {
        examiner.examine(&row);
        contents.push(&row);
        Ok(())
    };
    tx.for_each(&seal::CONTENTS_OF_SEALS, (frame.book, after, last), each)
        .await?;
    examiner.finish();
    Ok(contents
        .finish()
        .into_iter()
        .map(|content| (content.voucher_id, content))
        .collect())
}

impl<'a> Walk<'a> {
    fn new(frame: &'a Frame) -> Walk<'a> {
        let mut days: HashMap<i64, Vec<&DayHead>> = HashMap::new();
        for day in &frame.days {
            days.entry(day.sequence).or_default().push(day);
        }
        let (numbers, sequence, hash) = (BTreeMap::new(), 0, Digest32::ZERO);
        Walk {
            frame,
            days,
            numbers,
            sequence,
            hash,
            broken: false,
        }
    }

    fn step(&mut self, seal: &SealRow, content: Option<&Content>, report: &mut Report) {
        let label = voucher::number_label(seal.month, seal.number);
        let row_key = key(self.frame.book, seal.sequence);
        if seal.sequence != self.sequence + 1 {
            let (from, to) = (self.sequence + 1, seal.sequence - 1);
            let sentence = format!("凭证链缺少第{from}至第{to}个位置，在{label}之前");
            report.add(
                "chain_gap",
                "voucher_seal",
                &key(self.frame.book, from),
                sentence,
            );
            self.broken = true;
        }
        let number = self.numbers.entry(seal.month).or_insert(0);
        if seal.number != *number + 1 {
            let sentence = format!("凭证号不连续：{label}之前是{:04}号", *number);
            report.add("number_gap", "voucher_seal", &row_key, sentence);
        }
        *number = seal.number;
        match content {
            None => {
                let sentence = format!("{label}已编号，但凭证不存在");
                report.add("seal_without_voucher", "voucher_seal", &row_key, sentence);
                self.broken = true;
            }
            Some(content) => self.compare(seal, content, &label, report),
        }
        (self.sequence, self.hash) = (seal.sequence, seal.hash);
        self.pass_days(report);
    }

    /// Only the first break is told: it is the one that proves something.
    fn compare(&mut self, seal: &SealRow, content: &Content, label: &str, report: &mut Report) {
        if Month::of(content.business_date) != seal.month {
            let sentence = format!("{label}编入的月份与会计日期{}不符", content.business_date);
            let row_key = key(self.frame.book, seal.sequence);
            report.add("seal_month_wrong", "voucher_seal", &row_key, sentence);
        }
        let SealRow {
            sequence,
            month,
            number,
            sealed_at,
            ..
        } = *seal;
        let place = Place {
            book: self.frame.book,
            sequence,
            month,
            number,
            sealed_at,
        };
        let proper = seal::link(self.hash, place, content.digest);
        if !self.broken && proper != seal.hash {
            let sentence = format!("凭证链自{label}起断裂：凭证、分录或编号曾被改动");
            report.add("chain_broken", "voucher", &seal.voucher_id, sentence);
            self.broken = true;
        }
    }

    /// Compares the days that ended where the walk stands.
    fn pass_days(&mut self, report: &mut Report) {
        for day in self.days.remove(&self.sequence).unwrap_or_default() {
            if day.hash != self.hash {
                let sentence = format!("{}日终时的凭证链与现在不符", day.business_date);
                let row_key = key(self.frame.book, day.business_date);
                report.add("day_head_differs", "day_head", &row_key, sentence);
            }
        }
    }

    fn finish(&mut self, report: &mut Report) {
        for day in self.days.values().flatten() {
            let (date, sequence) = (day.business_date, day.sequence);
            let sentence = format!("{date}日终时凭证链到第{sequence}个位置，现在没有该位置");
            report.add(
                "day_head_beyond",
                "day_head",
                &key(self.frame.book, date),
                sentence,
            );
        }
        let begun = self.sequence > 0 || self.frame.head.is_some();
        if begun && self.frame.head != Some((self.sequence, self.hash)) {
            let sentence = format!("凭证链末端与第{}个位置的凭证不符", self.sequence);
            report.add("chain_head_wrong", "chain_head", &self.frame.book, sentence);
        }
    }
}

/// Period balances against the sums of the sealed lines.
async fn check_balances(
    tx: &mut ReadTx,
    frame: &Frame,
    mut sums: Sums,
    report: &mut Report,
) -> Result<()> {
    let mut differ = |month: Month, account, kept: (i128, i128), lines: (i128, i128)| {
        if kept != lines {
            let sentence = format!(
                "{month}科目{account}的发生额与凭证不符：账上借{}分贷{}分，凭证借{}分贷{}分",
                kept.0, kept.1, lines.0, lines.1
            );
            let row_key = format!("{}/{month}/{account}", frame.book);
            report.add("balance_differs", "period_balance", &row_key, sentence);
        }
    };
    let each = |row: store::BalanceRow| {
        let lines = sums.remove(&(row.month, row.account)).unwrap_or_default();
        differ(
            row.month,
            row.account,
            (row.debit.get().into(), row.credit.get().into()),
            lines,
        );
        Ok(())
    };
    tx.for_each(&store::BALANCES, (frame.book,), each).await?;
    for ((month, account), lines) in sums {
        differ(month, account, (0, 0), lines);
    }
    Ok(())
}
