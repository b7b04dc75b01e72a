//! The empty roster that employers download: the header, and a page that says how to fill it in.

use kernel::{Broken, Result};
use platform::{App, Caller};
use sheet::{Heading, Writer};

use super::ROSTER_READ;
use super::columns::{self, title};

/// How the template is filled in.
const NOTES: &[&str] = &[
    "姓名：必填，与身份证件一致；少数民族姓名中的间隔号用“·”。",
    "证件类型：居民身份证、军官证、护照、外国人永久居留证或其他证件；不填视为居民身份证。",
    "证件号码：必填，单元格须为“文本”格式，否则18位号码的末三位会丢失；同一职工只列一行。",
    "手机号码：可不填；新开户的职工建议填写。",
    "缴存基数：必填，职工本人上一年度月平均工资（元），不低于公布的下限、不高于上限。",
    "单位缴存比例、个人缴存比例：可不填，不填按单位登记的比例；填写的须与登记的一致。",
    "单位月缴存额、个人月缴存额、月缴存额合计：可不填，由中心核定；填写的须与核定的一致。",
    "各列的次序可以调整，也可以另加列；表头的名称请保留。合计行会自动跳过。",
];

/// The template as an `.xlsx` file.
///
/// # Errors
/// `action_forbidden`.
pub async fn template(app: &App, caller: &Caller) -> Result<Vec<u8>> {
    app.enforce_widest(caller, &ROSTER_READ).await?;
    write().map_err(|error| Broken::caused_by("writing the roster template", error).into())
}

fn write() -> std::result::Result<Vec<u8>, sheet::Error> {
    let headings = [
        Heading::text(title(columns::NAME), 14),
        Heading::text(title(columns::ID_KIND), 14),
        Heading::text(title(columns::ID_NUMBER), 24),
        Heading::text(title(columns::MOBILE), 16),
        Heading::amount(title(columns::BASE)),
        Heading::rate(title(columns::EMPLOYER_RATE)),
        Heading::rate(title(columns::MEMBER_RATE)),
        Heading::amount(title(columns::EMPLOYER_AMOUNT)),
        Heading::amount(title(columns::MEMBER_AMOUNT)),
        Heading::amount(title(columns::TOTAL)),
    ];
    let mut writer = Writer::new("汇缴清册", &headings)?;
    writer.notes("填写说明", NOTES)?;
    writer.finish()
}
