//! Where a remittance comes from and what came of it: its roster and the roster's lines, its payment
//! code, the money that filled it, its vouchers, the entries and months it posted. Each of them says
//! the same of it.

use db::ReadTx;
use kernel::{AccountNo, ArrivalId, Date, Month, RemittanceId, Result, RunId, VoucherId};
use settlement::arrival::ArrivalStatus;

use super::{MAX_ROWS, Report};
use crate::remittance::{PURPOSE, PaymentCode, posting_key};

/// Holds every remittance against all of these, and every arrival against what it paid.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    check_roster(tx, report).await?;
    check_payment(tx, report).await?;
    check_vouchers(tx, report).await?;
    check_members(tx, report).await
}

/// Employer, month and lines are those of the roster that was confirmed.
async fn check_roster(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    for (remittance_id,) in tx.all(&WITHOUT_ITS_ROSTER, (MAX_ROWS,)).await? {
        let sentence = "汇缴的单位、月份、人数或金额与所依据的清册不符，或清册不是为它确认的";
        report.add(
            "remittance_roster_differs",
            "remittance",
            &remittance_id,
            sentence,
        );
    }
    for (remittance_id, line_no) in tx.all(&LINES_NOT_OF_ROSTER, (MAX_ROWS,)).await? {
        let key = format!("{remittance_id}/{line_no}");
        let sentence = "汇缴明细行的账户、基数或缴存额与清册的不符";
        report.add("batch_line_roster_differs", "batch_line", &key, sentence);
    }
    Ok(())
}

/// The code is that of the serial; the value date is that of the money, and the arrivals say what
/// they paid. What nobody has paid yet says nothing of a payment.
async fn check_payment(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    tx.for_each(&PAYMENT_CODES, (), |(remittance_id, serial, code)| {
        let proper = PaymentCode::of_serial(serial).map(|code| code.to_string());
        if proper.as_ref() != Some(&code) {
            let sentence = "缴款码的校验位不对，或不是按汇缴流水号编成的";
            report.add(
                "remittance_code_differs",
                "remittance",
                &remittance_id,
                sentence,
            );
        }
        Ok(())
    })
    .await?;
    for (remittance_id,) in tx.all(&NOT_AS_PAID, (MAX_ROWS,)).await? {
        let sentence = "汇缴的到账、起息日、记账日期或冲销情况与其状态或到账记录不符";
        report.add(
            "remittance_payment_differs",
            "remittance",
            &remittance_id,
            sentence,
        );
    }
    tx.for_each(&PAID_FOR, (), |arrival: PaidFor| {
        if !arrival.fits() {
            let sentence = "到账的用途或凭证与汇缴、暂收的记录不符";
            report.add(
                "arrival_purpose_differs",
                "arrival",
                &arrival.arrival_id,
                sentence,
            );
        }
        Ok(())
    })
    .await
}

/// Each voucher of a remittance was posted for it, by whom and by which run and rules it says, and
/// the last one on the date it says.
async fn check_vouchers(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    tx.for_each(&VOUCHERS, (), |chunk: ChunkVoucher| {
        let key = format!("{}/{}", chunk.remittance_id, chunk.chunk_no);
        if !chunk.is_of_chunk() {
            let sentence = "入账批次所指的凭证不是为它编制的，或冲销凭证冲的不是该凭证";
            report.add("chunk_voucher_differs", "remittance_chunk", &key, sentence);
        } else if !chunk.is_as_remitted() {
            let sentence = "汇缴的制单人、依据、批次号或记账日期与其凭证不符";
            report.add(
                "remittance_voucher_differs",
                "remittance",
                &chunk.remittance_id,
                sentence,
            );
        }
        Ok(())
    })
    .await
}

/// The entries of a remittance are of its month and value date, the months of its employer.
async fn check_members(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    for (remittance_id,) in tx.all(&ENTRIES_OF_OTHERS, (MAX_ROWS,)).await? {
        let sentence = "汇缴的月份或起息日与其入账的个人明细不符";
        report.add(
            "remittance_entries_differ",
            "remittance",
            &remittance_id,
            sentence,
        );
    }
    for (account_no, month) in tx.all(&MONTHS_OF_OTHERS, (MAX_ROWS,)).await? {
        let key = format!("{account_no}/{month}");
        let sentence = "缴存月份台账的单位或缴存种类与入账的汇缴不符";
        report.add(
            "member_month_remittance_differs",
            "member_month",
            &key,
            sentence,
        );
    }
    Ok(())
}

db::row! {
    /// Where an arrival's money went, beside what remittances and suspense say of it.
    struct PaidFor {
        arrival_id: ArrivalId,
        status: ArrivalStatus,
        purpose: Option<String>,
        purpose_id: Option<String>,
        voucher_id: Option<VoucherId>,
        filled: Option<RemittanceId>,
        stands: bool,
        first_voucher: Option<VoucherId>,
        suspense_voucher: Option<VoucherId>,
        allocated: bool,
    }
}

impl PaidFor {
    /// The voucher is the one that brought the money in; the purpose is what the wire filled
    /// straight while that stands, else something that an item of it went to.
    fn fits(&self) -> bool {
        let filled = self.filled.filter(|_| self.stands).map(|id| id.to_string());
        let purpose = match (&self.purpose, filled) {
            (None, filled) => filled.is_none() && self.purpose_id.is_none(),
            (Some(purpose), Some(filled)) => {
                (purpose == PURPOSE && self.purpose_id == Some(filled)) || self.allocated
            }
            (Some(_), None) => self.allocated,
        };
        let state = match self.status {
            ArrivalStatus::Received => false,
            ArrivalStatus::Posted => self.purpose.is_some(),
            ArrivalStatus::Settled => self.purpose.is_none(),
            ArrivalStatus::Suspense => true,
        };
        let brought_in = match self.filled {
            Some(_) => self.first_voucher,
            None => self.suspense_voucher,
        };
        purpose && state && self.voucher_id.is_some() && self.voucher_id == brought_in
    }
}

db::row! {
    /// A voucher of a remittance beside what the remittance says; without one it is missing.
    struct ChunkVoucher {
        remittance_id: RemittanceId,
        chunk_no: i64,
        voucher_id: VoucherId,
        reversal_voucher_id: Option<VoucherId>,
        is_last: bool,
        run_id: Option<RunId>,
        preparer: Option<String>,
        policy_versions: String,
        posted_on: Option<Date>,
        posting_key: Option<String>,
        of_run: Option<RunId>,
        prepared_by: Option<String>,
        authority: Option<String>,
        business_date: Option<Date>,
        reverses: Option<VoucherId>,
    }
}

impl ChunkVoucher {
    fn is_of_chunk(&self) -> bool {
        let key = posting_key(self.remittance_id, self.chunk_no);
        let reverses = self.reversal_voucher_id.map(|_| self.voucher_id);
        self.posting_key == Some(key) && self.reverses == reverses
    }

    fn is_as_remitted(&self) -> bool {
        self.of_run == self.run_id
            && self.prepared_by == self.preparer
            && self.authority.as_ref() == Some(&self.policy_versions)
            && (!self.is_last || self.posted_on == self.business_date)
    }
}

db::statements! {
    /// Remittances whose roster says something else, or was confirmed for another.
    WITHOUT_ITS_ROSTER: (i64,) => (RemittanceId,) =
        "SELECT r.remittance_id FROM remittance r \
           LEFT JOIN roster s ON s.centre_id = r.centre_id AND s.roster_id = r.roster_id \
                             AND s.status = 'confirmed' AND s.remittance_id = r.remittance_id \
                             AND s.employer_id = r.employer_id AND s.month = r.month \
                             AND s.line_count = r.people \
                             AND s.employer_amount_fen = r.employer_fen \
                             AND s.member_amount_fen = r.member_fen \
          WHERE r.centre_id = $1 AND s.roster_id IS NULL ORDER BY r.remittance_id LIMIT $2";

    /// Lines that differ from those of the roster. A batch's lines are the roster's in the order of
    /// the accounts, so that each finds its own by its place: a roster has no index by account. For
    /// CROSS JOIN see `ledger::seal`: from remittances to the lines of their rosters.
    LINES_NOT_OF_ROSTER: (i64,) => (RemittanceId, i64) =
        "WITH q AS \
             (SELECT r.remittance_id, r.batch_id, l.account_no, l.base_fen, l.employer_fen, \
                     l.member_fen, \
                     ROW_NUMBER() OVER (PARTITION BY r.remittance_id ORDER BY l.account_no) AS place \
                FROM remittance r \
               CROSS JOIN roster_line l \
               WHERE r.centre_id = $1 AND l.centre_id = r.centre_id \
                 AND l.roster_id = r.roster_id) \
         SELECT q.remittance_id, q.place FROM q \
           LEFT JOIN batch_line l ON l.centre_id = $1 AND l.batch_id = q.batch_id \
                                 AND l.line_no = q.place AND l.account_no = q.account_no \
                                 AND l.base_fen = q.base_fen \
                                 AND l.employer_fen = q.employer_fen \
                                 AND l.member_fen = q.member_fen \
          WHERE l.line_no IS NULL ORDER BY q.remittance_id, q.place LIMIT $2";

    /// The codes that money finds its remittance by.
    PAYMENT_CODES: () => (RemittanceId, i64, String) =
        "SELECT remittance_id, serial, payment_code FROM remittance \
          WHERE centre_id = $1 ORDER BY serial";

    /// Remittances that don't say what filled them, or say of a payment what their state doesn't
    /// know: the value date is that of the wire that filled or completed them, else the day of
    /// their first voucher. A reversed one has left its money in suspense under its arrivals.
    NOT_AS_PAID: (i64,) => (RemittanceId,) =
        "SELECT r.remittance_id FROM remittance r \
           LEFT JOIN remittance_funding f \
                  ON f.centre_id = r.centre_id AND f.remittance_id = r.remittance_id \
                 AND f.suspense_id IS NULL \
           LEFT JOIN arrival a ON a.centre_id = f.centre_id AND a.arrival_id = f.arrival_id \
           LEFT JOIN remittance_chunk c ON c.centre_id = r.centre_id \
                                       AND c.remittance_id = r.remittance_id AND c.chunk_no = 1 \
           LEFT JOIN voucher v ON v.centre_id = c.centre_id AND v.voucher_id = c.voucher_id \
          WHERE r.centre_id = $1 \
            AND ((r.status IN ('assessed', 'cancelled') \
                  AND (f.arrival_id IS NOT NULL OR r.value_date IS NOT NULL \
                       OR r.run_id IS NOT NULL OR r.preparer IS NOT NULL)) \
                 OR (r.status IN ('posting', 'posted', 'reversed') \
                     AND (r.value_date IS NULL \
                          OR r.value_date <> COALESCE(a.value_date, v.business_date))) \
                 OR (r.status IN ('posted', 'reversed')) = (r.posted_on IS NULL) \
                 OR (r.status IN ('cancelled', 'reversed')) = (r.ended_at IS NULL) \
                 OR (r.status = 'reversed' AND EXISTS \
                     (SELECT 1 FROM remittance_funding g \
                       WHERE g.centre_id = r.centre_id AND g.remittance_id = r.remittance_id \
                         AND NOT EXISTS \
                             (SELECT 1 FROM suspense s \
                               WHERE s.centre_id = g.centre_id \
                                 AND s.arrival_id = g.arrival_id \
                                 AND s.amount_fen = g.amount_fen \
                                 AND s.reason_code = 'remittance_reversed')))) \
          ORDER BY r.remittance_id LIMIT $2";

    /// Every arrival with the remittance that it filled straight, the first item of suspense that
    /// it waited in, and whether an item went to the purpose that it names.
    PAID_FOR: () => PaidFor =
        "SELECT a.arrival_id, a.status, a.purpose, a.purpose_id, a.voucher_id, r.remittance_id, \
                CASE WHEN r.status IN ('posting', 'posted') THEN TRUE ELSE FALSE END, \
                c.voucher_id, \
                (SELECT s.voucher_id FROM suspense s \
                  WHERE s.centre_id = a.centre_id AND s.arrival_id = a.arrival_id \
                  ORDER BY s.serial LIMIT 1), \
                EXISTS (SELECT 1 FROM suspense s \
                          JOIN suspense_movement m ON m.centre_id = s.centre_id \
                                                  AND m.suspense_id = s.suspense_id \
                         WHERE s.centre_id = a.centre_id AND s.arrival_id = a.arrival_id \
                           AND m.purpose = a.purpose AND m.purpose_id = a.purpose_id) \
           FROM arrival a \
           LEFT JOIN remittance_funding f ON f.centre_id = a.centre_id \
                                         AND f.arrival_id = a.arrival_id \
                                         AND f.suspense_id IS NULL \
           LEFT JOIN remittance r ON r.centre_id = f.centre_id \
                                 AND r.remittance_id = f.remittance_id \
           LEFT JOIN remittance_chunk c ON c.centre_id = r.centre_id \
                                       AND c.remittance_id = r.remittance_id AND c.chunk_no = 1 \
          WHERE a.centre_id = $1 ORDER BY a.arrival_id";

    /// Every chunk with its voucher, the voucher that took it back, and its remittance.
    VOUCHERS: () => ChunkVoucher =
        "SELECT c.remittance_id, c.chunk_no, c.voucher_id, c.reversal_voucher_id, \
                c.to_line = r.people, r.run_id, r.preparer, r.policy_versions, r.posted_on, \
                v.posting_key, v.run_id, v.preparer, v.authority, v.business_date, back.reverses \
           FROM remittance_chunk c \
           JOIN remittance r ON r.centre_id = c.centre_id AND r.remittance_id = c.remittance_id \
           LEFT JOIN voucher v ON v.centre_id = c.centre_id AND v.voucher_id = c.voucher_id \
           LEFT JOIN voucher back ON back.centre_id = c.centre_id \
                                 AND back.voucher_id = c.reversal_voucher_id \
          WHERE c.centre_id = $1 ORDER BY c.remittance_id, c.chunk_no";

    /// Remittances of which an entry is of another month or bears interest from another day.
    ENTRIES_OF_OTHERS: (i64,) => (RemittanceId,) =
        "SELECT DISTINCT r.remittance_id FROM entry e \
           JOIN remittance r ON r.centre_id = e.centre_id AND r.batch_id = e.batch_id \
          WHERE e.centre_id = $1 \
            AND (e.month IS NULL OR e.month <> r.month \
                 OR r.value_date IS NULL OR e.value_date <> r.value_date) \
          ORDER BY r.remittance_id LIMIT $2";

    /// Months that a remittance's entry brought and that name another employer, or another kind of
    /// contribution.
    MONTHS_OF_OTHERS: (i64,) => (AccountNo, Month) =
        "SELECT m.account_no, m.month FROM member_month m \
           JOIN entry e ON e.centre_id = m.centre_id AND e.account_no = m.account_no \
                       AND e.entry_no = m.entry_no \
           JOIN remittance r ON r.centre_id = e.centre_id AND r.batch_id = e.batch_id \
          WHERE m.centre_id = $1 \
            AND (m.employer_id <> r.employer_id OR m.kind NOT IN ('remittance', 'reversed')) \
          ORDER BY m.account_no, m.month LIMIT $2";
}
