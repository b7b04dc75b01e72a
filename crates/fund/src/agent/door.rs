//! What stands before the employers' hall: who knocks, and how often.

use std::sync::Arc;

use kernel::{Actor, CentreId, MobileNumber, Result};
use platform::audit::Subject;
use platform::session::HallAttempt;
use platform::{App, Caller, Grants};

use super::called;
use super::model::Agent;

/// A mobile number as typed, in the one form in which numbers are compared.
pub(super) fn normalised(mobile: &str) -> String {
    let parsed = MobileNumber::parse(mobile);
    parsed.map_or_else(
        |_| mobile.trim().to_owned(),
        |mobile| mobile.as_str().to_owned(),
    )
}

/// What an agent says of itself, as its attempts and codes are kept by.
pub(super) fn said(mobile: &str) -> String {
    format!("agent:{mobile}")
}

/// Counts an attempt at a secret of the agent of a mobile number.
///
/// # Errors
/// `sign_in_locked` (unauthenticated).
pub(super) async fn attempt(
    app: &App,
    centre: CentreId,
    mobile: &str,
    address: Option<&str>,
) -> Result<HallAttempt> {
    HallAttempt::begin(app, centre, &said(mobile), address).await
}

/// Somebody whom no mobile number tells, as the trail names it. The number typed isn't kept: people
/// type their password there.
pub(super) fn stranger(centre: CentreId, address: Option<&str>) -> (Caller, Subject) {
    let caller = Caller {
        address: address.map(str::to_owned),
        ..Caller::system("sign_in", centre)
    };
    (caller, Subject::new("agent", "unknown"))
}

/// An agent before it has come in; without grants, which knocking needs none of.
pub(super) fn caller(
    app: &App,
    centre: CentreId,
    agent: &Agent,
    address: Option<&str>,
) -> Result<Caller> {
    Ok(Caller {
        actor: Actor::agent(centre, agent.agent_id),
        name: called(app.db.keys(), centre, agent.agent_id, &agent.name)?,
        branch: None,
        grants: Arc::new(Grants::listed(None, [])),
        address: address.map(str::to_owned),
        approved: None,
    })
}
