//! Identity documents: their kinds, and the one form in which their numbers are kept and found.

use std::fmt;

use db::{Keys, Lookup};
use kernel::{CentreId, Date, Fault, IdNumber, IdNumberError};

use super::mask::masked_number;
use super::model::Sex;

db::codes! {
    /// 证件类型 (JGJ/T 320-2014 A.1). The standard has both permits under 99; they are kinds of their
    /// own here, because their numbers have a form to check and the standard's word tells nobody which.
    pub enum IdKind {
        /// 01 居民身份证: checked by GB 11643-1999. Foreigners' permanent residence cards of 2023
        /// and residence permits of Hong Kong, Macau and Taiwan people carry such a number too.
        ResidentId = "resident_id", "居民身份证";
        /// 02 军官证.
        Officer = "officer", "军官证";
        /// 03 护照.
        Passport = "passport", "护照";
        /// 04 外国人永久居留证, the older cards of 15 characters.
        PermanentResidence = "permanent_residence", "外国人永久居留证";
        /// 99 港澳居民来往内地通行证: H or M and eight digits.
        HongKongMacauPermit = "hong_kong_macau_permit", "港澳居民来往内地通行证";
        /// 99 台湾居民来往大陆通行证: eight digits.
        TaiwanPermit = "taiwan_permit", "台湾居民来往大陆通行证";
        /// 99 其他.
        Other = "other", "其他证件";
    }
}

/// The most characters of a document's number (证件号码, table 4.0.3).
const MAX_NUMBER: usize = 18;

/// A person's identity document: its kind and its number in the one form in which it is compared.
/// Shows itself masked; the number leaves through [`number`](Self::number) alone.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdDocument {
    kind: IdKind,
    number: String,
    resident: Option<IdNumber>,
}

/// What is wrong with a document's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdDocumentError {
    /// It is no resident ID number.
    #[error(transparent)]
    Resident(IdNumberError),
    /// Nothing was written.
    #[error("证件号码不能为空")]
    Empty,
    /// Longer than the 18 characters of the national tables.
    #[error("证件号码不能超过{MAX_NUMBER}位")]
    TooLong,
    /// Something other than letters, digits, brackets, hyphens and 字第号.
    #[error("证件号码含有不应出现的字符，请核对")]
    Character,
    /// Not in the form that numbers of its kind have.
    #[error("{}", form(*.0))]
    Form(IdKind),
}

/// What a number of a kind looks like, in Chinese.
fn form(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Passport => "护照号码应为5至17位的字母和数字",
        IdKind::PermanentResidence => {
            "外国人永久居留证号码应为15位（3个字母和12个数字）；2023年起的新证号码为18位"
        }
        IdKind::HongKongMacauPermit => {
            "港澳居民来往内地通行证号码应为字母H或M加8位数字（旧证后两位换证次数可写可不写）"
        }
        IdKind::TaiwanPermit => {
            "台湾居民来往大陆通行证号码应为8位数字（旧证后两位换证次数可写可不写）"
        }
        IdKind::ResidentId | IdKind::Officer | IdKind::Other => "证件号码与证件类型不符，请核对",
    }
}

impl Fault for IdDocumentError {
    fn code(&self) -> &'static str {
        match self {
            Self::Resident(error) => error.code(),
            Self::Empty => "id_number_empty",
            Self::TooLong => "id_number_length",
            Self::Character => "id_number_character",
            Self::Form(_) => "id_number_form",
        }
    }
}

impl IdDocument {
    /// Reads a number as people write it. A resident ID number is checked, 15-digit ones are
    /// brought to 18; `today` bounds the birth date.
    ///
    /// # Errors
    /// See [`IdDocumentError`].
    pub fn parse(
        kind: IdKind,
        text: &str,
        today: Date,
    ) -> std::result::Result<Self, IdDocumentError> {
        match IdNumber::parse_upgrading_15(text, today) {
            Ok(number) if kind == IdKind::ResidentId => return Ok(Self::resident(number)),
            // The cards of 2023 carry a resident ID number: one person, whatever the card is called.
            Ok(number) if kind == IdKind::PermanentResidence && is_whole(text) => {
                return Ok(Self::resident(number));
            }
            Err(error) if kind == IdKind::ResidentId => {
                return Err(IdDocumentError::Resident(error));
            }
            _ => {}
        }
        let number = normalised(text);
        if number.is_empty() {
            return Err(IdDocumentError::Empty);
        }
        if number.chars().count() > MAX_NUMBER {
            return Err(IdDocumentError::TooLong);
        }
        // 军官证 are written 军字第0123456号.
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '(' | ')' | '/');
        if !number.chars().all(allowed) {
            return Err(IdDocumentError::Character);
        }
        let number = lasting(kind, number).ok_or(IdDocumentError::Form(kind))?;
        Ok(Self {
            kind,
            number,
            resident: None,
        })
    }

    /// The document that a row was stored for; `None` when one of this kind can't have the number.
    pub(crate) fn stored(kind: IdKind, number: &str) -> Option<Self> {
        // Who was born by the day of the reading is born by the last day there is.
        let last_day = Date::new(*kernel::date::YEARS.end(), 12, 31)?;
        let document = Self::parse(kind, number, last_day).ok()?;
        (document.number == number).then_some(document)
    }

    /// A resident ID number that is checked already.
    #[must_use]
    pub fn resident(number: IdNumber) -> Self {
        Self {
            kind: IdKind::ResidentId,
            number: number.as_str().to_owned(),
            resident: Some(number),
        }
    }

    /// 证件类型.
    #[must_use]
    pub const fn kind(&self) -> IdKind {
        self.kind
    }

    /// The whole number. Personal data: to sealed columns and to those who may see it.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The last six characters, by which a clerk may look somebody up.
    #[must_use]
    pub fn last_six(&self) -> &str {
        let skipped = self.number.chars().count().saturating_sub(6);
        let start = self
            .number
            .char_indices()
            .nth(skipped)
            .map_or(0, |(at, _)| at);
        &self.number[start..]
    }

    /// 性别, when the number tells it.
    #[must_use]
    pub fn sex(&self) -> Sex {
        self.resident
            .map_or(Sex::Unknown, |number| number.sex().into())
    }

    /// 出生日期, when the number tells it.
    #[must_use]
    pub fn born_on(&self) -> Option<Date> {
        self.resident.map(|number| number.birth_date())
    }

    /// As it is shown: see [`masked_number`].
    #[must_use]
    pub fn masked(&self) -> String {
        masked_number(&self.number)
    }

    /// The key by which the number is found; see [`id_number_lookup`].
    #[must_use]
    pub fn lookup(&self, keys: &Keys, centre: CentreId) -> Lookup {
        keys.lookup(centre, "id_number", &self.number)
    }
}

impl fmt::Debug for IdDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdDocument({} {})", self.kind, self.masked())
    }
}

/// Whether a resident ID number was written with all of its 18 digits.
fn is_whole(text: &str) -> bool {
    normalised(text).chars().count() == 18
}

/// The part of a number that stays the person's: of older permits without the two digits that count
/// the renewals. `None` when numbers of the kind have another form.
fn lasting(kind: IdKind, number: String) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_right = match kind {
        IdKind::Passport => {
            let plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
            plain && (5..=17).contains(&number.len())
        }
        IdKind::PermanentResidence => {
            number.len() == 15
                && number.is_char_boundary(3)
                && number[..3].bytes().all(|byte| byte.is_ascii_uppercase())
                && digits(&number[3..])
        }
        IdKind::HongKongMacauPermit => {
            return number
                .strip_prefix(['H', 'M'])
                .filter(|rest| digits(rest) && matches!(rest.len(), 8 | 10))
                .map(|_| number[..9].to_owned());
        }
        IdKind::TaiwanPermit => {
            let is_right = digits(&number) && matches!(number.len(), 8 | 10);
            return is_right.then(|| number[..8].to_owned());
        }
        IdKind::ResidentId | IdKind::Officer | IdKind::Other => true,
    };
    is_right.then_some(number)
}

/// Half-width capitals without white space: `ｇ 123` is `G123`.
pub(crate) fn normalised(text: &str) -> String {
    let narrow = |c: char| match c {
        // Full-width ASCII lies at a fixed distance from ASCII.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars()
        .map(narrow)
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_uppercase()
}

/// The key that finds a document's number typed into a search, whatever its kind: a resident ID
/// number in either length, a permit of Hong Kong and Macau with its renewals or without, any other
/// in its normal form.
#[must_use]
pub fn id_number_lookup(keys: &Keys, centre: CentreId, text: &str, today: Date) -> Lookup {
    let number = match IdNumber::parse_upgrading_15(text, today) {
        Ok(number) => number.as_str().to_owned(),
        Err(_) => {
            let number = normalised(text);
            lasting(IdKind::HongKongMacauPermit, number.clone()).unwrap_or(number)
        }
    };
    keys.lookup(centre, "id_number", &number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        "2026-11-22".parse().unwrap()
    }

    fn resident() -> IdNumber {
        IdNumber::compose("510104", "1990-03-07".parse().unwrap(), 123).unwrap()
    }

    #[test]
    fn a_resident_number_tells_sex_and_birth() {
        let document = IdDocument::parse(IdKind::ResidentId, resident().as_str(), today()).unwrap();
        assert_eq!(document, IdDocument::resident(resident()));
        assert_eq!(document.sex(), Sex::Male);
        assert_eq!(document.born_on().unwrap().to_string(), "1990-03-07");
        assert_eq!(document.last_six(), &resident().as_str()[12..]);
    }

    #[test]
    fn other_documents_are_compared_in_one_form() {
        let document = IdDocument::parse(IdKind::Passport, " ｇ1234 5678 ", today()).unwrap();
        assert_eq!(document.number(), "G12345678");
        assert_eq!((document.sex(), document.born_on()), (Sex::Unknown, None));
        assert!(IdDocument::parse(IdKind::Officer, "军字第0123456号", today()).is_ok());
        for (text, code) in [
            ("  ", "id_number_empty"),
            ("1234567890123456789", "id_number_length"),
            ("G12'45", "id_number_character"),
        ] {
            let error = IdDocument::parse(IdKind::Passport, text, today()).unwrap_err();
            assert_eq!(error.code(), code, "{text}");
        }
    }

    /// Written, as it is kept.
    #[test]
    fn permits_and_residence_cards_are_kept_by_the_part_that_stays() {
        use IdKind::{HongKongMacauPermit, PermanentResidence, ResidentId, TaiwanPermit};
        for (kind, text, kept) in [
            (
                HongKongMacauPermit,
                "h12345678",
                (HongKongMacauPermit, "H12345678"),
            ),
            (
                HongKongMacauPermit,
                "M1234567801",
                (HongKongMacauPermit, "M12345678"),
            ),
            (TaiwanPermit, "01234567", (TaiwanPermit, "01234567")),
            (TaiwanPermit, "0123456702", (TaiwanPermit, "01234567")),
            (
                PermanentResidence,
                "usa310056010112",
                (PermanentResidence, "USA310056010112"),
            ),
            (
                PermanentResidence,
                "911156199001010010",
                (ResidentId, "911156199001010010"),
            ),
            (
                ResidentId,
                "830000199201300022",
                (ResidentId, "830000199201300022"),
            ),
        ] {
            let Ok(document) = IdDocument::parse(kind, text, today()) else {
                panic!("{kind} {text}");
            };
            assert_eq!((document.kind(), document.number()), kept);
        }
        for (kind, text) in [
            (HongKongMacauPermit, "A12345678"),
            (HongKongMacauPermit, "H1234567"),
            (HongKongMacauPermit, "H123456789"),
            (TaiwanPermit, "1234567"),
            (TaiwanPermit, "T1234567"),
            (PermanentResidence, "USA31005601011"),
            (PermanentResidence, "中国310056010112"),
            (IdKind::Passport, "G12-4567"),
            (IdKind::Passport, "1234"),
        ] {
            let error = IdDocument::parse(kind, text, today()).unwrap_err();
            assert_eq!(error.code(), "id_number_form", "{kind} {text}");
        }
        let keys = Keys::random().unwrap();
        let centre = CentreId::new(1).unwrap();
        let permit = IdDocument::parse(HongKongMacauPermit, "H12345678", today()).unwrap();
        let found = id_number_lookup(&keys, centre, "H1234567803", today());
        assert_eq!(found, permit.lookup(&keys, centre));
    }

    #[test]
    fn nothing_personal_shows_in_debug() {
        let document = IdDocument::resident(resident());
        assert!(!format!("{document:?}").contains(document.number()));
    }

    #[test]
    fn a_number_is_found_however_it_was_typed() {
        let keys = Keys::random().unwrap();
        let centre = CentreId::new(1).unwrap();
        let stored = IdDocument::resident(resident()).lookup(&keys, centre);
        let typed = format!(" {} ", resident().as_str().to_ascii_lowercase());
        assert_eq!(id_number_lookup(&keys, centre, &typed, today()), stored);
        let passport = IdDocument::parse(IdKind::Passport, "G12345678", today()).unwrap();
        let found = id_number_lookup(&keys, centre, "g12345678", today());
        assert_eq!(found, passport.lookup(&keys, centre));
    }
}
