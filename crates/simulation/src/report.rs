//! What a simulated year came to, beside what was published.

use std::fmt::Write as _;

use fund::statistics::{self, Collected};
use kernel::{CentreId, Fen, OrBroken, Result};
use platform::App;

use crate::profile::{Profile, rounded};
use crate::year::Lived;

/// Of a thousand, so many an amount may differ.
const MONEY_PERMILLE: i128 = 5;

/// A figure of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub name: &'static str,
    /// The published figure's part at the scale.
    pub published: i64,
    /// What the simulated centre has.
    pub simulated: i64,
    /// What they may differ by.
    pub tolerance: i64,
    /// Whether it is money, in fen.
    pub money: bool,
}

impl Line {
    /// Whether the figure lies within its tolerance.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.published.abs_diff(self.simulated) <= self.tolerance.unsigned_abs()
    }
}

/// A simulated year beside the published one.
#[derive(Clone, Debug)]
pub struct Report {
    /// What is simulated.
    pub lines: Vec<Line>,
    /// What was published and isn't simulated yet.
    pub missing: Vec<(&'static str, String)>,
    scale: u32,
}

/// Holds a year against its profile.
///
/// # Errors
/// Broken when the database fails.
pub async fn report(
    app: &App,
    centre: CentreId,
    profile: &Profile,
    scale: u32,
    lived: &Lived,
) -> Result<Report> {
    let first = *lived.months.first().or_broken("a year without months")?;
    let last = *lived.months.last().or_broken("a year without months")?;
    let mut tx = app.db.read(centre).await?;
    let days = (first.first_day(), last.last_day());
    let collected = statistics::collected_in(&mut tx, days, last).await?;
    Ok(Report {
        lines: lines(profile, scale, lived, &collected)?,
        missing: missing(profile, scale)?,
        scale,
    })
}

fn lines(profile: &Profile, scale: u32, lived: &Lived, collected: &Collected) -> Result<Vec<Line>> {
    let count = |name, published: u64, simulated: i64| -> Result<Line> {
        Ok(Line {
            name,
            published: rounded(i128::from(published), scale)?,
            simulated,
            tolerance: 0,
            money: false,
        })
    };
    let money = |name, published: Fen, simulated: Fen| -> Result<Line> {
        let published = rounded(i128::from(published.get()), scale)?;
        let tolerance = i128::from(published) * MONEY_PERMILLE / 1_000;
        Ok(Line {
            name,
            published,
            simulated: simulated.get(),
            tolerance: i64::try_from(tolerance).or_broken("a tolerance")?,
            money: true,
        })
    };
    let (published, opening) = (&profile.published, &profile.opening);
    let accounts = i64::try_from(lived.opening.accounts).or_broken("a count")?;
    Ok(vec![
        count("年初个人账户", opening.members, accounts)?,
        money(
            "年初缴存余额",
            opening.fund_balance_yi.fen(),
            lived.opening.balance_fen,
        )?,
        money(
            "年初个贷余额",
            opening.loan_balance_yi.fen(),
            lived.opening.loan_balance_fen,
        )?,
        count(
            "新开户单位",
            published.employers_opened,
            collected.employers_opened,
        )?,
        count(
            "新开户职工",
            published.members_opened,
            collected.accounts_opened,
        )?,
        count(
            "年末实缴职工",
            published.members_at_end,
            collected.contributors,
        )?,
        money(
            "缴存额（不含结息）",
            profile.paid_in()?,
            collected.contributed_fen,
        )?,
    ])
}

/// What no use case does yet.
fn missing(profile: &Profile, scale: u32) -> Result<Vec<(&'static str, String)>> {
    let published = &profile.published;
    let figures = [
        ("年度结息", published.interest_credited_yi.fen()),
        ("提取额", published.withdrawals_yi.fen()),
        ("年末缴存余额", published.fund_balance_yi.fen()),
        ("个贷发放额", published.loans_disbursed_yi.fen()),
        ("个贷回收额", published.loans_recovered_yi.fen()),
        ("年末个贷余额", published.loan_balance_yi.fen()),
        ("业务收入", published.business_income_wan.fen()),
        ("业务支出", published.business_expense_wan.fen()),
        ("增值收益", published.surplus_wan.fen()),
    ];
    let mut missing = Vec::new();
    for (name, figure) in figures {
        let part = Fen::new(rounded(i128::from(figure.get()), scale)?);
        missing.push((name, part.grouped()));
    }
    let flexible = rounded(i128::from(published.members_opened_flexible), scale)?;
    let sentence = format!("{flexible}人，已计入新开户职工，按单位职工模拟");
    missing.push(("灵活就业开户", sentence));
    let sentence = "由单位封存账户；尚不提取、不销户".to_owned();
    missing.push(("离职职工", sentence));
    Ok(missing)
}

impl Report {
    /// Whether every figure lies within its tolerance.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.lines.iter().all(Line::holds)
    }

    /// The table that the terminal shows.
    #[must_use]
    pub fn table(&self) -> String {
        let shown = |line: &Line, figure: i64| match line.money {
            true => Fen::new(figure).grouped(),
            false => figure.to_string(),
        };
        let mut text = format!("公布数为 1/{} 的部分，金额单位：元\n", self.scale);
        let head = ["项目", "公布数", "模拟数", "相差", "允许相差", ""];
        row(&mut text, head);
        for line in &self.lines {
            let apart = line.simulated.saturating_sub(line.published);
            let verdict = if line.holds() { "✓" } else { "✗" };
            row(
                &mut text,
                [
                    line.name,
                    &shown(line, line.published),
                    &shown(line, line.simulated),
                    &shown(line, apart),
                    &shown(line, line.tolerance),
                    verdict,
                ],
            );
        }
        text.push_str("尚未模拟（公布数）：\n");
        for (name, figure) in &self.missing {
            let _ = writeln!(text, "  {}{figure}", padded(name, 20, false));
        }
        text
    }
}

fn row(text: &mut String, [name, rest @ ..]: [&str; 6]) {
    let mut line = format!("  {}", padded(name, 20, false));
    for (cell, width) in rest.iter().zip([20, 20, 18, 18, 3]) {
        line.push_str(&padded(cell, width, true));
    }
    text.push_str(line.trim_end());
    text.push('\n');
}

/// A text as wide as so many Latin letters on a terminal, where a Chinese character takes two.
fn padded(text: &str, width: usize, right: bool) -> String {
    let wide = |c: char| {
        if c.is_ascii() || c == '✓' || c == '✗' {
            1
        } else {
            2
        }
    };
    let blank = " ".repeat(width.saturating_sub(text.chars().map(wide).sum()));
    match right {
        true => blank + text,
        false => text.to_owned() + &blank,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_holds_up_to_its_tolerance() {
        let line = |simulated| Line {
            name: "缴存额",
            published: 1_000,
            simulated,
            tolerance: 5,
            money: true,
        };
        for (simulated, holds) in [(995, true), (1_005, true), (994, false), (1_006, false)] {
            assert_eq!(line(simulated).holds(), holds, "{simulated}");
        }
    }

    #[test]
    fn columns_stand_under_each_other() {
        assert_eq!(padded("缴存", 6, true), "  缴存");
        assert_eq!(padded("ab", 6, false), "ab    ");
    }
}
