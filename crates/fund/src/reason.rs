//! 原因: why somebody ends, cancels or reverses something, as people write it.

use kernel::Refusal;

/// The longest reason, in characters.
const MAX_CHARS: usize = 120;

/// A reason that people wrote: trimmed, neither empty nor long, on one line.
///
/// # Errors
/// `reason_invalid`.
pub(crate) fn checked_reason(reason: &str) -> Result<String, Refusal> {
    let reason = reason.trim();
    let length = reason.chars().count();
    if (1..=MAX_CHARS).contains(&length) && !reason.chars().any(char::is_control) {
        return Ok(reason.to_owned());
    }
    let sentence = format!("请填写原因，1至{MAX_CHARS}个字，不换行");
    Err(Refusal::invalid("reason_invalid", sentence).at("reason"))
}
