//! 单位经办人 of the demo, invited and come: who can sign in to the employers' hall.

use db::ListQuery;
use fund::agent::{self, Acceptance, Delivery, Invitee, NewAgent};
use fund::employer::{self, EmployerSummary};
use kernel::{CentreId, OrBroken as _, Result};
use platform::{App, Caller};

use crate::founding::key;

/// An agent of the demo, as the hall's first page shows it.
#[derive(Clone, Copy, Debug)]
pub struct HallAgent {
    /// The mobile number it signs in by: nobody's.
    pub mobile: &'static str,
    /// The name.
    person: &'static str,
    /// The employers it acts for, by their place in the order of their numbers, and whether it leads
    /// their agents.
    acts_for: &'static [(usize, bool)],
}

/// The demo's password of agents, the same for all: it is shown on the hall's first page.
pub const PASSWORD: &str = "Nuanyang-36-lu";

/// The demo's agents: one of two employers that have a month to bring, and one of an employer that has
/// one to pay.
pub const AGENTS: &[HallAgent] = &[
    HallAgent {
        mobile: "19911110001",
        person: "周晓岚",
        acts_for: &[(4, true), (14, true)],
    },
    HallAgent {
        mobile: "19911110002",
        person: "何志远",
        acts_for: &[(0, true), (4, false)],
    },
];

/// How many employers are looked at for those that have agents.
const EMPLOYERS: u32 = 15;

/// Invites the agents, who accept.
///
/// # Errors
/// Whatever a use case refuses.
pub async fn invite(app: &App, centre: CentreId) -> Result<()> {
    let system = Caller::system("founding", centre);
    let employers = employers(app, &system).await?;
    for agent in AGENTS {
        for (place, is_lead) in agent.acts_for {
            let Some(employer) = employers.get(*place) else {
                continue;
            };
            let new = NewAgent {
                invitee: Invitee::Named {
                    name: agent.person.to_owned(),
                    mobile: agent.mobile.to_owned(),
                },
                is_lead: *is_lead,
                delivery: Delivery::Shown,
            };
            let word = format!("agent-{}-{place}", agent.mobile);
            let id = employer.employer_id;
            let invited = agent::invite(app, &system, &key(&word)?, id, new).await?;
            let acceptance = Acceptance {
                mobile: agent.mobile.to_owned(),
                code: invited
                    .code
                    .or_broken("an invitation that is new tells its code")?,
                password: PASSWORD.to_owned(),
            };
            let word = format!("come-{}-{place}", agent.mobile);
            agent::accept(app, centre, None, &key(&word)?, &acceptance).await?;
        }
    }
    Ok(())
}

/// The demo's agents with the names of the employers that each acts for.
///
/// # Errors
/// Broken when the database fails.
pub async fn shown(app: &App, centre: CentreId) -> Result<Vec<(&'static HallAgent, String)>> {
    let system = Caller::system("founding", centre);
    let employers = employers(app, &system).await?;
    let names = |agent: &HallAgent| {
        let employers = agent
            .acts_for
            .iter()
            .filter_map(|(place, _)| employers.get(*place));
        let names: Vec<&str> = employers.map(|employer| employer.name.as_str()).collect();
        names.join("、")
    };
    Ok(AGENTS.iter().map(|agent| (agent, names(agent))).collect())
}

/// The first employers, by number: later ones come after them.
async fn employers(app: &App, system: &Caller) -> Result<Vec<EmployerSummary>> {
    let query = ListQuery {
        sort: Some("employer_no".to_owned()),
        limit: EMPLOYERS,
        ..ListQuery::default()
    };
    Ok(employer::list(app, system, &query).await?.items)
}
