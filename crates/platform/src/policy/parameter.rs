//! Declaring a parameter, and the versions made of it.

use std::fmt;
use std::marker::PhantomData;

use kernel::{Date, Error, Refusal, ResolutionId, Result};

use super::store::PolicyVersion;
use super::value::{Choice, PolicyValue, ValueKind};
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
    rules: Rules,
    kind: PhantomData<fn() -> T>,
}

/// What holds for every version of a parameter beside its kind.
#[derive(Debug, Clone, Copy)]
struct Rules {
    used_for: &'static str,
    bounds: Option<Bounds>,
    not_above: Option<&'static str>,
    retroactive: bool,
    by_committee: bool,
}

/// The values that a parameter can have at all, by their [size](PolicyValue::size).
#[derive(Debug, Clone, Copy)]
struct Bounds {
    least: i64,
    most: i64,
    /// In words, such as `0至31天`.
    words: &'static str,
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
    rules: Rules,
    read: fn(&str) -> Option<Reading>,
    choices: fn() -> Vec<Choice>,
}

/// A text read as a parameter's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The canonical text, as stored.
    pub text: String,
    /// The value as people read it.
    pub shown: String,
    /// Its [size](PolicyValue::size).
    pub size: Option<i64>,
}

/// The document that sets a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Its number, such as 国务院令第710号; empty when it has none.
    pub number: String,
    /// The day it is dated, when that is known.
    pub date: Option<Date>,
}

impl Source {
    /// The document with this title and number.
    pub fn new(title: impl Into<String>, number: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            number: number.into(),
            date: None,
        }
    }

    /// Adds the day it is dated.
    #[must_use]
    pub const fn dated(mut self, date: Date) -> Self {
        self.date = Some(date);
        self
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
    pub(super) resolution_id: Option<ResolutionId>,
    pub(super) note: String,
    pub(super) reason: String,
}

impl NewVersion {
    /// The parameter's key, and the first day that this version of it holds.
    #[must_use]
    pub const fn from_day(&self) -> (&'static str, Date) {
        (self.key, self.effective_from)
    }

    /// Adds a note, such as the article.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// Adds the resolution that it rests on.
    #[must_use]
    pub const fn resolved_by(mut self, resolution_id: Option<ResolutionId>) -> Self {
        self.resolution_id = resolution_id;
        self
    }

    /// Adds why it is recorded.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
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
            rules: Rules {
                used_for: "",
                bounds: None,
                not_above: None,
                retroactive: false,
                by_committee: false,
            },
            kind: PhantomData,
        }
    }

    /// Says which rules read it, for those who change it.
    #[must_use]
    pub const fn used_for(mut self, words: &'static str) -> Self {
        self.rules.used_for = words;
        self
    }

    /// Bounds the values that it can have at all, by their [size](PolicyValue::size), both
    /// included; `words` say them. Not what a notice may set, but what no notice can mean: a slip
    /// of the pen would stop a whole centre.
    #[must_use]
    pub const fn between(mut self, least: i64, most: i64, words: &'static str) -> Self {
        self.rules.bounds = Some(Bounds { least, most, words });
        self
    }

    /// Says that its value lies at no time above that of another of its kind.
    #[must_use]
    pub const fn not_above(mut self, other: &Self) -> Self {
        self.rules.not_above = Some(other.key);
        self
    }

    /// Lets a version take effect before the open business day, though never before the version in
    /// force: figures of a year whose notice comes after the year has begun.
    #[must_use]
    pub const fn retroactive(mut self) -> Self {
        self.rules.retroactive = true;
        self
    }

    /// Says that the management committee decides it (Regulation article 9), so that a version cites
    /// the committee's resolution.
    #[must_use]
    pub const fn by_committee(mut self) -> Self {
        self.rules.by_committee = true;
        self
    }

    /// The parameter without its type.
    #[must_use]
    pub const fn info(&self) -> ParameterInfo {
        ParameterInfo {
            key: self.key,
            label: self.label,
            unit: self.unit,
            kind: T::KIND,
            rules: self.rules,
            read: reading::<T>,
            choices: T::choices,
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
            resolution_id: None,
            note: String::new(),
            reason: String::new(),
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
            source: row.source(),
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

    /// Reads what a person wrote for a new version: as [`read`](Self::read), and within the bounds
    /// of the parameter.
    ///
    /// # Errors
    /// `policy_value_invalid`, `policy_value_out_of_bounds`.
    pub fn read_new(&self, text: &str) -> Decision<Reading> {
        let reading = self.read(text)?;
        match (self.rules.bounds, reading.size) {
            (Some(bounds), Some(size)) if !(bounds.least..=bounds.most).contains(&size) => {
                let sentence = format!("“{}”应在{}之间", self.label, bounds.words);
                Err(Refusal::invalid("policy_value_out_of_bounds", sentence).at("value"))
            }
            _ => Ok(reading),
        }
    }

    /// Which rules read it.
    #[must_use]
    pub const fn used_for(&self) -> &'static str {
        self.rules.used_for
    }

    /// The parameter that its value is never above.
    #[must_use]
    pub const fn not_above(&self) -> Option<&'static str> {
        self.rules.not_above
    }

    /// Whether a version may take effect before the open business day.
    #[must_use]
    pub const fn is_retroactive(&self) -> bool {
        self.rules.retroactive
    }

    /// Whether a version has to cite a resolution of the management committee.
    #[must_use]
    pub const fn is_by_committee(&self) -> bool {
        self.rules.by_committee
    }

    /// What a person may choose from; nothing where the value is typed.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        (self.choices)()
    }

    /// The version that what a person wrote makes from this date on.
    ///
    /// # Errors
    /// As [`read_new`](Self::read_new).
    pub fn version(
        &self,
        effective_from: Date,
        text: &str,
        source: Source,
    ) -> Decision<NewVersion> {
        let value = self.read_new(text)?.text;
        let (key, label) = (self.key, self.label);
        Ok(NewVersion {
            key,
            label,
            value,
            effective_from,
            source,
            resolution_id: None,
            note: String::new(),
            reason: String::new(),
        })
    }
}

fn reading<T: PolicyValue>(text: &str) -> Option<Reading> {
    T::read(text).map(|value| Reading {
        text: value.text(),
        shown: value.shown(),
        size: value.size(),
    })
}
