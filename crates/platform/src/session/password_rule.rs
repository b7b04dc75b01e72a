//! What a password must be like (GB/T 22239-2019, 8.1.4.1: of some complexity and changed from time
//! to time; OWASP ASVS 2.1: long rather than odd, and none of the common ones).

use kernel::Refusal;

use crate::Decision;

/// The shortest password accepted, in characters.
const SHORTEST: usize = 10;
/// The longest one.
pub(super) const LONGEST: usize = 128;
/// Kinds of characters wanted: of small letters, capitals, digits and everything else.
const KINDS: usize = 3;
/// A name shorter than this is part of too many words.
const SHORTEST_NAME: usize = 3;

/// Words that passwords are made of most, here and elsewhere; with digits and signs about them they
/// are as easily guessed.
const COMMON: &[&str] = &[
    "abc",
    "abcd",
    "abcde",
    "abcdef",
    "abcdefg",
    "access",
    "account",
    "admin",
    "administrator",
    "anju",
    "asdf",
    "asdfgh",
    "asdfghjk",
    "asdfghjkl",
    "azerty",
    "baidu",
    "baobao",
    "baseball",
    "batman",
    "beijing",
    "caiwu",
    "changeme",
    "charlie",
    "chengdu",
    "china",
    "computer",
    "daniel",
    "default",
    "demo",
    "dragon",
    "football",
    "fuck",
    "fuckyou",
    "gjj",
    "gongjijin",
    "google",
    "guanli",
    "guest",
    "gong",
    "haha",
    "hello",
    "hunter",
    "huawei",
    "iloveu",
    "iloveyou",
    "jiayou",
    "jordan",
    "kuaiji",
    "letmein",
    "login",
    "love",
    "loveme",
    "manager",
    "master",
    "michael",
    "mima",
    "monkey",
    "mypassword",
    "nihao",
    "ninja",
    "office",
    "oracle",
    "passw",
    "password",
    "passwords",
    "passwd",
    "pass",
    "postgres",
    "princess",
    "pwd",
    "qaz",
    "qazwsx",
    "qazwsxedc",
    "qq",
    "qwer",
    "qwert",
    "qwerty",
    "qwertyui",
    "qwertyuiop",
    "root",
    "secret",
    "server",
    "shadow",
    "shanghai",
    "shenzhen",
    "sunshine",
    "super",
    "superman",
    "superuser",
    "support",
    "sysadmin",
    "system",
    "taobao",
    "temp",
    "test",
    "tester",
    "testing",
    "tianya",
    "trustno",
    "user",
    "username",
    "wangyi",
    "weixin",
    "welcome",
    "wo",
    "woaini",
    "woaiwojia",
    "woshishui",
    "xiaoxiao",
    "xitong",
    "yonghu",
    "zaq",
    "zhongguo",
    "zhongxin",
    "zhufang",
    "zhufanggongjijin",
    "zxcv",
    "zxcvb",
    "zxcvbn",
    "zxcvbnm",
    "我爱你",
    "密码",
    "管理员",
    "公积金",
    "住房公积金",
];

/// What fingers run along on a keyboard, forwards.
const RUNS: &[&str] = &[
    "01234567890123456789",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "abcdefghijklmnopqrstuvwxyz",
    "asdfghjkl;'",
    "q1w2e3r4t5y6u7i8o9p0",
    "qazwsxedcrfvtgbyhnujm",
    "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
    "!@#$%^&*()_+",
];

/// That a password chosen by someone may be theirs.
///
/// # Errors
/// At `password`: `password_too_short`, `password_too_long`, `password_too_plain`,
/// `password_names_its_owner`, `password_common`.
pub(super) fn acceptable(password: &str, sign_in_name: &str, name: &str) -> Decision<()> {
    let refused = |code, sentence: String| Err(Refusal::invalid(code, sentence).at("password"));
    let length = password.chars().count();
    if length < SHORTEST {
        return refused("password_too_short", format!("密码至少{SHORTEST}个字符"));
    }
    if length > LONGEST {
        return refused("password_too_long", format!("密码至多{LONGEST}个字符"));
    }
    if kinds(password) < KINDS {
        let sentence = "密码须含小写字母、大写字母、数字、其他字符四类中的三类".to_owned();
        return refused("password_too_plain", sentence);
    }
    let lower = password.to_lowercase();
    let names_owner = [sign_in_name, name].into_iter().any(|own| {
        let shortest = if own.is_ascii() { SHORTEST_NAME } else { 2 };
        own.chars().count() >= shortest && lower.contains(&own.to_lowercase())
    });
    if names_owner {
        return refused(
            "password_names_its_owner",
            "密码不能含登录名或姓名".to_owned(),
        );
    }
    if is_common(&lower) {
        let sentence = "这个密码太常见，容易被猜中，请换一个".to_owned();
        return refused("password_common", sentence);
    }
    Ok(())
}

fn kinds(password: &str) -> usize {
    let has = |of: fn(char) -> bool| usize::from(password.chars().any(of));
    let other = |c: char| !c.is_ascii_lowercase() && !c.is_ascii_uppercase() && !c.is_ascii_digit();
    has(|c| c.is_ascii_lowercase())
        + has(|c| c.is_ascii_uppercase())
        + has(|c| c.is_ascii_digit())
        + has(other)
}

/// Whether it is a common word with digits and signs about it, a run along the keyboard, or the
/// same few signs again and again. In small letters.
fn is_common(password: &str) -> bool {
    let at_ends = |c: char| !c.is_alphabetic();
    let plain: String = password.chars().map(as_letter).collect();
    let cores = [
        password.trim_matches(at_ends).to_owned(),
        plain.trim_matches(at_ends).to_owned(),
        // P@ssw0rd-2026: the year goes before its digits are read as letters.
        password
            .trim_matches(at_ends)
            .chars()
            .map(as_letter)
            .collect(),
    ];
    cores.iter().any(|core| COMMON.contains(&core.as_str()))
        || is_run(password)
        || is_repeated(password)
}

/// The letter that a digit or sign stands for where people write words with them.
const fn as_letter(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Whether runs along the keyboard, forwards or backwards, make up all of it, each of four at least.
fn is_run(password: &str) -> bool {
    const SHORTEST_RUN: usize = 4;
    let backwards: Vec<String> = RUNS.iter().map(|run| run.chars().rev().collect()).collect();
    let runs = || {
        RUNS.iter()
            .copied()
            .chain(backwards.iter().map(String::as_str))
    };
    let mut rest = password;
    while !rest.is_empty() {
        let mut ends = rest.char_indices().rev().map(|(at, c)| at + c.len_utf8());
        let longest = ends.find(|end| runs().any(|run| run.contains(&rest[..*end])));
        match longest {
            Some(end) if rest[..end].chars().count() >= SHORTEST_RUN => rest = &rest[end..],
            _ => return false,
        }
    }
    true
}

/// Whether it is one to four signs again and again.
fn is_repeated(password: &str) -> bool {
    let signs: Vec<char> = password.chars().collect();
    (1..=4).any(|period| {
        signs.len() >= 2 * period && signs.iter().skip(period).eq(&signs[..signs.len() - period])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_mixed_uncommon_and_not_the_name() {
        let long = format!("{}Aa1", "x9-".repeat(50));
        let cases: &[(&str, Option<&str>)] = &[
            ("Short-9xy", Some("password_too_short")),
            ("安居安居安居安1a", Some("password_too_short")),
            (&long, Some("password_too_long")),
            ("onlysmallletters", Some("password_too_plain")),
            ("small1111letters", Some("password_too_plain")),
            ("正确的马电池钉书针和纸", Some("password_too_plain")),
            ("xx-LiMin-2026", Some("password_names_its_owner")),
            ("Qb7-李敏-kkwm", Some("password_names_its_owner")),
            ("Password2026!", Some("password_common")),
            ("P@ssw0rd-2026", Some("password_common")),
            ("2026-gongjijin", Some("password_common")),
            ("Admin#123456", Some("password_common")),
            ("1qaz2wsx3edC!@#$", Some("password_common")),
            ("Qwertyuiop0987", Some("password_common")),
            ("Ab1!Ab1!Ab1!", Some("password_common")),
            ("Woaini1314520", Some("password_common")),
            ("住房公积金Aa2026", None),
            ("anju-demo-2026", None),
            ("corrEct horse 9", None),
            ("正确的马电池a9钉书针", None),
        ];
        for (password, expected) in cases {
            let refused = acceptable(password, "limin", "李敏").err();
            let code = refused.as_ref().map(Refusal::code);
            assert_eq!(code, *expected, "{password}");
            assert!(refused.is_none_or(|refusal| refusal.field() == Some("password")));
        }
        // Two letters are in too many words, and a list of words holds each once.
        assert!(acceptable("Zebra-lines-27", "li", "李").is_ok());
        assert!(COMMON.iter().all(|word| word.to_lowercase() == *word));
    }
}
