//! What a simulated year is to come to: the published figures of a centre, and what had to be assumed.

use kernel::{Error, Fen, OrBroken, Result};
use serde::Deserialize;

/// A city's figures of 2023, the profile when none is named.
const CITY_2023: &str = include_str!("../cases/city-2023.json");

/// 1 亿元 in fen has ten digits behind its one, 1 万元 six.
const YI_DECIMALS: usize = 10;
const WAN_DECIMALS: usize = 6;

/// A centre's year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Where the figures come from.
    pub about: String,
    /// What was published of the year.
    pub published: Published,
    /// What the year begins with.
    pub opening: OpeningFigures,
    /// What nobody published.
    pub assumed: Assumed,
}

/// The published figures of a year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The year.
    pub year: i16,
    /// 新开户单位.
    pub employers_opened: u64,
    /// 新开户职工.
    pub members_opened: u64,
    /// 灵活就业 among them.
    pub members_opened_flexible: u64,
    /// 年末实缴职工.
    pub members_at_end: u64,
    /// 缴存额, the interest credited among it.
    pub contributions_yi: Amount<YI_DECIMALS>,
    /// 年度结息.
    pub interest_credited_yi: Amount<YI_DECIMALS>,
    /// 缴存余额.
    pub fund_balance_yi: Amount<YI_DECIMALS>,
    /// 提取额.
    pub withdrawals_yi: Amount<YI_DECIMALS>,
    /// 个贷发放额.
    pub loans_disbursed_yi: Amount<YI_DECIMALS>,
    /// 个贷回收额.
    pub loans_recovered_yi: Amount<YI_DECIMALS>,
    /// 个贷余额.
    pub loan_balance_yi: Amount<YI_DECIMALS>,
    /// 业务收入.
    pub business_income_wan: Amount<WAN_DECIMALS>,
    /// 业务支出.
    pub business_expense_wan: Amount<WAN_DECIMALS>,
    /// 增值收益.
    pub surplus_wan: Amount<WAN_DECIMALS>,
}

/// What the year begins with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningFigures {
    /// 个人账户.
    pub members: u64,
    /// 缴存余额.
    pub fund_balance_yi: Amount<YI_DECIMALS>,
    /// 个贷余额.
    pub loan_balance_yi: Amount<YI_DECIMALS>,
    /// 逾期本金 of a thousand of the loans' balance.
    pub overdue_permille: Permille,
}

/// What nobody published, chosen to be likely.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumed {
    /// 缴存单位 at the beginning.
    pub employers: u64,
    /// 贷款 at the beginning.
    pub loans: u64,
    /// 211 应付利息 at the beginning.
    pub accrued_interest_yi: Amount<YI_DECIMALS>,
    /// 301 贷款风险准备.
    pub risk_reserve_yi: Amount<YI_DECIMALS>,
    /// 21401 管理费用.
    pub management_fee_yi: Amount<YI_DECIMALS>,
    /// 21402 城市廉租住房建设补充资金.
    pub housing_supplement_yi: Amount<YI_DECIMALS>,
    /// 32104 待分配增值收益.
    pub undistributed_yi: Amount<YI_DECIMALS>,
    /// Of a hundred remittances, so many come late.
    pub late_percent: u8,
    /// How much wages rise in July.
    pub raise_percent: i64,
    /// Whether a treasury pays for the public bodies (财政统发).
    pub treasury_pays: bool,
}

/// An amount written in a large unit, `71.36` of 亿元.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Amount<const DECIMALS: usize>(Fen);

impl<const DECIMALS: usize> Amount<DECIMALS> {
    /// The amount.
    #[must_use]
    pub const fn fen(self) -> Fen {
        self.0
    }
}

impl<const DECIMALS: usize> TryFrom<String> for Amount<DECIMALS> {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        let fen = scaled(&text, DECIMALS).ok_or_else(|| format!("{text} is no amount"))?;
        Ok(Self(Fen::new(fen)))
    }
}

/// A thousandth part, in hundredths: `0.19`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Permille(i64);

impl TryFrom<String> for Permille {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        let hundredths = scaled(&text, 2).ok_or_else(|| format!("{text} is no thousandth part"))?;
        Ok(Self(hundredths))
    }
}

/// A decimal number times ten to `decimals`.
fn scaled(text: &str, decimals: usize) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let padded = format!("{whole}{fraction:0<decimals$}");
    let plain = !whole.is_empty()
        && fraction.len() <= decimals
        && padded.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| padded.parse().ok()).flatten()
}

/// How large a simulated centre is, and what its year is to come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Employers at the beginning.
    pub employers: usize,
    /// Members at the beginning.
    pub members: usize,
    /// Employers opened.
    pub employers_opened: usize,
    /// Members opened.
    pub members_opened: usize,
    /// Members who contribute at the end.
    pub members_at_end: usize,
    /// What employers and members pay in.
    pub paid_in: Fen,
    /// What members hold at the beginning.
    pub fund_balance: Fen,
    /// Loans at the beginning.
    pub loans: usize,
    /// What is left of them.
    pub loan_balance: Fen,
    /// What of that is overdue.
    pub overdue: Fen,
    /// 211, 301, 21401, 21402 and 32104 at the beginning.
    pub books: [Fen; 5],
    /// Of a hundred remittances, so many come late.
    pub late_percent: u8,
    /// How much wages rise in July, in percent.
    pub raise_percent: i64,
    /// Whether a treasury pays for the public bodies.
    pub treasury_pays: bool,
}

impl Profile {
    /// The embedded one.
    ///
    /// # Panics
    /// Never: a test reads it.
    #[must_use]
    pub fn city_2023() -> Profile {
        Profile::parse(CITY_2023).expect("a test reads the embedded profile")
    }

    /// Reads a profile.
    ///
    /// # Errors
    /// Broken, saying what is wrong.
    pub fn parse(json: &str) -> Result<Profile> {
        serde_json::from_str(json).map_err(|error| Error::broken(error.to_string()))
    }

    /// What employers and members pay in: the contributions without the interest credited.
    ///
    /// # Errors
    /// Broken when there is more interest than contributions.
    pub fn paid_in(&self) -> Result<Fen> {
        let (all, interest) = (
            &self.published.contributions_yi,
            &self.published.interest_credited_yi,
        );
        let paid = all.fen().checked_sub(interest.fen());
        paid.filter(|paid| paid.is_positive())
            .or_broken("contributions without interest")
    }

    /// One `scale`th of it; at least an employer and a member.
    ///
    /// # Errors
    /// Broken when the figures contradict each other.
    pub fn size(&self, scale: u32) -> Result<Size> {
        let (published, opening, assumed) = (&self.published, &self.opening, &self.assumed);
        let count = |count: u64| rounded(i128::from(count), scale);
        let part = |amount: Fen| rounded(i128::from(amount.get()), scale).map(Fen::new);
        let count = |number: u64| usize::try_from(count(number)?).or_broken("a count");
        let overdue = i128::from(opening.loan_balance_yi.fen().get())
            * i128::from(opening.overdue_permille.0);
        let members = count(opening.members)?.max(1);
        let employers = count(assumed.employers)?.clamp(1, members);
        Ok(Size {
            employers,
            members,
            employers_opened: count(published.employers_opened)?,
            members_opened: count(published.members_opened)?,
            members_at_end: count(published.members_at_end)?.max(1),
            paid_in: part(self.paid_in()?)?,
            fund_balance: part(opening.fund_balance_yi.fen())?,
            loans: count(assumed.loans)?.max(1),
            loan_balance: part(opening.loan_balance_yi.fen())?,
            overdue: rounded(overdue / 100_000, scale).map(Fen::new)?,
            books: [
                part(assumed.accrued_interest_yi.fen())?,
                part(assumed.risk_reserve_yi.fen())?,
                part(assumed.management_fee_yi.fen())?,
                part(assumed.housing_supplement_yi.fen())?,
                part(assumed.undistributed_yi.fen())?,
            ],
            late_percent: assumed.late_percent,
            raise_percent: assumed.raise_percent,
            treasury_pays: assumed.treasury_pays,
        })
    }
}

impl Size {
    /// A made-up centre of so many employers and members that lives as a city does: a tenth of the
    /// members come, some leave.
    ///
    /// # Errors
    /// Broken when the embedded profile is.
    pub fn small(employers: usize, members: usize) -> Result<Size> {
        let profile = Profile::city_2023();
        let one = |amount: Fen| -> Result<Fen> {
            let people = i128::try_from(members).or_broken("a count")?;
            let all = i128::from(profile.opening.members);
            let share = i128::from(amount.get()) * people / all;
            i64::try_from(share).map(Fen::new).or_broken("an amount")
        };
        let whole = profile.size(1)?;
        Ok(Size {
            employers,
            members,
            employers_opened: usize::from(employers > 5),
            members_opened: members / 8,
            members_at_end: members + members / 8 - members / 16,
            paid_in: one(whole.paid_in)?,
            fund_balance: one(whole.fund_balance)?,
            loans: (members / 6).max(1),
            loan_balance: one(whole.loan_balance)?,
            overdue: one(whole.overdue)?,
            books: [
                one(whole.books[0])?,
                one(whole.books[1])?,
                one(whole.books[2])?,
                one(whole.books[3])?,
                one(whole.books[4])?,
            ],
            ..whole
        })
    }
}

/// A figure's `scale`th part, half a unit upwards.
pub(crate) fn rounded(figure: i128, scale: u32) -> Result<i64> {
    let scale = i128::from(scale.max(1));
    i64::try_from((figure + scale / 2) / scale).or_broken("a part of a figure")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_figures_close_as_published() {
        let profile = Profile::city_2023();
        let published = &profile.published;
        let increase = published
            .contributions_yi
            .fen()
            .checked_sub(published.withdrawals_yi.fen());
        let balance = profile
            .opening
            .fund_balance_yi
            .fen()
            .checked_add(increase.unwrap());
        assert_eq!(balance.unwrap(), published.fund_balance_yi.fen());
        let surplus = published
            .business_income_wan
            .fen()
            .checked_sub(published.business_expense_wan.fen());
        assert_eq!(surplus.unwrap(), published.surplus_wan.fen());
        assert_eq!(profile.paid_in().unwrap(), Fen::new(202_800_000_000));
    }

    #[test]
    fn at_scale_one_the_counts_are_the_published_ones() {
        let size = Profile::city_2023().size(1).unwrap();
        assert_eq!((size.members, size.members_opened), (118_299, 16_355));
        assert_eq!((size.members_at_end, size.employers_opened), (122_263, 168));
        let hundredth = Profile::city_2023().size(100).unwrap();
        assert_eq!((hundredth.members, hundredth.employers_opened), (1_183, 2));
        assert_eq!(hundredth.fund_balance, Fen::new(7_136_000_000));
        assert_eq!(hundredth.overdue, Fen::new(1_023_530));
    }

    #[test]
    fn amounts_in_large_units_are_exact() {
        assert_eq!(scaled("71.36", YI_DECIMALS), Some(713_600_000_000));
        assert_eq!(scaled("24048", WAN_DECIMALS), Some(24_048_000_000));
        for wrong in ["", "7a", "-1", "1.23456789012"] {
            assert_eq!(scaled(wrong, YI_DECIMALS), None, "{wrong}");
        }
    }
}
