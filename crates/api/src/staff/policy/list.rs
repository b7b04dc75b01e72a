//! The policy parameters and their history.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::policy::PARAMETERS;
use kernel::{Date, Instant, PolicyVersionId, ResolutionId, Result};
use platform::policy::{
    self, Mentioned, POLICY_CHANGE, POLICY_WITHDRAW, ParameterInfo, ParameterState, ValueKind,
    VersionState,
};
use platform::{App, Caller, Scope};
use serde::Serialize;
use utoipa::ToSchema;

use super::{ValueKindCode, VersionStateCode};
use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, count, or_none, sentence, text};
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Items, Moment};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// A policy parameter: what holds now, and every version.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PolicyItem {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    unit: &'static str,
    #[schema(value_type = ValueKindCode)]
    kind: ValueKind,
    /// Which rules read it.
    used_for: &'static str,
    /// Whether a version has to cite a resolution of the management committee.
    by_committee: bool,
    /// What a person may choose from; empty where the value is typed.
    choices: Vec<PolicyChoice>,
    /// What holds now; null when no version does.
    value: Option<String>,
    #[schema(value_type = Option<Day>)]
    effective_from: Option<Date>,
    source: Option<String>,
    /// The first day from which a new version may hold; null: any.
    #[schema(value_type = Option<Day>)]
    earliest: Option<Date>,
    /// The latest first, those yet to come and those withdrawn included.
    pub(super) history: Vec<PolicyVersion>,
    /// What the caller may do: `change`.
    can: Vec<&'static str>,
}

/// A value to choose: as it is sent, and as people read it.
#[derive(Debug, Serialize, ToSchema)]
struct PolicyChoice {
    value: &'static str,
    label: &'static str,
}

/// A value from a date on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct PolicyVersion {
    #[schema(value_type = Id)]
    policy_version_id: PolicyVersionId,
    /// As people read it.
    pub(super) value: String,
    #[schema(value_type = VersionStateCode)]
    pub(super) state: VersionState,
    #[schema(value_type = Day)]
    pub(super) effective_from: Date,
    /// The document that sets it, with its number and what else is noted.
    source: String,
    pub(super) source_title: String,
    pub(super) source_number: String,
    #[schema(value_type = Option<Day>)]
    pub(super) source_date: Option<Date>,
    /// 管委会决议 that it rests on.
    pub(super) resolution: Option<PolicyResolution>,
    pub(super) note: String,
    /// Why it was recorded.
    pub(super) reason: String,
    #[schema(value_type = Moment)]
    pub(super) recorded_at: Instant,
    /// The name of who recorded it.
    pub(super) recorded_by: String,
    /// Null unless it was withdrawn.
    pub(super) withdrawal: Option<PolicyWithdrawal>,
    /// What the caller may do: `withdraw`.
    can: Vec<&'static str>,
}

/// The resolution that a version rests on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct PolicyResolution {
    #[schema(value_type = Id)]
    resolution_id: ResolutionId,
    /// 决议文号.
    pub(super) number: String,
}

/// That a version was withdrawn before it came into force.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct PolicyWithdrawal {
    #[schema(value_type = Moment)]
    pub(super) at: Instant,
    /// The name of who withdrew it.
    pub(super) by: String,
    pub(super) reason: String,
}

/// Who looks, and what actors are called.
pub(super) struct Onlooker<'a> {
    pub(super) caller: &'a Caller,
    pub(super) mentioned: &'a Mentioned,
}

impl PolicyVersion {
    fn of(
        parameter: &ParameterInfo,
        (version, state): &(policy::PolicyVersion, VersionState),
        onlooker: &Onlooker<'_>,
    ) -> Result<PolicyVersion> {
        let withdrawn = version.withdrawn_at.zip(version.withdrawn_by.as_deref());
        let withdrawal = withdrawn.map(|(at, by)| PolicyWithdrawal {
            at,
            by: onlooker.mentioned.names.of(by),
            reason: version.withdrawal_reason.clone().unwrap_or_default(),
        });
        let may = onlooker.caller.may(&POLICY_WITHDRAW, Scope::Centre);
        let can = (may && *state == VersionState::Upcoming).then_some("withdraw");
        Ok(PolicyVersion {
            policy_version_id: version.policy_version_id,
            value: parameter.read(&version.value)?.shown,
            state: *state,
            effective_from: version.effective_from,
            source: version.document(),
            source_title: version.source_title.clone(),
            source_number: version.source_number.clone(),
            source_date: version.source_date,
            resolution: version.resolution_id.map(|resolution_id| PolicyResolution {
                resolution_id,
                number: number_of(onlooker, resolution_id),
            }),
            note: version.note.clone(),
            reason: version.reason.clone(),
            recorded_at: version.recorded_at,
            recorded_by: onlooker.mentioned.names.of(&version.recorded_by),
            withdrawal,
            can: can.into_iter().collect(),
        })
    }
}

impl PolicyItem {
    pub(super) fn of(state: &ParameterState, onlooker: &Onlooker<'_>) -> Result<PolicyItem> {
        let parameter = &state.parameter;
        let current = state.current.as_ref();
        let value = current.map(|version| parameter.read(&version.value));
        let history = state.history.iter();
        let version = |version| PolicyVersion::of(parameter, version, onlooker);
        let may = onlooker.caller.may(&POLICY_CHANGE, Scope::Centre);
        let choice = |choice: policy::Choice| PolicyChoice {
            value: choice.text,
            label: choice.shown,
        };
        Ok(PolicyItem {
            key: parameter.key,
            label: parameter.label,
            unit: parameter.unit,
            kind: parameter.kind,
            used_for: parameter.used_for(),
            by_committee: parameter.is_by_committee(),
            choices: parameter.choices().into_iter().map(choice).collect(),
            value: value.transpose()?.map(|reading| reading.shown),
            effective_from: current.map(|version| version.effective_from),
            source: current.map(policy::PolicyVersion::document),
            earliest: state.earliest,
            history: history.map(version).collect::<Result<_>>()?,
            can: may.then_some("change").into_iter().collect(),
        })
    }
}

fn number_of(onlooker: &Onlooker<'_>, id: ResolutionId) -> String {
    let numbers = &onlooker.mentioned.resolutions;
    numbers.get(&id).cloned().unwrap_or_default()
}

/// The policy parameters as they stand now, with their history.
#[utoipa::path(
    get,
    path = "/api/policy",
    tag = "policy",
    responses((status = 200, body = Items<PolicyItem>), ReadRefusals)
)]
pub(crate) async fn list_policy(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<Items<PolicyItem>>> {
    Ok(Json(Items::of(items(&api.app, &staff.caller).await?)))
}

async fn items(app: &App, caller: &Caller) -> Result<Vec<PolicyItem>> {
    let (states, mentioned) = policy::list(app, caller, PARAMETERS).await?;
    let mentioned = &mentioned;
    let item = |state| PolicyItem::of(state, &Onlooker { caller, mentioned });
    states.iter().map(item).collect()
}

impl PolicyItem {
    /// What holds now, with its document.
    fn in_force(&self) -> Option<&PolicyVersion> {
        let mut history = self.history.iter();
        history.find(|version| version.state == VersionState::InForce)
    }
}

static SHEET: ListSheet<PolicyItem> = ListSheet {
    name: "policy",
    title: "政策参数",
    columns: &[
        text("label", "参数", 30, |row| row.label.to_owned()),
        text("value", "现行值", 16, |row| {
            row.value.clone().unwrap_or_else(|| "未设定".to_owned())
        }),
        text("unit", "单位", 8, |row| row.unit.to_owned()),
        text("effective_from", "生效日期", 12, |row| {
            or_none(row.effective_from)
        }),
        sentence("source_title", "依据文件", |row| {
            or_none(row.in_force().map(|version| version.source_title.as_str()))
        }),
        text("source_number", "文号", 24, |row| {
            or_none(row.in_force().map(|version| version.source_number.as_str()))
        }),
        text("source_date", "文件日期", 12, |row| {
            or_none(row.in_force().and_then(|version| version.source_date))
        }),
        sentence("upcoming", "待生效", |row| {
            let history = row.history.iter();
            let upcoming = history.filter(|version| version.state == VersionState::Upcoming);
            let said = upcoming.map(|one| format!("{} 起 {}", one.effective_from, one.value));
            said.collect::<Vec<_>>().join("；")
        }),
        count("history", "历次", |row| {
            i64::try_from(row.history.len()).ok()
        }),
    ],
    filters: &[],
};

/// The policy parameters as they stand now, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/policy/list.xlsx",
    tag = "policy",
    params(Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_policy(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let rows = items(&export.app, &staff.caller).await?;
    export.whole(&SHEET, asked, rows).await
}
