//! What a use case returns when it doesn't do what was asked: a refusal, or a breakage.

use std::fmt;

use crate::refusal::{Fault, Refusal};

/// The result of everything that can be refused or can break.
pub type Result<T> = std::result::Result<T, Error>;

/// Either an answer for the person who asked, or a failure for those who run the system.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules say no. Shown to the person.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// An invariant is broken or the infrastructure failed. Logged, never shown.
    #[error(transparent)]
    Broken(#[from] Broken),
}

/// A breach of an invariant, or a failure of what the system stands on (database, file, network).
///
/// People see only that something went wrong; the context and the source go to the log. Contexts
/// carry ids, never names or ID numbers.
#[derive(Debug)]
pub struct Broken {
    context: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Broken {
    /// A breach noticed by our own code.
    pub fn new(context: impl Into<String>) -> Self {
        Self {
            context: context.into(),
            source: None,
        }
    }

    /// A failure with its cause. `context` says what was being done.
    pub fn caused_by(
        context: impl Into<String>,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            context: context.into(),
            source: Some(source.into()),
        }
    }

    /// What was being done, outermost first.
    #[must_use]
    pub fn context(&self) -> &str {
        &self.context
    }
}

impl fmt::Display for Broken {
    /// The context and every cause beneath it, so that one log line tells the whole story.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.context)?;
        let mut cause = std::error::Error::source(self);
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl std::error::Error for Broken {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn std::error::Error + 'static))
    }
}

impl Error {
    /// A breach noticed by our own code.
    pub fn broken(context: impl Into<String>) -> Self {
        Self::Broken(Broken::new(context))
    }

    /// Says what was being done when a breakage happened; a refusal stays as it is.
    #[must_use]
    pub fn while_doing(self, context: impl fmt::Display) -> Self {
        match self {
            Self::Refused(refusal) => Self::Refused(refusal),
            Self::Broken(Broken {
                context: inner,
                source,
            }) => Self::Broken(Broken {
                context: format!("{context}: {inner}"),
                source,
            }),
        }
    }

    /// The refusal, when it is one.
    #[must_use]
    pub const fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Broken(_) => None,
        }
    }
}

impl<F: Fault> From<F> for Error {
    fn from(fault: F) -> Self {
        Self::Refused(fault.into())
    }
}

/// Turns what must not happen into a breakage with its context.
pub trait OrBroken<T> {
    /// `None`, or a foreign error, becomes [`Error::Broken`]. An [`Error`] keeps its nature: a
    /// refusal passes unchanged, a breakage gains the context.
    ///
    /// # Errors
    /// As said.
    fn or_broken(self, context: impl Into<String>) -> Result<T>;
}

impl<T> OrBroken<T> for Option<T> {
    fn or_broken(self, context: impl Into<String>) -> Result<T> {
        self.ok_or_else(|| Error::broken(context))
    }
}

impl<T, E> OrBroken<T> for std::result::Result<T, E>
where
    E: std::error::Error + Send + Sync + 'static,
{
    fn or_broken(self, context: impl Into<String>) -> Result<T> {
        self.map_err(|error| {
            let error: Box<dyn std::error::Error + Send + Sync> = Box::new(error);
            match error.downcast::<Error>() {
                Ok(own) => own.while_doing(context.into()),
                Err(foreign) => Error::Broken(Broken::caused_by(context, foreign)),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breakage_tells_the_whole_chain_in_one_line() {
        let cause = std::io::Error::other("disk full");
        let broken: Result<()> = Err(cause).or_broken("writing the day sheet");
        let error = broken.or_broken("closing 2026-11-22").unwrap_err();
        assert_eq!(
            error.to_string(),
            "closing 2026-11-22: writing the day sheet: disk full"
        );
        assert!(error.refusal().is_none());
    }

    #[test]
    fn a_refusal_stays_a_refusal_under_context() {
        let refused: Result<()> = Err(Refusal::not_found("member_unknown", "查无此人").into());
        let error = refused.or_broken("loading a member").unwrap_err();
        assert_eq!(error.refusal().unwrap().code(), "member_unknown");
    }

    #[test]
    fn nothing_where_something_must_be_is_a_breakage() {
        let error = None::<u8>
            .or_broken("sum of entries overflows")
            .unwrap_err();
        assert_eq!(error.to_string(), "sum of entries overflows");
    }

    #[test]
    fn a_fault_turns_into_a_refusal_by_the_question_mark() {
        fn read(text: &str) -> Result<crate::Fen> {
            Ok(crate::Fen::parse(text)?)
        }
        assert_eq!(
            read("一百").unwrap_err().refusal().unwrap().code(),
            "amount_malformed"
        );
    }
}
