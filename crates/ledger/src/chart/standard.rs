//! The chart of accounts of 《住房公积金会计核算办法》 (财会字〔1999〕33号) with the usual sub-accounts.

use super::Side::{self, Credit, Debit};

/// A ledger account as a standard names it. Its side is its own: an account under another has the
/// side of that one.
#[derive(Clone, Copy, Debug)]
pub struct StandardAccount {
    /// 科目编号.
    pub code: &'static str,
    /// 科目名称.
    pub name: &'static str,
    /// 余额方向.
    pub side: Side,
}

const fn account(code: &'static str, side: Side, name: &'static str) -> StandardAccount {
    StandardAccount { code, name, side }
}

/// The fund's chart.
///
/// The first level is the 办法's and fixed, with its gaps. The second level of 214, 321, 401 and
/// 411 follows from the statements 会住房02表 and 会住房03表; the split of loans into personal and
/// project loans from the supplement on project loans (财会〔2010〕). 101 and 102 get one
/// sub-account a bank account when that is opened; 201 has none, its subsidiary ledger by employer
/// and member is kept by the accounts themselves.
pub const HOUSING_FUND: &[StandardAccount] = &[
    account("101", Debit, "住房公积金存款"),
    account("102", Debit, "增值收益存款"),
    account("111", Debit, "应收利息"),
    account("11101", Debit, "应收个人贷款利息"),
    account("11102", Debit, "应收项目贷款利息"),
    account("11103", Debit, "应收国家债券利息"),
    account("11104", Debit, "应收定期存款利息"),
    account("119", Debit, "其他应收款"),
    account("11901", Debit, "银行冲正待追回款"),
    account("11902", Debit, "错缴待追回款"),
    account("121", Debit, "委托贷款"),
    account("12101", Debit, "个人住房贷款"),
    account("12102", Debit, "项目贷款"),
    account("122", Debit, "逾期贷款"),
    account("12201", Debit, "逾期个人住房贷款"),
    account("12202", Debit, "逾期项目贷款"),
    account("124", Debit, "国家债券"),
    account("201", Credit, "住房公积金"),
    account("211", Credit, "应付利息"),
    account("214", Credit, "专项应付款"),
    account("21401", Credit, "住房公积金中心管理费用"),
    account("21402", Credit, "城市廉租住房建设补充资金"),
    account("219", Credit, "其他应付款"),
    account("21901", Credit, "暂收款"),
    account("21902", Credit, "未分摊款"),
    account("21903", Credit, "结算差错"),
    account("21904", Credit, "贷款保证金"),
    account("21905", Credit, "应付手续费"),
    account("301", Credit, "贷款风险准备"),
    account("30101", Credit, "个人贷款风险准备"),
    account("30102", Credit, "项目贷款风险准备"),
    account("311", Credit, "增值收益"),
    account("321", Credit, "增值收益分配"),
    account("32101", Credit, "提取贷款风险准备"),
    account("32102", Credit, "提取公积金中心管理费用"),
    account("32103", Credit, "城市廉租住房建设补充资金"),
    account("32104", Credit, "待分配增值收益"),
    account("401", Credit, "业务收入"),
    account("40101", Credit, "住房公积金利息收入"),
    account("40102", Credit, "增值收益利息收入"),
    account("40103", Credit, "委托贷款利息收入"),
    account("4010301", Credit, "个人贷款利息收入"),
    account("4010302", Credit, "项目贷款利息收入"),
    account("40104", Credit, "国家债券利息收入"),
    account("40105", Credit, "其他收入"),
    account("411", Debit, "业务支出"),
    account("41101", Debit, "住房公积金利息支出"),
    account("41102", Debit, "住房公积金归集手续费支出"),
    account("41103", Debit, "委托贷款手续费支出"),
    account("4110301", Debit, "个人贷款手续费支出"),
    account("4110302", Debit, "项目贷款手续费支出"),
    account("41104", Debit, "其他支出"),
];

#[cfg(test)]
mod tests {
    use super::super::AccountCode;
    use super::*;

    fn find(code: AccountCode) -> Option<&'static StandardAccount> {
        HOUSING_FUND
            .iter()
            .find(|account| account.code == code.as_str())
    }

    #[test]
    fn the_first_level_is_the_one_of_1999() {
        let first: Vec<&str> = HOUSING_FUND
            .iter()
            .map(|a| a.code)
            .filter(|code| code.len() == 3)
            .collect();
        let of_1999 = [
            "101", "102", "111", "119", "121", "122", "124", "201", "211", "214", "219", "301",
            "311", "321", "401", "411",
        ];
        assert_eq!(first, of_1999);
    }

    #[test]
    fn every_sub_account_follows_its_parent_and_has_its_side() {
        for account in HOUSING_FUND {
            let code = AccountCode::literal(account.code);
            assert!(
                account.name.chars().count() <= super::super::MAX_NAME_CHARS,
                "{code}"
            );
            if let Some(parent) = code.parent() {
                assert_eq!(find(parent).map(|p| p.side), Some(account.side), "{code}");
            }
        }
        assert!(
            HOUSING_FUND
                .windows(2)
                .all(|pair| pair[0].code < pair[1].code)
        );
    }
}
