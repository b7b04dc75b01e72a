//! The empty roster that employers download: the header, and a page that says how to fill it in.

use kernel::{Broken, Result};
use platform::{App, Caller};
use sheet::{Heading, Writer};

use super::ROSTER_READ;
use super::columns::{self, is_required, title};

/// The sheet of the roster.
pub(super) const SHEET: &str = "汇缴清册";

/// The columns of the template, in its order.
pub(super) const COLUMNS: [&str; 12] = [
    columns::NAME,
    columns::ID_KIND,
    columns::ID_NUMBER,
    columns::MOBILE,
    columns::BASE,
    columns::EMPLOYER_RATE,
    columns::MEMBER_RATE,
    columns::EMPLOYER_AMOUNT,
    columns::MEMBER_AMOUNT,
    columns::TOTAL,
    columns::STARTED_WORK,
    columns::JOINED,
];

/// How the template is filled in.
const NOTES: &[&str] = &[
    "带 * 的列必填：姓名、证件号码、缴存基数。",
    "填写示例：姓名 张三｜证件类型 居民身份证｜证件号码 11010519491231002X｜手机号码 13800138000｜缴存基数 6500.00｜其余各列不填。",
    "姓名：与身份证件一致；少数民族姓名中的间隔号用“·”。",
    "证件类型：居民身份证、军官证、护照、外国人永久居留证、港澳居民来往内地通行证、台湾居民来往大陆通行证或其他证件；不填视为居民身份证。港澳台居民居住证按居民身份证填写。",
    "证件号码：单元格须为“文本”格式，否则18位号码的末三位会丢失；同一职工只列一行。",
    "手机号码：可不填；新开户的职工建议填写。",
    "缴存基数：职工本人上一年度月平均工资（元），不低于公布的下限、不高于上限。",
    "单位缴存比例、个人缴存比例：可不填，不填按单位登记的比例；填写的须与登记的一致。",
    "单位月缴存额、个人月缴存额、月缴存额合计：可不填，由中心核定；填写的须与核定的一致；导出的清册里这三列是公式，改了缴存基数会随之计算。",
    "参加工作日期、调入日期：新增职工填写；新参加工作的自参加工作的第二个月起缴存，新调入的自调入当月起缴存；在缴职工不填。",
    "各列的次序可以调整，也可以另加列；表头的名称请保留。合计行会自动跳过。",
    "隐藏的工作表不读取；隐藏的行和列照常读取。也可以上传 CSV 文件（UTF-8 或 GB18030 编码）。",
];

/// The template as an `.xlsx` file.
///
/// # Errors
/// `action_forbidden`.
pub async fn template(app: &App, caller: &Caller) -> Result<Vec<u8>> {
    app.enforce_widest(caller, &ROSTER_READ).await?;
    write().map_err(unwritable)
}

/// The breakage of a workbook that can't be written.
pub(super) fn unwritable(error: sheet::Error) -> kernel::Error {
    Broken::caused_by("writing a roster", error).into()
}

fn write() -> std::result::Result<Vec<u8>, sheet::Error> {
    let mut writer = Writer::new(SHEET, &COLUMNS.map(heading))?;
    writer.notes("填写说明", NOTES)?;
    writer.finish()
}

/// The heading of a column, with a star in front where it must be filled in.
pub(super) fn heading(key: &'static str) -> Heading {
    let star = if is_required(key) { "*" } else { "" };
    let title = format!("{star}{}", title(key));
    match key {
        columns::BASE | columns::EMPLOYER_AMOUNT | columns::MEMBER_AMOUNT | columns::TOTAL => {
            Heading::amount(&title)
        }
        columns::EMPLOYER_RATE | columns::MEMBER_RATE => Heading::rate(&title),
        _ => Heading::text(&title, text_width(key)),
    }
}

/// How wide a column of texts is, in Latin letters.
pub(super) fn text_width(key: &'static str) -> u8 {
    match key {
        columns::ID_NUMBER => 24,
        columns::MOBILE => 16,
        _ => 14,
    }
}
