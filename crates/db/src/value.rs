//! The kinds of value a column can hold, and how the types of the trade map to them.

use jiff::{Timestamp, civil};
use kernel::id::TypedId;
use kernel::{AccountNo, CentreId, Date, EmployerNo, Fen, Instant, Month, Rate};
use thiserror::Error;
use uuid::Uuid;

/// The kind of a column or parameter. Each has one SQL type a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whole number, money in fen, rate in 10⁻⁹: BIGINT.
    Int,
    /// Month as `yyyymm`: INTEGER.
    Month,
    /// Text in code-point order: TEXT COLLATE "C".
    Text,
    /// Truth: BOOLEAN, on SQLite 0 or 1.
    Bool,
    /// Calendar date: DATE, on SQLite ISO text.
    Date,
    /// Moment to the microsecond: TIMESTAMPTZ, on SQLite RFC 3339 text of fixed width.
    Instant,
    /// Bytes: BYTEA or BLOB.
    Bytes,
    /// Identifier: UUID, on SQLite a BLOB of 16 bytes.
    Id,
}

/// One value on its way to or from a database. A stored value that isn't of its column's kind comes
/// as what it is, and is refused by the column's type.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// No value. Its kind is the column's.
    Null,
    /// See [`Kind::Int`].
    Int(i64),
    /// See [`Kind::Month`].
    Month(i32),
    /// See [`Kind::Text`].
    Text(String),
    /// See [`Kind::Bool`].
    Bool(bool),
    /// See [`Kind::Date`].
    Date(civil::Date),
    /// See [`Kind::Instant`].
    Instant(Timestamp),
    /// See [`Kind::Bytes`].
    Bytes(Vec<u8>),
    /// See [`Kind::Id`].
    Id(Uuid),
}

/// A stored value that the column's type can't be. It means that the database was altered behind
/// our back or that a statement declares the wrong type; never a user's mistake.
#[derive(Debug, Error)]
#[error("a {expected} can't be read from {found}")]
pub struct Mismatch {
    expected: &'static str,
    found: String,
}

impl Mismatch {
    /// A mismatch of the type `expected` with the value `found`.
    pub fn new(expected: &'static str, found: &Value) -> Mismatch {
        // The value itself may be personal: only its kind is told.
        let found = match found {
            Value::Null => "no value",
            Value::Int(_) => "a number out of its range",
            Value::Month(_) => "a number that is no month",
            Value::Text(_) => "a text it doesn't know",
            Value::Bool(_) => "a truth value",
            Value::Date(_) => "a date",
            Value::Instant(_) => "an instant",
            Value::Bytes(_) => "bytes of another length",
            Value::Id(_) => "an id",
        };
        Mismatch {
            expected,
            found: found.to_owned(),
        }
    }
}

/// A type that one column can hold.
pub trait Column: Sized {
    /// The column's kind.
    const KIND: Kind;

    /// The value to store.
    fn into_value(self) -> Value;

    /// Reads the stored value.
    ///
    /// # Errors
    /// [`Mismatch`] when the value is not one this type can be.
    fn from_value(value: Value) -> Result<Self, Mismatch>;
}

/// Whether a stored value can be read as some column type.
pub type Reads = fn(Value) -> bool;

/// Whether `value` can be read as a `T`.
pub(crate) fn reads<T: Column>(value: Value) -> bool {
    T::from_value(value).is_ok()
}

impl<T: Column> Column for Option<T> {
    const KIND: Kind = T::KIND;

    fn into_value(self) -> Value {
        self.map_or(Value::Null, T::into_value)
    }

    fn from_value(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

/// Implements [`Column`] by one variant and a pair of conversions, the second fallible.
macro_rules! column {
    ($type:ty, $kind:ident, $into:expr, $from:expr) => {
        impl Column for $type {
            const KIND: Kind = Kind::$kind;

            fn into_value(self) -> Value {
                let into: fn($type) -> _ = $into;
                Value::$kind(into(self))
            }

            fn from_value(value: Value) -> Result<Self, Mismatch> {
                let from: fn(_) -> Option<$type> = $from;
                match value {
                    Value::$kind(ref inner) => {
                        from(inner.clone()).ok_or_else(|| Mismatch::new(stringify!($type), &value))
                    }
                    other => Err(Mismatch::new(stringify!($type), &other)),
                }
            }
        }
    };
}

column!(i64, Int, |n| n, Some);
column!(Fen, Int, Fen::get, |n| Some(Fen::new(n)));
column!(Rate, Int, Rate::ppb, |n| Some(Rate::new(n)));
column!(AccountNo, Int, AccountNo::get, AccountNo::new);
column!(EmployerNo, Int, EmployerNo::get, EmployerNo::new);
column!(CentreId, Int, CentreId::get, CentreId::new);
column!(Month, Month, Month::number, Month::from_number);
column!(String, Text, |text| text, Some);
column!(bool, Bool, |truth| truth, Some);
column!(Date, Date, Date::civil, Date::from_civil);
column!(
    Instant,
    Instant,
    Instant::timestamp,
    Instant::from_timestamp
);
column!(Vec<u8>, Bytes, |bytes| bytes, Some);

/// Implements [`Column`] for typed ids. The compiler can't be told that no other column type is a
/// `TypedId`, so each is named.
macro_rules! id_columns {
    ($($id:ident)*) => {$(
        impl Column for kernel::$id {
            const KIND: Kind = Kind::Id;

            fn into_value(self) -> Value {
                Value::Id(self.uuid())
            }

            fn from_value(value: Value) -> Result<Self, Mismatch> {
                match value {
                    Value::Id(uuid) => Ok(kernel::$id::from_uuid(uuid)),
                    other => Err(Mismatch::new(<kernel::$id as TypedId>::NOUN, &other)),
                }
            }
        }
    )*};
}

id_columns!(
    StaffId BranchId DepartmentId RoleId SessionId AuditId ApprovalId ApprovalStepId ApprovalFlowId DelegationId MeetingId ResolutionId PolicyVersionId RecoveryId
    AgentId AgentLinkId CertificateId HallSessionId MessageId OneTimeCodeId MobileChangeId EmployerId EmployerChangeId MemberId RosterId SealingId TransferCaseId RemittanceId PayerId ArrangementId
    BankAccountId ArrivalId SuspenseId
    VoucherId BatchId RunId JobId JobLeaseId OutboxEventId PlannedStopId ServiceIntervalId
);
