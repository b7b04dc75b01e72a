//! The policy parameters that the fund's rules read, and the versions a centre starts with.

use kernel::{Date, Deadline, Fen, Rate, Rounding};
use platform::approval::Approvable;
use platform::policy::{self, NewVersion, Parameter, ParameterInfo, Source};

/// A change of one of [`PARAMETERS`] as a business that may need approval.
pub(crate) const APPROVABLE: Approvable = Approvable {
    business: &policy::POLICY_CHANGE,
    by_amount: false,
    run: |run| Box::pin(policy::run_approved_change(run, PARAMETERS)),
};

/// A withdrawal of a version of one of them, likewise.
pub(crate) const WITHDRAWAL: Approvable = Approvable {
    business: &policy::POLICY_WITHDRAW,
    by_amount: false,
    run: |run| Box::pin(policy::run_approved_withdrawal(run, PARAMETERS)),
};

/// 缴存基数下限: not below the local minimum wage (建金管〔2005〕5号).
pub const BASE_FLOOR: Parameter<Fen> = Parameter::new("fund.base_floor", "缴存基数下限", "元/月")
    .used_for("清册逐人核对缴存基数；低于下限的行退回更正")
    .between(1, MOST_BASE_FEN, "0.01元至1,000,000.00元")
    .not_above(&BASE_CEILING)
    .retroactive()
    .by_committee();
/// 缴存基数上限: three times the city's average monthly wage of last year (建金〔2018〕45号).
pub const BASE_CEILING: Parameter<Fen> =
    Parameter::new("fund.base_ceiling", "缴存基数上限", "元/月")
        .used_for("清册逐人核对缴存基数；高于上限的行退回更正")
        .between(1, MOST_BASE_FEN, "0.01元至1,000,000.00元")
        .retroactive()
        .by_committee();
/// 缴存比例下限 of either side (Regulation article 18).
pub const RATE_FLOOR: Parameter<Rate> = Parameter::new("fund.rate_floor", "缴存比例下限", "")
    .used_for("单位登记和清册核对单位、个人缴存比例")
    .between(0, WHOLE_PPB, "0%至100%")
    .not_above(&RATE_CEILING)
    .by_committee();
/// 缴存比例上限 of either side (建金管〔2005〕5号).
pub const RATE_CEILING: Parameter<Rate> = Parameter::new("fund.rate_ceiling", "缴存比例上限", "")
    .used_for("单位登记和清册核对单位、个人缴存比例")
    .between(0, WHOLE_PPB, "0%至100%")
    .by_committee();
/// 单位与个人缴存比例一致: whether both sides must contribute at one rate.
pub const RATES_EQUAL: Parameter<bool> =
    Parameter::new("fund.rates_equal", "单位与个人缴存比例须一致", "")
        .used_for("单位登记核对单位与个人两边的缴存比例")
        .by_committee();
/// 月缴存额取整: how each side's monthly amount is rounded.
pub const MONTHLY_ROUNDING: Parameter<Rounding> =
    Parameter::new("fund.monthly_rounding", "月缴存额取整方式", "")
        .used_for("核定汇缴时计算单位、个人两边各自的月缴存额");
/// 汇缴期限: how long after the payday the remittance may come (Regulation article 19). No deadline
/// is longer than a month: which months are due is told by paydays of at most three months.
pub const REMITTANCE_DEADLINE: Parameter<Deadline> =
    Parameter::new("fund.remittance_deadline", "发薪日后汇缴期限", "")
        .used_for("判断单位的应汇缴年月和欠缴月数")
        .between(0, 31, "0天至31天");

/// 转移催办期限: how long an employer has to seal the account of a member who works elsewhere, before
/// the centre does so on proof.
pub const TRANSFER_TERM: Parameter<Deadline> =
    Parameter::new("fund.transfer_term", "转移催办期限", "")
        .used_for("转移催办：原单位须在期限内办理封存，逾期由中心凭证明强制封存")
        .between(1, 60, "1天至60天");

/// The most that any base can be, in fen: beyond it a figure is mistyped.
const MOST_BASE_FEN: i64 = 100_000_000;
/// The whole, in parts per billion.
const WHOLE_PPB: i64 = 1_000_000_000;

/// Every parameter of this crate, in the order that a page shows them.
pub const PARAMETERS: &[ParameterInfo] = &[
    BASE_FLOOR.info(),
    BASE_CEILING.info(),
    RATE_FLOOR.info(),
    RATE_CEILING.info(),
    RATES_EQUAL.info(),
    MONTHLY_ROUNDING.info(),
    REMITTANCE_DEADLINE.info(),
    TRANSFER_TERM.info(),
];

/// The versions that a new centre starts with: the national documents as they are, the city's
/// yearly figures as an example that the centre replaces by its own notice.
#[must_use]
pub fn default_versions() -> Vec<NewVersion> {
    let regulation =
        || Source::new("住房公积金管理条例", "国务院令第350号").dated(day(2002, 3, 24));
    let amended = || {
        Source::new(
            "国务院关于修改《住房公积金管理条例》的决定",
            "国务院令第844号",
        )
        .dated(day(2026, 8, 10))
    };
    let opinions = || {
        Source::new(
            "关于住房公积金管理若干具体问题的指导意见",
            "建金管〔2005〕5号",
        )
        .dated(day(2005, 1, 10))
    };
    let notice = |year: i16| Source::new(format!("关于调整{year}年度住房公积金缴存基数的通知"), "");
    let house_rule = || Source::new("住房公积金归集业务管理办法", "");
    let (five, twelve) = (Rate::from_percent(5), Rate::from_percent(12));
    let yuan = Fen::from_yuan;
    vec![
        BASE_FLOOR.version(day(2024, 7, 1), &yuan(1_970), notice(2024)),
        BASE_FLOOR.version(day(2025, 7, 1), &yuan(2_100), notice(2025)),
        BASE_FLOOR.version(day(2026, 7, 1), &yuan(2_180), notice(2026)),
        BASE_CEILING.version(day(2024, 7, 1), &yuan(26_841), notice(2024)),
        BASE_CEILING.version(day(2025, 7, 1), &yuan(27_876), notice(2025)),
        BASE_CEILING.version(day(2026, 7, 1), &yuan(28_692), notice(2026)),
        RATE_FLOOR
            .version(day(2002, 3, 24), &five, regulation())
            .note("第十八条"),
        RATE_FLOOR
            .version(day(2026, 9, 20), &five, amended())
            .note("第十八条"),
        RATE_CEILING
            .version(day(2005, 1, 10), &twelve, opinions())
            .note("第二条"),
        RATES_EQUAL.version(day(2005, 1, 10), &true, house_rule()),
        MONTHLY_ROUNDING.version(day(2005, 1, 10), &Rounding::HalfUpYuan, house_rule()),
        REMITTANCE_DEADLINE
            .version(day(2002, 3, 24), &Deadline::CalendarDays(5), regulation())
            .note("第十九条"),
        TRANSFER_TERM.version(day(2005, 1, 10), &Deadline::CalendarDays(15), house_rule()),
    ]
}

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).expect("a date written in the source")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[tokio::test]
    async fn every_parameter_holds_from_the_fund_year_2024_on_and_renews_in_july() {
        let house = testing::house().await;
        let mut tx = house.write().await;
        for (on, floor, ceiling, source) in [
            ("2024-07-01", 1_970, 26_841, "国务院令第350号"),
            ("2025-07-01", 2_100, 27_876, "国务院令第350号"),
            ("2026-06-30", 2_100, 27_876, "国务院令第350号"),
            ("2026-07-01", 2_180, 28_692, "国务院令第350号"),
            ("2026-09-20", 2_180, 28_692, "国务院令第844号"),
        ] {
            let policy = platform::policy::on(&mut tx, on.parse().unwrap())
                .await
                .unwrap();
            assert_eq!(
                policy.get(&BASE_FLOOR).unwrap().value,
                Fen::from_yuan(floor),
                "{on}"
            );
            assert_eq!(
                policy.get(&BASE_CEILING).unwrap().value,
                Fen::from_yuan(ceiling),
                "{on}"
            );
            let rate = policy.get(&RATE_FLOOR).unwrap();
            assert_eq!(
                (rate.value, &*rate.source.number),
                (Rate::from_percent(5), source),
                "{on}"
            );
            assert_eq!(
                policy.get(&RATE_CEILING).unwrap().value,
                Rate::from_percent(12)
            );
            assert!(policy.get(&RATES_EQUAL).unwrap().value);
            assert_eq!(
                policy.get(&MONTHLY_ROUNDING).unwrap().value,
                Rounding::HalfUpYuan
            );
            let deadline = policy.get(&REMITTANCE_DEADLINE).unwrap().value;
            assert_eq!(deadline, Deadline::CalendarDays(5));
        }
        assert_eq!(PARAMETERS.len(), 8, "all of them are seeded above");
        for parameter in PARAMETERS {
            assert!(!parameter.used_for().is_empty(), "{}", parameter.key);
        }
    }
}
