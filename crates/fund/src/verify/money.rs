//! Remittances, their lines and vouchers; arrivals and suspense.

use std::collections::HashMap;

use db::ReadTx;
use kernel::{BatchId, RemittanceId, Result};
use ledger::{AccountCode, BookCode};
use settlement::recovery::RecoveryKind;
use settlement::suspense::SUSPENSE_ACCOUNT;

use super::store::{self, ChunkFacts, RemittanceFacts};
use super::{MAX_ROWS, Report, shortfalls, yuan};
use crate::remittance::{MEMBERS, RemittanceStatus, UNDISTRIBUTED};

/// Holds remittances against lines, vouchers and entries, and the banks' money against the books.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let remittances = tx.all(&store::REMITTANCES, ()).await?;
    report.verification.remittances = i64::try_from(remittances.len()).unwrap_or(i64::MAX);
    check_lines(tx, &remittances, report).await?;
    let undistributed = check_chunks(tx, &remittances, report).await?;
    for (remittance_id, line_no) in tx.all(&store::LINES_WITHOUT_ENTRY, (MAX_ROWS,)).await? {
        let key = format!("{remittance_id}/{line_no}");
        let sentence = "已入账的汇缴明细行没有金额相符的个人明细";
        report.add("batch_line_without_entry", "batch_line", &key, sentence);
    }
    check_arrivals(tx, report).await?;
    let mut waiting = 0_i128;
    tx.for_each(&store::WAITING, (), |(amount,)| {
        waiting += i128::from(amount.get());
        Ok(())
    })
    .await?;
    check_balance(tx, SUSPENSE_ACCOUNT, "暂收待分摊合计", waiting, report).await?;
    shortfalls::check(tx, report).await?;
    for kind in RecoveryKind::ALL {
        let mut to_come_back = 0_i128;
        tx.for_each(&store::TO_COME_BACK, (*kind,), |(amount,)| {
            to_come_back += i128::from(amount.get());
            Ok(())
        })
        .await?;
        let what = format!("{}待追回合计", kind.label());
        // 其他应收款 stands on the debit side.
        check_balance(tx, kind.claim_account(), &what, -to_come_back, report).await?;
    }
    check_balance(
        tx,
        UNDISTRIBUTED,
        "入账中的汇缴未分摊合计",
        undistributed,
        report,
    )
    .await
}

async fn check_balance(
    tx: &mut ReadTx,
    account: AccountCode,
    what: &str,
    sum: i128,
    report: &mut Report,
) -> Result<()> {
    let books = ledger::verify::credit_balance(tx, BookCode::Fund, account).await?;
    if books != sum {
        let sentence = format!(
            "科目{account}贷方余额为 {} 元，{what}为 {} 元",
            yuan(books),
            yuan(sum)
        );
        report.add(
            "suspense_balance_differs",
            "ledger_account",
            &account,
            sentence,
        );
    }
    Ok(())
}

/// What the lines of a batch come to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Lines {
    count: i64,
    gap: bool,
    employer: i128,
    member: i128,
}

async fn check_lines(
    tx: &mut ReadTx,
    remittances: &[RemittanceFacts],
    report: &mut Report,
) -> Result<()> {
    let mut batches: HashMap<BatchId, Lines> = remittances
        .iter()
        .map(|r| (r.batch_id, Lines::default()))
        .collect();
    tx.for_each(
        &store::BATCH_LINES,
        (),
        |(batch_id, line_no, employer, member)| {
            let Some(lines) = batches.get_mut(&batch_id) else {
                let key = format!("{batch_id}/{line_no}");
                report.add(
                    "batch_line_stray",
                    "batch_line",
                    &key,
                    "明细行不属于任何汇缴",
                );
                return Ok(());
            };
            lines.count += 1;
            lines.gap |= line_no != lines.count;
            lines.employer += i128::from(employer.get());
            lines.member += i128::from(member.get());
            Ok(())
        },
    )
    .await?;
    for remittance in remittances {
        let expected = Lines {
            count: remittance.people,
            gap: false,
            employer: i128::from(remittance.employer_fen.get()),
            member: i128::from(remittance.member_fen.get()),
        };
        let total = expected.employer + expected.member;
        if batches.get(&remittance.batch_id) != Some(&expected)
            || total != i128::from(remittance.expected_fen.get())
        {
            let sentence = "汇缴的人数、单位或个人缴存额与其明细行不符";
            report.add(
                "remittance_lines_differ",
                "remittance",
                &remittance.remittance_id,
                sentence,
            );
        }
    }
    Ok(())
}

/// How far the chunks of a remittance reach.
#[derive(Default)]
struct Run {
    to_line: i64,
    amount: i128,
    chunks: i64,
    reversed: i64,
}

/// Answers what the runs under way have still to distribute.
async fn check_chunks(
    tx: &mut ReadTx,
    remittances: &[RemittanceFacts],
    report: &mut Report,
) -> Result<i128> {
    let mut runs: HashMap<RemittanceId, Run> = remittances
        .iter()
        .map(|r| (r.remittance_id, Run::default()))
        .collect();
    tx.for_each(
        &store::CHUNKS,
        (MEMBERS.to_string(),),
        |chunk: ChunkFacts| {
            let key = format!("{}/{}", chunk.remittance_id, chunk.chunk_no);
            let Some(run) = runs.get_mut(&chunk.remittance_id) else {
                report.add(
                    "chunk_stray",
                    "remittance_chunk",
                    &key,
                    "入账批次不属于任何汇缴",
                );
                return Ok(());
            };
            run.chunks += 1;
            let mirrored = match chunk.reversal_voucher_id {
                None => true,
                Some(_) => {
                    run.reversed += 1;
                    chunk.reversed_fen.is_some()
                        && chunk.reversed_fen == chunk.amount_fen.checked_neg()
                }
            };
            let follows = chunk.from_line == run.to_line + 1 && chunk.chunk_no == run.chunks;
            if chunk.posted_fen != Some(chunk.amount_fen) || !mirrored || !follows {
                let sentence = "入账批次与其凭证记入科目201的金额不符，或行号不连续";
                report.add("chunk_differs", "remittance_chunk", &key, sentence);
            }
            run.to_line = chunk.to_line;
            run.amount += i128::from(chunk.amount_fen.get());
            Ok(())
        },
    )
    .await?;
    let mut undistributed = 0;
    for remittance in remittances {
        let run = runs.remove(&remittance.remittance_id).unwrap_or_default();
        if !fits(remittance, &run) {
            let sentence = format!(
                "汇缴状态为{}，与其入账批次的行数或金额不符",
                remittance.status.label()
            );
            report.add(
                "remittance_run_differs",
                "remittance",
                &remittance.remittance_id,
                sentence,
            );
        }
        if remittance.status == RemittanceStatus::Posting {
            undistributed += i128::from(remittance.expected_fen.get()) - run.amount;
        }
    }
    Ok(undistributed)
}

/// Whether a remittance's state is what its chunks say.
fn fits(remittance: &RemittanceFacts, run: &Run) -> bool {
    let expected = i128::from(remittance.expected_fen.get());
    let whole = run.to_line == remittance.people && run.amount == expected;
    let reached = run.to_line == remittance.posted_lines;
    reached
        && match remittance.status {
            RemittanceStatus::Assessed | RemittanceStatus::Cancelled => run.chunks == 0,
            RemittanceStatus::Posting => !whole && run.chunks > 0 && run.reversed == 0,
            RemittanceStatus::Posted => whole && run.reversed == 0,
            RemittanceStatus::Reversed => whole && run.reversed == run.chunks,
        }
}

async fn check_arrivals(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    for (remittance_id,) in tx.all(&store::PAID_BY_NOTHING, (MAX_ROWS,)).await? {
        let sentence = "已入账的汇缴没有金额相符的到账记录";
        report.add(
            "remittance_without_arrival",
            "remittance",
            &remittance_id,
            sentence,
        );
    }
    for (remittance_id, funding_no) in tx.all(&store::STRAY_FUNDINGS, (MAX_ROWS,)).await? {
        let key = format!("{remittance_id}/{funding_no}");
        let sentence = "到账分配不属于任何已入账的汇缴，或没有相应的暂收分摊记录";
        report.add("funding_differs", "remittance_funding", &key, sentence);
    }
    for (suspense_id,) in tx.all(&store::WAITING_FOR_NOTHING, (MAX_ROWS,)).await? {
        report.add(
            "suspense_without_arrival",
            "suspense",
            &suspense_id,
            "暂收款没有对应的到账记录",
        );
    }
    for (arrival_id,) in tx.all(&store::WRONG_ARRIVALS, (MAX_ROWS,)).await? {
        let sentence = "到账的凭证没有按到账金额借记该银行专户的科目";
        report.add("arrival_voucher_differs", "arrival", &arrival_id, sentence);
    }
    for (arrival_id,) in tx.all(&store::WRONG_STATUS, (MAX_ROWS,)).await? {
        let sentence = "到账的状态与暂收或汇缴的记录不符";
        report.add("arrival_status_differs", "arrival", &arrival_id, sentence);
    }
    check_suspense(tx, report).await
}

async fn check_suspense(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let asked = (MAX_ROWS, SUSPENSE_ACCOUNT.to_string());
    for (suspense_id,) in tx.all(&store::WRONG_SUSPENSE, asked).await? {
        let sentence = "暂收的凭证没有按暂收金额贷记暂收款科目";
        report.add(
            "suspense_voucher_differs",
            "suspense",
            &suspense_id,
            sentence,
        );
    }
    for (suspense_id,) in tx.all(&store::WRONG_LEFT, (MAX_ROWS,)).await? {
        let sentence = "暂收款的余额或状态与其变动记录不符";
        report.add("suspense_left_differs", "suspense", &suspense_id, sentence);
    }
    let asked = (MAX_ROWS, SUSPENSE_ACCOUNT.to_string());
    for (suspense_id, movement_no) in tx.all(&store::WRONG_MOVEMENTS, asked).await? {
        let key = format!("{suspense_id}/{movement_no}");
        let sentence = "暂收变动的凭证没有按变动金额借记暂收款科目，或变动不属于任何暂收款";
        report.add(
            "suspense_movement_differs",
            "suspense_movement",
            &key,
            sentence,
        );
    }
    let asked = (
        MAX_ROWS,
        RecoveryKind::TakenBack.claim_account().to_string(),
    );
    for (recovery_id,) in tx.all(&store::WRONG_RECOVERIES, asked).await? {
        let sentence = "银行冲正追款的金额、余额或状态与其凭证不符";
        report.add("recovery_differs", "recovery", &recovery_id, sentence);
    }
    Ok(())
}
