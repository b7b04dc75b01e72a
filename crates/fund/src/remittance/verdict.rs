//! What an assessment is held against. Pure.

use kernel::{Fen, Month, PolicyVersionId, Rate};
use platform::policy::Source;

use super::Sources;
use super::model::{RuleVerdict, Verdict};
use crate::employer::EmployerStatus;
use crate::roster::{Sums, Terms, may_remit};

/// What an assessment is told with.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) month: Month,
    /// 应汇缴年月.
    pub(crate) due: Month,
    pub(crate) current: Month,
    pub(crate) status: EmployerStatus,
    pub(crate) terms: &'a Terms,
    pub(crate) sources: &'a Sources,
    pub(crate) sums: &'a Sums,
}

/// Every rule with its input, limit, source and verdict, in the order a person would check.
pub(crate) fn verdicts(facts: &Facts<'_>) -> Vec<RuleVerdict> {
    let mut rules = standing_rules(facts);
    rules.extend(base_rules(facts));
    rules.extend(rate_rules(facts));
    rules.push(amount_rule(facts));
    (1..)
        .zip(rules)
        .map(|(rule_no, rule)| RuleVerdict { rule_no, ..rule })
        .collect()
}

fn rule(name: &str, input: String, limit: String, source: &str, met: bool) -> RuleVerdict {
    RuleVerdict {
        rule_no: 0,
        rule: name.to_owned(),
        input,
        limit_text: limit,
        source: source.to_owned(),
        verdict: if met { Verdict::Met } else { Verdict::Broken },
        policy_version_id: None,
    }
}

fn by_policy(rule: RuleVerdict, version: PolicyVersionId) -> RuleVerdict {
    RuleVerdict {
        policy_version_id: Some(version),
        ..rule
    }
}

fn document(source: &Source) -> String {
    match source.number.as_str() {
        "" => source.title.clone(),
        number => format!("{}（{number}）", source.title),
    }
}

/// Rules of the Regulation and of remitting itself, which no parameter changes.
fn standing_rules(facts: &Facts<'_>) -> Vec<RuleVerdict> {
    let Facts {
        month,
        due,
        current,
        status,
        sums,
        ..
    } = *facts;
    vec![
        rule(
            "单位账户状态",
            status.label().to_owned(),
            "正常、开户、缓缴".to_owned(),
            "《住房公积金管理条例》第二十条",
            may_remit(status),
        ),
        rule(
            "逐月连续汇缴",
            month.to_string(),
            format!("应汇缴年月 {due}"),
            "《住房公积金管理条例》第二十条（按时、足额缴存）",
            month == due,
        ),
        rule(
            "不办理预缴",
            month.to_string(),
            format!("不晚于 {current}"),
            "《住房公积金管理条例》第十九条（发放工资之日起5日内缴存）",
            month <= current,
        ),
        rule(
            "一人一户",
            format!(
                "{}人，其中新开户{}人、启封{}人、转入{}人",
                sums.lines, sums.opens, sums.unseals, sums.transfers
            ),
            "每名职工只有一个账户，且在本单位缴存".to_owned(),
            "《住房公积金管理条例》第十三条",
            sums.faulty == 0,
        ),
    ]
}

fn base_rules(facts: &Facts<'_>) -> [RuleVerdict; 2] {
    let Facts {
        terms,
        sources,
        sums,
        ..
    } = *facts;
    let yuan = |amount: Option<Fen>| match amount {
        Some(amount) => format!("{} 元", amount.grouped()),
        None => "无".to_owned(),
    };
    let floor = rule(
        "缴存基数下限",
        format!("最低 {}", yuan(sums.base_least)),
        format!("不低于 {}", yuan(Some(terms.base_floor))),
        &document(&sources.base_floor.source),
        sums.base_least
            .is_some_and(|least| least >= terms.base_floor),
    );
    let ceiling = rule(
        "缴存基数上限",
        format!("最高 {}", yuan(sums.base_most)),
        format!("不高于 {}", yuan(Some(terms.base_ceiling))),
        &document(&sources.base_ceiling.source),
        sums.base_most
            .is_some_and(|most| most <= terms.base_ceiling),
    );
    [
        by_policy(floor, sources.base_floor.version),
        by_policy(ceiling, sources.base_ceiling.version),
    ]
}

fn rate_rules(facts: &Facts<'_>) -> Vec<RuleVerdict> {
    let Facts {
        terms,
        sources,
        sums,
        ..
    } = *facts;
    let shown = |least: Option<Rate>, most: Option<Rate>| match (least, most) {
        (Some(least), Some(most)) if least == most => least.to_string(),
        (Some(least), Some(most)) => format!("{least}—{most}"),
        _ => "无".to_owned(),
    };
    let employer = (
        "单位缴存比例",
        sums.employer_rate_least,
        sums.employer_rate_most,
    );
    let member = (
        "个人缴存比例",
        sums.member_rate_least,
        sums.member_rate_most,
    );
    let mut rules = Vec::new();
    for (name, least, most) in [employer, member] {
        let floor = rule(
            &format!("{name}下限"),
            shown(least, most),
            format!("不低于 {}", terms.rate_floor),
            &document(&sources.rate_floor.source),
            least.is_some_and(|least| least >= terms.rate_floor),
        );
        let ceiling = rule(
            &format!("{name}上限"),
            shown(least, most),
            format!("不高于 {}", terms.rate_ceiling),
            &document(&sources.rate_ceiling.source),
            most.is_some_and(|most| most <= terms.rate_ceiling),
        );
        rules.push(by_policy(floor, sources.rate_floor.version));
        rules.push(by_policy(ceiling, sources.rate_ceiling.version));
    }
    rules
}

fn amount_rule(facts: &Facts<'_>) -> RuleVerdict {
    let Facts {
        terms,
        sources,
        sums,
        ..
    } = *facts;
    let shown = |amount: Option<Fen>| amount.unwrap_or_default().grouped();
    let amounts = rule(
        "月缴存额",
        format!(
            "单位 {} 元，个人 {} 元",
            shown(sums.employer_fen),
            shown(sums.member_fen)
        ),
        format!(
            "缴存基数乘以缴存比例，单位、个人分别{}",
            terms.rounding.label()
        ),
        &document(&sources.rounding.source),
        sums.employer_fen.is_some_and(Fen::is_positive),
    );
    by_policy(amounts, sources.rounding.version)
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, Rounding};
    use platform::policy::Versioned;

    use super::*;
    use crate::remittance::testing::{date, month};

    fn versioned<T>(value: T, title: &str) -> Versioned<T> {
        let clock = Clock::manual("2026-11-20T00:30:00.000000Z".parse().unwrap());
        Versioned {
            value,
            version: PolicyVersionId::new(&clock),
            effective_from: date("2026-07-01"),
            source: Source::new(title, ""),
        }
    }

    fn terms() -> Terms {
        Terms {
            month: month("2026-11"),
            today: date("2026-11-20"),
            base_floor: Fen::from_yuan(2_180),
            base_ceiling: Fen::from_yuan(28_692),
            rate_floor: Rate::from_percent(5),
            rate_ceiling: Rate::from_percent(12),
            rounding: Rounding::HalfUpYuan,
            employer_rate: Rate::from_percent(8),
            member_rate: Rate::from_percent(8),
        }
    }

    fn sums() -> Sums {
        let eight = Some(Rate::from_percent(8));
        Sums {
            lines: 3,
            faulty: 0,
            opens: 1,
            rebases: 0,
            unseals: 0,
            transfers: 0,
            base_least: Some(Fen::from_yuan(2_180)),
            base_most: Some(Fen::from_yuan(28_692)),
            employer_rate_least: eight,
            employer_rate_most: eight,
            member_rate_least: eight,
            member_rate_most: eight,
            employer_fen: Some(Fen::from_yuan(3_000)),
            member_fen: Some(Fen::from_yuan(3_000)),
        }
    }

    /// The rules that an assessment with these facts breaks.
    fn broken(due: &str, status: EmployerStatus, sums: &Sums) -> Vec<String> {
        let terms = terms();
        let sources = Sources {
            base_floor: versioned(terms.base_floor, "基数通知"),
            base_ceiling: versioned(terms.base_ceiling, "基数通知"),
            rate_floor: versioned(terms.rate_floor, "条例"),
            rate_ceiling: versioned(terms.rate_ceiling, "指导意见"),
            rounding: versioned(terms.rounding, "管理办法"),
        };
        let facts = Facts {
            month: month("2026-11"),
            due: month(due),
            current: month("2026-11"),
            status,
            terms: &terms,
            sources: &sources,
            sums,
        };
        let rules = verdicts(&facts);
        assert!(
            rules
                .iter()
                .zip(1..)
                .all(|(rule, number)| rule.rule_no == number)
        );
        assert!(
            rules
                .iter()
                .all(|rule| !rule.source.is_empty() && !rule.limit_text.is_empty())
        );
        let broken = rules
            .into_iter()
            .filter(|rule| rule.verdict == Verdict::Broken);
        broken.map(|rule| rule.rule).collect()
    }

    /// Regulation articles 13, 16, 18 to 20.
    #[test]
    fn each_rule_of_an_assessment_can_be_broken_alone() {
        let normal = EmployerStatus::Normal;
        let nothing: [&str; 0] = [];
        assert_eq!(broken("2026-11", normal, &sums()), nothing);
        assert_eq!(broken("2026-10", normal, &sums()), ["逐月连续汇缴"]);
        assert_eq!(
            broken("2026-11", EmployerStatus::Sealed, &sums()),
            ["单位账户状态"]
        );
        let rate = |percent| Some(Rate::from_percent(percent));
        for (sums, rule) in [
            (
                Sums {
                    faulty: 1,
                    ..sums()
                },
                "一人一户",
            ),
            (
                Sums {
                    base_least: Some(Fen::new(217_999)),
                    ..sums()
                },
                "缴存基数下限",
            ),
            (
                Sums {
                    base_most: Some(Fen::new(2_869_201)),
                    ..sums()
                },
                "缴存基数上限",
            ),
            (
                Sums {
                    employer_rate_least: rate(4),
                    ..sums()
                },
                "单位缴存比例下限",
            ),
            (
                Sums {
                    employer_rate_most: rate(13),
                    ..sums()
                },
                "单位缴存比例上限",
            ),
            (
                Sums {
                    member_rate_least: rate(4),
                    ..sums()
                },
                "个人缴存比例下限",
            ),
            (
                Sums {
                    member_rate_most: rate(13),
                    ..sums()
                },
                "个人缴存比例上限",
            ),
            (
                Sums {
                    employer_fen: None,
                    ..sums()
                },
                "月缴存额",
            ),
        ] {
            assert_eq!(broken("2026-11", normal, &sums), [rule]);
        }
    }
}
