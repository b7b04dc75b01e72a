//! Numbers and names that identify people and organisations, checked when they come in.
//!
//! A value of these types has passed its check. Those of persons show themselves masked in
//! `Debug`, have no `Display` and no serde: the full text leaves only through `as_str`, so every
//! place that lets it out can be searched for.

mod credit_code;
mod id_number;
mod mobile;
mod person_name;

pub use credit_code::{CreditCode, CreditCodeError};
pub use id_number::{IdNumber, IdNumberError, Sex};
pub use mobile::{MobileNumber, MobileNumberError};
pub use person_name::{PersonName, PersonNameError};
