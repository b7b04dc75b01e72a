//! How lists show what is personal: enough to tell two people apart.

/// A document's number as lists show it: the first four and last four of 18, `5120**********1234`;
/// of a shorter one the first and the last two.
#[must_use]
pub fn masked_number(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let (head, tail) = match chars.len() {
        15.. => (4, 4),
        5..=14 => (1, 2),
        length => (0, length.min(1)),
    };
    let shown = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
    let (first, last) = (shown(0..head), shown(chars.len() - tail..chars.len()));
    format!("{first}{}{last}", "*".repeat(chars.len() - head - tail))
}

/// A name as lists show it: the first character and a star for each other.
#[must_use]
pub fn masked_name(name: &str) -> String {
    let mut chars = name.chars();
    let first: String = chars.next().into_iter().collect();
    first + &"*".repeat(chars.count())
}

/// A mobile number as lists show it: `138****8000`.
#[must_use]
pub fn masked_mobile(mobile: &str) -> String {
    match (mobile.get(..3), mobile.get(7..)) {
        (Some(first), Some(last)) => format!("{first}****{last}"),
        _ => "*".repeat(mobile.chars().count()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_keep_only_what_tells_two_people_apart() {
        for (number, masked) in [
            ("510104199003071234", "5101**********1234"),
            ("510104900307123", "5101*******7123"),
            ("G12345678", "G******78"),
            ("G123", "***3"),
            ("7", "7"),
            ("", ""),
        ] {
            assert_eq!(masked_number(number), masked);
        }
        assert_eq!(masked_name("欧阳修"), "欧**");
        assert_eq!(masked_mobile("13800138000"), "138****8000");
        assert_eq!(masked_mobile("1"), "*");
    }
}
