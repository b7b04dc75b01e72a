//! The kinds of value a parameter can have. Each reads the text it writes; amounts and rates are
//! stored as an auditor would write them, `4520.00` and `5%`.

use kernel::{Deadline, Fen, Rate, Rounding};

db::codes! {
    /// How a page asks for a parameter's value.
    pub enum ValueKind {
        /// 金额, in yuan with two decimals.
        Money = "money", "以元为单位的金额";
        /// 比例, in percent.
        Rate = "rate", "带百分号的比例";
        /// 数值: a whole number.
        Number = "number", "整数";
        /// 取整方式.
        Rounding = "rounding", "取整方式";
        /// 期限, in working or calendar days.
        Deadline = "deadline", "工作日或自然日的期限";
        /// 是否.
        Flag = "flag", "“是”或“否”";
        /// 选项: one of a closed set of codes.
        Code = "code", "规定选项之一";
    }
}

/// A type that a parameter can have.
pub trait PolicyValue: Sized {
    /// How a page asks for it.
    const KIND: ValueKind;

    /// The canonical text, as stored.
    fn text(&self) -> String;

    /// Reads the canonical text and what people write alike; `None` when it is no such value.
    fn read(text: &str) -> Option<Self>;

    /// The value as people read it.
    fn shown(&self) -> String {
        self.text()
    }

    /// The value as a number to hold against bounds: fen, parts per billion, the number itself, or
    /// days of whichever kind; `None` for what has no size.
    fn size(&self) -> Option<i64> {
        None
    }

    /// What a person may choose from, as stored and as shown; nothing where the value is typed.
    fn choices() -> Vec<Choice> {
        Vec::new()
    }
}

/// A value to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// As stored.
    pub text: &'static str,
    /// As people read it.
    pub shown: &'static str,
}

impl PolicyValue for Fen {
    const KIND: ValueKind = ValueKind::Money;

    fn text(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn shown(&self) -> String {
        self.grouped()
    }

    fn size(&self) -> Option<i64> {
        Some(self.get())
    }
}

impl PolicyValue for Rate {
    const KIND: ValueKind = ValueKind::Rate;

    fn text(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn size(&self) -> Option<i64> {
        Some(self.ppb())
    }
}

impl PolicyValue for i64 {
    const KIND: ValueKind = ValueKind::Number;

    fn text(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        text.trim().parse().ok()
    }

    fn size(&self) -> Option<i64> {
        Some(*self)
    }
}

impl PolicyValue for Rounding {
    const KIND: ValueKind = ValueKind::Rounding;

    fn text(&self) -> String {
        self.code().to_owned()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn shown(&self) -> String {
        self.label().to_owned()
    }

    fn choices() -> Vec<Choice> {
        let choice = |one: Self| Choice {
            text: one.code(),
            shown: one.label(),
        };
        Self::ALL.into_iter().map(choice).collect()
    }
}

impl PolicyValue for bool {
    const KIND: ValueKind = ValueKind::Flag;

    fn text(&self) -> String {
        self.to_string()
    }

    fn read(text: &str) -> Option<Self> {
        match text.trim() {
            "true" | "是" => Some(true),
            "false" | "否" => Some(false),
            _ => None,
        }
    }

    fn shown(&self) -> String {
        if *self { "是" } else { "否" }.to_owned()
    }

    fn choices() -> Vec<Choice> {
        let (yes, no) = (("true", "是"), ("false", "否"));
        let choice = |(text, shown)| Choice { text, shown };
        [yes, no].map(choice).to_vec()
    }
}

/// `working_days:5` or `calendar_days:15`; people write 5工作日 and 15自然日.
impl PolicyValue for Deadline {
    const KIND: ValueKind = ValueKind::Deadline;

    fn text(&self) -> String {
        match self {
            Self::WorkingDays(days) => format!("working_days:{days}"),
            Self::CalendarDays(days) => format!("calendar_days:{days}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let after = |prefix, suffixes: [&str; 2]| {
            let written = || {
                suffixes
                    .into_iter()
                    .find_map(|suffix| text.strip_suffix(suffix))
            };
            text.strip_prefix(prefix)
                .or_else(written)?
                .trim()
                .parse()
                .ok()
        };
        after("working_days:", ["个工作日", "工作日"])
            .map(Self::WorkingDays)
            .or_else(|| after("calendar_days:", ["个自然日", "自然日"]).map(Self::CalendarDays))
    }

    fn shown(&self) -> String {
        match self {
            Self::WorkingDays(days) => format!("{days}个工作日"),
            Self::CalendarDays(days) => format!("{days}个自然日"),
        }
    }

    fn size(&self) -> Option<i64> {
        let (Self::WorkingDays(days) | Self::CalendarDays(days)) = *self;
        Some(i64::from(days))
    }
}

/// Lets a set declared with `db::codes!` be a parameter's value.
///
/// ```
/// db::codes! {
///     /// Which doors a hall opens.
///     pub enum Doors {
///         /// One.
///         One = "one", "一扇";
///         /// Both.
///         Both = "both", "两扇";
///     }
/// }
/// platform::policy_code!(Doors);
///
/// const DOORS: platform::policy::Parameter<Doors> =
///     platform::policy::Parameter::new("hall.doors", "开门方式", "");
/// assert_eq!(DOORS.info().read("both").unwrap().shown, "两扇");
/// assert!(DOORS.info().read("three").is_err());
/// assert_eq!(DOORS.info().choices()[1].text, "both");
/// ```
#[macro_export]
macro_rules! policy_code {
    ($codes:ty) => {
        impl $crate::policy::PolicyValue for $codes {
            const KIND: $crate::policy::ValueKind = $crate::policy::ValueKind::Code;

            fn text(&self) -> ::std::string::String {
                self.code().to_owned()
            }

            fn read(text: &str) -> ::std::option::Option<Self> {
                text.trim().parse().ok()
            }

            fn shown(&self) -> ::std::string::String {
                self.label().to_owned()
            }

            fn choices() -> ::std::vec::Vec<$crate::policy::Choice> {
                let choice = |one: &Self| $crate::policy::Choice {
                    text: one.code(),
                    shown: one.label(),
                };
                Self::ALL.iter().map(choice).collect()
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip<T: PolicyValue>(text: &str) -> Option<(String, String)> {
        T::read(text).map(|value| {
            let stored = value.text();
            assert_eq!(
                T::read(&stored).map(|again| again.text()).as_ref(),
                Some(&stored)
            );
            (stored, value.shown())
        })
    }

    #[test]
    fn what_is_no_value_of_the_kind_is_not_read() {
        for bad in ["", "五千", "1.234", "12,34", "NaN"] {
            assert_eq!(round_trip::<Fen>(bad), None, "{bad}");
        }
        for bad in ["", "5", "五", "0.0000000001"] {
            assert_eq!(round_trip::<Rate>(bad), None, "{bad}");
        }
        for bad in ["", "1.5", "九", "99999999999999999999"] {
            assert_eq!(round_trip::<i64>(bad), None, "{bad}");
        }
        for bad in [
            "",
            "5",
            "-5工作日",
            "working_days:",
            "工作日",
            "65536自然日",
            "5天",
        ] {
            assert_eq!(round_trip::<Deadline>(bad), None, "{bad}");
        }
        assert_eq!(round_trip::<Rounding>("四舍五入"), None);
        assert_eq!(round_trip::<bool>("1"), None);
    }

    #[test]
    fn what_is_chosen_is_a_value_of_the_kind_and_what_has_a_size_is_typed() {
        fn chosen<T: PolicyValue>() -> usize {
            for choice in T::choices() {
                let value = T::read(choice.text).unwrap();
                assert_eq!((value.text().as_str(), value.size()), (choice.text, None));
                assert_eq!(value.shown(), choice.shown);
            }
            T::choices().len()
        }
        assert_eq!((chosen::<Rounding>(), chosen::<bool>()), (8, 2));
        let none = [
            chosen::<Fen>(),
            chosen::<Rate>(),
            chosen::<i64>(),
            chosen::<Deadline>(),
        ];
        assert_eq!(none, [0; 4]);
        let size = |size: Option<i64>| size.unwrap();
        assert_eq!(size(Fen::from_yuan(3).size()), 300);
        assert_eq!(size(Rate::from_percent(5).size()), 50_000_000);
        assert_eq!(size(7.size()), 7);
        assert_eq!(size(Deadline::WorkingDays(5).size()), 5);
    }

    #[test]
    fn what_people_write_is_stored_canonically_and_shown_in_words() {
        let is = |pair: Option<(String, String)>, stored: &str, shown: &str| {
            assert_eq!(pair, Some((stored.to_owned(), shown.to_owned())));
        };
        is(round_trip::<Fen>("35,283"), "35283.00", "35,283.00");
        is(round_trip::<Rate>("5%"), "5%", "5%");
        is(round_trip::<Rate>("0.12"), "12%", "12%");
        is(round_trip::<i64>("12"), "12", "12");
        is(
            round_trip::<Rounding>("half_up_yuan"),
            "half_up_yuan",
            "四舍五入到元",
        );
        is(round_trip::<bool>("是"), "true", "是");
        is(
            round_trip::<Deadline>("5工作日"),
            "working_days:5",
            "5个工作日",
        );
        is(
            round_trip::<Deadline>("15个自然日"),
            "calendar_days:15",
            "15个自然日",
        );
    }
}
