//! What a roster is, its states and its lines.

use db::Lookup;
use kernel::{
    AccountNo, Date, EmployerId, Fault, Fen, Instant, MobileNumber, Month, PersonName, Rate,
    RemittanceId, RosterId,
};

use sheet::SkippedBecause;

use super::columns;
use crate::account::AccountStatus;
use crate::member::IdDocument;

db::codes! {
    /// 清册状态.
    pub enum RosterStatus {
        /// Read and judged; nothing else has changed yet.
        Previewed = "previewed", "待确认";
        /// A remittance was assessed from it.
        Confirmed = "confirmed", "已确认";
        /// Given up, or replaced by another upload.
        Discarded = "discarded", "已失效";
    }
}

db::codes! {
    /// What a line does to the person's account when the roster is confirmed.
    pub enum Change {
        /// 开户: there is none yet.
        Open = "open", "新开户";
        /// It stays as it is.
        Continue = "continue", "续缴";
        /// 基数调整: base, rates or monthly amounts become those of the line.
        Rebase = "rebase", "调整";
        /// 启封: the employer had sealed it, and contributes again.
        Unseal = "unseal", "启封";
        /// 内部转移: another employer had sealed it; this one contributes from now on.
        Transfer = "transfer", "转入";
    }
}

impl Change {
    /// Whether the employer begins to contribute: the line then tells from which month.
    pub(crate) const fn begins(self) -> bool {
        matches!(self, Self::Open | Self::Unseal | Self::Transfer)
    }
}

/// One thing wrong with one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stable code.
    pub code: String,
    /// The column's title, as the template writes it.
    pub column: String,
    /// The Chinese sentence that says what would be right.
    pub sentence: String,
}

impl Finding {
    pub(crate) fn new(
        column: &'static str,
        code: &'static str,
        sentence: impl Into<String>,
    ) -> Finding {
        Finding {
            code: code.to_owned(),
            column: columns::title(column).to_owned(),
            sentence: sentence.into(),
        }
    }

    /// The finding of a value that couldn't be read.
    pub(crate) fn of(column: &'static str, fault: &impl Fault) -> Finding {
        Finding::new(column, fault.code(), fault.sentence())
    }

    /// The column and what is wrong there; a sentence that begins with its column names it itself.
    pub(crate) fn told(&self) -> String {
        match self.sentence.starts_with(&self.column) {
            true => self.sentence.clone(),
            false => format!("{}：{}", self.column, self.sentence),
        }
    }
}

/// How far the reading of a roster has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows read and judged.
    pub rows: i64,
    /// How many there will be, to judge by the part of the file that they took.
    pub rows_expected: i64,
}

impl Progress {
    pub(crate) fn of(rows: i64, read: sheet::Progress) -> Progress {
        let (part, whole) = (read.read_bytes.max(1), read.total_bytes.max(1));
        // A file may hold more than its rows, and a buffer more than was read of it.
        let expected = i128::from(rows) * i128::from(whole) / i128::from(part);
        let rows_expected = i64::try_from(expected).unwrap_or(rows).max(rows);
        Progress {
            rows,
            rows_expected,
        }
    }
}

/// Something about the whole file that the clerk should know before confirming. Nothing is wrong with
/// it, and it keeps nothing back.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Note {
    /// The stable code.
    pub code: String,
    /// The Chinese sentence.
    pub sentence: String,
}

impl From<&sheet::Note> for Note {
    fn from(note: &sheet::Note) -> Note {
        Note {
            code: note.code().to_owned(),
            sentence: note.sentence(),
        }
    }
}

/// Who a row speaks of: what could be read, and what was written for the clerk to see.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) name: Option<PersonName>,
    pub(crate) name_written: String,
    pub(crate) document: Option<IdDocument>,
    /// The resident ID number was one of the 15 digits issued before 1999 and was brought to 18:
    /// it has no check character, so a mistyped one isn't noticed.
    pub(crate) number_upgraded: bool,
    pub(crate) number_written: String,
    pub(crate) mobile: Option<MobileNumber>,
}

/// When the person began to work, as far as the row tells (Regulation article 17).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Start {
    /// 参加工作日期: began to work at all.
    pub(crate) started_work: Option<Date>,
    /// 调入日期: came to this employer.
    pub(crate) joined: Option<Date>,
}

/// A row as read: amounts are those assessed, `None` where the row doesn't allow to tell.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) person: Person,
    pub(crate) base_fen: Option<Fen>,
    pub(crate) employer_rate: Option<Rate>,
    pub(crate) member_rate: Option<Rate>,
    pub(crate) employer_fen: Option<Fen>,
    pub(crate) member_fen: Option<Fen>,
    /// Looked at only where the employer begins to contribute.
    pub(crate) start: std::result::Result<Start, Vec<Finding>>,
    pub(crate) findings: Vec<Finding>,
}

db::row! {
    /// The account that a line's person already has.
    pub(crate) struct AccountFacts {
        pub(crate) line_no: i64,
        pub(crate) account_no: AccountNo,
        /// The number of its last change.
        pub(crate) change_count: i64,
        pub(crate) employer_id: EmployerId,
        pub(crate) status: AccountStatus,
        /// 起缴年月 with the employer that has it now.
        pub(crate) first_month: Month,
        /// 封存年月 of a sealed account.
        pub(crate) sealed_from: Option<Month>,
        pub(crate) name_lookup: Lookup,
        pub(crate) base_fen: Fen,
        pub(crate) employer_rate: Rate,
        pub(crate) member_rate: Rate,
        pub(crate) employer_monthly_fen: Fen,
        pub(crate) member_monthly_fen: Fen,
        /// The entry that paid the month already.
        pub(crate) paid_entry: Option<i64>,
        /// How many times the employer had it and sealed it later than the month: the month is still
        /// the employer's to pay. Asked only of accounts that don't contribute with it now.
        pub(crate) served: i64,
    }
}

/// A row of the file that is no line, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SkippedRow {
    /// The sheet row, from 1.
    pub row: i64,
    /// Why, in Chinese.
    pub reason: String,
}

impl From<&sheet::Skipped> for SkippedRow {
    fn from(skipped: &sheet::Skipped) -> SkippedRow {
        let reason = match skipped.because {
            SkippedBecause::Totals => "合计行",
            SkippedBecause::Footer => "表尾说明行",
            SkippedBecause::NothingFilledIn => "未填写的行",
        };
        SkippedRow {
            row: i64::from(skipped.row),
            reason: reason.to_owned(),
        }
    }
}

db::row! {
    /// 清册 as the list shows it.
    pub struct RosterSummary {
        /// Its id; ids grow with time.
        pub roster_id: RosterId,
        /// The employer.
        pub employer_id: EmployerId,
        /// 单位名称.
        pub employer_name: String,
        /// 缴存年月.
        pub month: Month,
        /// 清册状态.
        pub status: RosterStatus,
        /// Lines.
        pub rows: i64,
        /// Lines that keep it from being confirmed.
        pub faulty_rows: i64,
        /// People who have no account yet.
        pub new_accounts: i64,
        /// Accounts whose base, rates or amounts change.
        pub changed_bases: i64,
        /// Accounts that the employer had sealed and takes up again.
        pub unsealed_accounts: i64,
        /// Accounts that come over from other employers.
        pub transferred_accounts: i64,
        /// Contributing members of the employer who don't stand in it.
        pub missing_members: i64,
        /// 单位缴存额 of the lines that could be assessed.
        pub employer_amount_fen: Fen,
        /// 个人缴存额 of the lines that could be assessed.
        pub member_amount_fen: Fen,
        /// When it was uploaded.
        pub created_at: Instant,
        /// Who uploaded it.
        pub created_by: String,
        /// The remittance assessed from it.
        pub remittance_id: Option<RemittanceId>,
    }
}

impl RosterSummary {
    /// What the lines come to that could be assessed, both sides.
    #[must_use]
    pub const fn total_fen(&self) -> Fen {
        let member = self.member_amount_fen.get();
        Fen::new(self.employer_amount_fen.get().saturating_add(member))
    }
}
