//! Which centre one signs in to.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::CentreId;
use platform::centre;
use serde::Serialize;
use utoipa::ToSchema;

use crate::problem::{Answer, AnyoneRefusals};
use crate::{Api, Demo, DemoAgent, DemoMember, DemoSignIn};

/// The centre, as the sign-in page shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Centre {
    #[schema(value_type = i64)]
    centre_id: CentreId,
    name: String,
    /// How to sign in to a demo; null where real people work.
    demo: Option<DemoCentre>,
    /// How to come in to a demo's halls; null where real people work.
    hall_demo: Option<HallDemo>,
}

/// What the first page of a demo's halls shows.
#[derive(Debug, Serialize, ToSchema)]
struct HallDemo {
    members: Vec<MemberShown>,
    agents: Vec<AgentShown>,
}

/// A member who can come in to a demo.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DemoMember)]
struct MemberShown {
    name: String,
    id_number: String,
    mobile: String,
}

/// An agent who can come in to a demo.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DemoAgent)]
struct AgentShown {
    mobile: String,
    password: String,
    /// The names of the employers that it acts for.
    employer_name: String,
}

impl From<DemoAgent> for AgentShown {
    fn from(
        DemoAgent {
            mobile,
            password,
            employer_name,
        }: DemoAgent,
    ) -> AgentShown {
        AgentShown {
            mobile,
            password,
            employer_name,
        }
    }
}

impl From<&Demo> for HallDemo {
    fn from(demo: &Demo) -> HallDemo {
        let members = demo.members.iter().cloned().map(MemberShown::from);
        HallDemo {
            members: members.collect(),
            agents: demo.agents.iter().cloned().map(AgentShown::from).collect(),
        }
    }
}

impl From<DemoMember> for MemberShown {
    fn from(
        DemoMember {
            name,
            id_number,
            mobile,
        }: DemoMember,
    ) -> MemberShown {
        MemberShown {
            name,
            id_number,
            mobile,
        }
    }
}

/// What the first page of a demo shows.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Demo)]
struct DemoCentre {
    sign_ins: Vec<SignInShown>,
}

/// Someone who can sign in to a demo.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DemoSignIn)]
struct SignInShown {
    name: String,
    password: String,
    role: String,
}

impl From<&Demo> for DemoCentre {
    fn from(demo: &Demo) -> DemoCentre {
        DemoCentre {
            sign_ins: demo
                .sign_ins
                .iter()
                .cloned()
                .map(SignInShown::from)
                .collect(),
        }
    }
}

impl From<DemoSignIn> for SignInShown {
    fn from(
        DemoSignIn {
            name,
            password,
            role,
        }: DemoSignIn,
    ) -> SignInShown {
        SignInShown {
            name,
            password,
            role,
        }
    }
}

/// The centre that people sign in to here.
#[utoipa::path(
    get,
    path = "/api/centre",
    tag = "public",
    security(()),
    responses((status = 200, body = Centre), AnyoneRefusals)
)]
pub(crate) async fn centre(State(api): State<Arc<Api>>) -> Answer<Json<Centre>> {
    let platform::centre::Centre { centre_id, name } = centre::find(&api.app, api.centre).await?;
    Ok(Json(Centre {
        centre_id,
        name,
        demo: api.demo.as_ref().map(DemoCentre::from),
        hall_demo: api.demo.as_ref().map(HallDemo::from),
    }))
}
