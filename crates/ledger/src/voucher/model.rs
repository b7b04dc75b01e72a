//! Vouchers and their lines as they are handed in and read back.

use db::Digest32;
use kernel::{Date, Fen, Instant, Month, RunId, VoucherId};

use crate::book::BookCode;
use crate::chart::AccountCode;

db::codes! {
    /// How a voucher came to be.
    pub enum VoucherKind {
        /// By a business event; nobody typed it.
        Automatic = "automatic", "自动";
        /// By an accountant, approved before it was posted.
        Manual = "manual", "手工";
        /// The balances that the book began with.
        Opening = "opening", "期初";
        /// In red letters: it takes back another voucher (冲账标识 02).
        Reversal = "reversal", "冲销";
    }
}

/// A voucher to be posted.
#[derive(Clone, Debug)]
pub struct NewVoucher {
    /// 账套.
    pub book: BookCode,
    /// 会计日期; its month is the period.
    pub business_date: Date,
    /// [`VoucherKind::Automatic`] or [`VoucherKind::Manual`]; the other two have their own use
    /// cases.
    pub kind: VoucherKind,
    /// 摘要, 1 to 255 characters.
    pub summary: String,
    /// 制单: the actor's label.
    pub preparer: String,
    /// On whose authority: the version of the policy, or the approval.
    pub authority: String,
    /// 附件单据数.
    pub attachments: i64,
    /// What kind of business it belongs to, such as `arrival`.
    pub source_kind: &'static str,
    /// Which one.
    pub source_id: String,
    /// Unique in the centre: what is posted under a key once is refused the second time.
    pub posting_key: String,
    /// The run of a bulk posting that this is a chunk of.
    pub run_id: Option<RunId>,
    /// Over the subsidiary entries that belong to the voucher, so that the chain covers them.
    pub detail_digest: Option<Digest32>,
    /// 分录, in the order shown.
    pub lines: Vec<Line>,
}

/// A line of a voucher to be posted. Exactly one of the amounts isn't zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// A leaf of the chart.
    pub account: AccountCode,
    /// 借方金额.
    pub debit: Fen,
    /// 贷方金额.
    pub credit: Fen,
    /// What the summary doesn't say; may be empty.
    pub memo: String,
}

impl Line {
    /// 借: a line on the debit side.
    #[must_use]
    pub fn debit(account: AccountCode, amount: Fen) -> Line {
        Line {
            account,
            debit: amount,
            credit: Fen::ZERO,
            memo: String::new(),
        }
    }

    /// 贷: a line on the credit side.
    #[must_use]
    pub fn credit(account: AccountCode, amount: Fen) -> Line {
        Line {
            account,
            debit: Fen::ZERO,
            credit: amount,
            memo: String::new(),
        }
    }

    /// The same line with a memo.
    #[must_use]
    pub fn with_memo(mut self, memo: impl Into<String>) -> Line {
        self.memo = memo.into();
        self
    }
}

/// What is to be taken back, and why.
#[derive(Clone, Debug)]
pub struct Reversal {
    /// The voucher.
    pub voucher_id: VoucherId,
    /// 会计日期 of the reversal; not before the voucher's.
    pub business_date: Date,
    /// Why; becomes part of the summary.
    pub reason: String,
    /// 制单.
    pub preparer: String,
    /// On whose authority.
    pub authority: String,
    /// Unique in the centre.
    pub posting_key: String,
    /// The run of a bulk reversal that this is a chunk of.
    pub run_id: Option<RunId>,
    /// Over the subsidiary entries that take back the voucher's.
    pub detail_digest: Option<Digest32>,
}

db::row! {
    /// A voucher in a list.
    pub struct VoucherSummary {
        /// Its id.
        pub voucher_id: VoucherId,
        /// 账套.
        pub book: BookCode,
        /// The month it is numbered in; none while it waits for the bookkeeper.
        pub month: Option<Month>,
        /// 凭证号 within the month; none while it waits for the bookkeeper.
        pub number: Option<i64>,
        /// 会计日期.
        pub business_date: Date,
        /// How it came to be.
        pub kind: VoucherKind,
        /// 摘要.
        pub summary: String,
        /// Sum of the debits, which is that of the credits; negative in a reversal.
        pub total: Fen,
        /// What kind of business it belongs to.
        pub source_kind: String,
        /// Which one.
        pub source_id: String,
        /// 制单.
        pub preparer: String,
        /// The voucher it takes back.
        pub reverses: Option<VoucherId>,
        /// The voucher that takes it back.
        pub reversed_by: Option<VoucherId>,
    }
}

db::row! {
    /// A voucher without its lines.
    pub struct VoucherHead {
        /// Its id.
        pub voucher_id: VoucherId,
        /// 账套.
        pub book: BookCode,
        /// The month it is numbered in; none while it waits for the bookkeeper.
        pub month: Option<Month>,
        /// 凭证号 within the month; none while it waits for the bookkeeper.
        pub number: Option<i64>,
        /// 会计日期.
        pub business_date: Date,
        /// How it came to be.
        pub kind: VoucherKind,
        /// 摘要.
        pub summary: String,
        /// Sum of the debits, which is that of the credits; negative in a reversal.
        pub total: Fen,
        /// What kind of business it belongs to.
        pub source_kind: String,
        /// Which one.
        pub source_id: String,
        /// 制单.
        pub preparer: String,
        /// The voucher it takes back.
        pub reverses: Option<VoucherId>,
        /// The voucher that takes it back.
        pub reversed_by: Option<VoucherId>,
        /// On whose authority it was posted.
        pub authority: String,
        /// 附件单据数.
        pub attachments: i64,
        /// The key it was posted under.
        pub posting_key: String,
        /// The run it is a chunk of.
        pub run_id: Option<RunId>,
        /// Over its subsidiary entries.
        pub detail_digest: Option<Digest32>,
        /// When it was posted.
        pub recorded_at: Instant,
        /// Its place in the book's chain.
        pub sequence: Option<i64>,
        /// The chain's hash at its place.
        pub hash: Option<Digest32>,
    }
}

db::row! {
    /// A line of a voucher, with its account's name (a number alone may not stand on a voucher).
    pub struct VoucherLine {
        /// From 1.
        pub line_no: i64,
        /// 科目编号.
        pub account: AccountCode,
        /// 科目名称.
        pub account_name: String,
        /// 借方金额.
        pub debit: Fen,
        /// 贷方金额.
        pub credit: Fen,
        /// What the summary doesn't say.
        pub memo: String,
    }
}

/// A posted voucher.
#[derive(Clone, Debug)]
pub struct Voucher {
    /// All but the lines.
    pub head: VoucherHead,
    /// 分录, by number.
    pub lines: Vec<VoucherLine>,
}

db::row! {
    /// An account's turnover over the vouchers of a run: a line of its summary voucher (汇总凭证).
    pub struct RunLine {
        /// 科目编号.
        pub account: AccountCode,
        /// 科目名称.
        pub account_name: String,
        /// 借方金额.
        pub debit: Fen,
        /// 贷方金额.
        pub credit: Fen,
    }
}
