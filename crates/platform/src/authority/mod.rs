//! Who may do what: actions, the grants of a caller, and `enforce`, with which every use case
//! begins.

mod model;

pub use model::{Action, Caller, DataScope, Grants, Scope};

use kernel::{Refusal, Result};

use crate::App;
use crate::audit::{self, Outcome, Subject};

impl App {
    /// Authorises the caller, or refuses and leaves a denial in the audit trail.
    ///
    /// Call it before the write transaction is open: the denial is a write of its own. Inside a
    /// transaction, where a fresher fact has to be checked again, use [`Caller::require`].
    ///
    /// # Errors
    /// `action_forbidden`.
    pub async fn enforce(&self, caller: &Caller, action: &Action, scope: Scope) -> Result<()> {
        match caller.require(action, scope) {
            Ok(()) => Ok(()),
            Err(refusal) => Err(self.deny(caller, action, scope.to_string(), refusal).await),
        }
    }

    /// Authorises the caller for a list and answers the widest scope it may see: the list filters
    /// by the branch when that is one.
    ///
    /// # Errors
    /// `action_forbidden` when the caller may do the action nowhere.
    pub async fn enforce_widest(&self, caller: &Caller, action: &Action) -> Result<Scope> {
        match caller.grants.widest(action) {
            Some(scope) => Ok(scope),
            None => {
                let refusal = action.forbidden();
                Err(self.deny(caller, action, "any".to_owned(), refusal).await)
            }
        }
    }

    /// Audits a denial. When even that fails, the failure is what the caller gets: nothing goes
    /// unrecorded.
    async fn deny(
        &self,
        caller: &Caller,
        action: &Action,
        scope: String,
        refusal: Refusal,
    ) -> kernel::Error {
        let recorded = async {
            let mut tx = self.db.write(caller.centre()).await?;
            let event = audit::NewEvent {
                action,
                outcome: Outcome::Denied,
                subject: Subject::new("scope", scope),
                detail: serde_json::json!({}),
            };
            audit::record_event(&mut tx, &self.clock, caller, event).await?;
            tx.commit().await
        };
        match recorded.await {
            Ok(()) => refusal.into(),
            Err(broken) => broken.while_doing("recording a denial"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, ACT};

    #[tokio::test]
    async fn a_denial_is_refused_and_stays_in_the_trail() {
        let house = testing::house().await;
        let stranger = house.clerk_without_roles().await;
        let error = house
            .app
            .enforce(&stranger, &ACT, Scope::Centre)
            .await
            .unwrap_err();
        assert_eq!(error.refusal().unwrap().code(), "action_forbidden");
        assert!(
            error.refusal().unwrap().sentence().contains("试验"),
            "names the action"
        );
        let events = house.audit_events().await;
        let denial = events.last().unwrap();
        assert_eq!(
            (denial.action.as_str(), denial.outcome),
            ("trial.act", Outcome::Denied)
        );
        assert_eq!(denial.actor, stranger.actor.label());
        assert_eq!(denial.subject_id, "centre");
    }

    #[tokio::test]
    async fn a_list_is_seen_as_widely_as_the_widest_role() {
        let house = testing::house().await;
        let nobody = house.clerk_without_roles().await;
        assert!(house.app.enforce_widest(&nobody, &ACT).await.is_err());
        let seen = house.app.enforce_widest(&house.system, &ACT).await.unwrap();
        assert_eq!(seen, Scope::Centre);
    }
}
