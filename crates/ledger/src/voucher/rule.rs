//! What a voucher must be before anything is asked of the database.

use kernel::{Fen, Finding, Refusal};

use super::model::Line;

/// The most lines of one voucher.
pub const MAX_LINES: usize = 1_000;

/// The largest amount of a line and of a voucher: ten trillion yuan. Far above any centre's fund,
/// and low enough that thousands of such vouchers still sum up without overflow.
pub const MAX_AMOUNT: Fen = Fen::new(1_000_000_000_000_000);

/// The longest summary or memo, in characters (摘要 of JGJ/T 320 table 8.0.5).
pub const MAX_TEXT_CHARS: usize = 255;

/// The most attachments (附件单据数 of JGJ/T 320 table 8.0.5 has five digits).
pub const MAX_ATTACHMENTS: i64 = 99_999;

/// Which sign a voucher's amounts have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Positive amounts.
    Black,
    /// Either sign: a reversal shows each line with the opposite sign on the same side.
    Red,
}

/// The sum of the debits of lines that balance.
///
/// Refused as `voucher_empty`, `voucher_too_long`, `voucher_line_one_sided`,
/// `voucher_line_negative`, `amount_overflow`, `voucher_unbalanced`.
pub(super) fn total(lines: &[Line], ink: Ink) -> Result<Fen, Refusal> {
    if lines.is_empty() {
        return Err(Refusal::invalid("voucher_empty", "凭证没有分录"));
    }
    if lines.len() > MAX_LINES {
        let sentence = format!("凭证分录超过{MAX_LINES}行，请拆分");
        return Err(Refusal::too_large("voucher_too_long", sentence));
    }
    for (index, line) in lines.iter().enumerate() {
        check_line(line, ink).map_err(|finding| at_line(index, finding))?;
    }
    let debit = sum(lines.iter().map(|line| line.debit))?;
    let credit = sum(lines.iter().map(|line| line.credit))?;
    if debit != credit {
        let sentence = format!(
            "借贷不平：借方合计{}元，贷方合计{}元",
            debit.grouped(),
            credit.grouped()
        );
        return Err(Refusal::invalid("voucher_unbalanced", sentence));
    }
    Ok(debit)
}

/// The texts and the number of attachments. Refused as `voucher_text_invalid`,
/// `voucher_attachments_invalid`.
pub(super) fn check_texts(summary: &str, lines: &[Line], attachments: i64) -> Result<(), Refusal> {
    let too_long = |text: &str| text.chars().count() > MAX_TEXT_CHARS;
    if summary.trim().is_empty() || too_long(summary) || lines.iter().any(|l| too_long(&l.memo)) {
        let sentence =
            format!("凭证摘要应为1至{MAX_TEXT_CHARS}个字，分录备注不超过{MAX_TEXT_CHARS}个字");
        return Err(Refusal::invalid("voucher_text_invalid", sentence).at("summary"));
    }
    if !(0..=MAX_ATTACHMENTS).contains(&attachments) {
        let sentence = format!("附件张数应在0至{MAX_ATTACHMENTS}之间");
        return Err(Refusal::invalid("voucher_attachments_invalid", sentence).at("attachments"));
    }
    Ok(())
}

fn check_line(line: &Line, ink: Ink) -> Result<(), (&'static str, &'static str)> {
    if line.debit.is_zero() == line.credit.is_zero() {
        return Err((
            "voucher_line_one_sided",
            "每行分录应只填借方或贷方一个金额，且不为零",
        ));
    }
    if ink == Ink::Black && (line.debit.is_negative() || line.credit.is_negative()) {
        return Err(("voucher_line_negative", "只有冲销凭证可以有负数金额"));
    }
    let beyond = |amount: Fen| amount.get().unsigned_abs() > MAX_AMOUNT.get().unsigned_abs();
    if beyond(line.debit) || beyond(line.credit) {
        return Err(("amount_overflow", "金额超出可记账的范围"));
    }
    Ok(())
}

fn at_line(index: usize, (code, sentence): (&'static str, &'static str)) -> Refusal {
    let field = format!("/lines/{index}");
    let sentence = format!("第{}行：{sentence}", index + 1);
    Refusal::invalid(code, sentence.clone()).with_findings([Finding::new(field, code, sentence)])
}

fn sum(amounts: impl Iterator<Item = Fen>) -> Result<Fen, Refusal> {
    Fen::sum(amounts)
        .filter(|total| total.get().unsigned_abs() <= MAX_AMOUNT.get().unsigned_abs())
        .ok_or_else(|| Refusal::invalid("amount_overflow", "凭证合计金额超出可记账的范围"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::AccountCode;

    const BANK: AccountCode = AccountCode::literal("10101");
    const FUND: AccountCode = AccountCode::literal("201");

    fn refusal(lines: &[Line]) -> &'static str {
        total(lines, Ink::Black).unwrap_err().code()
    }

    fn pair(amount: i64) -> [Line; 2] {
        [
            Line::debit(BANK, Fen::new(amount)),
            Line::credit(FUND, Fen::new(amount)),
        ]
    }

    #[test]
    fn a_balanced_voucher_totals_its_debits() {
        assert_eq!(total(&pair(1), Ink::Black), Ok(Fen::new(1)));
        assert_eq!(total(&pair(MAX_AMOUNT.get()), Ink::Black), Ok(MAX_AMOUNT));
    }

    #[test]
    fn what_a_voucher_may_not_be() {
        let [debit, credit] = pair(100);
        let both = Line {
            credit: Fen::new(1),
            ..debit.clone()
        };
        let neither = Line {
            debit: Fen::ZERO,
            ..debit.clone()
        };
        assert_eq!(refusal(&[]), "voucher_empty");
        assert_eq!(refusal(&[both, credit.clone()]), "voucher_line_one_sided");
        assert_eq!(
            refusal(&[neither, credit.clone()]),
            "voucher_line_one_sided"
        );
        assert_eq!(refusal(std::slice::from_ref(&debit)), "voucher_unbalanced");
        assert_eq!(
            refusal(&[debit.clone(), debit.clone(), credit]),
            "voucher_unbalanced"
        );
        assert_eq!(refusal(&pair(-1)), "voucher_line_negative");
        assert_eq!(refusal(&vec![debit; MAX_LINES + 1]), "voucher_too_long");
    }

    #[test]
    fn amounts_beyond_the_limit_are_refused_before_they_overflow() {
        assert_eq!(refusal(&pair(MAX_AMOUNT.get() + 1)), "amount_overflow");
        assert_eq!(refusal(&pair(i64::MAX)), "amount_overflow");
        let most = pair(MAX_AMOUNT.get());
        assert_eq!(refusal(&[most.clone(), most].concat()), "amount_overflow");
        assert_eq!(
            total(&pair(i64::MIN), Ink::Red).unwrap_err().code(),
            "amount_overflow"
        );
    }

    #[test]
    fn a_refused_line_is_named() {
        let [debit, credit] = pair(-5);
        let lines = [Line::debit(BANK, Fen::new(5)), debit, credit];
        let refusal = total(&lines, Ink::Black).unwrap_err();
        assert_eq!(refusal.findings()[0].field, "/lines/1");
        assert_eq!(refusal.sentence(), "第2行：只有冲销凭证可以有负数金额");
    }

    #[test]
    fn texts_and_attachments_have_bounds() {
        let check = |summary: &str, attachments| {
            check_texts(summary, &pair(1), attachments).map_err(|refusal| refusal.code())
        };
        assert_eq!(check(&"字".repeat(MAX_TEXT_CHARS), MAX_ATTACHMENTS), Ok(()));
        assert_eq!(check(" ", 0), Err("voucher_text_invalid"));
        assert_eq!(
            check(&"字".repeat(MAX_TEXT_CHARS + 1), 0),
            Err("voucher_text_invalid")
        );
        assert_eq!(check("汇缴", -1), Err("voucher_attachments_invalid"));
    }
}
