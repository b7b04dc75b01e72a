//! The statements over members.

use db::Lookup;
use kernel::{BatchId, MemberId};

use super::document::IdKind;
use super::model::Member;

/// The columns of a [`Member`], in its order: of `member`, and of every table in which people wait
/// on the way there.
macro_rules! member_columns {
    () => {
        "member_id, name, name_lookup, id_kind, id_number, id_number_lookup, id_tail_lookup, \
         mobile, mobile_lookup, sex, born_on"
    };
}
pub(crate) use member_columns;

db::row! {
    /// A person on the way into `member`.
    pub(crate) struct OpeningLine {
        pub(crate) opening_id: BatchId,
        pub(crate) line_no: i64,
        pub(crate) member: Member,
    }
}

/// People loaded in bulk, before they are moved into `member`.
pub(crate) const OPENING: db::Bulk<OpeningLine> = db::Bulk::of("member_opening");

db::statements! {
    /// A person by its id.
    MEMBER_BY_ID: (MemberId,) => Member = concat!(
        "SELECT ", member_columns!(), " FROM member WHERE centre_id = $1 AND member_id = $2"
    );

    /// The one person with this document.
    MEMBER_BY_DOCUMENT: (IdKind, Lookup) => Member = concat!(
        "SELECT ", member_columns!(), " FROM member \
          WHERE centre_id = $1 AND id_kind = $2 AND id_number_lookup = $3"
    );

    /// Moves the people of an opening in; who is a member already is left out, which the count
    /// then shows. In the order of the documents: of two openings with the same people one waits.
    MOVE_OPENING: (BatchId,) => () = concat!(
        "INSERT INTO member (centre_id, ", member_columns!(), ") \
         SELECT centre_id, ", member_columns!(), " \
           FROM member_opening WHERE centre_id = $1 AND opening_id = $2 \
          ORDER BY id_kind, id_number_lookup \
         ON CONFLICT (centre_id, id_kind, id_number_lookup) DO NOTHING"
    );

    /// Empties the opening.
    CLEAR_OPENING: (BatchId,) => () =
        "DELETE FROM member_opening WHERE centre_id = $1 AND opening_id = $2";
}
