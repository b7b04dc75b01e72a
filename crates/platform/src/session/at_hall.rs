//! Attempts at a secret at the door of a hall, apart from a code: an agent's password, an invitation.

use db::WriteTx;
use kernel::{CentreId, Result};

use super::guard::{self, Tried};
use crate::audit::Subject;
use crate::{Action, App, Caller};

/// An attempt under way: counted as failed until it is known to have been right. See [`guard`].
#[must_use]
pub struct HallAttempt(guard::Attempt);

impl HallAttempt {
    /// Counts an attempt before the secret is looked at. `said` is what a visitor says of itself, in the
    /// one form in which it is compared; `address` is where it comes from.
    ///
    /// # Errors
    /// `sign_in_locked` (unauthenticated).
    pub async fn begin(
        app: &App,
        centre: CentreId,
        said: &str,
        address: Option<&str>,
    ) -> Result<Self> {
        let mut tried = vec![Tried::Visitor(said, address)];
        tried.extend(address.map(Tried::HallAddress));
        Ok(Self(guard::attempt(app, centre, &tried).await?))
    }

    /// The secret was right: what failed before it is forgotten, but for the address.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn succeeded_in(&self, tx: &mut WriteTx) -> Result<()> {
        self.0.succeeded_in(tx).await.map(drop)
    }

    /// The secret was right and isn't all that is asked, or nobody looked at it: what failed before is
    /// remembered.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn take_back(&self, app: &App) -> Result<()> {
        self.0.take_back(app).await
    }

    /// The secret was wrong: notes when, and audits the failure and the wait that begins with it.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn failed(
        self,
        app: &App,
        caller: &Caller,
        action: &'static Action,
        subject: Subject,
    ) -> Result<()> {
        self.0.failed(app, caller, action, subject).await
    }
}
