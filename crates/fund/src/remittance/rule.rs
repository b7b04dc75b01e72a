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
