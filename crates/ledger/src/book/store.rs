//! Statements on books.

use db::Digest32;

use super::{Book, BookCode};

db::statements! {
    /// The centre's books.
    BOOKS: () => Book =
        "SELECT book, first_month, opened_at, mac FROM book WHERE centre_id = $1 ORDER BY book";
    /// One book.
    BOOK: (BookCode,) => Book =
        "SELECT book, first_month, opened_at, mac FROM book WHERE centre_id = $1 AND book = $2";
    /// Before any period of the book.
    BOOK_KEPT [for share]: (BookCode,) => Book =
        "SELECT book, first_month, opened_at, mac FROM book WHERE centre_id = $1 AND book = $2";
    /// Before any period of the book.
    BOOK_LOCKED [for update]: (BookCode,) => Book =
        "SELECT book, first_month, opened_at, mac FROM book WHERE centre_id = $1 AND book = $2";
    /// A second opening changes nothing.
    INSERT_BOOK: Book => () =
        "INSERT INTO book (centre_id, book, first_month, opened_at, mac)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (centre_id, book) DO NOTHING";
    /// The end of a chain without a link.
    INSERT_CHAIN_HEAD: (BookCode, i64, Digest32) => () =
        "INSERT INTO chain_head (centre_id, book, sequence, hash) VALUES ($1, $2, $3, $4)";
}
