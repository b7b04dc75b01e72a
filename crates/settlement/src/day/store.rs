//! The statements of the day's close.

use db::Digest32;
use kernel::Date;
use ledger::BookCode;

db::row! {
    /// The head of a book's chain as it was taken at the close of a day.
    pub struct ChainHead {
        /// 账套.
        pub book: BookCode,
        /// The place of the last voucher sealed.
        pub sequence: i64,
        /// The chain's hash there.
        pub hash: Digest32,
        /// HMAC-SM3 of the head under the centre's key.
        pub mac: Digest32,
    }
}

db::statements! {
    /// The vouchers of a book on a date.
    VOUCHERS_OF_DAY: (BookCode, Date) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM voucher \
          WHERE centre_id = $1 AND book = $2 AND business_date = $3";

    /// The vouchers of each date between two, in all books.
    VOUCHERS_BETWEEN: (Date, Date) => (Date, i64) =
        "SELECT business_date, CAST(COUNT(*) AS BIGINT) FROM voucher \
          WHERE centre_id = $1 AND book IN ('fund', 'centre') \
            AND business_date BETWEEN $2 AND $3 GROUP BY business_date";

    /// The sealed head of the fund's chain at the close of each date between two.
    FUND_HEADS_BETWEEN: (Date, Date) => (Date, Digest32) =
        "SELECT business_date, mac FROM day_head \
          WHERE centre_id = $1 AND book = 'fund' AND business_date BETWEEN $2 AND $3";

    /// The heads taken at the close of a date.
    HEADS_OF_DAY: (Date,) => ChainHead =
        "SELECT book, sequence, hash, mac FROM day_head \
          WHERE centre_id = $1 AND business_date = $2 ORDER BY book";

    /// The day opened next after a date.
    DAY_AFTER: (Date,) => (Option<Date>,) =
        "SELECT MIN(business_date) FROM business_day \
          WHERE centre_id = $1 AND business_date > $2";
}
