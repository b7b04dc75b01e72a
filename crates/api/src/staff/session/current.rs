//! Who is signed in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{BranchId, CentreId, Date, Instant, StaffId};
use platform::business_day::DayStatus;
use platform::session::{Gate, Profile, csrf_token, profile};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Entering;
use crate::staff::business_days::DayStatusCode;
use crate::wire::{Day, Id, Moment};

use super::GateCode;

/// Who is signed in, what the one may do, and where.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Session {
    #[schema(value_type = Id)]
    staff_id: StaffId,
    /// The name on vouchers.
    name: String,
    sign_in_name: String,
    branch: Option<SessionBranch>,
    /// The names of the roles.
    roles: Vec<String>,
    /// The codes of the actions that are permitted somewhere.
    actions: Vec<String>,
    /// What changes carry as `X-CSRF-Token`.
    csrf_token: String,
    centre: SessionCentre,
    /// 营业日, when one is open.
    business_day: Option<SessionDay>,
    /// What has to be done before anything else; everything else is refused until then.
    #[schema(value_type = Option<GateCode>)]
    gate: Option<Gate>,
    /// The sign-in before this one.
    before: SessionBefore,
    /// The last day of the password, told in its last week.
    #[schema(value_type = Option<Day>)]
    password_ends_on: Option<Date>,
}

/// What came before a session.
#[derive(Debug, Serialize, ToSchema)]
struct SessionBefore {
    #[schema(value_type = Option<Moment>)]
    signed_in_at: Option<Instant>,
    address: Option<String>,
    /// Attempts that failed in a row since.
    failures: i64,
}

/// The branch that someone works in.
#[derive(Debug, Serialize, ToSchema)]
struct SessionBranch {
    #[schema(value_type = Id)]
    branch_id: BranchId,
    name: String,
}

/// The centre that someone works for.
#[derive(Debug, Serialize, ToSchema)]
struct SessionCentre {
    #[schema(value_type = i64)]
    centre_id: CentreId,
    name: String,
}

/// The open business day.
#[derive(Debug, Serialize, ToSchema)]
struct SessionDay {
    #[schema(value_type = Day)]
    date: Date,
    #[schema(value_type = DayStatusCode)]
    status: DayStatus,
}

impl Session {
    /// What a profile says to the one whose session has the token.
    pub(super) fn new(profile: Profile, token: &str) -> Session {
        let branch = profile
            .branch
            .map(|(branch_id, name)| SessionBranch { branch_id, name });
        let day = profile.business_day;
        Session {
            staff_id: profile.staff_id,
            name: profile.name,
            sign_in_name: profile.sign_in_name,
            branch,
            roles: profile.roles,
            actions: profile.actions,
            csrf_token: csrf_token(token),
            centre: SessionCentre {
                centre_id: profile.centre.centre_id,
                name: profile.centre.name,
            },
            business_day: day.map(|day| SessionDay {
                date: day.date,
                status: day.status,
            }),
            gate: profile.gate,
            before: SessionBefore {
                signed_in_at: profile.before.signed_in_at,
                address: profile.before.address,
                failures: profile.before.failures,
            },
            password_ends_on: profile.password_ends_on,
        }
    }
}

/// Who is signed in.
#[utoipa::path(
    get,
    path = "/api/session",
    tag = "session",
    responses((status = 200, body = Session), ReadRefusals)
)]
pub(crate) async fn session(
    State(api): State<Arc<Api>>,
    entering: Entering,
) -> Answer<Json<Session>> {
    let profile = profile(&api.app, &entering.holder).await?;
    Ok(Json(Session::new(profile, &entering.token)))
}
