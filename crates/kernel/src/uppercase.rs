//! 大写: amounts in the characters that can't be altered, as bills and vouchers need them.
//!
//! 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》 gives the rules and the examples that
//! the tests below repeat.

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

pub(crate) fn render(fen: i64) -> String {
    let magnitude = fen.unsigned_abs();
    let (yuan, jiao, fen_digit) = (magnitude / 100, magnitude / 10 % 10, magnitude % 10);
    let mut text = String::from(if fen < 0 { "人民币负" } else { "人民币" });
    if magnitude == 0 {
        return text + "零元整";
    }
    if yuan > 0 {
        text += &whole(yuan);
        text += "元";
    }
    // One zero stands between yuan and what follows when the 元 place or the 角 place is empty.
    let gap = (jiao > 0 && yuan % 10 == 0) || (jiao == 0 && fen_digit > 0);
    if yuan > 0 && gap {
        text += "零";
    }
    if jiao > 0 {
        text += DIGITS[place(jiao)];
        text += "角";
    }
    if fen_digit > 0 {
        text += DIGITS[place(fen_digit)];
        text += "分";
    } else {
        text += "整";
    }
    text
}

/// A positive whole number; neither begins nor ends with 零.
fn whole(number: u64) -> String {
    const WAN: u64 = 10_000;
    const YI: u64 = 100_000_000;
    match number {
        YI.. => joined(number, YI, "亿"),
        WAN.. => joined(number, WAN, "万"),
        _ => section(number),
    }
}

/// The part above the unit, the unit, and the part below it, after 零 when its first place is
/// empty.
fn joined(number: u64, unit: u64, name: &str) -> String {
    let (above, below) = (whole(number / unit), number % unit);
    match below {
        0 => format!("{above}{name}"),
        _ if below < unit / 10 => format!("{above}{name}零{}", whole(below)),
        _ => format!("{above}{name}{}", whole(below)),
    }
}

/// A number below ten thousand.
fn section(number: u64) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (power, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let digit = number / power % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text += "零";
            gap = false;
        }
        text += DIGITS[place(digit)];
        text += name;
    }
    text
}

/// A decimal digit as an index.
fn place(digit: u64) -> usize {
    usize::try_from(digit).expect("a decimal digit is small")
}

#[cfg(test)]
mod tests {
    use crate::Fen;
    use proptest::prelude::*;

    #[test]
    fn the_examples_of_the_regulation_hold() {
        let cases = [
            ("1409.50", "人民币壹仟肆佰零玖元伍角整"),
            ("6007.14", "人民币陆仟零柒元壹角肆分"),
            ("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"),
            ("107000.53", "人民币壹拾万柒仟元零伍角叁分"),
            ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "人民币叁佰贰拾伍元零肆分"),
        ];
        for (amount, words) in cases {
            assert_eq!(Fen::parse(amount).unwrap().uppercase(), words, "{amount}");
        }
    }

    #[test]
    fn places_zeros_and_signs_are_written_once() {
        let cases = [
            ("0", "人民币零元整"),
            ("0.05", "人民币伍分"),
            ("0.50", "人民币伍角整"),
            ("0.55", "人民币伍角伍分"),
            ("10", "人民币壹拾元整"),
            ("10.01", "人民币壹拾元零壹分"),
            ("1234.56", "人民币壹仟贰佰叁拾肆元伍角陆分"),
            ("10000", "人民币壹万元整"),
            ("10001", "人民币壹万零壹元整"),
            ("100010", "人民币壹拾万零壹拾元整"),
            ("1001001", "人民币壹佰万壹仟零壹元整"),
            ("100000001", "人民币壹亿零壹元整"),
            ("100007000", "人民币壹亿零柒仟元整"),
            ("1070000000", "人民币壹拾亿柒仟万元整"),
            ("1000000000000", "人民币壹万亿元整"),
            ("1234500000000", "人民币壹万贰仟叁佰肆拾伍亿元整"),
            ("-20.30", "人民币负贰拾元零叁角整"),
        ];
        for (amount, words) in cases {
            assert_eq!(Fen::parse(amount).unwrap().uppercase(), words, "{amount}");
        }
    }

    /// Reads 大写 back, by place values alone.
    fn read(words: &str) -> i128 {
        let mut rest = words.strip_prefix("人民币").unwrap();
        let negative = rest.starts_with('负');
        rest = rest.trim_start_matches('负');
        let (mut total, mut part, mut digit) = (0_i128, 0_i128, 0_i128);
        for c in rest.chars() {
            match c {
                '仟' => part += std::mem::take(&mut digit) * 1000,
                '佰' => part += std::mem::take(&mut digit) * 100,
                '拾' => part += std::mem::take(&mut digit) * 10,
                '万' => part = (part + std::mem::take(&mut digit)) * 10_000,
                '亿' => {
                    // What precedes 亿 multiplies, 亿亿 included.
                    total = (total + part + digit) * 100_000_000;
                    (part, digit) = (0, 0);
                }
                '元' => {
                    total = (total + part + digit) * 100;
                    (part, digit) = (0, 0);
                }
                '角' => total += std::mem::take(&mut digit) * 10,
                '分' => total += std::mem::take(&mut digit),
                '整' => {}
                _ => {
                    let c = c.to_string();
                    let value = super::DIGITS.iter().position(|d| *d == c).unwrap();
                    digit = i128::try_from(value).unwrap();
                }
            }
        }
        if negative { -total } else { total }
    }

    proptest! {
        #[test]
        fn words_never_double_a_zero_and_mean_the_amount(fen: i64) {
            let words = Fen::new(fen).uppercase();
            prop_assert!(!words.contains("零零"), "{}", words);
            prop_assert_eq!(read(&words), i128::from(fen));
        }

        #[test]
        fn words_of_sparse_amounts_mean_the_amount(digits in "[1-9][0-9]?0{0,9}[0-9]{0,4}") {
            let fen: i64 = digits.parse().unwrap();
            let words = Fen::new(fen).uppercase();
            prop_assert!(!words.contains("零零"), "{}", words);
            prop_assert_eq!(read(&words), i128::from(fen), "{}", words);
        }
    }
}
