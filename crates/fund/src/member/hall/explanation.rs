//! What an entry is and how it was computed, in a sentence for its member. Pure.

use kernel::{Fen, Month, Rate, Rounding};

use super::store::OwnEntryRow;
use crate::account::EntryKind;

/// The sentence of an entry.
pub(super) fn of(row: &OwnEntryRow) -> String {
    let amount = unsigned(row.amount_fen);
    if let Some(reversed) = row.reverses_entry_no {
        let month = row.month.map(|month| format!("{}的", words(month)));
        let month = month.unwrap_or_default();
        let label = row.kind.label();
        return format!("冲销第{reversed}笔明细：{month}{label}记账有误，退回{amount}");
    }
    match (row.kind, row.month) {
        (EntryKind::Remittance | EntryKind::BackPayment, Some(month)) => {
            let (month, label) = (words(month), row.kind.label());
            format!("{month}{label}：{}", contribution(row))
        }
        (EntryKind::TakenOver, _) => {
            format!("中心启用本系统时，您的账户已有的余额{amount}")
        }
        (EntryKind::Shortfall, _) => {
            format!("为整笔冲销错缴，由中心先行垫付{amount}，随后一并退回")
        }
        (kind, _) => match row.amount_fen.is_negative() {
            true => format!("{}：支出{amount}", kind.label()),
            false => format!("{}：收入{amount}", kind.label()),
        },
    }
}

/// What both sides paid, with the formula where it is known to lead to what was paid.
fn contribution(row: &OwnEntryRow) -> String {
    let (Some(base), Some(employer), Some(member)) =
        (row.base_fen, row.employer_fen, row.member_fen)
    else {
        return format!("共{}", yuan(row.amount_fen));
    };
    let rounding: Option<Rounding> = row.rounding.as_deref().and_then(|code| code.parse().ok());
    let exact = |rate: Option<Rate>, paid: Fen| {
        let (rate, rounding) = (rate?, rounding?);
        (rate.of(base, rounding)? == paid).then_some((rate, rounding))
    };
    let total = yuan(row.amount_fen);
    let (base, paid) = (yuan(base), [employer, member].map(yuan));
    match (
        exact(row.employer_rate, employer),
        exact(row.member_rate, member),
    ) {
        (Some((of_employer, rounding)), Some((of_member, _))) => format!(
            "缴存基数{base} × 单位{of_employer} = {}，{base} × 个人{of_member} = {}（{}），合计{total}",
            paid[0],
            paid[1],
            rounding.label()
        ),
        // Such as under rates that were agreed for a time: the amounts are what counts.
        _ => format!(
            "缴存基数{base}，单位缴存{}，个人缴存{}，合计{total}",
            paid[0], paid[1]
        ),
    }
}

fn words(month: Month) -> String {
    format!("{}年{}月", month.year(), month.month())
}

fn unsigned(amount: Fen) -> String {
    let yuan = yuan(amount);
    yuan.trim_start_matches('-').to_owned()
}

fn yuan(amount: Fen) -> String {
    format!("{}元", amount.grouped())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(kind: EntryKind, amount_fen: i64) -> OwnEntryRow {
        OwnEntryRow {
            entry_no: 7,
            business_date: "2026-11-20".parse().unwrap(),
            value_date: "2026-11-20".parse().unwrap(),
            kind,
            amount_fen: Fen::new(amount_fen),
            balance_after_fen: Fen::new(amount_fen),
            month: None,
            reverses_entry_no: None,
            employer_name: None,
            base_fen: None,
            employer_fen: None,
            member_fen: None,
            employer_rate: None,
            member_rate: None,
            rounding: None,
        }
    }

    fn contributed(base_fen: i64, employer_fen: i64, member_fen: i64) -> OwnEntryRow {
        OwnEntryRow {
            month: Some("2026-11".parse().unwrap()),
            base_fen: Some(Fen::new(base_fen)),
            employer_fen: Some(Fen::new(employer_fen)),
            member_fen: Some(Fen::new(member_fen)),
            employer_rate: Some(Rate::from_percent(8)),
            member_rate: Some(Rate::from_percent(5)),
            rounding: Some("half_up_yuan".to_owned()),
            ..row(EntryKind::Remittance, employer_fen + member_fen)
        }
    }

    #[test]
    fn a_contribution_tells_its_formula_where_that_leads_to_it() {
        let cases = [
            (
                contributed(612_345, 49_000, 30_600),
                "2026年11月汇缴：缴存基数6,123.45元 × 单位8% = 490.00元，6,123.45元 × 个人5% = \
                 306.00元（四舍五入到元），合计796.00元",
            ),
            (
                contributed(612_345, 49_000, 30_700),
                "2026年11月汇缴：缴存基数6,123.45元，单位缴存490.00元，个人缴存307.00元，合计797.00元",
            ),
            (
                OwnEntryRow {
                    rounding: Some("another".to_owned()),
                    kind: EntryKind::BackPayment,
                    ..contributed(612_345, 49_000, 30_600)
                },
                "2026年11月补缴：缴存基数6,123.45元，单位缴存490.00元，个人缴存306.00元，合计796.00元",
            ),
            (
                OwnEntryRow {
                    base_fen: None,
                    ..contributed(612_345, 49_000, 30_600)
                },
                "2026年11月汇缴：共796.00元",
            ),
        ];
        for (row, sentence) in cases {
            assert_eq!(of(&row), sentence);
        }
    }

    #[test]
    fn what_is_no_contribution_says_what_it_is() {
        let reversed = |month: Option<&str>| OwnEntryRow {
            month: month.map(|month| month.parse().unwrap()),
            reverses_entry_no: Some(3),
            ..row(EntryKind::Remittance, -79_600)
        };
        let cases = [
            (
                reversed(Some("2026-11")),
                "冲销第3笔明细：2026年11月的汇缴记账有误，退回796.00元",
            ),
            (reversed(None), "冲销第3笔明细：汇缴记账有误，退回796.00元"),
            (
                row(EntryKind::TakenOver, 1_234_500),
                "中心启用本系统时，您的账户已有的余额12,345.00元",
            ),
            (
                row(EntryKind::Shortfall, 100),
                "为整笔冲销错缴，由中心先行垫付1.00元，随后一并退回",
            ),
            (
                row(EntryKind::PartialWithdrawal, -100),
                "部分提取：支出1.00元",
            ),
            (row(EntryKind::AnnualInterest, 100), "年终结息：收入1.00元"),
        ];
        for (row, sentence) in cases {
            assert_eq!(of(&row), sentence);
        }
    }
}
