//! What reversals found short: each row beside its recovery, its entry and its voucher.

use db::{Digest32, ReadTx};
use kernel::{AccountNo, EmployerId, Fen, RecoveryId, RemittanceId, Result, VoucherId};
use settlement::recovery::{self, RecoveryKind};

use super::{MAX_ROWS, Report};
use crate::account::{AccountStatus, EntryKind};
use crate::remittance::{RemittanceStatus, advance_key, short_of};

/// Holds every shortfall against what it made, and every recovery and entry of one against it.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    tx.for_each(
        &SHORTFALLS,
        (EntryKind::Shortfall,),
        |row: ShortfallFacts| {
            if !row.fits() {
                let key = format!("{}/{}", row.remittance_id, row.account_no);
                let sentence = "冲销时不足的金额与其追款、个人明细或凭证的记录不符";
                report.add("shortfall_differs", "remittance_shortfall", &key, sentence);
            }
            Ok(())
        },
    )
    .await?;
    check_recoveries(tx, report).await?;
    for (recovery_id,) in tx.all(&STRAY_RECOVERIES, (MAX_ROWS,)).await? {
        let sentence = "错缴追款没有对应的冲销不足记录";
        report.add("recovery_differs", "recovery", &recovery_id, sentence);
    }
    let asked = (MAX_ROWS, EntryKind::Shortfall);
    for (account_no, entry_no) in tx.all(&STRAY_ADVANCES, asked).await? {
        let key = format!("{account_no}/{entry_no}");
        let sentence = "错缴垫付的明细没有对应的冲销不足记录";
        report.add("entry_without_shortfall", "entry", &key, sentence);
    }
    Ok(())
}

/// Holds the recovery of every shortfall against what it was opened with. The shortfall itself is
/// vouched for by the event of its reversal, see `facts`.
async fn check_recoveries(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let mut after = RecoveryId::NIL;
    loop {
        let page = tx.keyed(&RECORDED_AFTER, (after, MAX_ROWS)).await?;
        let (Some((first, _)), Some((last, _))) = (page.first(), page.last()) else {
            return Ok(());
        };
        let found = recovery::facts_between_in(tx, (*first, *last)).await?;
        for (recovery_id, recorded) in page.iter().filter_map(|(_, row)| *row) {
            if found
                .get(&recovery_id)
                .is_some_and(|facts| *facts != recorded)
            {
                let sentence = "错缴追款的登记内容与冲销时留存的摘要不符，登记后曾被改动";
                report.add("recovery_facts_differ", "recovery", &recovery_id, sentence);
            }
        }
        after = *last;
    }
}

db::row! {
    /// A shortfall beside what it made; what isn't there is missing.
    struct ShortfallFacts {
        remittance_id: RemittanceId,
        account_no: AccountNo,
        account_status: AccountStatus,
        held_fen: Fen,
        amount_fen: Fen,
        short_fen: Fen,
        voucher_id: VoucherId,
        employer_id: Option<EmployerId>,
        status: Option<RemittanceStatus>,
        line_fen: Option<Fen>,
        kind: Option<RecoveryKind>,
        recovery_fen: Option<Fen>,
        owner: Option<String>,
        debtor: Option<String>,
        of_recovery: Option<VoucherId>,
        entry_fen: Option<Fen>,
        posting_key: Option<String>,
    }
}

impl ShortfallFacts {
    fn fits(&self) -> bool {
        let short = short_of(self.account_status, self.held_fen, self.amount_fen);
        self.short_fen.is_positive()
            && short == Some(self.short_fen)
            && self.status == Some(RemittanceStatus::Reversed)
            && self.line_fen == Some(self.amount_fen)
            && self.kind == Some(RecoveryKind::Shortfall)
            && self.recovery_fen == Some(self.short_fen)
            && self.owner == self.employer_id.map(|id| id.to_string())
            && self.debtor == Some(self.account_no.to_string())
            && self.of_recovery == Some(self.voucher_id)
            && self.entry_fen == Some(self.short_fen)
            && self.posting_key == Some(advance_key(self.remittance_id))
    }
}

db::statements! {
    /// Every shortfall beside its remittance, line, recovery, entry and voucher.
    SHORTFALLS: (EntryKind,) => ShortfallFacts =
        "SELECT s.remittance_id, s.account_no, s.account_status, s.held_fen, s.amount_fen, \
                s.short_fen, s.voucher_id, r.employer_id, r.status, \
                l.employer_fen + l.member_fen, c.kind, c.amount_fen, c.owner, c.debtor, \
                c.voucher_id, e.current_fen, v.posting_key \
           FROM remittance_shortfall s \
           LEFT JOIN remittance r ON r.centre_id = s.centre_id \
                                 AND r.remittance_id = s.remittance_id \
           LEFT JOIN batch_line l ON l.centre_id = s.centre_id AND l.batch_id = r.batch_id \
                                 AND l.account_no = s.account_no \
           LEFT JOIN recovery c ON c.centre_id = s.centre_id AND c.recovery_id = s.recovery_id \
           LEFT JOIN entry e ON e.centre_id = s.centre_id AND e.account_no = s.account_no \
                            AND e.voucher_id = s.voucher_id AND e.kind = $2 \
           LEFT JOIN voucher v ON v.centre_id = s.centre_id AND v.voucher_id = s.voucher_id \
          WHERE s.centre_id = $1 ORDER BY s.remittance_id, s.account_no";

    /// What the recoveries of shortfalls were opened with, so many after one.
    RECORDED_AFTER: (RecoveryId, i64) => (RecoveryId, Digest32) =
        "SELECT recovery_id, recovery_facts FROM remittance_shortfall \
          WHERE centre_id = $1 AND recovery_id > $2 ORDER BY recovery_id LIMIT $3";

    /// Recoveries of shortfalls that aren't there.
    STRAY_RECOVERIES: (i64,) => (RecoveryId,) =
        "SELECT c.recovery_id FROM recovery c \
           LEFT JOIN remittance_shortfall s ON s.centre_id = c.centre_id \
                                           AND s.recovery_id = c.recovery_id \
          WHERE c.centre_id = $1 AND c.kind = 'shortfall' AND s.recovery_id IS NULL \
          ORDER BY c.recovery_id LIMIT $2";

    /// Entries that advance what no reversal found short.
    STRAY_ADVANCES: (i64, EntryKind) => (AccountNo, i64) =
        "SELECT e.account_no, e.entry_no FROM entry e \
           LEFT JOIN remittance_shortfall s ON s.centre_id = e.centre_id \
                                           AND s.account_no = e.account_no \
                                           AND s.voucher_id = e.voucher_id \
          WHERE e.centre_id = $1 AND e.kind = $3 AND s.account_no IS NULL \
          ORDER BY e.account_no, e.entry_no LIMIT $2";
}
