//! Entries, their vouchers and their months.

use std::collections::HashMap;

use db::{Digest32, ReadTx};
use kernel::{Result, VoucherId};

use super::store::{self, VoucherEntry};
use super::{MAX_ROWS, Report, yuan};
use crate::account::EntryDigest;
use crate::remittance::MEMBERS;

/// Holds every voucher against the entries that belong to it, and every month against its entry.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let mut walk = Walk::default();
    tx.for_each(&store::VOUCHER_ENTRIES, (), |row| {
        walk.step(&row, report);
        Ok(())
    })
    .await?;
    walk.end(report);
    report.verification.vouchers = walk.vouchers;
    check_sums(tx, walk.moved, report).await?;
    for (voucher_id,) in tx
        .all(&store::VOUCHERS_WITHOUT_ENTRIES, (MAX_ROWS,))
        .await?
    {
        let sentence = "凭证登记有个人明细，但一笔也找不到";
        report.add("voucher_without_entries", "voucher", &voucher_id, sentence);
    }
    check_months(tx, report).await
}

/// The walk along vouchers and their entries.
#[derive(Default)]
struct Walk {
    voucher: Option<Open>,
    vouchers: i64,
    /// What the entries of each voucher moved.
    moved: HashMap<VoucherId, i128>,
}

/// The voucher at hand.
struct Open {
    voucher_id: VoucherId,
    stored: Option<Digest32>,
    digest: EntryDigest,
    exists: bool,
    moved: i128,
}

impl Walk {
    fn step(&mut self, row: &VoucherEntry, report: &mut Report) {
        if self
            .voucher
            .as_ref()
            .is_none_or(|open| open.voucher_id != row.voucher_id)
        {
            self.end(report);
            self.vouchers += 1;
            self.voucher = Some(Open {
                voucher_id: row.voucher_id,
                stored: row.digest,
                digest: EntryDigest::new(),
                exists: row.voucher_date.is_some(),
                moved: 0,
            });
        }
        let Some(open) = &mut self.voucher else {
            return;
        };
        open.digest.add(
            row.account_no,
            row.kind,
            row.carried,
            row.current,
            row.month,
            row.value_date,
        );
        open.moved += i128::from(row.carried.get()) + i128::from(row.current.get());
        let key = || format!("{}/{}", row.account_no, row.entry_no);
        match row.voucher_date {
            None => report.add(
                "entry_without_voucher",
                "entry",
                &key(),
                "明细所属的凭证不存在",
            ),
            Some(date) if date != row.business_date => {
                let sentence = format!("明细的记账日期是 {}，所属凭证是 {date}", row.business_date);
                report.add("entry_date_differs", "entry", &key(), sentence);
            }
            Some(_) => {}
        }
    }

    fn end(&mut self, report: &mut Report) {
        let Some(open) = self.voucher.take() else {
            return;
        };
        self.moved.insert(open.voucher_id, open.moved);
        if open.exists && open.stored != Some(open.digest.finish()) {
            let sentence = "凭证的明细摘要与按个人明细重新计算的不符，明细或凭证被改动";
            report.add(
                "voucher_digest_differs",
                "voucher",
                &open.voucher_id,
                sentence,
            );
        }
    }
}

/// Holds 201 of every voucher against what its entries moved.
async fn check_sums(
    tx: &mut ReadTx,
    mut moved: HashMap<VoucherId, i128>,
    report: &mut Report,
) -> Result<()> {
    // `:` follows `9`: the range holds 201 and whatever may come to lie under it.
    let range = (MEMBERS.to_string(), format!("{MEMBERS}:"));
    let mut open: Option<(VoucherId, i128)> = None;
    let mut close = |open: Option<(VoucherId, i128)>, report: &mut Report| {
        if let Some((voucher_id, books)) = open {
            let entries = moved.remove(&voucher_id).unwrap_or_default();
            compare(voucher_id, books, entries, report);
        }
    };
    tx.for_each(
        &store::MEMBER_LINES,
        range,
        |(voucher_id, debit, credit)| {
            let amount = i128::from(credit.get()) - i128::from(debit.get());
            match &mut open {
                Some((at, sum)) if *at == voucher_id => *sum += amount,
                _ => close(open.replace((voucher_id, amount)), report),
            }
            Ok(())
        },
    )
    .await?;
    close(open, report);
    let mut left: Vec<(VoucherId, i128)> = moved.into_iter().collect();
    left.sort_unstable();
    for (voucher_id, entries) in left {
        compare(voucher_id, 0, entries, report);
    }
    Ok(())
}

fn compare(voucher_id: VoucherId, books: i128, entries: i128, report: &mut Report) {
    if books != entries {
        let sentence = format!(
            "凭证记入科目201的净额为 {} 元，所属个人明细合计为 {} 元",
            yuan(books),
            yuan(entries)
        );
        report.add("voucher_amount_differs", "voucher", &voucher_id, sentence);
    }
}

async fn check_months(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    for (account_no, month, kind) in tx.all(&store::WRONG_MONTHS, (MAX_ROWS,)).await? {
        let key = format!("{account_no}/{month}");
        let sentence = format!(
            "缴存月份台账（{}）与所指明细的月份、金额或冲销情况不符",
            kind.label()
        );
        report.add("member_month_differs", "member_month", &key, sentence);
    }
    for (account_no, entry_no) in tx.all(&store::ENTRIES_WITHOUT_MONTH, (MAX_ROWS,)).await? {
        let key = format!("{account_no}/{entry_no}");
        report.add(
            "entry_without_month",
            "entry",
            &key,
            "汇补缴明细没有对应的缴存月份台账",
        );
    }
    for (account_no, entry_no) in tx.all(&store::WRONG_REVERSALS, (MAX_ROWS,)).await? {
        let key = format!("{account_no}/{entry_no}");
        report.add(
            "reversal_differs",
            "entry",
            &key,
            "冲销明细与被冲明细的金额不相反，或无被冲明细",
        );
    }
    Ok(())
}
