//! Any text as each of the values that people type: an amount, a date, a month, a rate, an ID number,
//! a credit code, a mobile number, a name. What is read reads back the same from what it prints.
#![no_main]

use kernel::{CreditCode, Date, Fen, IdNumber, MobileNumber, Month, PersonName, Rate};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let today: Date = "2026-11-23".parse().expect("a date");
    if let Ok(amount) = Fen::parse(text) {
        assert_eq!(Fen::parse(&amount.to_string()).ok(), Some(amount));
    }
    if let Ok(date) = Date::parse(text) {
        assert_eq!(date.to_string().parse().ok(), Some(date));
    }
    if let Ok(month) = Month::parse(text) {
        assert_eq!(month.to_string().parse().ok(), Some(month));
    }
    if let Ok(rate) = Rate::parse(text) {
        assert_eq!(Rate::parse(&rate.to_string()).ok(), Some(rate));
    }
    let _ = Rate::parse_percent(text);
    if let Ok(number) = IdNumber::parse(text, today) {
        assert_eq!(IdNumber::parse(number.as_str(), today).ok(), Some(number));
    }
    if let Ok(number) = IdNumber::parse_upgrading_15(text, today) {
        assert!(IdNumber::parse(number.as_str(), today).is_ok(), "it was upgraded to a whole one");
    }
    if let Ok(code) = CreditCode::parse(text) {
        assert_eq!(CreditCode::parse(code.as_str()).ok(), Some(code));
    }
    if let Ok(number) = MobileNumber::parse(text) {
        assert_eq!(MobileNumber::parse(number.as_str()).ok(), Some(number));
    }
    if let Ok(name) = PersonName::parse(text) {
        assert_eq!(PersonName::parse(name.as_str()).ok(), Some(name));
    }
});
