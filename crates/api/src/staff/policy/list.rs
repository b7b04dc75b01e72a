//! The policy parameters and their history.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::policy::PARAMETERS;
use kernel::{Date, Result};
use platform::policy::{self, ParameterInfo, ParameterState};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Items};

/// A policy parameter: what holds today, and every version.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PolicyItem {
    key: &'static str,
    label: &'static str,
    unit: &'static str,
    /// What holds today; null when no version does.
    value: Option<String>,
    #[schema(value_type = Option<Day>)]
    effective_from: Option<Date>,
    source: Option<String>,
    /// The latest first, those yet to come included.
    history: Vec<PolicyVersion>,
}

/// A value from a date on.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct PolicyVersion {
    /// As people read it.
    value: String,
    #[schema(value_type = Day)]
    effective_from: Date,
    /// The document that sets it, with its number and what else is noted.
    source: String,
}

impl PolicyVersion {
    fn of(parameter: &ParameterInfo, version: &policy::PolicyVersion) -> Result<PolicyVersion> {
        Ok(PolicyVersion {
            value: parameter.read(&version.value)?.shown,
            effective_from: version.effective_from,
            source: version.document(),
        })
    }
}

impl PolicyItem {
    fn of(state: &ParameterState) -> Result<PolicyItem> {
        let parameter = &state.parameter;
        let version = |version| PolicyVersion::of(parameter, version);
        let current = state.current.as_ref().map(version).transpose()?;
        Ok(PolicyItem {
            key: parameter.key,
            label: parameter.label,
            unit: parameter.unit,
            value: current.as_ref().map(|version| version.value.clone()),
            effective_from: current.as_ref().map(|version| version.effective_from),
            source: current.map(|version| version.source),
            history: state.history.iter().map(version).collect::<Result<_>>()?,
        })
    }
}

/// The policy parameters as they stand today, with their history.
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
    let today = api.app.clock.today();
    let states = policy::list(&api.app, &staff.caller, PARAMETERS, today).await?;
    let items = states
        .iter()
        .map(PolicyItem::of)
        .collect::<Result<Vec<_>>>()?;
    Ok(Json(Items::of(items)))
}
