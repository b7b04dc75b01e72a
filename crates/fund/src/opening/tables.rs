//! The files of an opening load: the national tables of JGJ/T 320-2014 by their names there, and two
//! of our own for what the standard has no table for.
//!
//! A column is found by its pinyin initials or its Chinese name, in any order; others are left alone.
//! Columns that the standard lacks are marked so: they stand in the same file.

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in the standard: pinyin initials.
    pub key: &'static str,
    /// Its Chinese name.
    pub name: &'static str,
    /// Whether the file must have it. What a row must fill in is another matter.
    pub required: bool,
}

/// A table and the file it comes in.
#[derive(Debug)]
pub struct TableFile {
    /// The file's name.
    pub file: &'static str,
    /// The Chinese name, with the number of the standard.
    pub title: &'static str,
    /// Whether a centre can't move in without it.
    pub required: bool,
    /// Its columns as far as they are read.
    pub columns: &'static [Column],
}

const fn must(key: &'static str, name: &'static str) -> Column {
    Column {
        key,
        name,
        required: true,
    }
}

const fn may(key: &'static str, name: &'static str) -> Column {
    Column {
        key,
        name,
        required: false,
    }
}

/// 缴存单位信息, and the branch that looks after each.
pub static UNITS: TableFile = TableFile {
    file: "st_common_unit.csv",
    title: "缴存单位信息（表4.0.2）",
    required: true,
    columns: &[
        must("DWMC", "单位名称"),
        must("DWZH", "单位账号"),
        may("DWDZ", "单位地址"),
        must("DWFRDBXM", "单位法人代表姓名"),
        may("DWFRDBZJLX", "单位法人代表证件类型"),
        may("DWFRDBZJHM", "单位法人代表证件号码"),
        must("DWLSGX", "单位隶属关系"),
        must("DWJJLX", "单位经济类型"),
        must("DWSSHY", "单位所属行业"),
        may("DWYB", "单位邮编"),
        may("DWDZXX", "单位电子信箱"),
        must("DWFXR", "单位发薪日"),
        must("JBRXM", "经办人姓名"),
        may("JBRGDDHHM", "经办人固定电话号码"),
        may("JBRSJHM", "经办人手机号码"),
        may("JBRZJLX", "经办人证件类型"),
        may("JBRZJHM", "经办人证件号码"),
        may("ZZJGDM", "组织机构代码"),
        may("DWSLRQ", "单位设立日期"),
        must("DWKHRQ", "单位开户日期"),
        must("STYHDM", "受托银行代码"),
        // Not of the standard: code or name of the branch. Left out where a centre has one.
        may("GLB", "管理部"),
    ],
};

/// 个人信息.
pub static PEOPLE: TableFile = TableFile {
    file: "st_common_person.csv",
    title: "个人信息（表4.0.3）",
    required: true,
    columns: &[
        must("GRZH", "个人账号"),
        must("XingMing", "姓名"),
        may("SJHM", "手机号码"),
        must("ZJLX", "证件类型"),
        must("ZJHM", "证件号码"),
    ],
};

/// 单位账户信息.
pub static UNIT_ACCOUNTS: TableFile = TableFile {
    file: "st_collection_unit_account.csv",
    title: "单位账户信息（表5.0.2）",
    required: true,
    columns: &[
        must("DWZH", "单位账号"),
        must("DWJCBL", "单位缴存比例"),
        must("GRJCBL", "个人缴存比例"),
        must("DWJCRS", "单位缴存人数"),
        must("DWFCRS", "单位封存人数"),
        must("DWZHYE", "单位账户余额"),
        must("DWZHZT", "单位账户状态"),
        must("JZNY", "缴至年月"),
    ],
};

/// 个人账户信息, and the employer of each, which the standard's table doesn't tell.
pub static ACCOUNTS: TableFile = TableFile {
    file: "st_collection_personal_account.csv",
    title: "个人账户信息（表5.0.4）",
    required: true,
    columns: &[
        must("GRZH", "个人账号"),
        // Not of the standard.
        must("DWZH", "单位账号"),
        must("GRJCJS", "个人缴存基数"),
        must("GRZHZT", "个人账户状态"),
        must("KHRQ", "开户日期"),
        must("GRZHYE", "个人账户余额"),
        must("GRZHSNJZYE", "个人账户上年结转余额"),
        must("GRZHDNGJYE", "个人账户当年归集余额"),
        must("GRYJCE", "个人月缴存额"),
        must("DWYJCE", "单位月缴存额"),
        // Not of the standard: the month from which contributions are due.
        may("QJNY", "起缴年月"),
    ],
};

/// 缴存月份: our own file, a row a run of months that are paid.
pub static PAID_MONTHS: TableFile = TableFile {
    file: "paid_months.csv",
    title: "缴存月份区间（自有表）",
    required: true,
    columns: &[
        must("GRZH", "个人账号"),
        must("QSNY", "起始年月"),
        must("ZZNY", "终止年月"),
        // Who paid, when it wasn't the employer of now.
        may("DWZH", "单位账号"),
    ],
};

/// 个人住房贷款借款合同信息.
pub static LOAN_CONTRACTS: TableFile = TableFile {
    file: "st_housing_personal_loan.csv",
    title: "个人住房贷款借款合同信息（表6.0.2）",
    required: false,
    columns: &[
        must("JKHTBH", "借款合同编号"),
        may("GFHTBH", "购房合同编号"),
        may("SWTYHDM", "受委托银行代码"),
        may("DKDBLX", "贷款担保类型"),
        may("YDFKRQ", "约定放款日期"),
        may("YDDQRQ", "约定到期日期"),
        must("DKHKFS", "贷款还款方式"),
        may("HKZH", "还款账号"),
        must("HTDKJE", "合同贷款金额"),
        may("DKLX", "贷款类型"),
        must("DKQS", "贷款期数"),
        may("FWZL", "房屋坐落"),
        may("FWXZ", "房屋性质"),
        may("FWZJ", "房屋总价"),
        must("JKHTLL", "借款合同利率"),
        may("JKRGJJZH", "借款人公积金账号"),
        must("JKRXM", "借款人姓名"),
        must("JKRZJLX", "借款人证件类型"),
        must("JKRZJH", "借款人证件号"),
        may("JKHTQDRQ", "借款合同签订日期"),
        may("YDHKR", "约定还款日"),
    ],
};

/// 个人住房贷款账户信息.
pub static LOANS: TableFile = TableFile {
    file: "st_housing_personal_account.csv",
    title: "个人住房贷款账户信息（表6.0.5）",
    required: false,
    columns: &[
        must("DKZH", "贷款账号"),
        must("JKHTBH", "借款合同编号"),
        may("DKFXDJ", "贷款风险等级"),
        must("DKFFE", "贷款发放额"),
        must("DKFFRQ", "贷款发放日期"),
        must("DKYE", "贷款余额"),
        must("DKLL", "贷款利率"),
        must("DKQS", "贷款期数"),
        may("DKJQRQ", "贷款结清日期"),
        may("HSBJZE", "回收本金总额"),
        may("HSLXZE", "回收利息总额"),
        may("FXZE", "罚息总额"),
        may("TQGHBJZE", "提前归还本金总额"),
        may("LJYQQS", "累计逾期期数"),
    ],
};

/// 个人住房贷款逾期登记信息.
pub static OVERDUE: TableFile = TableFile {
    file: "st_housing_overdue_registration.csv",
    title: "个人住房贷款逾期登记信息（表6.0.7）",
    required: false,
    columns: &[
        must("DKZH", "贷款账号"),
        must("YQQC", "逾期期次"),
        must("YQBJ", "逾期本金"),
        must("YQLX", "逾期利息"),
        may("YQFX", "逾期罚息"),
        may("SSRQ", "实收日期"),
        may("SSYQBJJE", "实收逾期本金金额"),
        may("SSYQLXJE", "实收逾期利息金额"),
        may("SSYQFXJE", "实收逾期罚息金额"),
    ],
};

/// 总账信息: the balances that the books begin with.
pub static LEDGER: TableFile = TableFile {
    file: "st_finance_general_ledger.csv",
    title: "总账信息（表8.0.3）",
    required: true,
    columns: &[
        must("KMBH", "科目编号"),
        may("KMMC", "科目名称"),
        must("QCYE", "期初余额"),
        must("QCYEFX", "期初余额方向"),
    ],
};

/// 银行专户信息, and the balance of each.
pub static BANKS: TableFile = TableFile {
    file: "st_settlement_special_bank_account.csv",
    title: "银行专户信息（表9.0.3）",
    required: true,
    columns: &[
        must("KMBH", "科目编号"),
        must("YHZHHM", "银行专户号码"),
        must("YHZHMC", "银行专户名称"),
        must("YHDM", "银行代码"),
        must("KHRQ", "开户日期"),
        must("ZHXZ", "专户性质"),
        // Not of the standard.
        must("YuE", "余额"),
    ],
};

/// 暂收款: our own file, a row an item that waits.
pub static SUSPENSE: TableFile = TableFile {
    file: "suspense.csv",
    title: "暂收款（自有表）",
    required: false,
    columns: &[
        must("DZRQ", "到账日期"),
        must("JE", "金额"),
        must("FKR", "付款人名称"),
        may("FKZH", "付款人账号"),
        must("YHZHHM", "银行专户号码"),
        may("YHJSLSH", "银行结算流水号"),
        may("DWZH", "单位账号"),
        may("ZhaiYao", "摘要"),
    ],
};

/// Every file, in the order in which they are read.
pub static FILES: [&TableFile; 11] = [
    &LEDGER,
    &BANKS,
    &SUSPENSE,
    &UNIT_ACCOUNTS,
    &UNITS,
    &PEOPLE,
    &ACCOUNTS,
    &PAID_MONTHS,
    &LOAN_CONTRACTS,
    &LOANS,
    &OVERDUE,
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_column_of_a_file_is_named_twice() {
        for table in FILES {
            let mut names = HashSet::new();
            for column in table.columns {
                assert!(names.insert(column.key), "{} {}", table.file, column.key);
                assert!(names.insert(column.name), "{} {}", table.file, column.name);
            }
        }
    }
}
