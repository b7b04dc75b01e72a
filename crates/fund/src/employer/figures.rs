//! What the accounts of an employer come to, in one column of the employer's line.
//!
//! One column, because a subquery gives one value, and one for each figure would read all accounts
//! of a large employer as often. (A LATERAL join would give them apart; SQLite has none.)

use db::{Column, Kind, Mismatch, Value};
use kernel::Fen;

/// [`Figures`] of `employer e`.
macro_rules! account_figures {
    () => {
        "(SELECT CAST(COUNT(CASE WHEN a.status IN ('normal', 'frozen') THEN 1 END) AS TEXT) \
                 || ',' || CAST(COUNT(CASE WHEN a.status = 'sealed' THEN 1 END) AS TEXT) \
                 || ',' || CAST(COALESCE(SUM(CASE WHEN a.status IN ('normal', 'frozen') \
                                THEN a.employer_monthly_fen + a.member_monthly_fen END), 0) AS TEXT) \
                 || ',' || CAST(COALESCE(SUM(a.balance_fen), 0) AS TEXT) \
            FROM account a \
           WHERE a.centre_id = e.centre_id AND a.employer_id = e.employer_id)"
    };
}
pub(crate) use account_figures;

/// What the accounts of an employer come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figures {
    /// 缴存人数: those that contribute, the frozen among them.
    pub(crate) people: i64,
    /// 封存人数.
    pub(crate) sealed_people: i64,
    /// What those that contribute come to a month, both sides.
    pub(crate) monthly_fen: Fen,
    /// What all of them hold.
    pub(crate) balance_fen: Fen,
}

impl Column for Figures {
    const KIND: Kind = Kind::Text;

    fn into_value(self) -> Value {
        let Self {
            people,
            sealed_people,
            monthly_fen,
            balance_fen,
        } = self;
        let (monthly, balance) = (monthly_fen.get(), balance_fen.get());
        Value::Text(format!("{people},{sealed_people},{monthly},{balance}"))
    }

    fn from_value(value: Value) -> Result<Self, Mismatch> {
        let text = String::from_value(value)?;
        let figures: Option<Vec<i64>> = text.split(',').map(|part| part.parse().ok()).collect();
        match figures.as_deref() {
            Some(&[people, sealed_people, monthly, balance]) => Ok(Self {
                people,
                sealed_people,
                monthly_fen: Fen::new(monthly),
                balance_fen: Fen::new(balance),
            }),
            _ => Err(Mismatch::new(
                "four figures of accounts",
                &Value::Text(text),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_they_are_written() {
        let figures = Figures {
            people: 3,
            sealed_people: 1,
            monthly_fen: Fen::from_yuan(2_880),
            balance_fen: Fen::new(-1),
        };
        assert_eq!(Figures::from_value(figures.into_value()).unwrap(), figures);
        for text in [
            "",
            "1,2,3",
            "1,2,3,4,5",
            "1,2,3,x",
            "1,2,3,9223372036854775808",
        ] {
            assert!(
                Figures::from_value(Value::Text(text.to_owned())).is_err(),
                "{text}"
            );
        }
    }
}
