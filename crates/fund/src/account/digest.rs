//! The digest that binds a voucher to its entries: made when the voucher is posted, made again
//! from the stored entries when the books are verified.

use db::{Digest, Digest32};
use kernel::{AccountNo, Date, Fen, Month};

use super::model::EntryKind;

/// The digest over a voucher's entries, fed in the order of their account numbers.
#[derive(Clone)]
pub struct EntryDigest(Digest);

impl EntryDigest {
    /// A digest over no entries yet.
    #[must_use]
    pub fn new() -> Self {
        Self(Digest::new("entries"))
    }

    /// Adds an entry: the account, the kind, what moved in each bucket, the month it is for, and the
    /// day from which it bears interest.
    pub fn add(
        &mut self,
        account_no: AccountNo,
        kind: EntryKind,
        carried: Fen,
        current: Fen,
        month: Option<Month>,
        value_date: Date,
    ) {
        let digest = self.0.clone();
        self.0 = digest
            .column(account_no)
            .text(kind.code())
            .column(carried)
            .column(current)
            .column(month)
            .column(value_date);
    }

    /// The digest.
    #[must_use]
    pub fn finish(self) -> Digest32 {
        self.0.finish()
    }
}

impl Default for EntryDigest {
    fn default() -> Self {
        Self::new()
    }
}
