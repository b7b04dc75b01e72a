//! Filters in words, for the head of a workbook and for the trail.

use kernel::Fen;

/// How the value of a filter is put into words.
pub(crate) enum Words<T> {
    /// A code of a closed set.
    Code(fn(&str) -> Option<&'static str>),
    /// An id that stands for something whose name every row found has.
    OfRow(fn(&T) -> String),
    /// What identifies a person here, though elsewhere it needn't: a name. Never shown.
    Personal,
}

/// The words of a closed set, for [`Words::Code`].
macro_rules! code_words {
    ($codes:ty) => {
        $crate::export::Words::Code(|code| {
            let known = <$codes>::ALL.iter().find(|one| one.code() == code);
            known.map(|one| one.label())
        })
    };
}
pub(crate) use code_words;

/// What kind of value a filter takes, as far as words go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    Yuan,
    /// An id, which tells people nothing.
    Id,
    /// A condition that holds or doesn't.
    Truth,
    /// What identifies a person: named, its value never shown.
    Personal,
}

/// What the filters of all lists are called.
const TITLES: &[(&str, &str, Kind)] = &[
    ("account", "科目编码", Kind::Plain),
    ("account_no", "个人账号", Kind::Plain),
    ("action", "操作", Kind::Plain),
    ("actor", "操作者", Kind::Plain),
    ("amount_fen", "金额", Kind::Yuan),
    ("approval_id", "审批", Kind::Id),
    ("arrangement_id", "代付关系", Kind::Id),
    ("arrival_id", "到账", Kind::Id),
    ("at", "时间", Kind::Plain),
    ("audit_id", "记录号", Kind::Plain),
    ("bank_account_id", "收款账户", Kind::Id),
    ("bank_serial", "银行流水号", Kind::Plain),
    ("book", "账套", Kind::Plain),
    ("branch_id", "管理部", Kind::Id),
    ("business", "审批业务", Kind::Plain),
    ("business_date", "记账日期", Kind::Plain),
    ("certificate_id", "证明或回单", Kind::Id),
    ("change", "变动", Kind::Plain),
    ("citable", "可以引用", Kind::Truth),
    ("code", "核验码", Kind::Personal),
    ("contributes", "缴存中", Kind::Truth),
    ("credit_code", "统一社会信用代码", Kind::Plain),
    ("date", "会计日期", Kind::Plain),
    ("day", "日期", Kind::Plain),
    ("debtor", "欠款职工账号", Kind::Plain),
    ("due_on", "办理期限", Kind::Plain),
    ("employer_id", "缴存单位", Kind::Id),
    ("employer_no", "单位账号", Kind::Plain),
    ("entry_no", "明细序号", Kind::Plain),
    ("faulty", "有误", Kind::Truth),
    ("held_on", "会议日期", Kind::Plain),
    ("id_number", "证件号码", Kind::Personal),
    ("id_tail", "证件号码后六位", Kind::Personal),
    ("kind", "类型", Kind::Plain),
    ("line_no", "行号", Kind::Plain),
    ("maker_id", "提交人", Kind::Id),
    ("matter", "决议事项", Kind::Plain),
    ("meeting_id", "管委会会议", Kind::Id),
    ("member_id", "缴存人", Kind::Id),
    ("mobile", "手机号码", Kind::Personal),
    ("month", "年月", Kind::Plain),
    ("months_owed", "欠缴月数", Kind::Plain),
    ("name", "名称", Kind::Plain),
    ("named", "已知归属单位", Kind::Truth),
    ("new_employer_id", "新单位", Kind::Id),
    ("number", "凭证号", Kind::Plain),
    ("old_employer_id", "原单位", Kind::Id),
    ("outcome", "结果", Kind::Plain),
    ("owner", "归属单位", Kind::Id),
    ("payer_id", "代付单位", Kind::Id),
    ("payment_code", "缴款码", Kind::Plain),
    ("reason_code", "原因", Kind::Plain),
    ("recovery_id", "追款", Kind::Id),
    ("remittance_id", "汇缴", Kind::Id),
    ("resolution_id", "管委会决议", Kind::Id),
    ("resolution_number", "决议文号", Kind::Plain),
    ("roster_id", "清册", Kind::Id),
    ("run_id", "汇总", Kind::Id),
    ("serial", "业务流水", Kind::Plain),
    ("sign_in_name", "登录名", Kind::Plain),
    ("source_id", "来源业务", Kind::Id),
    ("source_kind", "来源", Kind::Plain),
    ("stands", "在代付期内", Kind::Truth),
    ("status", "状态", Kind::Plain),
    ("subject", "任务对象", Kind::Plain),
    ("subject_id", "对象编号", Kind::Plain),
    ("subject_kind", "对象", Kind::Plain),
    ("suspense_id", "暂收", Kind::Id),
    ("title", "名称", Kind::Plain),
    ("value_date", "银行日期", Kind::Plain),
    ("voucher_id", "凭证", Kind::Id),
    ("waits_for_me", "待我办理", Kind::Truth),
];

/// The title of a filter by the name of its column, and what kind its values are.
pub(super) fn titled(column: &str) -> Option<(&'static str, Kind)> {
    let known = TITLES.iter().find(|(name, _, _)| *name == column);
    known.map(|(_, title, kind)| (*title, *kind))
}

/// The filters as a line for people. `first` is the first row found.
pub(super) fn filters<T>(
    asked: &[(String, String)],
    words: &[(&str, Words<T>)],
    first: Option<&T>,
) -> String {
    if asked.is_empty() {
        return "筛选条件：无（全部）".to_owned();
    }
    let said: Vec<String> = asked
        .iter()
        .map(|(name, value)| {
            let (column, how) = name.split_once('.').unwrap_or((name, ""));
            let own = words.iter().find(|(named, _)| *named == column);
            said(column, how, value, own.map(|(_, words)| words), first)
        })
        .collect();
    format!("筛选条件：{}", said.join("；"))
}

fn said<T>(
    column: &str,
    how: &str,
    value: &str,
    words: Option<&Words<T>>,
    first: Option<&T>,
) -> String {
    let (title, kind) = titled(column).unwrap_or(("其他条件", Kind::Plain));
    let value = match (kind, words) {
        (Kind::Personal, _) | (_, Some(Words::Personal)) => "按所输入的查找（不列出）".to_owned(),
        (_, Some(Words::Code(word))) => word(value).unwrap_or(value).to_owned(),
        (_, Some(Words::OfRow(name))) => first.map_or_else(|| "所选的一个".to_owned(), name),
        (Kind::Id, None) => "所选的一个".to_owned(),
        (Kind::Truth, None) => if value == "true" { "是" } else { "否" }.to_owned(),
        (Kind::Yuan, None) => {
            let fen = value.parse().ok().map(Fen::new);
            fen.map_or_else(
                || value.to_owned(),
                |amount| format!("{} 元", amount.accounted()),
            )
        }
        (Kind::Plain, None) => value.to_owned(),
    };
    match how {
        "contains" => format!("{title} 含“{value}”"),
        "from" => format!("{title} 自 {value}"),
        "to" => format!("{title} 至 {value}"),
        _ => format!("{title} {value}"),
    }
}

/// The filters as the trail keeps them: of what identifies a person, only that it was asked for.
pub(super) fn for_the_trail<T>(
    asked: &[(String, String)],
    words: &[(&str, Words<T>)],
) -> Vec<(String, String)> {
    let kept = |(name, value): &(String, String)| {
        let column = name.split('.').next().unwrap_or(name);
        let own = words.iter().find(|(named, _)| *named == column);
        let is_personal = matches!(own, Some((_, Words::Personal)))
            || titled(column).is_none_or(|(_, kind)| kind == Kind::Personal);
        let value = if is_personal { "*" } else { value.as_str() };
        (name.clone(), value.to_owned())
    };
    asked.iter().map(kept).collect()
}
