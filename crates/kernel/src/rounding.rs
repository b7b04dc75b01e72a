//! Named roundings. Which one applies is a policy of the centre; the rule itself is here.

use std::fmt;
use std::str::FromStr;

use crate::fen::Fen;
use crate::refusal::Fault;
use crate::text::serde_as_text;

/// How an exact quotient of fen becomes whole fen, jiao or yuan.
///
/// All work on the magnitude and keep the sign, so that reversing an amount reverses its
/// rounding: half-up takes −0.5 away from zero, truncating moves towards it, ceiling away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// 四舍五入到分: to the nearest fen, half away from zero.
    HalfUpFen,
    /// 四舍五入到角: to the nearest jiao, half away from zero.
    HalfUpJiao,
    /// 四舍五入到元: to the nearest yuan, half away from zero.
    HalfUpYuan,
    /// 舍到分: what is finer than a fen is dropped.
    TruncateFen,
    /// 舍到角: what is finer than a jiao is dropped.
    TruncateJiao,
    /// 舍到元: what is finer than a yuan is dropped.
    TruncateYuan,
    /// 见分进角: anything finer than a jiao, fractions of a fen included, makes a whole jiao.
    CeilJiao,
    /// 见角进元: anything finer than a yuan, fractions of a fen included, makes a whole yuan.
    CeilYuan,
}

/// What happens to the rest of the division.
enum Rest {
    HalfUp,
    Dropped,
    Raised,
}

impl Rounding {
    /// Every rounding, in the order to offer them.
    pub const ALL: [Self; 8] = [
        Self::HalfUpFen,
        Self::HalfUpJiao,
        Self::HalfUpYuan,
        Self::TruncateFen,
        Self::TruncateJiao,
        Self::TruncateYuan,
        Self::CeilJiao,
        Self::CeilYuan,
    ];

    /// The stable code, kept in policies.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::HalfUpFen => "half_up_fen",
            Self::HalfUpJiao => "half_up_jiao",
            Self::HalfUpYuan => "half_up_yuan",
            Self::TruncateFen => "truncate_fen",
            Self::TruncateJiao => "truncate_jiao",
            Self::TruncateYuan => "truncate_yuan",
            Self::CeilJiao => "ceil_jiao",
            Self::CeilYuan => "ceil_yuan",
        }
    }

    /// The trade's name, for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::HalfUpFen => "四舍五入到分",
            Self::HalfUpJiao => "四舍五入到角",
            Self::HalfUpYuan => "四舍五入到元",
            Self::TruncateFen => "舍到分",
            Self::TruncateJiao => "舍到角",
            Self::TruncateYuan => "舍到元",
            Self::CeilJiao => "见分进角",
            Self::CeilYuan => "见角进元",
        }
    }

    /// Rounds `numerator / denominator` fen. `None` when the denominator isn't positive or the
    /// result is beyond 64 bits.
    #[must_use]
    pub fn apply(self, numerator: i128, denominator: i128) -> Option<Fen> {
        if denominator <= 0 {
            return None;
        }
        let (unit, rest) = self.parts();
        let divisor = denominator.unsigned_abs().checked_mul(unit)?;
        let magnitude = numerator.unsigned_abs();
        let (quotient, remainder) = (magnitude / divisor, magnitude % divisor);
        let up = match rest {
            // remainder ≥ divisor − remainder, which is 2·remainder ≥ divisor without overflow.
            Rest::HalfUp => remainder >= divisor - remainder,
            Rest::Dropped => false,
            Rest::Raised => remainder > 0,
        };
        let units = quotient.checked_add(u128::from(up))?;
        let fen = i128::try_from(units.checked_mul(unit)?).ok()?;
        let signed = if numerator < 0 { -fen } else { fen };
        i64::try_from(signed).ok().map(Fen::new)
    }

    /// The unit in fen, and the fate of the rest.
    const fn parts(self) -> (u128, Rest) {
        match self {
            Self::HalfUpFen => (1, Rest::HalfUp),
            Self::HalfUpJiao => (10, Rest::HalfUp),
            Self::HalfUpYuan => (100, Rest::HalfUp),
            Self::TruncateFen => (1, Rest::Dropped),
            Self::TruncateJiao => (10, Rest::Dropped),
            Self::TruncateYuan => (100, Rest::Dropped),
            Self::CeilJiao => (10, Rest::Raised),
            Self::CeilYuan => (100, Rest::Raised),
        }
    }
}

impl fmt::Display for Rounding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// A code that names no rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("没有这种取整方式")]
pub struct ParseRoundingError;

impl Fault for ParseRoundingError {
    fn code(&self) -> &'static str {
        "rounding_unknown"
    }
}

impl FromStr for Rounding {
    type Err = ParseRoundingError;

    fn from_str(code: &str) -> Result<Self, ParseRoundingError> {
        Self::ALL
            .into_iter()
            .find(|rounding| rounding.code() == code)
            .ok_or(ParseRoundingError)
    }
}

serde_as_text!(Rounding);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_rounding_follows_its_rule() {
        use Rounding::{
            CeilJiao, CeilYuan, HalfUpFen, HalfUpJiao, HalfUpYuan, TruncateFen, TruncateJiao,
            TruncateYuan,
        };
        // Tenths of a fen, and the fen expected.
        let cases = [
            (HalfUpFen, 12_345, 1_235),
            (HalfUpFen, 12_344, 1_234),
            (HalfUpFen, -12_345, -1_235),
            (HalfUpJiao, 12_350, 1_240),
            (HalfUpJiao, 12_349, 1_230),
            (HalfUpYuan, 12_500, 1_300),
            (HalfUpYuan, 12_499, 1_200),
            (HalfUpYuan, -12_500, -1_300),
            (TruncateFen, 12_349, 1_234),
            (TruncateFen, -12_349, -1_234),
            (TruncateJiao, 12_399, 1_230),
            (TruncateYuan, 12_999, 1_200),
            (CeilJiao, 12_300, 1_230),
            (CeilJiao, 12_301, 1_240),
            (CeilJiao, 12_310, 1_240),
            (CeilJiao, -12_310, -1_240),
            (CeilYuan, 12_000, 1_200),
            (CeilYuan, 12_100, 1_300),
        ];
        for (rounding, tenths, fen) in cases {
            assert_eq!(
                rounding.apply(tenths, 10),
                Some(Fen::new(fen)),
                "{rounding} {tenths}"
            );
        }
    }

    #[test]
    fn what_cannot_be_divided_or_held_gives_nothing() {
        let half_up = Rounding::HalfUpFen;
        assert_eq!(half_up.apply(1, 0), None);
        assert_eq!(half_up.apply(1, -1), None);
        assert_eq!(half_up.apply(i128::from(i64::MAX) + 1, 1), None);
        assert_eq!(
            half_up.apply(i128::from(i64::MIN), 1),
            Some(Fen::new(i64::MIN))
        );
        assert_eq!(half_up.apply(i128::MIN, 1), None);
        assert_eq!(half_up.apply(i128::MAX, i128::MAX), Some(Fen::new(1)));
        assert_eq!(Rounding::CeilYuan.apply(1, i128::MAX), None);
    }

    #[test]
    fn codes_read_back_and_unknown_ones_are_refused() {
        for rounding in Rounding::ALL {
            assert_eq!(rounding.code().parse(), Ok(rounding));
        }
        assert_eq!("half_even_fen".parse::<Rounding>(), Err(ParseRoundingError));
        assert_eq!(
            serde_json::to_string(&Rounding::CeilYuan).unwrap(),
            "\"ceil_yuan\""
        );
    }

    fn any_rounding() -> impl Strategy<Value = Rounding> {
        prop::sample::select(Rounding::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn the_result_is_a_whole_unit_less_than_one_unit_away(
            rounding in any_rounding(),
            numerator in -1_000_000_000_000_i128..1_000_000_000_000,
            denominator in 1_i128..1_000_000,
        ) {
            let (unit, _) = rounding.parts();
            let unit = i128::try_from(unit).unwrap();
            let fen = i128::from(rounding.apply(numerator, denominator).unwrap().get());
            prop_assert_eq!(fen % unit, 0);
            let error = (fen * denominator - numerator).abs();
            prop_assert!(error < unit * denominator);
            if rounding.code().starts_with("half_up") {
                prop_assert!(2 * error <= unit * denominator);
            }
        }

        #[test]
        fn the_sign_only_mirrors_the_result(
            rounding in any_rounding(),
            numerator in 0_i128..1_000_000_000_000,
            denominator in 1_i128..1_000_000,
        ) {
            let plus = rounding.apply(numerator, denominator).unwrap();
            prop_assert_eq!(rounding.apply(-numerator, denominator), plus.checked_neg());
        }
    }
}
