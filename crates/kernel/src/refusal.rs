//! Why something is refused, free of any transport: a stable code for programs and a sentence
//! that the clerk can act on.

use std::borrow::Cow;
use std::fmt;

/// The nature of a refusal; the API maps each to one status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalKind {
    /// What was sent is wrong; sending it again unchanged won't help.
    Invalid,
    /// Nobody is signed in.
    Unauthenticated,
    /// The one signed in may not do this.
    Forbidden,
    /// There is no such thing, or none that this actor may know of.
    NotFound,
    /// The thing's present state doesn't allow it, or someone else was quicker.
    Conflict,
    /// More than the stated limit was sent.
    TooLarge,
    /// Can't be served at present, by load or by something not yet set up.
    Unavailable,
}

/// One thing that is wrong with one field or row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The field, or a JSON pointer into what was sent, such as `/lines/3/base_fen`.
    pub field: Cow<'static, str>,
    /// The stable code, snake_case, beginning with the noun.
    pub code: &'static str,
    /// The Chinese sentence shown beside the field.
    pub sentence: String,
}

impl Finding {
    /// A finding about one field.
    pub fn new(
        field: impl Into<Cow<'static, str>>,
        code: &'static str,
        sentence: impl Into<String>,
    ) -> Self {
        Self {
            field: field.into(),
            code,
            sentence: sentence.into(),
        }
    }
}

/// Where a refusal sends the person: the thing that stands in the way, or where to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct See {
    /// What it is, in the words of the audit trail's subjects: `remittance`, `arrival`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// What people know it by, such as its serial.
    pub label: String,
}

/// A refusal. It is an answer, not a failure: the rules worked. Its sentence is shown to people,
/// so it never carries another person's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    kind: RefusalKind,
    code: &'static str,
    sentence: String,
    field: Option<Cow<'static, str>>,
    findings: Vec<Finding>,
    // Boxed: few refusals send anybody anywhere, and every result carries their size.
    see: Option<Box<See>>,
}

macro_rules! makers {
    ($($(#[$doc:meta])+ $name:ident => $kind:ident;)+) => {$(
        $(#[$doc])+
        pub fn $name(code: &'static str, sentence: impl Into<String>) -> Self {
            Self::new(RefusalKind::$kind, code, sentence)
        }
    )+};
}

impl Refusal {
    /// A refusal of the given kind. `code` is snake_case and begins with the noun it is about,
    /// such as `voucher_unbalanced`; `sentence` is Chinese and says what to do.
    pub fn new(kind: RefusalKind, code: &'static str, sentence: impl Into<String>) -> Self {
        Self {
            kind,
            code,
            sentence: sentence.into(),
            field: None,
            findings: Vec::new(),
            see: None,
        }
    }

    makers! {
        /// Refuses as [`RefusalKind::Invalid`].
        invalid => Invalid;
        /// Refuses as [`RefusalKind::Unauthenticated`].
        unauthenticated => Unauthenticated;
        /// Refuses as [`RefusalKind::Forbidden`].
        forbidden => Forbidden;
        /// Refuses as [`RefusalKind::NotFound`].
        not_found => NotFound;
        /// Refuses as [`RefusalKind::Conflict`].
        conflict => Conflict;
        /// Refuses as [`RefusalKind::TooLarge`].
        too_large => TooLarge;
        /// Refuses as [`RefusalKind::Unavailable`].
        unavailable => Unavailable;
    }

    /// Names the field, or the JSON pointer, that the refusal is about.
    #[must_use]
    pub fn at(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Adds findings, in the order a person would go through them.
    #[must_use]
    pub fn with_findings(mut self, findings: impl IntoIterator<Item = Finding>) -> Self {
        self.findings.extend(findings);
        self
    }

    /// Names the thing that the sentence sends the person to. Only one that they may know of.
    #[must_use]
    pub fn see(
        mut self,
        kind: &'static str,
        id: impl fmt::Display,
        label: impl Into<String>,
    ) -> Self {
        self.see = Some(Box::new(See {
            kind,
            id: id.to_string(),
            label: label.into(),
        }));
        self
    }

    /// Its nature.
    #[must_use]
    pub const fn kind(&self) -> RefusalKind {
        self.kind
    }

    /// Its stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Its Chinese sentence.
    #[must_use]
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// The field it is about, when it is about one.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// What is wrong, field by field; empty when the sentence says it all.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Where it sends the person, when it sends them somewhere.
    #[must_use]
    pub fn to_see(&self) -> Option<&See> {
        self.see.as_deref()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.sentence)
    }
}

impl std::error::Error for Refusal {}

/// Something wrong with a value that a person wrote. Its `Display` is the Chinese sentence; it
/// turns into an invalid [`Refusal`], or into a [`Finding`] about a field.
pub trait Fault: std::error::Error {
    /// The stable code.
    fn code(&self) -> &'static str;

    /// The Chinese sentence for the person who wrote the value.
    fn sentence(&self) -> String {
        self.to_string()
    }

    /// The finding about the field that holds the value.
    fn finding(&self, field: impl Into<Cow<'static, str>>) -> Finding
    where
        Self: Sized,
    {
        Finding::new(field, self.code(), self.sentence())
    }
}

impl<F: Fault> From<F> for Refusal {
    fn from(fault: F) -> Self {
        Self::invalid(fault.code(), fault.sentence())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fen::{Fen, ParseAmountError};

    #[test]
    fn a_refusal_keeps_what_it_was_told() {
        let refusal = Refusal::conflict("period_closed", "该会计期间已结账")
            .at("period")
            .with_findings([Finding::new("/lines/0", "line_zero", "金额不能为零")])
            .see("period", "2026-10", "2026年10月");
        assert_eq!(refusal.kind(), RefusalKind::Conflict);
        assert_eq!(refusal.code(), "period_closed");
        assert_eq!(refusal.field(), Some("period"));
        assert_eq!(refusal.findings()[0].code, "line_zero");
        let see = refusal.to_see().unwrap();
        assert_eq!((see.kind, see.id.as_str()), ("period", "2026-10"));
        assert_eq!(refusal.to_string(), "period_closed: 该会计期间已结账");
    }

    #[test]
    fn a_fault_becomes_an_invalid_refusal_or_a_finding() {
        let fault = Fen::parse("").unwrap_err();
        assert_eq!(fault, ParseAmountError::Empty);
        let refusal = Refusal::from(fault);
        assert_eq!(
            (refusal.kind(), refusal.code()),
            (RefusalKind::Invalid, "amount_empty")
        );
        assert_eq!(refusal.sentence(), fault.sentence());
        assert_eq!(fault.finding("base").field, "base");
    }
}
