//! Names and codes that people type.

use kernel::Refusal;

use crate::Decision;

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;
/// The longest code.
const LONGEST_CODE: usize = 32;

/// A name without surrounding space: 1 to 100 characters, none of them a control character.
pub(crate) fn name(text: &str, code: &'static str, what: &str) -> Decision<String> {
    let name = text.trim();
    let length = name.chars().count();
    if (1..=LONGEST_NAME).contains(&length) && !name.chars().any(char::is_control) {
        Ok(name.to_owned())
    } else {
        Err(Refusal::invalid(code, format!("{what}应为1至{LONGEST_NAME}个字符")).at("name"))
    }
}

/// A code: 1 to 32 ASCII letters, digits, `_`, `-`.
pub(crate) fn code(text: &str, code: &'static str, what: &str) -> Decision<String> {
    let text = text.trim();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if (1..=LONGEST_CODE).contains(&text.len()) && text.bytes().all(plain) {
        Ok(text.to_owned())
    } else {
        let sentence = format!("{what}应为1至{LONGEST_CODE}个字母、数字、“_”或“-”");
        Err(Refusal::invalid(code, sentence).at("code"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_that_could_not_be_read_back_are_refused() {
        for bad in ["", " \u{3000}", "长沙\n市", &"长".repeat(101)] {
            assert_eq!(
                name(bad, "x_name_invalid", "名称").unwrap_err().code(),
                "x_name_invalid"
            );
        }
        assert_eq!(
            name("\u{3000}长沙县管理部 ", "x", "名称").unwrap(),
            "长沙县管理部"
        );
        for bad in ["", "城 区", "a b", "a'b", &"a".repeat(33)] {
            assert_eq!(
                code(bad, "x_code_invalid", "代码").unwrap_err().field(),
                Some("code")
            );
        }
        assert_eq!(code(" CX-01_a ", "x", "代码").unwrap(), "CX-01_a");
    }
}
