//! What an assessment is held against, and which remittance an arrival pays. Pure.

use kernel::{Fen, Month, PolicyVersionId, Rate};
use platform::policy::Source;
use settlement::bank_account::Nature;
use settlement::suspense::Reason;

use super::Sources;
use super::model::{Remittance, RemittanceStatus, RuleVerdict, Verdict};
use super::payment_code::PaymentCode;
use crate::account::AccountStatus;
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

fn reason(code: &'static str, sentence: impl Into<String>) -> Reason {
    Reason {
        code,
        sentence: sentence.into(),
    }
}

/// The payment code that an arrival names: the one its field holds, else the one in the remark.
///
/// # Errors
/// The reason to wait: none, or more than one, or one with a wrong digit.
pub(crate) fn code_of(given: Option<&str>, remark: &str) -> Result<PaymentCode, Reason> {
    if let Some(given) = given {
        return given.parse().map_err(|_| {
            let sentence = "填写的缴款码不是有效的缴款码（应为10位数字，校验位不符），请与单位核对";
            reason("payment_code_invalid", sentence)
        });
    }
    match PaymentCode::find_in(remark).as_slice() {
        [code] => Ok(*code),
        [] => Err(reason(
            "payment_code_missing",
            "付款摘要中没有缴款码，无法确认款项用途，请与付款单位核对后分摊",
        )),
        _ => Err(reason(
            "payment_code_ambiguous",
            "付款摘要中有多个缴款码，一笔款项只能对应一笔汇缴，请与付款单位核对后分摊",
        )),
    }
}

/// What of a wire a remittance takes, when `waiting` waits for it already: all that is missing. The
/// rest of the wire is over.
///
/// # Errors
/// The reason to wait: the remittance doesn't await money, or together it is still too little.
pub(crate) fn pays(amount: Fen, waiting: Fen, remittance: &Remittance) -> Result<Fen, Reason> {
    let month = remittance.month;
    match remittance.status {
        RemittanceStatus::Assessed => {}
        RemittanceStatus::Posting | RemittanceStatus::Posted => {
            let sentence =
                format!("缴款码对应的 {month} 汇缴已经入账，本笔款项可能重复，请与付款单位核对");
            return Err(reason("remittance_already_posted", sentence));
        }
        RemittanceStatus::Reversed => {
            let sentence = format!("缴款码对应的 {month} 汇缴已冲账，请按重新核定的汇缴分摊");
            return Err(reason("remittance_already_reversed", sentence));
        }
        RemittanceStatus::Cancelled => {
            let sentence = format!("缴款码对应的 {month} 汇缴已撤销，请按重新核定的汇缴分摊");
            return Err(reason("remittance_cancelled", sentence));
        }
    }
    let expected = remittance.expected_fen;
    let missing = expected.checked_sub(waiting).unwrap_or_default();
    match missing.checked_sub(amount) {
        Some(still) if still.is_positive() => Err(short(amount, waiting, still, remittance)),
        _ => Ok(missing),
    }
}

fn short(amount: Fen, waiting: Fen, still: Fen, remittance: &Remittance) -> Reason {
    let together = if waiting.is_positive() {
        format!("（另有 {} 元已到）", waiting.grouped())
    } else {
        String::new()
    };
    let sentence = format!(
        "到账 {} 元{together}，{} 汇缴应缴 {} 元，少 {} 元；补足后自动入账，或撤销后按实有人数重新上传清册",
        amount.grouped(),
        remittance.month,
        remittance.expected_fen.grouped(),
        still.grouped()
    );
    reason("amount_short", sentence)
}

/// What a wire brought beyond what the remittance took.
pub(crate) fn over(amount: Fen, over: Fen, remittance: &Remittance) -> Reason {
    let sentence = format!(
        "到账 {} 元，{} 汇缴已足额入账，多 {} 元，留待该单位下次汇缴抵用或退回",
        amount.grouped(),
        remittance.month,
        over.grouped()
    );
    reason("amount_over", sentence)
}

/// Accounts that can't take the money any more, counted when it comes.
pub(crate) fn not_postable(accounts: i64) -> Reason {
    let sentence = format!(
        "核定之后有 {accounts} 个个人账户自当月或之前封存、已销户或当月已入账，不能按原清册入账；请撤销原汇缴后重新上传清册"
    );
    reason("accounts_not_postable", sentence)
}

/// A code with right check digits that no remittance has.
pub(crate) fn unknown_code(code: PaymentCode) -> Reason {
    let sentence = format!("没有缴款码为 {code} 的汇缴，请与付款单位核对后分摊");
    reason("payment_code_unknown", sentence)
}

/// Money on an account of the centre that isn't one for contributions (101).
pub(crate) fn not_the_fund_s(nature: Nature) -> Reason {
    let sentence = format!(
        "款项到了{}，不是住房公积金存款户，不能直接入账，请核对后划转或退回",
        nature.label()
    );
    reason("bank_account_not_for_contributions", sentence)
}

/// What an account lacks of an amount that is to be taken back: nothing of a frozen or closed one is
/// taken, whatever it holds. `None` when it leaves the range of money.
pub(crate) fn short_of(status: AccountStatus, held: Fen, amount: Fen) -> Option<Fen> {
    match status {
        AccountStatus::Normal | AccountStatus::Sealed => {
            amount.checked_sub(held).map(|short| short.max(Fen::ZERO))
        }
        AccountStatus::Merged
        | AccountStatus::TransferredOut
        | AccountStatus::Withdrawn
        | AccountStatus::Frozen
        | AccountStatus::Other => Some(amount),
    }
}

/// Money taken back from the accounts.
pub(crate) fn taken_back(month: Month, why: &str) -> Reason {
    reason(
        "remittance_reversed",
        format!("{month} 汇缴已冲账：{why}；款项待重新分摊或退回"),
    )
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

    #[test]
    fn the_field_goes_before_the_remark_and_one_code_is_one() {
        let code = |serial| PaymentCode::of_serial(serial).unwrap();
        let (one, two) = (code(1).to_string(), code(2).to_string());
        let cases = [
            (Some(one.as_str()), two.as_str(), Ok(code(1))),
            (None, two.as_str(), Ok(code(2))),
            (Some("12345"), one.as_str(), Err("payment_code_invalid")),
            (None, "", Err("payment_code_missing")),
            (None, &format!("{one} {two}"), Err("payment_code_ambiguous")),
            (None, &format!("{one}，{one}"), Ok(code(1))),
        ];
        for (given, remark, expected) in cases {
            let found = code_of(given, remark).map_err(|reason| reason.code);
            assert_eq!(found, expected, "{given:?} {remark}");
        }
    }

    #[test]
    fn what_an_account_lacks_is_what_it_does_not_hold_or_may_not_give() {
        use AccountStatus::{Frozen, Merged, Normal, Other, Sealed, TransferredOut, Withdrawn};
        for (status, held, short) in [
            (Normal, 100, 0),
            (Normal, 101, 0),
            (Normal, 40, 60),
            (Normal, 0, 100),
            (Sealed, 99, 1),
            (Frozen, 1_000, 100),
            (Withdrawn, 0, 100),
            (Merged, 0, 100),
            (TransferredOut, 0, 100),
            (Other, 500, 100),
        ] {
            let found = short_of(status, Fen::new(held), Fen::new(100));
            assert_eq!(found, Some(Fen::new(short)), "{status:?} {held}");
        }
        assert_eq!(short_of(Normal, Fen::new(i64::MIN), Fen::new(1)), None);
    }
}
