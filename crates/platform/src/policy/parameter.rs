//! Declaring a parameter, and the versions made of it.

use std::fmt;
use std::marker::PhantomData;

use kernel::{Date, Error, Refusal, Result};

use super::store::PolicyVersion;
use super::value::{PolicyValue, ValueKind};
use super::{Versioned, missing};
use crate::Decision;

/// A typed parameter, declared as a constant by the crate whose rule reads it.
pub struct Parameter<T> {
    /// The stable key, `crate.name`.
    pub key: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// The unit shown beside the value; empty when the value says it.
    pub unit: &'static str,
    kind: PhantomData<fn() -> T>,
}

impl<T> fmt::Debug for Parameter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Parameter({})", self.key)
    }
}

/// A parameter without its type, for pages and registries.
#[derive(Debug, Clone, Copy)]
pub struct ParameterInfo {
    /// The stable key.
    pub key: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// The unit shown beside the value.
    pub unit: &'static str,
    /// How a page asks for it.
    pub kind: ValueKind,
    read: fn(&str) -> Option<Reading>,
}

/// A text read as a parameter's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The canonical text, as stored.
    pub text: String,
    /// The value as people read it.
    pub shown: String,
}

/// The document that sets a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Its number, such as 国务院令第710号; empty when it has none.
    pub number: String,
}

impl Source {
    /// The document with this title and number.
    pub fn new(title: impl Into<String>, number: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            number: number.into(),
        }
    }
}

/// A version about to be recorded. Made by a parameter only, so its value is of the right kind.
#[derive(Debug, Clone)]
pub struct NewVersion {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    pub(super) value: String,
    pub(super) effective_from: Date,
    pub(super) source: Source,
    pub(super) note: String,
}

impl NewVersion {
    /// Adds a note, such as the article.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

impl<T: PolicyValue> Parameter<T> {
    /// Declares a parameter.
    #[must_use]
    pub const fn new(key: &'static str, label: &'static str, unit: &'static str) -> Self {
        Self {
            key,
            label,
            unit,
            kind: PhantomData,
        }
    }

    /// The parameter without its type.
    #[must_use]
    pub const fn info(&self) -> ParameterInfo {
        ParameterInfo {
            key: self.key,
            label: self.label,
            unit: self.unit,
            kind: T::KIND,
            read: reading::<T>,
        }
    }

    /// The version with this value from this date on.
    #[must_use]
    pub fn version(&self, effective_from: Date, value: &T, source: Source) -> NewVersion {
        NewVersion {
            key: self.key,
            label: self.label,
            value: value.text(),
            effective_from,
            source,
            note: String::new(),
        }
    }

    /// Reads the version that holds on a date.
    pub(super) fn read(&self, row: Option<&PolicyVersion>, on: Date) -> Result<Versioned<T>> {
        let Some(row) = row else {
            return Err(missing(self.label, on));
        };
        let value = T::read(&row.value).ok_or_else(|| {
            let (key, id) = (self.key, row.policy_version_id);
            Error::broken(format!(
                "version {id} of the policy parameter {key} has no valid value"
            ))
        })?;
        Ok(Versioned {
            value,
            version: row.policy_version_id,
            effective_from: row.effective_from,
            source: Source::new(row.source_title.clone(), row.source_number.clone()),
        })
    }
}

impl ParameterInfo {
    /// Reads what a person wrote, or what is stored.
    ///
    /// # Errors
    /// `policy_value_invalid`.
    pub fn read(&self, text: &str) -> Decision<Reading> {
        (self.read)(text).ok_or_else(|| {
            let sentence = format!("“{}”的值不正确，应为{}", self.label, self.kind.label());
            Refusal::invalid("policy_value_invalid", sentence).at("value")
        })
    }

    /// The version that what a person wrote makes from this date on.
    ///
    /// # Errors
    /// `policy_value_invalid`.
    pub fn version(
        &self,
        effective_from: Date,
        text: &str,
        source: Source,
    ) -> Decision<NewVersion> {
        let value = self.read(text)?.text;
        let (key, label, note) = (self.key, self.label, String::new());
        Ok(NewVersion {
            key,
            label,
            value,
            effective_from,
            source,
            note,
        })
    }
}

fn reading<T: PolicyValue>(text: &str) -> Option<Reading> {
    T::read(text).map(|value| Reading {
        text: value.text(),
        shown: value.shown(),
    })
}
