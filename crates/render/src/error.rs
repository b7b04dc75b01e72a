//! What can go wrong in drawing a paper. None of it is anybody's input: a caller treats each as
//! broken.

/// Why a paper can't be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are no TrueType or OpenType font, or the font lacks the signs that a paper needs
    /// whatever it says.
    #[error("the font can't be used: {0}")]
    Font(&'static str),
    /// More pages than [`PAGES_MAX`](crate::PAGES_MAX).
    #[error("the paper is longer than {} pages", crate::PAGES_MAX)]
    TooLong,
    /// No QR code is large enough for the address of the check.
    #[error("the address of the check doesn't fit a QR code")]
    CheckTooLong,
    /// krilla found what PDF/A forbids.
    #[error("the file would not be PDF/A: {0}")]
    Refused(String),
}
