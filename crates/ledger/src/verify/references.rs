//! That rows find each other, in place of foreign keys.

use db::ReadTx;
use kernel::{Clock, OrBroken as _, Result};

use super::store::{self, MirrorRow};
use super::{Report, TAIL_LIMIT};

pub(super) async fn check(tx: &mut ReadTx, clock: &Clock, report: &mut Report) -> Result<()> {
    let each = |(voucher_id,)| {
        let sentence = "凭证既未编号，也不在待编号队列中";
        report.add("voucher_unsealed", "voucher", &voucher_id, sentence);
        Ok(())
    };
    tx.for_each(&store::UNSEALED, (), each).await?;
    let each = |(voucher_id,)| {
        let sentence = "凭证已编号，却仍在待编号队列中";
        report.add("tail_sealed_already", "voucher_tail", &voucher_id, sentence);
        Ok(())
    };
    tx.for_each(&store::SEALED_IN_TAIL, (), each).await?;
    let each = |(voucher_id,)| {
        let sentence = "待编号队列中的凭证不存在，或账套、时间与凭证不符";
        report.add(
            "tail_without_voucher",
            "voucher_tail",
            &voucher_id,
            sentence,
        );
        Ok(())
    };
    tx.for_each(&store::TAIL_ASTRAY, (), each).await?;
    let each = |(voucher_id, line_no)| {
        let key = format!("{voucher_id}/{line_no}");
        report.add("line_without_voucher", "voucher_line", &key, "分录没有凭证");
        Ok(())
    };
    tx.for_each(&store::LINES_ASTRAY, (), each).await?;
    check_age(tx, clock, report).await?;
    check_reversals(tx, report).await
}

/// The bookkeeper comes every second; what waits a minute waits for nobody.
async fn check_age(tx: &mut ReadTx, clock: &Clock, report: &mut Report) -> Result<()> {
    let since = clock
        .now()
        .checked_sub(TAIL_LIMIT)
        .or_broken("the clock stands at its beginning")?;
    let each = |(voucher_id,)| {
        let sentence = format!("凭证等待编号已超过{}秒", TAIL_LIMIT.as_secs());
        report.add("tail_too_old", "voucher_tail", &voucher_id, sentence);
        Ok(())
    };
    tx.for_each(&store::OLD_TAIL, (since,), each).await
}

/// A reversal has the lines of what it takes back, each with the opposite amounts.
async fn check_reversals(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let each = |(voucher_id,)| {
        let sentence = "冲销凭证的原凭证不存在，或行数、合计不与之相反";
        report.add("reversal_astray", "voucher", &voucher_id, sentence);
        Ok(())
    };
    tx.for_each(&store::REVERSALS_ASTRAY, (), each).await?;
    let each = |row: MirrorRow| {
        if !mirrors(&row) {
            let key = format!("{}/{}", row.voucher_id, row.line_no);
            let sentence = "冲销分录与原凭证分录不相反";
            report.add("reversal_not_mirrored", "voucher_line", &key, sentence);
        }
        Ok(())
    };
    tx.for_each(&store::MIRRORS, (), each).await
}

fn mirrors(row: &MirrorRow) -> bool {
    let opposite = |one: Option<kernel::Fen>, other: kernel::Fen| {
        one.is_some_and(|one| i128::from(one.get()) + i128::from(other.get()) == 0)
    };
    row.original_account == Some(row.account)
        && opposite(row.original_debit, row.debit)
        && opposite(row.original_credit, row.credit)
}
