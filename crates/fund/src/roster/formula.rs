//! The amounts of an exported roster as formulas: whoever changes a base in a spreadsheet sees the
//! amounts follow, by the policy's rounding, and has nothing else to correct. Pure.

use kernel::Rounding;
use sheet::column_letters;

use super::columns;
use super::template::COLUMNS;

/// What a row's amounts are computed by.
pub(super) struct Formulas {
    pub(super) employer: String,
    pub(super) member: String,
    pub(super) total: String,
}

impl Formulas {
    /// Those of a row, numbered as spreadsheets number it.
    pub(super) fn of(row: u32, rounding: Rounding) -> Formulas {
        let cell = |key| format!("{}{row}", letters(key));
        let base = cell(columns::BASE);
        let (employer, member) = (cell(columns::EMPLOYER_AMOUNT), cell(columns::MEMBER_AMOUNT));
        let sum = format!("ROUND({employer}+{member},2)");
        Formulas {
            total: where_filled(&employer, &member, &sum),
            employer: owed(&base, &cell(columns::EMPLOYER_RATE), rounding),
            member: owed(&base, &cell(columns::MEMBER_RATE), rounding),
        }
    }
}

/// The letters of a column of the template.
fn letters(key: &str) -> String {
    let place = COLUMNS.iter().position(|column| *column == key);
    let place = place.and_then(|place| u16::try_from(place).ok());
    column_letters(place.expect("the template has the columns of money"))
}

/// What a base owes at a rate.
///
/// A spreadsheet multiplies in binary: 6500 × 0.05 may come out a hair above 325 and be raised to
/// the next jiao. Eight decimals hold every base in fen times a rate of up to four decimals of a
/// percent, so rounding to those first takes the hair away and nothing else.
fn owed(base: &str, rate: &str, rounding: Rounding) -> String {
    let product = format!("ROUND({base}*{rate},8)");
    let (function, decimals) = match rounding {
        Rounding::HalfUpFen => ("ROUND", 2),
        Rounding::HalfUpJiao => ("ROUND", 1),
        Rounding::HalfUpYuan => ("ROUND", 0),
        Rounding::TruncateFen => ("ROUNDDOWN", 2),
        Rounding::TruncateJiao => ("ROUNDDOWN", 1),
        Rounding::TruncateYuan => ("ROUNDDOWN", 0),
        Rounding::CeilJiao => ("ROUNDUP", 1),
        Rounding::CeilYuan => ("ROUNDUP", 0),
    };
    where_filled(base, rate, &format!("{function}({product},{decimals})"))
}

/// Nothing where one of two cells is empty: an amount of nothing would be an amount stated.
fn where_filled(one: &str, other: &str, value: &str) -> String {
    format!("IF(OR({one}=\"\",{other}=\"\"),\"\",{value})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_computes_its_own_amounts_by_the_policy_s_rounding() {
        let formulas = Formulas::of(7, Rounding::CeilJiao);
        assert_eq!(
            formulas.employer,
            "IF(OR(E7=\"\",F7=\"\"),\"\",ROUNDUP(ROUND(E7*F7,8),1))"
        );
        assert_eq!(
            formulas.member,
            "IF(OR(E7=\"\",G7=\"\"),\"\",ROUNDUP(ROUND(E7*G7,8),1))"
        );
        assert_eq!(
            formulas.total,
            "IF(OR(H7=\"\",I7=\"\"),\"\",ROUND(H7+I7,2))"
        );
    }
}
