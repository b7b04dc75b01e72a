//! The statements that the proof reads by. Sums are made by the proof itself, or of NUMERIC, so that
//! no altered amount can break it off by an overflow in the database.

use db::{Digest32, Sealed};
use kernel::{
    AccountNo, ArrivalId, BatchId, Date, EmployerId, Fen, MemberId, Month, RecoveryId,
    RemittanceId, RosterId, SealingId, SuspenseId, VoucherId,
};

use settlement::recovery::RecoveryKind;

use crate::account::{EntryKind, MonthKind};
use crate::remittance::RemittanceStatus;

db::row! {
    /// An account with one of its entries; without one, the entry's columns are missing.
    pub(crate) struct AccountEntry {
        pub(crate) account_no: AccountNo,
        pub(crate) carried: Fen,
        pub(crate) current: Fen,
        pub(crate) balance: Fen,
        pub(crate) entry_count: i64,
        pub(crate) entry_no: Option<i64>,
        pub(crate) carried_moved: Option<Fen>,
        pub(crate) current_moved: Option<Fen>,
        pub(crate) carried_after: Option<Fen>,
        pub(crate) current_after: Option<Fen>,
        pub(crate) balance_after: Option<Fen>,
    }
}

db::row! {
    /// An entry with what its voucher says; without a voucher, those columns are missing.
    pub(crate) struct VoucherEntry {
        pub(crate) voucher_id: VoucherId,
        pub(crate) account_no: AccountNo,
        pub(crate) entry_no: i64,
        pub(crate) kind: EntryKind,
        pub(crate) carried: Fen,
        pub(crate) current: Fen,
        pub(crate) month: Option<Month>,
        pub(crate) business_date: Date,
        pub(crate) value_date: Date,
        pub(crate) voucher_date: Option<Date>,
        pub(crate) digest: Option<Digest32>,
    }
}

db::row! {
    /// What a remittance says of itself.
    pub(crate) struct RemittanceFacts {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) batch_id: BatchId,
        pub(crate) status: RemittanceStatus,
        pub(crate) people: i64,
        pub(crate) employer_fen: Fen,
        pub(crate) member_fen: Fen,
        pub(crate) expected_fen: Fen,
        pub(crate) posted_lines: i64,
    }
}

db::row! {
    /// A chunk with its voucher's credit to the members; missing when the voucher lacks it.
    pub(crate) struct ChunkFacts {
        pub(crate) remittance_id: RemittanceId,
        pub(crate) chunk_no: i64,
        pub(crate) from_line: i64,
        pub(crate) to_line: i64,
        pub(crate) amount_fen: Fen,
        pub(crate) posted_fen: Option<Fen>,
        pub(crate) reversal_voucher_id: Option<VoucherId>,
        pub(crate) reversed_fen: Option<Fen>,
    }
}

db::row! {
    /// A member as it lies there: in types that read whatever may have been put in its place.
    pub(crate) struct MemberFacts {
        pub(crate) member_id: MemberId,
        pub(crate) name: Sealed,
        pub(crate) name_lookup: Vec<u8>,
        pub(crate) id_kind: String,
        pub(crate) id_number: Sealed,
        pub(crate) id_number_lookup: Vec<u8>,
        pub(crate) id_tail_lookup: Vec<u8>,
        pub(crate) mobile: Option<Sealed>,
        pub(crate) mobile_lookup: Option<Vec<u8>>,
        pub(crate) sex: String,
        pub(crate) born_on: Option<String>,
    }
}

db::row! {
    /// What is sealed of an employer.
    pub(crate) struct EmployerPeople {
        pub(crate) employer_id: EmployerId,
        pub(crate) legal_person_name: Sealed,
        pub(crate) legal_person_id_number: Sealed,
        pub(crate) agent_name: Sealed,
        pub(crate) agent_id_number: Sealed,
        pub(crate) agent_mobile: Sealed,
        pub(crate) agent_phone: Option<Sealed>,
    }
}

db::statements! {
    /// Every account with its entries, in order.
    ACCOUNT_ENTRIES: () => AccountEntry =
        "SELECT a.account_no, a.carried_fen, a.current_fen, a.balance_fen, a.entry_count, \
                e.entry_no, e.carried_fen, e.current_fen, e.carried_after_fen, \
                e.current_after_fen, e.balance_after_fen \
           FROM account a \
           LEFT JOIN entry e ON e.centre_id = a.centre_id AND e.account_no = a.account_no \
          WHERE a.centre_id = $1 ORDER BY a.account_no, e.entry_no";

    /// Entries of accounts that don't exist.
    STRAY_ENTRIES: (i64,) => (AccountNo, i64) =
        "SELECT e.account_no, e.entry_no FROM entry e \
          WHERE e.centre_id = $1 AND NOT EXISTS \
                (SELECT 1 FROM account a \
                  WHERE a.centre_id = $1 AND a.account_no = e.account_no) \
          ORDER BY e.account_no, e.entry_no LIMIT $2";

    /// Accounts whose member or employer doesn't exist.
    STRAY_ACCOUNTS: (i64,) => (AccountNo,) =
        "SELECT a.account_no FROM account a \
           LEFT JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
           LEFT JOIN employer e ON e.centre_id = a.centre_id AND e.employer_id = a.employer_id \
          WHERE a.centre_id = $1 AND (m.member_id IS NULL OR e.employer_id IS NULL) \
          ORDER BY a.account_no LIMIT $2";

    /// Accounts of which the last change doesn't say what their row says.
    ACCOUNTS_NOT_AS_CHANGED: (i64,) => (AccountNo,) =
        "SELECT a.account_no FROM account a \
           LEFT JOIN account_change c ON c.centre_id = a.centre_id \
                                     AND c.account_no = a.account_no \
                                     AND c.change_no = a.change_count \
          WHERE a.centre_id = $1 \
            AND (c.change_no IS NULL OR c.member_id <> a.member_id \
                 OR c.employer_id <> a.employer_id OR c.branch_id <> a.branch_id \
                 OR c.status <> a.status OR c.opened_on <> a.opened_on \
                 OR c.first_month <> a.first_month \
                 OR COALESCE(c.sealed_from, 0) <> COALESCE(a.sealed_from, 0) \
                 OR c.base_fen <> a.base_fen \
                 OR c.employer_rate <> a.employer_rate OR c.member_rate <> a.member_rate \
                 OR c.employer_monthly_fen <> a.employer_monthly_fen \
                 OR c.member_monthly_fen <> a.member_monthly_fen) \
          ORDER BY a.account_no LIMIT $2";

    /// Accounts that don't belong to their employer's branch.
    ACCOUNTS_OF_OTHER_BRANCH: (i64,) => (AccountNo,) =
        "SELECT a.account_no FROM account a \
           JOIN employer e ON e.centre_id = a.centre_id AND e.employer_id = a.employer_id \
          WHERE a.centre_id = $1 AND a.branch_id <> e.branch_id \
          ORDER BY a.account_no LIMIT $2";

    /// Changes that don't follow the one before, belong to no account or lie beyond its last; an
    /// account begins by being opened or taken over, and does so once.
    CHANGES_OUT_OF_ORDER: (i64,) => (AccountNo, i64) =
        "SELECT c.account_no, c.change_no FROM account_change c \
           LEFT JOIN account a ON a.centre_id = c.centre_id AND a.account_no = c.account_no \
           LEFT JOIN account_change b ON b.centre_id = c.centre_id \
                                     AND b.account_no = c.account_no \
                                     AND b.change_no = c.change_no - 1 \
          WHERE c.centre_id = $1 \
            AND (a.account_no IS NULL OR c.change_no > a.change_count OR c.change_no < 1 \
                 OR (c.change_no = 1) <> (c.kind IN ('opened', 'taken_over')) \
                 OR (c.change_no > 1 AND (b.change_no IS NULL OR b.made_at > c.made_at))) \
          ORDER BY c.account_no, c.change_no LIMIT $2";

    /// Changes that came of no roster, or of one that doesn't say the same.
    CHANGES_WITHOUT_ROSTER: (i64,) => (AccountNo, i64) =
        "SELECT c.account_no, c.change_no FROM account_change c \
           LEFT JOIN roster r ON r.centre_id = c.centre_id AND r.roster_id = c.roster_id \
                             AND r.status = 'confirmed' AND r.employer_id = c.employer_id \
           LEFT JOIN remittance m ON m.centre_id = c.centre_id \
                                 AND m.remittance_id = r.remittance_id \
           LEFT JOIN batch_line l ON l.centre_id = c.centre_id AND l.batch_id = m.batch_id \
                                 AND l.account_no = c.account_no \
                                 AND l.base_fen = c.base_fen \
                                 AND l.employer_fen = c.employer_monthly_fen \
                                 AND l.member_fen = c.member_monthly_fen \
          WHERE c.centre_id = $1 AND l.account_no IS NULL \
            AND (c.roster_id IS NOT NULL \
                 OR c.kind IN ('opened', 'rebased', 'unsealed', 'transferred')) \
          ORDER BY c.account_no, c.change_no LIMIT $2";

    /// Lines of confirmed rosters that should have opened an account or changed it, and of which no
    /// change, next to the one that the line was judged by, says the same. For CROSS JOIN see `ledger::seal`: from rosters to their lines.
    LINES_WITHOUT_CHANGE: (i64,) => (RosterId, i64) =
        "SELECT l.roster_id, l.line_no FROM roster r \
          CROSS JOIN roster_line l \
           LEFT JOIN account_change c \
                  ON c.centre_id = l.centre_id AND c.roster_id = l.roster_id \
                 AND c.account_no = l.account_no \
                 AND c.kind = CASE l.change WHEN 'open' THEN 'opened' \
                                            WHEN 'rebase' THEN 'rebased' \
                                            WHEN 'unseal' THEN 'unsealed' \
                                            ELSE 'transferred' END \
                 AND c.change_no = COALESCE(l.account_change_no, 0) + 1 \
                 AND c.first_month = COALESCE(l.first_month, c.first_month) \
                 AND c.base_fen = l.base_fen \
                 AND c.employer_rate = l.employer_rate AND c.member_rate = l.member_rate \
                 AND c.employer_monthly_fen = l.employer_fen \
                 AND c.member_monthly_fen = l.member_fen \
          WHERE r.centre_id = $1 AND r.status = 'confirmed' AND l.centre_id = r.centre_id \
            AND l.roster_id = r.roster_id AND l.change <> 'continue' \
            AND c.account_no IS NULL \
          ORDER BY l.roster_id, l.line_no LIMIT $2";

    /// Changes that sealed an account and came of no sealing, or of one that doesn't say the same.
    CHANGES_WITHOUT_SEALING: (i64,) => (AccountNo, i64) =
        "SELECT c.account_no, c.change_no FROM account_change c \
           LEFT JOIN sealing_line l ON l.centre_id = c.centre_id \
                                   AND l.sealing_id = c.sealing_id \
                                   AND l.account_no = c.account_no \
           LEFT JOIN sealing s ON s.centre_id = l.centre_id AND s.sealing_id = l.sealing_id \
                              AND s.employer_id = c.employer_id \
                              AND s.from_month = c.sealed_from AND c.status = 'sealed' \
          WHERE c.centre_id = $1 AND s.sealing_id IS NULL \
            AND (c.sealing_id IS NOT NULL OR c.kind = 'sealed') \
          ORDER BY c.account_no, c.change_no LIMIT $2";

    /// Accounts of sealings that no change of theirs tells of.
    SEALED_WITHOUT_CHANGE: (i64,) => (SealingId, AccountNo) =
        "SELECT l.sealing_id, l.account_no FROM sealing_line l \
           LEFT JOIN account_change c ON c.centre_id = l.centre_id \
                                     AND c.sealing_id = l.sealing_id \
                                     AND c.account_no = l.account_no AND c.kind = 'sealed' \
          WHERE l.centre_id = $1 AND c.account_no IS NULL \
          ORDER BY l.sealing_id, l.account_no LIMIT $2";

    /// Every entry with its voucher, in the order of the detail digests.
    VOUCHER_ENTRIES: () => VoucherEntry =
        "SELECT e.voucher_id, e.account_no, e.entry_no, e.kind, e.carried_fen, e.current_fen, \
                e.month, e.business_date, e.value_date, v.business_date, v.detail_digest \
           FROM entry e \
           LEFT JOIN voucher v ON v.centre_id = e.centre_id AND v.voucher_id = e.voucher_id \
          WHERE e.centre_id = $1 ORDER BY e.voucher_id, e.account_no, e.entry_no";

    /// What vouchers say of the members' money, in order; a range of one ledger account.
    MEMBER_LINES: (String, String) => (VoucherId, Fen, Fen) =
        "SELECT voucher_id, debit_fen, credit_fen FROM voucher_line \
          WHERE centre_id = $1 AND book = 'fund' AND account >= $2 AND account < $3 \
          ORDER BY voucher_id";

    /// Vouchers that a digest says have entries, and that have none.
    VOUCHERS_WITHOUT_ENTRIES: (i64,) => (VoucherId,) =
        "SELECT v.voucher_id FROM voucher v \
          WHERE v.centre_id = $1 AND v.detail_digest IS NOT NULL AND NOT EXISTS \
                (SELECT 1 FROM entry e \
                  WHERE e.centre_id = $1 AND e.voucher_id = v.voucher_id) \
          ORDER BY v.voucher_id LIMIT $2";

    /// Months whose entry is missing, is another month's or brought another amount, or that say
    /// reversed while their entry stands, or the other way round. One taken over names the entry of
    /// the opening balance, which is no month's, and tells no amount.
    WRONG_MONTHS: (i64,) => (AccountNo, Month, MonthKind) =
        "SELECT m.account_no, m.month, m.kind FROM member_month m \
           LEFT JOIN entry e ON e.centre_id = m.centre_id AND e.account_no = m.account_no \
                            AND e.entry_no = m.entry_no \
           LEFT JOIN entry back \
                  ON back.centre_id = m.centre_id AND back.account_no = m.account_no \
                 AND back.reverses_entry_no = m.entry_no \
          WHERE m.centre_id = $1 \
            AND (e.entry_no IS NULL OR (m.kind = 'taken_over') <> (e.kind = 'taken_over') \
                 OR (m.kind = 'taken_over' AND m.amount_fen <> 0) \
                 OR (m.kind <> 'taken_over' \
                     AND (e.month IS NULL OR e.month <> m.month \
                          OR CAST(e.carried_fen AS NUMERIC) + e.current_fen <> m.amount_fen)) \
                 OR (m.kind = 'reversed' AND back.entry_no IS NULL) \
                 OR (m.kind <> 'reversed' AND back.entry_no IS NOT NULL)) \
          ORDER BY m.account_no, m.month LIMIT $2";

    /// Entries that pay a month, stand, and are not the month's entry.
    ENTRIES_WITHOUT_MONTH: (i64,) => (AccountNo, i64) =
        "SELECT e.account_no, e.entry_no FROM entry e \
           LEFT JOIN member_month m ON m.centre_id = e.centre_id AND m.account_no = e.account_no \
                                   AND m.month = e.month AND m.entry_no = e.entry_no \
           LEFT JOIN entry back \
                  ON back.centre_id = e.centre_id AND back.account_no = e.account_no \
                 AND back.reverses_entry_no = e.entry_no \
          WHERE e.centre_id = $1 AND e.month IS NOT NULL AND e.reverses_entry_no IS NULL \
            AND e.kind IN ('remittance', 'back_payment') \
            AND back.entry_no IS NULL AND m.entry_no IS NULL \
          ORDER BY e.account_no, e.entry_no LIMIT $2";

    /// Reversing entries that don't mirror the entry they name.
    WRONG_REVERSALS: (i64,) => (AccountNo, i64) =
        "SELECT back.account_no, back.entry_no FROM entry back \
           LEFT JOIN entry e ON e.centre_id = back.centre_id \
                            AND e.account_no = back.account_no \
                            AND e.entry_no = back.reverses_entry_no \
          WHERE back.centre_id = $1 AND back.reverses_entry_no IS NOT NULL \
            AND (e.entry_no IS NULL OR e.entry_no >= back.entry_no \
                 OR e.carried_fen <> -CAST(back.carried_fen AS NUMERIC) \
                 OR e.current_fen <> -CAST(back.current_fen AS NUMERIC) \
                 OR (e.batch_id IS NULL) <> (back.batch_id IS NULL) \
                 OR e.batch_id <> back.batch_id) \
          ORDER BY back.account_no, back.entry_no LIMIT $2";

    /// Every remittance.
    REMITTANCES: () => RemittanceFacts =
        "SELECT remittance_id, batch_id, status, people, employer_fen, member_fen, expected_fen, \
                posted_lines FROM remittance WHERE centre_id = $1 ORDER BY serial";

    /// Every line of a batch, in order.
    BATCH_LINES: () => (BatchId, i64, Fen, Fen) =
        "SELECT batch_id, line_no, employer_fen, member_fen FROM batch_line \
          WHERE centre_id = $1 ORDER BY batch_id, line_no";

    /// Every chunk with what its vouchers credit the members with.
    CHUNKS: (String,) => ChunkFacts =
        "SELECT c.remittance_id, c.chunk_no, c.from_line, c.to_line, c.amount_fen, l.credit_fen, \
                c.reversal_voucher_id, back.credit_fen \
           FROM remittance_chunk c \
           LEFT JOIN voucher_line l ON l.centre_id = c.centre_id \
                                   AND l.voucher_id = c.voucher_id AND l.account = $2 \
           LEFT JOIN voucher_line back ON back.centre_id = c.centre_id \
                                      AND back.voucher_id = c.reversal_voucher_id \
                                      AND back.account = $2 \
          WHERE c.centre_id = $1 ORDER BY c.remittance_id, c.chunk_no";

    /// Posted lines whose account has no entry of the batch with the line's amount.
    LINES_WITHOUT_ENTRY: (i64,) => (RemittanceId, i64) =
        "SELECT r.remittance_id, l.line_no FROM remittance r \
           JOIN batch_line l ON l.centre_id = r.centre_id AND l.batch_id = r.batch_id \
           LEFT JOIN entry e ON e.centre_id = l.centre_id AND e.account_no = l.account_no \
                            AND e.batch_id = l.batch_id AND e.reverses_entry_no IS NULL \
          WHERE r.centre_id = $1 AND r.status IN ('posting', 'posted', 'reversed') \
            AND l.line_no <= r.posted_lines \
            AND (e.entry_no IS NULL \
                 OR e.current_fen <> CAST(l.employer_fen AS NUMERIC) + l.member_fen) \
          ORDER BY r.remittance_id, l.line_no LIMIT $2";

    /// What waits in suspense.
    WAITING: () => (Fen,) =
        "SELECT left_fen FROM suspense WHERE centre_id = $1 AND status = 'waiting'";

    /// Arrivals whose voucher doesn't bring the amount into the bank account's ledger account.
    WRONG_ARRIVALS: (i64,) => (ArrivalId,) =
        "SELECT a.arrival_id FROM arrival a \
           LEFT JOIN bank_account b ON b.centre_id = a.centre_id \
                                   AND b.bank_account_id = a.bank_account_id \
           LEFT JOIN voucher_line l ON l.centre_id = a.centre_id \
                                   AND l.voucher_id = a.voucher_id \
                                   AND l.account = b.ledger_account \
                                   AND l.debit_fen = a.amount_fen \
          WHERE a.centre_id = $1 AND l.voucher_id IS NULL ORDER BY a.arrival_id LIMIT $2";

    /// Remittances in the books that weren't filled with what they expect, by arrivals that are
    /// there.
    PAID_BY_NOTHING: (i64,) => (RemittanceId,) =
        "SELECT r.remittance_id FROM remittance r \
           LEFT JOIN (SELECT f.remittance_id, SUM(f.amount_fen) AS amount_fen \
                        FROM remittance_funding f \
                        JOIN arrival a ON a.centre_id = f.centre_id \
                                      AND a.arrival_id = f.arrival_id \
                       WHERE f.centre_id = $1 GROUP BY f.remittance_id) AS filled \
                  ON filled.remittance_id = r.remittance_id \
                 AND filled.amount_fen = r.expected_fen \
          WHERE r.centre_id = $1 AND r.status IN ('posting', 'posted', 'reversed') \
            AND filled.remittance_id IS NULL \
          ORDER BY r.remittance_id LIMIT $2";

    /// Fundings that no remittance has, or whose money left no item of suspense.
    STRAY_FUNDINGS: (i64,) => (RemittanceId, i64) =
        "SELECT f.remittance_id, f.funding_no FROM remittance_funding f \
           LEFT JOIN remittance r ON r.centre_id = f.centre_id \
                                 AND r.remittance_id = f.remittance_id \
                                 AND r.status IN ('posting', 'posted', 'reversed') \
           LEFT JOIN remittance_chunk c ON c.centre_id = f.centre_id \
                                       AND c.remittance_id = f.remittance_id AND c.chunk_no = 1 \
           LEFT JOIN suspense s ON s.centre_id = f.centre_id AND s.suspense_id = f.suspense_id \
                               AND s.arrival_id = f.arrival_id \
           LEFT JOIN suspense_movement m \
                  ON m.centre_id = f.centre_id AND m.suspense_id = s.suspense_id \
                 AND m.voucher_id = c.voucher_id AND m.kind = 'allocated' \
                 AND m.amount_fen = f.amount_fen \
          WHERE f.centre_id = $1 \
            AND (r.remittance_id IS NULL \
                 OR (f.suspense_id IS NOT NULL AND m.suspense_id IS NULL)) \
          ORDER BY f.remittance_id, f.funding_no LIMIT $2";

    /// Items of which not so much is left as their movements leave.
    WRONG_LEFT: (i64,) => (SuspenseId,) =
        "SELECT s.suspense_id FROM suspense s \
           LEFT JOIN (SELECT suspense_id, SUM(amount_fen) AS amount_fen, \
                             COUNT(*) AS movements, MAX(movement_no) AS last_no \
                        FROM suspense_movement WHERE centre_id = $1 GROUP BY suspense_id) AS gone \
                  ON gone.suspense_id = s.suspense_id \
          WHERE s.centre_id = $1 \
            AND (s.left_fen < 0 OR s.left_fen <> s.amount_fen - COALESCE(gone.amount_fen, 0) \
                 OR COALESCE(gone.movements, 0) <> COALESCE(gone.last_no, 0) \
                 OR (s.status = 'waiting') <> (s.left_fen > 0)) \
          ORDER BY s.suspense_id LIMIT $2";

    /// Vouchers that don't debit suspense with what their movements took out of it.
    WRONG_MOVEMENTS: (i64, String) => (SuspenseId, i64) =
        "SELECT m.suspense_id, m.movement_no FROM suspense_movement m \
           LEFT JOIN suspense s ON s.centre_id = m.centre_id AND s.suspense_id = m.suspense_id \
           LEFT JOIN (SELECT voucher_id, SUM(amount_fen) AS amount_fen \
                        FROM suspense_movement WHERE centre_id = $1 GROUP BY voucher_id) AS taken \
                  ON taken.voucher_id = m.voucher_id \
           LEFT JOIN (SELECT voucher_id, SUM(debit_fen) AS debit_fen \
                        FROM voucher_line WHERE centre_id = $1 AND account = $3 \
                       GROUP BY voucher_id) AS booked \
                  ON booked.voucher_id = m.voucher_id \
          WHERE m.centre_id = $1 \
            AND (s.suspense_id IS NULL OR booked.debit_fen IS NULL \
                 OR booked.debit_fen <> taken.amount_fen) \
          ORDER BY m.suspense_id, m.movement_no LIMIT $2";

    /// What is still to come back of a kind.
    TO_COME_BACK: (RecoveryKind,) => (Fen,) =
        "SELECT left_fen FROM recovery WHERE centre_id = $1 AND kind = $2 AND status = 'open'";

    /// Recoveries of wires whose claim is in no voucher, and of any kind that don't say open while
    /// something is left.
    WRONG_RECOVERIES: (i64, String) => (RecoveryId,) =
        "SELECT r.recovery_id FROM recovery r \
           LEFT JOIN voucher_line l ON l.centre_id = r.centre_id AND l.voucher_id = r.voucher_id \
                                   AND l.account = $3 AND l.debit_fen = r.amount_fen \
          WHERE r.centre_id = $1 \
            AND ((l.voucher_id IS NULL AND r.kind = 'taken_back') OR r.left_fen < 0 OR r.left_fen > r.amount_fen \
                 OR (r.status = 'open') <> (r.left_fen > 0)) \
          ORDER BY r.recovery_id LIMIT $2";

    /// Money that waits although no arrival brought it.
    WAITING_FOR_NOTHING: (i64,) => (SuspenseId,) =
        "SELECT s.suspense_id FROM suspense s \
           LEFT JOIN arrival a ON a.centre_id = s.centre_id AND a.arrival_id = s.arrival_id \
          WHERE s.centre_id = $1 AND a.arrival_id IS NULL ORDER BY s.suspense_id LIMIT $2";

    /// Arrivals that say their money waits while none does, or the other way round.
    WRONG_STATUS: (i64,) => (ArrivalId,) =
        "SELECT a.arrival_id FROM arrival a \
          WHERE a.centre_id = $1 \
            AND (a.status = 'suspense') <> EXISTS \
                (SELECT 1 FROM suspense s \
                  WHERE s.centre_id = a.centre_id AND s.arrival_id = a.arrival_id \
                    AND s.status = 'waiting') \
          ORDER BY a.arrival_id LIMIT $2";

    /// Suspense whose voucher doesn't bring the amount into 21901.
    WRONG_SUSPENSE: (i64, String) => (SuspenseId,) =
        "SELECT s.suspense_id FROM suspense s \
           LEFT JOIN voucher_line l ON l.centre_id = s.centre_id \
                                   AND l.voucher_id = s.voucher_id \
                                   AND l.account = $3 AND l.credit_fen = s.amount_fen \
          WHERE s.centre_id = $1 AND l.voucher_id IS NULL ORDER BY s.suspense_id LIMIT $2";

    /// Every member. The date is read as text, so that one that no `Date` can be is told too.
    MEMBERS: () => MemberFacts =
        "SELECT member_id, name, name_lookup, id_kind, id_number, id_number_lookup, \
                id_tail_lookup, mobile, mobile_lookup, sex, CAST(born_on AS TEXT) \
           FROM member WHERE centre_id = $1 ORDER BY member_id";

    /// What is sealed of every employer.
    EMPLOYER_PEOPLE: () => EmployerPeople =
        "SELECT employer_id, legal_person_name, legal_person_id_number, agent_name, \
                agent_id_number, agent_mobile, agent_phone \
           FROM employer WHERE centre_id = $1 ORDER BY employer_id";

    /// Who paid, of every arrival.
    PAYERS: () => (ArrivalId, Sealed, Sealed) =
        "SELECT arrival_id, payer_name, payer_account FROM arrival \
          WHERE centre_id = $1 ORDER BY arrival_id";
}
