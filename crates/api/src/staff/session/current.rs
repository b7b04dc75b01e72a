//! Who is signed in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{BranchId, CentreId, Date, StaffId};
use platform::business_day::DayStatus;
use platform::session::{Profile, csrf_token, profile};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::staff::business_days::DayStatusCode;
use crate::wire::{Day, Id};

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
pub(crate) async fn session(State(api): State<Arc<Api>>, staff: Staff) -> Answer<Json<Session>> {
    let profile = profile(&api.app, &staff.caller).await?;
    Ok(Json(Session::new(profile, &staff.token)))
}
