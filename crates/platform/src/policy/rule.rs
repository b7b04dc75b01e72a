//! Which version may be recorded, and which withdrawn.

use kernel::{Date, Finding, Refusal};

use super::change::Change;
use super::parameter::{NewVersion, ParameterInfo, Source};
use super::store::PolicyVersion;
use crate::Decision;

/// The longest texts, in characters.
const LONGEST_TITLE: usize = 120;
const LONGEST_NUMBER: usize = 60;
const LONGEST_NOTE: usize = 200;
const LONGEST_REASON: usize = 200;

/// What stands when a version is about to be recorded.
pub(super) struct Standing<'a> {
    /// The calendar's date: a document that decides is dated no later.
    pub(super) today: Date,
    /// The first day from which a version may hold, see [`earliest`].
    pub(super) earliest: Option<Date>,
    /// The versions of the parameter that it must not be above.
    pub(super) above: &'a [(ParameterInfo, Vec<PolicyVersion>)],
    /// Those of the parameters that must not be above it.
    pub(super) below: &'a [(ParameterInfo, Vec<PolicyVersion>)],
}

/// The first day from which a new version of the parameter may hold: the open business day; for one
/// that may be set after the event, the day after the version in force began. `None`: any day.
pub(super) fn earliest(
    parameter: &ParameterInfo,
    business_date: Date,
    in_force: Option<&PolicyVersion>,
) -> Option<Date> {
    if parameter.is_retroactive() {
        in_force.map(|version| version.effective_from.next())
    } else {
        Some(business_date)
    }
}

/// The version that what a person wrote makes, or everything that is wrong with it, field by field.
pub(super) fn version(
    parameter: &ParameterInfo,
    change: &Change,
    standing: &Standing<'_>,
) -> Decision<NewVersion> {
    let mut findings = Vec::new();
    let title = line(
        &change.source_title,
        "source_title",
        "文件名称",
        LONGEST_TITLE,
    );
    let title = noted(title, &mut findings);
    let number = line(
        &change.source_number,
        "source_number",
        "文号",
        LONGEST_NUMBER,
    );
    let number = noted(number, &mut findings);
    let reason = line(&change.reason, "reason", "变更原因", LONGEST_REASON);
    let reason = noted(reason, &mut findings);
    if parameter.is_by_committee() && change.resolution_id.is_none() {
        let sentence = format!("“{}”由管委会决定，请选择所依据的决议", parameter.label);
        let code = "policy_resolution_missing";
        findings.push(Finding::new("resolution_id", code, sentence));
    }
    let note = change.note.trim();
    if note.chars().count() > LONGEST_NOTE || note.chars().any(char::is_control) {
        let sentence = format!("备注应为不超过{LONGEST_NOTE}个字符的一行文字");
        findings.push(Finding::new("note", "policy_text_invalid", sentence));
    }
    let dated = noted(
        source_date(&change.source_date, standing.today),
        &mut findings,
    );
    let from = effective_from(parameter, &change.effective_from, standing.earliest);
    let from = noted(from, &mut findings);
    let value = noted(parameter.read_new(&change.value), &mut findings);
    if let (Some(from), Some(value)) = (from, &value)
        && let Some(size) = value.size
    {
        noted(in_order(parameter, from, size, standing), &mut findings);
    }
    match (title, number, reason, dated, from) {
        (Some(title), Some(number), Some(reason), Some(dated), Some(from))
            if findings.is_empty() =>
        {
            let source = Source::new(title, number).dated(dated);
            let version = parameter.version(from, &change.value, source)?;
            let version = version.resolved_by(change.resolution_id);
            Ok(version.note(note).reason(reason))
        }
        _ => {
            let sentence = format!(
                "“{}”的新版本有{}处需要更正",
                parameter.label,
                findings.len()
            );
            Err(Refusal::invalid("policy_change_invalid", sentence).with_findings(findings))
        }
    }
}

/// The value of a decision; a refusal goes among the findings.
fn noted<T>(decision: Decision<T>, findings: &mut Vec<Finding>) -> Option<T> {
    decision
        .map_err(|refusal| {
            let field = refusal.field().unwrap_or_default().to_owned();
            findings.push(Finding::new(field, refusal.code(), refusal.sentence()));
        })
        .ok()
}

/// One line of text that has to be there.
pub(super) fn line(
    text: &str,
    field: &'static str,
    what: &str,
    longest: usize,
) -> Decision<String> {
    let text = text.trim();
    let length = text.chars().count();
    if (1..=longest).contains(&length) && !text.chars().any(char::is_control) {
        Ok(text.to_owned())
    } else {
        let sentence = format!("{what}应为1至{longest}个字符的一行文字");
        Err(Refusal::invalid("policy_text_invalid", sentence).at(field))
    }
}

/// Why a version is withdrawn.
pub(super) fn withdrawal_reason(text: &str) -> Decision<String> {
    line(text, "reason", "撤回原因", LONGEST_REASON)
}

fn source_date(text: &str, today: Date) -> Decision<Date> {
    let refused =
        |sentence: &str| Refusal::invalid("policy_source_date_invalid", sentence).at("source_date");
    let date = Date::parse(text.trim()).map_err(|error| refused(&error.to_string()))?;
    if date > today {
        return Err(refused("文件日期不能晚于今天"));
    }
    Ok(date)
}

fn effective_from(parameter: &ParameterInfo, text: &str, earliest: Option<Date>) -> Decision<Date> {
    let refused = |code, sentence| Refusal::invalid(code, sentence).at("effective_from");
    let date = Date::parse(text.trim())
        .map_err(|error| refused("policy_effective_from_invalid", error.to_string()))?;
    match earliest {
        Some(earliest) if date < earliest => {
            let why = if parameter.is_retroactive() {
                "新版本须晚于现行版本生效"
            } else {
                "当前营业日之前的业务已按原规定办理"
            };
            let sentence = format!("生效日期不能早于{earliest}：{why}");
            Err(refused("policy_effective_too_early", sentence))
        }
        _ => Ok(date),
    }
}

/// Holds the value against the parameters that it lies between, as they stand from its first day
/// to the first day of the next version.
fn in_order(
    parameter: &ParameterInfo,
    from: Date,
    size: i64,
    standing: &Standing<'_>,
) -> Decision<()> {
    let above = standing.above.iter().map(|other| (other, "高于"));
    let below = standing.below.iter().map(|other| (other, "低于"));
    for ((other, versions), how) in above.chain(below) {
        for version in held_from(versions, from) {
            let Some(theirs) = other.read(&version.value)?.size else {
                continue;
            };
            let crossed = if how == "高于" {
                size > theirs
            } else {
                size < theirs
            };
            if crossed {
                let (since, value) = (version.effective_from, other.read(&version.value)?.shown);
                let (mine, theirs) = (parameter.label, other.label);
                let sentence = format!("{mine}不能{how}{theirs}（自{since}起为{value}）");
                return Err(Refusal::invalid("policy_value_crosses", sentence).at("value"));
            }
        }
    }
    Ok(())
}

/// The versions, oldest first, that hold on a day or begin after it.
fn held_from(versions: &[PolicyVersion], day: Date) -> &[PolicyVersion] {
    let begun = versions.partition_point(|version| version.effective_from <= day);
    &versions[begun.saturating_sub(1)..]
}

/// Whether a version may be withdrawn: it stands, and nothing can have been decided by it on the
/// calendar's day or the open business day.
pub(super) fn may_withdraw(version: &PolicyVersion, today: Date) -> Decision<()> {
    if version.withdrawn_at.is_some() {
        let sentence = "该版本已撤回";
        return Err(Refusal::conflict("policy_version_withdrawn", sentence));
    }
    if version.effective_from <= today {
        let from = version.effective_from;
        let sentence = format!("该版本自{from}起已经生效，不能撤回；如需改变请登记新版本");
        return Err(Refusal::conflict("policy_version_in_force", sentence));
    }
    Ok(())
}
