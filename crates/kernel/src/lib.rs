//! The words every other crate speaks: typed ids, money, rates, roundings, dates, working days,
//! the clock, who acts, why something is refused, pages of a list, and the validation of the
//! numbers that identify people and organisations.
//!
//! Contract: pure. No database, no network, no file; the only thing read from outside is the
//! system time, in one function of [`Clock`]. No floats; arithmetic on money is checked and
//! answers `None` instead of wrapping. Values that identify a person never show themselves in
//! `Debug` and have no `Display`.
//!
//! Two readings of text are kept apart. `FromStr` and serde read the one canonical form that
//! `Display` writes, for the wire and the database; the `parse` functions read what people type
//! or keep in their spreadsheets: full-width digits, separators, units. `FromStr` is wider in two
//! places on purpose: the [`number`]s may begin with zeros, as forms pad them, and an [`Instant`]
//! may come with any offset and precision of RFC 3339, as other systems write it.

mod text;

pub mod actor;
pub mod calendar;
pub mod clock;
pub mod date;
pub mod error;
pub mod fen;
pub mod id;
pub mod instant;
pub mod month;
pub mod number;
pub mod page;
pub mod rate;
pub mod refusal;
pub mod rounding;
pub mod validation;

mod uppercase;

pub use actor::{Actor, Principal};
pub use calendar::{Deadline, UnknownYear, WorkingDays};
pub use clock::Clock;
pub use date::{Date, ParseDateError, Weekday};
pub use error::{Broken, Error, OrBroken, Result};
pub use fen::{Fen, ParseAmountError};
pub use id::{
    AgentId, AgentLinkId, ApprovalFlowId, ApprovalId, ApprovalStepId, ArrangementId, ArrivalId,
    AuditId, BankAccountId, BatchId, BranchId, CertificateId, DelegationId, DepartmentId,
    EmployerChangeId, EmployerId, HallSessionId, JobId, JobLeaseId, MeetingId, MemberId, MessageId,
    MobileChangeId, OneTimeCodeId, OutboxEventId, ParseIdError, PayerId, PlannedStopId,
    PolicyVersionId, RecoveryId, RemittanceId, ResolutionId, RoleId, RosterId, RunId, SealingId,
    ServiceIntervalId, SessionId, StaffId, SuspenseId, TransferCaseId, TypedId, VoucherId,
};
pub use instant::{Instant, ParseInstantError};
pub use month::{Month, ParseMonthError};
pub use number::{AccountNo, CentreId, EmployerNo, ParseNumberError};
pub use page::PageRequest;
pub use rate::{ParseRateError, Rate};
pub use refusal::{Fault, Finding, Refusal, RefusalKind, See};
pub use rounding::{ParseRoundingError, Rounding};
pub use validation::{
    CreditCode, CreditCodeError, IdNumber, IdNumberError, MobileNumber, MobileNumberError,
    PersonName, PersonNameError, Sex,
};
