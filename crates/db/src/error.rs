//! How a driver's failure is told.

use std::fmt::Display;

use kernel::Error;

/// A failure while running the statement or step `name`. Drivers' messages name tables and
/// constraints, never parameters, so nothing personal gets into the log.
pub(crate) fn failed(name: &str, error: impl Display) -> Error {
    Error::broken(format!("{name}: {error}"))
}
