//! The columns of a roster file: what they are called in the files that employers have.

use sheet::{Column, HeaderSpec};

/// 姓名.
pub(crate) const NAME: &str = "name";
/// 证件类型.
pub(crate) const ID_KIND: &str = "id_kind";
/// 证件号码.
pub(crate) const ID_NUMBER: &str = "id_number";
/// 缴存基数, yuan.
pub(crate) const BASE: &str = "base";
/// 单位缴存比例.
pub(crate) const EMPLOYER_RATE: &str = "employer_rate";
/// 个人缴存比例.
pub(crate) const MEMBER_RATE: &str = "member_rate";
/// 单位月缴存额, yuan.
pub(crate) const EMPLOYER_AMOUNT: &str = "employer_amount";
/// 个人月缴存额, yuan.
pub(crate) const MEMBER_AMOUNT: &str = "member_amount";
/// 月缴存额合计, yuan.
pub(crate) const TOTAL: &str = "total";
/// 手机号码.
pub(crate) const MOBILE: &str = "mobile";
/// 参加工作日期: the first day of work at all. Under the template's title alone, as the next: personnel
/// lists have columns such as 入职日期 that say what nobody checked.
pub(crate) const STARTED_WORK: &str = "started_work";
/// 调入日期: the first day with this employer.
pub(crate) const JOINED: &str = "joined";
/// 行号 or 序号: known, so that it isn't reported as unknown, and not read.
pub(crate) const ROW_NUMBER: &str = "row_number";
/// 问题: what an export of findings says of the row; known and not read.
pub(crate) const PROBLEMS: &str = "problems";

/// The first name of each column is its title: the template's, and the findings'.
const COLUMNS: &[Column] = &[
    Column {
        key: ROW_NUMBER,
        names: &["行号", "序号", "编号"],
        required: false,
    },
    Column {
        key: NAME,
        names: &["姓名", "职工姓名", "员工姓名", "缴存人姓名", "个人姓名"],
        required: true,
    },
    Column {
        key: ID_KIND,
        names: &["证件类型", "证件种类", "身份证件类型"],
        required: false,
    },
    Column {
        key: ID_NUMBER,
        names: &[
            "证件号码",
            "身份证号码",
            "身份证号",
            "公民身份号码",
            "居民身份证号码",
            "证件号",
            "身份证",
        ],
        required: true,
    },
    Column {
        key: BASE,
        names: &[
            "缴存基数",
            "公积金基数",
            "月缴存基数",
            "住房公积金缴存基数",
            "个人缴存基数",
            "工资基数",
            "基数",
        ],
        required: true,
    },
    Column {
        key: EMPLOYER_RATE,
        names: &["单位缴存比例", "单位比例", "单位缴交比例"],
        required: false,
    },
    Column {
        key: MEMBER_RATE,
        names: &[
            "个人缴存比例",
            "个人比例",
            "职工缴存比例",
            "个人缴交比例",
            "职工比例",
        ],
        required: false,
    },
    Column {
        key: EMPLOYER_AMOUNT,
        names: &[
            "单位月缴存额",
            "单位缴存额",
            "单位月缴额",
            "单位缴存金额",
            "单位部分",
            "单位缴交额",
        ],
        required: false,
    },
    Column {
        key: MEMBER_AMOUNT,
        names: &[
            "个人月缴存额",
            "个人缴存额",
            "个人月缴额",
            "职工月缴存额",
            "职工缴存额",
            "个人缴存金额",
            "个人部分",
            "个人缴交额",
        ],
        required: false,
    },
    Column {
        key: TOTAL,
        names: &[
            "月缴存额合计",
            "合计",
            "月缴存额",
            "缴存额合计",
            "合计缴存额",
            "月缴额合计",
            "合计金额",
        ],
        required: false,
    },
    Column {
        key: MOBILE,
        names: &["手机号码", "手机号", "手机", "联系电话", "移动电话"],
        required: false,
    },
    Column {
        key: STARTED_WORK,
        names: &["参加工作日期"],
        required: false,
    },
    Column {
        key: JOINED,
        names: &["调入日期"],
        required: false,
    },
    Column {
        key: PROBLEMS,
        names: &["问题"],
        required: false,
    },
];

/// Every column that is read.
pub(crate) const KEYS: &[&str] = &[
    NAME,
    ID_KIND,
    ID_NUMBER,
    BASE,
    EMPLOYER_RATE,
    MEMBER_RATE,
    EMPLOYER_AMOUNT,
    MEMBER_AMOUNT,
    TOTAL,
    MOBILE,
    STARTED_WORK,
    JOINED,
];

/// How a roster's header is recognised.
pub(crate) const HEADER: HeaderSpec<'static> = HeaderSpec { columns: COLUMNS };

/// The title of a column as the template writes it.
pub(crate) fn title(key: &'static str) -> &'static str {
    COLUMNS
        .iter()
        .find(|column| column.key == key)
        .map_or(key, |column| column.names[0])
}

/// Whether the column's cells hold days.
pub(crate) fn holds_days(key: &str) -> bool {
    matches!(key, STARTED_WORK | JOINED)
}

/// Whether the centre assesses the column's amounts, whatever the file states.
pub(crate) fn is_assessed(key: &str) -> bool {
    matches!(key, EMPLOYER_AMOUNT | MEMBER_AMOUNT | TOTAL)
}

/// Whether a roster without the column is refused.
pub(crate) fn is_required(key: &str) -> bool {
    COLUMNS
        .iter()
        .any(|column| column.key == key && column.required)
}
