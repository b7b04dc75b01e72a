//! Banks, and what the centre's accounts at them are for.

use db::{Digest, Digest32};
use kernel::{BankAccountId, CentreId, Date};
use ledger::AccountCode;

db::codes! {
    /// 银行代码: the three digits that JGJ/T 320-2014 and the banks' settlement system use.
    pub enum BankCode {
        /// 国家开发银行.
        DevelopmentBank = "201", "国家开发银行";
        /// 中国农业发展银行.
        AgriculturalDevelopmentBank = "203", "中国农业发展银行";
        /// 中国工商银行.
        IndustrialAndCommercialBank = "102", "中国工商银行";
        /// 中国农业银行.
        AgriculturalBank = "103", "中国农业银行";
        /// 中国银行.
        BankOfChina = "104", "中国银行";
        /// 中国建设银行.
        ConstructionBank = "105", "中国建设银行";
        /// 交通银行.
        BankOfCommunications = "301", "交通银行";
        /// 中信银行.
        CiticBank = "302", "中信银行";
        /// 中国光大银行.
        EverbrightBank = "303", "中国光大银行";
        /// 华夏银行.
        HuaXiaBank = "304", "华夏银行";
        /// 中国民生银行.
        MinshengBank = "305", "中国民生银行";
        /// 广发银行.
        GuangfaBank = "306", "广发银行";
        /// 平安银行.
        PingAnBank = "307", "平安银行";
        /// 招商银行.
        MerchantsBank = "308", "招商银行";
        /// 兴业银行.
        IndustrialBank = "309", "兴业银行";
        /// 上海浦东发展银行.
        PudongDevelopmentBank = "310", "上海浦东发展银行";
        /// 城市商业银行.
        CityCommercialBank = "313", "城市商业银行";
        /// 农村商业银行.
        RuralCommercialBank = "314", "农村商业银行";
        /// 农村信用社.
        RuralCreditCooperative = "402", "农村信用社";
        /// 中国邮政储蓄银行.
        PostalSavingsBank = "403", "中国邮政储蓄银行";
    }
}

db::codes! {
    /// 专户性质 (JGJ/T 320-2014 A.32).
    pub enum Nature {
        /// 住房公积金存款户: contributions, under ledger account 101.
        Fund = "fund", "住房公积金存款户";
        /// 增值收益存款户: surplus, under 102.
        Surplus = "surplus", "增值收益存款户";
        /// 委托贷款户: money set apart for loans, under 101.
        Entrusted = "entrusted", "委托贷款户";
    }
}

impl Nature {
    /// The ledger account under which such an account has its own (财会字〔1999〕33号: 101 and 102
    /// are kept by bank account).
    #[must_use]
    pub const fn parent(self) -> AccountCode {
        match self {
            Self::Fund | Self::Entrusted => AccountCode::literal("101"),
            Self::Surplus => AccountCode::literal("102"),
        }
    }
}

db::row! {
    /// An account of the centre at a bank (table 9.0.3).
    pub struct BankAccount {
        /// Its id.
        pub bank_account_id: BankAccountId,
        /// 银行代码.
        pub bank_code: BankCode,
        /// 银行专户号码.
        pub account_number: String,
        /// 银行专户名称.
        pub name: String,
        /// 专户性质.
        pub nature: Nature,
        /// 科目编号: its own account in the books.
        pub ledger_account: AccountCode,
        /// 开户日期.
        pub opened_on: Date,
    }
}

impl BankAccount {
    /// The digest of what was registered; nothing of it changes. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    pub(crate) fn facts(&self, centre: CentreId) -> Digest32 {
        Digest::new("bank_account")
            .column(centre)
            .column(self.bank_account_id)
            .column(self.bank_code)
            .text(&self.account_number)
            .text(&self.name)
            .column(self.nature)
            .column(self.ledger_account)
            .column(self.opened_on)
            .finish()
    }
}
