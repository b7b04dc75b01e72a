//! Which remittance an arrival pays, why one waits, and what an account lacks. Pure.

use kernel::{Fen, Month};
use settlement::bank_account::Nature;
use settlement::suspense::Reason;

use super::model::{Remittance, RemittanceStatus};
use super::payment_code::PaymentCode;
use crate::account::AccountStatus;

fn reason(code: &'static str, sentence: impl Into<String>) -> Reason {
    Reason {
        code,
        sentence: sentence.into(),
    }
}

/// The payment code that an arrival names: the one that the clerk gives, else the one in the remark.
///
/// # Errors
/// The reason to wait: none, or more than one.
pub(crate) fn code_of(given: Option<PaymentCode>, remark: &str) -> Result<PaymentCode, Reason> {
    if let Some(given) = given {
        return Ok(given);
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
            let sentence = format!("缴款码对应的 {month} 汇缴已冲销，请按重新核定的汇缴分摊");
            return Err(reason("remittance_already_reversed", sentence));
        }
        RemittanceStatus::Cancelled => {
            let sentence = format!("缴款码对应的 {month} 汇缴核定已取消，请按重新核定的汇缴分摊");
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
        "到账 {} 元{together}，{} 汇缴应缴 {} 元，少 {} 元；补足后自动入账，或取消核定后按实有人数重新上传清册",
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

/// Why money waits no more for what its reason says, when that isn't awaited any more: it was given
/// up, or paid with other money. The money is free then, and nothing posts it by itself.
pub(crate) fn freed(reason_code: &str, named: Option<(Month, RemittanceStatus)>) -> Option<String> {
    let what = match (reason_code, named) {
        ("amount_short", None) => "所等的汇缴已取消核定".to_owned(),
        ("amount_short" | "amount_over", Some((month, status))) => match status {
            RemittanceStatus::Assessed => return None,
            RemittanceStatus::Posting | RemittanceStatus::Posted => {
                format!("所等的 {month} 汇缴已由其他款项足额入账")
            }
            RemittanceStatus::Reversed => format!("所等的 {month} 汇缴已冲销"),
            RemittanceStatus::Cancelled => format!("所等的 {month} 汇缴已取消核定"),
        },
        _ => return None,
    };
    Some(format!(
        "{what}，本笔款项不会再自动入账，可分摊到其他汇缴或退回付款人"
    ))
}

/// Accounts that can't take the money any more, counted when it comes.
pub(crate) fn not_postable(accounts: i64) -> Reason {
    let sentence = format!(
        "核定之后有 {accounts} 个个人账户自当月或之前封存、已销户或当月已入账，不能按原清册入账；请取消原汇缴的核定后重新上传清册"
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
        format!("{month} 汇缴已冲销：{why}；款项待重新分摊或退回"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_goes_before_the_remark_and_one_code_is_one() {
        let code = |serial| PaymentCode::of_serial(serial).unwrap();
        let (one, two) = (code(1).to_string(), code(2).to_string());
        let cases = [
            (Some(code(1)), two.as_str(), Ok(code(1))),
            (None, two.as_str(), Ok(code(2))),
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
    fn money_is_free_once_what_it_waits_for_is_not_awaited() {
        use RemittanceStatus::{Assessed, Cancelled, Posted, Posting, Reversed};
        let month: Month = "2026-10".parse().unwrap();
        for (code, status, told) in [
            ("amount_short", Some(Assessed), None),
            ("amount_short", Some(Posting), Some("足额入账")),
            ("amount_short", Some(Posted), Some("足额入账")),
            ("amount_short", Some(Reversed), Some("已冲销")),
            ("amount_short", Some(Cancelled), Some("已取消核定")),
            ("amount_short", None, Some("已取消核定")),
            ("amount_over", Some(Assessed), None),
            ("amount_over", Some(Posted), Some("足额入账")),
            ("amount_over", None, None),
            ("payment_code_missing", None, None),
        ] {
            let found = freed(code, status.map(|status| (month, status)));
            let as_told = match (&found, told) {
                (Some(found), Some(told)) => found.contains(told),
                (found, told) => found.is_none() && told.is_none(),
            };
            assert!(as_told, "{code} {status:?}: {found:?}");
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
