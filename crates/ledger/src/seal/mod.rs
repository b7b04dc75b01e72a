//! What the chain covers, and how a link is made. The bookkeeper makes links, `verify` makes them
//! again from what the database holds.
//!
//! A link is the SM3 of the link before, the place, month and number, the moment of sealing, and
//! the contents: every column of the voucher and of its lines in order. The subsidiary entries
//! come in through the voucher's detail digest.
//!
//! On CROSS JOIN here and in other statements of this crate: SQLite keeps its order, which is from
//! the few rows that are meant (a turn, a tail) to their vouchers and lines. Left to itself and
//! without statistics it may begin with all lines of the centre, since they too have `centre_id`
//! bound. PostgreSQL sees an ordinary join.

mod store;

use db::{Digest, Digest32};
use kernel::{CentreId, Date, Fen, Instant, Month, RunId, VoucherId};

use crate::book::BookCode;
use crate::chart::AccountCode;
use crate::voucher::VoucherKind;
pub(crate) use store::{CONTENTS_OF_SEALS, CONTENTS_OF_TAIL, STATEMENTS};

db::row! {
    /// A voucher with one of its lines; a voucher without lines comes once, without one.
    pub(crate) struct ContentRow {
        pub(crate) voucher_id: VoucherId,
        pub(crate) book: BookCode,
        pub(crate) business_date: Date,
        pub(crate) kind: VoucherKind,
        pub(crate) summary: String,
        pub(crate) preparer: String,
        pub(crate) authority: String,
        pub(crate) attachments: i64,
        pub(crate) source_kind: String,
        pub(crate) source_id: String,
        pub(crate) posting_key: String,
        pub(crate) run_id: Option<RunId>,
        pub(crate) detail_digest: Option<Digest32>,
        pub(crate) reverses: Option<VoucherId>,
        pub(crate) total_fen: Fen,
        pub(crate) line_count: i64,
        pub(crate) recorded_at: Instant,
        pub(crate) line_no: Option<i64>,
        pub(crate) line_book: Option<BookCode>,
        pub(crate) line_date: Option<Date>,
        pub(crate) account: Option<AccountCode>,
        pub(crate) debit_fen: Option<Fen>,
        pub(crate) credit_fen: Option<Fen>,
        pub(crate) memo: Option<String>,
    }
}

/// A voucher's contents, digested.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Content {
    pub(crate) voucher_id: VoucherId,
    pub(crate) business_date: Date,
    pub(crate) digest: Digest32,
}

/// Digests the contents of vouchers from rows that come voucher by voucher, line by line.
pub(crate) struct Contents {
    centre: CentreId,
    current: Option<(VoucherId, Date, Digest)>,
    done: Vec<Content>,
}

impl Contents {
    pub(crate) fn of(centre: CentreId) -> Contents {
        Contents {
            centre,
            current: None,
            done: Vec::new(),
        }
    }

    /// Takes the next row.
    pub(crate) fn push(&mut self, row: &ContentRow) {
        let (voucher_id, business_date) = (row.voucher_id, row.business_date);
        let begun = match self.current.take() {
            Some((id, _, digest)) if id == voucher_id => digest,
            other => {
                self.close(other);
                begin(self.centre, row)
            }
        };
        self.current = Some((voucher_id, business_date, with_line(begun, row)));
    }

    /// The contents of all vouchers, in the order they came.
    pub(crate) fn finish(mut self) -> Vec<Content> {
        let last = self.current.take();
        self.close(last);
        self.done
    }

    fn close(&mut self, current: Option<(VoucherId, Date, Digest)>) {
        self.done
            .extend(current.map(|(voucher_id, business_date, digest)| Content {
                voucher_id,
                business_date,
                digest: digest.finish(),
            }));
    }
}

fn begin(centre: CentreId, row: &ContentRow) -> Digest {
    Digest::new("ledger.voucher")
        .column(centre)
        .column(row.voucher_id)
        .column(row.book)
        .column(row.business_date)
        .column(row.kind)
        .text(&row.summary)
        .text(&row.preparer)
        .text(&row.authority)
        .int(row.attachments)
        .text(&row.source_kind)
        .text(&row.source_id)
        .text(&row.posting_key)
        .column(row.run_id)
        .column(row.detail_digest)
        .column(row.reverses)
        .column(row.total_fen)
        .int(row.line_count)
        .column(row.recorded_at)
}

fn with_line(digest: Digest, row: &ContentRow) -> Digest {
    digest
        .column(row.line_no)
        .column(row.line_book)
        .column(row.line_date)
        .column(row.account)
        .column(row.debit_fen)
        .column(row.credit_fen)
        .text_or_none(row.memo.as_deref())
}

/// A voucher's place in the chain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) book: BookCode,
    pub(crate) sequence: i64,
    pub(crate) month: Month,
    pub(crate) number: i64,
    pub(crate) sealed_at: Instant,
}

/// The link at `place` after the link `before`.
pub(crate) fn link(before: Digest32, place: Place, content: Digest32) -> Digest32 {
    Digest::new("ledger.seal")
        .column(before)
        .column(place.book)
        .int(place.sequence)
        .column(place.month)
        .int(place.number)
        .column(place.sealed_at)
        .column(content)
        .finish()
}
