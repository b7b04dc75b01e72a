//! What every use case stands on.

use std::sync::Arc;

use db::Db;
use kernel::Clock;
use tokio::sync::Notify;

use crate::message::MessageSender;
use crate::serial::Serials;
use crate::session::{Passwords, SessionLimits, SignInRules};

/// The database, the clock and the serials of one running server. Clones share them.
#[derive(Clone)]
pub struct App {
    /// The database; every transaction names its centre.
    pub db: Db,
    /// The time. Nothing reads it elsewhere.
    pub clock: Clock,
    /// Serial numbers in blocks, of all centres and series.
    pub serials: Serials,
    /// How long a session lasts.
    pub session_limits: SessionLimits,
    /// What is asked of whoever signs in.
    pub sign_in_rules: SignInRules,
    /// What sends messages to mobiles; without one no code is sent, and other messages wait.
    pub message_sender: Option<Arc<dyn MessageSender>>,
    /// Where the public reaches this server, such as `https://gjj.example.gov.cn`, without a slash at
    /// the end: what papers name to be checked at. Unknown unless the operator tells it.
    pub public_address: Option<String>,
    pub(crate) passwords: Passwords,
    pub(crate) jobs_wake: Arc<Notify>,
}

impl App {
    /// Puts a server together, with the usual session limits and rules of sign-in, and nothing
    /// that sends messages.
    #[must_use]
    pub fn new(db: Db, clock: Clock) -> Self {
        Self {
            serials: Serials::new(db.clone()),
            db,
            clock,
            session_limits: SessionLimits::default(),
            sign_in_rules: SignInRules::default(),
            message_sender: None,
            public_address: None,
            passwords: Passwords::new(),
            jobs_wake: Arc::default(),
        }
    }

    /// Has this server's runner look for jobs now. To be called once the transaction that asked for one
    /// is committed; without it the runner comes within a second.
    pub fn wake_jobs(&self) {
        self.jobs_wake.notify_one();
    }
}
