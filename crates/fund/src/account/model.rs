//! What an account is, what moves it, and what a month of it can be.

use kernel::{
    AccountNo, BatchId, BranchId, Date, EmployerId, Fen, MemberId, Month, Rate, VoucherId,
};

db::codes! {
    /// 个人账户状态 (JGJ/T 320-2014 A.6).
    pub enum AccountStatus {
        /// 01 正常: contributes.
        Normal = "normal", "正常";
        /// 02 封存: keeps its balance, doesn't contribute.
        Sealed = "sealed", "封存";
        /// 03 合并销户: merged into the person's other account.
        Merged = "merged", "合并销户";
        /// 04 外部转出销户: moved to another centre.
        TransferredOut = "transferred_out", "外部转出销户";
        /// 05 提取销户: paid out and closed.
        Withdrawn = "withdrawn", "提取销户";
        /// 06 冻结: money may come in, none may go out.
        Frozen = "frozen", "冻结";
        /// 99 其他.
        Other = "other", "其他";
    }
}

impl AccountStatus {
    /// Whether the member contributes month by month: what counts as 缴存人数, and owes its months.
    #[must_use]
    pub const fn contributes(self) -> bool {
        matches!(self, Self::Normal | Self::Frozen)
    }
}

db::codes! {
    /// 归集和提取业务明细类型 (JGJ/T 320-2014 A.5).
    pub enum EntryKind {
        /// 01 汇缴.
        Remittance = "remittance", "汇缴";
        /// 02 补缴.
        BackPayment = "back_payment", "补缴";
        /// 03 开户.
        Opening = "opening", "开户";
        /// 04 启封.
        Unsealing = "unsealing", "启封";
        /// 05 封存.
        Sealing = "sealing", "封存";
        /// 06 内部转移.
        InternalTransfer = "internal_transfer", "内部转移";
        /// 07 外部转出.
        TransferOut = "transfer_out", "外部转出";
        /// 08 外部转入.
        TransferIn = "transfer_in", "外部转入";
        /// 09 年终结息.
        AnnualInterest = "annual_interest", "年终结息";
        /// 10 基数调整.
        BaseAdjustment = "base_adjustment", "基数调整";
        /// 11 部分提取.
        PartialWithdrawal = "partial_withdrawal", "部分提取";
        /// 12 销户提取.
        ClosingWithdrawal = "closing_withdrawal", "销户提取";
        /// 13 缓缴处理.
        Deferral = "deferral", "缓缴处理";
        /// 14 冻结.
        Freezing = "freezing", "冻结";
        /// 15 解冻.
        Unfreezing = "unfreezing", "解冻";
        /// 99 其他: what the account held when the centre moved in. The code set has no word for it:
        /// 03 开户 is the opening itself, years ago and without money, and any other would count the
        /// sum a second time in the statistics of what was contributed or transferred.
        TakenOver = "taken_over", "期初转入";
        /// 99 其他: advanced by the centre so that a wrong posting can be reversed whole though its money
        /// has left the account, or is frozen in it; see
        /// [`remittance::reverse`](crate::remittance::reverse).
        Shortfall = "shortfall", "错缴垫付";
        /// 99 其他.
        Other = "other", "其他";
    }
}

impl EntryKind {
    /// The kind as people read it of an entry; a reversal says so (冲账标识, A.9).
    #[must_use]
    pub fn label_of(self, is_reversal: bool) -> String {
        let label = self.label();
        match is_reversal {
            true => format!("{label}（冲销）"),
            false => label.to_owned(),
        }
    }
}

db::codes! {
    /// What money came in for a month of a member.
    pub enum MonthKind {
        /// 汇缴: the month's regular contribution.
        Remittance = "remittance", "汇缴";
        /// 补缴: a missed month made up for.
        BackPayment = "back_payment", "补缴";
        /// 预缴: a month paid ahead.
        Prepayment = "prepayment", "预缴";
        /// 期初转入: paid before the centre moved in. Its money lies in the entry of the opening
        /// balance, which it names; what the month brought isn't told, its amount is zero.
        TakenOver = "taken_over", "期初转入";
        /// 已冲销: its entry was reversed; the month may be paid again.
        Reversed = "reversed", "已冲销";
    }
}

impl MonthKind {
    /// The kind of the entry that pays such a month. A prepayment is regular contribution as the
    /// data standard sees it; `None` for a month that no posting pays: one reversed or taken over.
    #[must_use]
    pub const fn entry_kind(self) -> Option<EntryKind> {
        match self {
            Self::Remittance | Self::Prepayment => Some(EntryKind::Remittance),
            Self::BackPayment => Some(EntryKind::BackPayment),
            Self::TakenOver | Self::Reversed => None,
        }
    }
}

db::row! {
    /// 个人账户信息 (table 5.0.4): one account a person a centre (Regulation article 13).
    pub struct Account {
        /// 个人账号.
        pub account_no: AccountNo,
        /// The person.
        pub member_id: MemberId,
        /// The employer that contributes, or last did.
        pub employer_id: EmployerId,
        /// 管理部: the employer's.
        pub branch_id: BranchId,
        /// 个人账户状态.
        pub status: AccountStatus,
        /// 开户日期.
        pub opened_on: Date,
        /// 起缴年月: the first month that contributions of this employer are due for.
        pub first_month: Month,
        /// 封存年月: the first month that they are no longer due for; a sealed account has one, no
        /// other has.
        pub sealed_from: Option<Month>,
        /// 缴存基数, a month.
        pub base_fen: Fen,
        /// 单位缴存比例.
        pub employer_rate: Rate,
        /// 个人缴存比例.
        pub member_rate: Rate,
        /// 单位月缴存额.
        pub employer_monthly_fen: Fen,
        /// 个人月缴存额.
        pub member_monthly_fen: Fen,
        /// 上年结转余额.
        pub carried_fen: Fen,
        /// 当年归集余额.
        pub current_fen: Fen,
        /// 账户余额: both buckets together.
        pub balance_fen: Fen,
        /// The number of the last entry; 0 before the first.
        pub entry_count: i64,
        /// The number of the last change, see [`Change`](super::Change); 1 or more.
        pub change_count: i64,
    }
}

impl Account {
    /// 月缴存额, both sides.
    #[must_use]
    pub const fn monthly_fen(&self) -> Fen {
        let member = self.member_monthly_fen.get();
        Fen::new(self.employer_monthly_fen.get().saturating_add(member))
    }
}

db::row! {
    /// 个人业务明细信息 (table 5.0.5): one movement of an account. Never changed once written.
    pub struct Entry {
        /// The account moved.
        pub account_no: AccountNo,
        /// Counts from 1 in the account, without gaps.
        pub entry_no: i64,
        /// 业务明细类型.
        pub kind: EntryKind,
        /// 记账日期: the business date.
        pub business_date: Date,
        /// The day from which interest runs (Regulation article 21).
        pub value_date: Date,
        /// 上年结转发生额, signed.
        pub carried_fen: Fen,
        /// 当年归集发生额, signed.
        pub current_fen: Fen,
        /// 上年结转余额 afterwards.
        pub carried_after_fen: Fen,
        /// 当年归集余额 afterwards.
        pub current_after_fen: Fen,
        /// 账户余额 afterwards.
        pub balance_after_fen: Fen,
        /// The voucher that carries it.
        pub voucher_id: VoucherId,
        /// The batch that wrote it, when one did.
        pub batch_id: Option<BatchId>,
        /// 汇补缴年月, when it pays, or takes back, a month.
        pub month: Option<Month>,
        /// 冲账标识: the entry that this one reverses, when it does.
        pub reverses_entry_no: Option<i64>,
    }
}

db::row! {
    /// One line of a batch: what one account gets.
    pub struct BatchLine {
        /// The batch.
        pub batch_id: BatchId,
        /// Counts from 1 in the batch.
        pub line_no: i64,
        /// The account.
        pub account_no: AccountNo,
        /// 缴存基数 that the amounts come from.
        pub base_fen: Fen,
        /// 单位缴存额.
        pub employer_fen: Fen,
        /// 个人缴存额.
        pub member_fen: Fen,
    }
}
