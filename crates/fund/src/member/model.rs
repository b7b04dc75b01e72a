//! Who a member is, sealed as it is stored, and the keys by which it is found.

use db::{Keys, Lookup, Sealed};
use kernel::{CentreId, Date, MemberId, Result};

use super::document::{IdDocument, IdKind};

db::codes! {
    /// 性别 (GB/T 2261.1-2003).
    pub enum Sex {
        /// 未知的性别: no document tells it.
        Unknown = "0", "未知";
        /// 男.
        Male = "1", "男";
        /// 女.
        Female = "2", "女";
        /// 未说明的性别.
        Unstated = "9", "未说明";
    }
}

impl From<kernel::Sex> for Sex {
    fn from(sex: kernel::Sex) -> Self {
        match sex {
            kernel::Sex::Male => Self::Male,
            kernel::Sex::Female => Self::Female,
        }
    }
}

/// The key that finds a name, in the one form in which names are compared. What is no name finds
/// nobody.
#[must_use]
pub fn name_lookup(keys: &Keys, centre: CentreId, text: &str) -> Lookup {
    keys.lookup(centre, "name", &searched_name(text))
}

/// The key that finds a mobile number.
#[must_use]
pub fn mobile_lookup(keys: &Keys, centre: CentreId, text: &str) -> Lookup {
    let mobile = kernel::MobileNumber::parse(text);
    let text = mobile.as_ref().map_or(text, kernel::MobileNumber::as_str);
    keys.lookup(centre, "mobile", text)
}

/// A name, or part of one, as it is compared.
pub(crate) fn searched_name(text: &str) -> String {
    kernel::PersonName::parse(text)
        .map_or_else(|_| text.trim().to_owned(), |n| n.as_str().to_owned())
}

db::row! {
    /// 个人信息 (table 4.0.3) as it is stored.
    pub struct Member {
        /// The person.
        pub member_id: MemberId,
        /// 姓名, sealed as [`NAME`].
        pub name: Sealed,
        /// The key that finds the name.
        pub name_lookup: Lookup,
        /// 证件类型.
        pub id_kind: IdKind,
        /// 证件号码, sealed as [`ID_NUMBER`].
        pub id_number: Sealed,
        /// The key that finds the number, unique together with the kind.
        pub id_number_lookup: Lookup,
        /// The key that finds its last six.
        pub id_tail_lookup: Lookup,
        /// 手机号码, sealed as [`MOBILE`].
        pub mobile: Option<Sealed>,
        /// The key that finds the mobile number.
        pub mobile_lookup: Option<Lookup>,
        /// 性别.
        pub sex: Sex,
        /// 出生日期.
        pub born_on: Option<Date>,
    }
}

/// The column that names are sealed for, in the member's row.
pub const NAME: &str = "member.name";
/// The column that document numbers are sealed for, in the member's row.
pub const ID_NUMBER: &str = "member.id_number";
/// The column that mobile numbers are sealed for, in the member's row.
pub const MOBILE: &str = "member.mobile";

impl Member {
    /// Seals a person for the row of `member_id`.
    ///
    /// # Errors
    /// Broken when nothing can be sealed.
    pub fn seal(
        keys: &Keys,
        centre: CentreId,
        member_id: MemberId,
        name: &kernel::PersonName,
        document: &IdDocument,
        mobile: Option<&kernel::MobileNumber>,
    ) -> Result<Self> {
        let (name, mobile) = (name.as_str(), mobile.map(kernel::MobileNumber::as_str));
        let row = keys.of_row(centre, member_id);
        let lookups = Lookups::of(keys, centre, name, document, mobile);
        Ok(Self {
            member_id,
            name: row.seal(NAME, name)?,
            name_lookup: lookups.name,
            id_kind: document.kind(),
            id_number: row.seal(ID_NUMBER, document.number())?,
            id_number_lookup: lookups.id_number,
            id_tail_lookup: lookups.id_tail,
            mobile: mobile.map(|text| row.seal(MOBILE, text)).transpose()?,
            mobile_lookup: lookups.mobile,
            sex: document.sex(),
            born_on: document.born_on(),
        })
    }
}

/// The keys by which a person is found.
pub(crate) struct Lookups {
    pub(crate) name: Lookup,
    pub(crate) id_number: Lookup,
    pub(crate) id_tail: Lookup,
    pub(crate) mobile: Option<Lookup>,
}

impl Lookups {
    /// Of a name and a mobile number in the one form in which they are compared.
    pub(crate) fn of(
        keys: &Keys,
        centre: CentreId,
        name: &str,
        document: &IdDocument,
        mobile: Option<&str>,
    ) -> Self {
        Self {
            name: keys.lookup(centre, "name", name),
            id_number: document.lookup(keys, centre),
            id_tail: keys.lookup(centre, "id_tail", document.last_six()),
            mobile: mobile.map(|text| keys.lookup(centre, "mobile", text)),
        }
    }
}
