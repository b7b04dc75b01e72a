//! How large a measure is.

use std::str::FromStr;

/// What `--size` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Hundreds of rows: whether everything still works.
    Tiny,
    /// A tenth of the measures.
    Small,
    /// A tenth, then the measures themselves.
    Full,
    /// These, and beyond: four times as many lines as P2 asks for, which is the largest roster that
    /// the product takes, and ten times as many accounts as P8 asks for.
    Large,
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Size, String> {
        match text {
            "tiny" => Ok(Size::Tiny),
            "small" => Ok(Size::Small),
            "full" => Ok(Size::Full),
            "large" => Ok(Size::Large),
            _ => Err(format!("{text} is none of tiny, small, full, large")),
        }
    }
}

/// The numbers of one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scale {
    /// Accounts of P2's and P3's centre.
    pub(crate) accounts: usize,
    /// Accounts of P7's and P8's centre.
    pub(crate) listed: usize,
}

impl Size {
    pub(crate) fn scales(self) -> Vec<Scale> {
        let scale = |accounts, listed| Scale { accounts, listed };
        let tenth = scale(100_000, 200_000);
        let whole = scale(1_000_000, 2_000_000);
        match self {
            Size::Tiny => vec![scale(600, 800)],
            Size::Small => vec![tenth],
            Size::Full => vec![tenth, whole],
            Size::Large => vec![tenth, whole, scale(4_000_000, 20_000_000)],
        }
    }

    /// Whether figures of this size are worth printing as such.
    pub(crate) fn is_tiny(self) -> bool {
        self == Size::Tiny
    }
}
