//! The statements over members.

use db::Lookup;
use kernel::{BatchId, Date, MemberId};

use super::model::{IdKind, Member, Sex};

db::row! {
    /// A person on the way into `member`.
    pub(crate) struct OpeningLine {
        pub(crate) opening_id: BatchId,
        pub(crate) line_no: i64,
        pub(crate) member_id: MemberId,
        pub(crate) name: db::Sealed,
        pub(crate) name_lookup: Lookup,
        pub(crate) id_kind: IdKind,
        pub(crate) id_number: db::Sealed,
        pub(crate) id_number_lookup: Lookup,
        pub(crate) id_tail_lookup: Lookup,
        pub(crate) mobile: Option<db::Sealed>,
        pub(crate) mobile_lookup: Option<Lookup>,
        pub(crate) sex: Sex,
        pub(crate) born_on: Option<Date>,
    }
}

impl OpeningLine {
    pub(crate) fn of(opening_id: BatchId, line_no: i64, member: Member) -> Self {
        Self {
            opening_id,
            line_no,
            member_id: member.member_id,
            name: member.name,
            name_lookup: member.name_lookup,
            id_kind: member.id_kind,
            id_number: member.id_number,
            id_number_lookup: member.id_number_lookup,
            id_tail_lookup: member.id_tail_lookup,
            mobile: member.mobile,
            mobile_lookup: member.mobile_lookup,
            sex: member.sex,
            born_on: member.born_on,
        }
    }
}

/// People loaded in bulk, before they are moved into `member`.
pub(crate) const OPENING: db::Bulk<OpeningLine> = db::Bulk::of("member_opening");

db::statements! {
    /// A person by its id.
    MEMBER_BY_ID: (MemberId,) => Member =
        "SELECT member_id, name, name_lookup, id_kind, id_number, id_number_lookup, \
                id_tail_lookup, mobile, mobile_lookup, sex, born_on \
           FROM member WHERE centre_id = $1 AND member_id = $2";

    /// The one person with this document.
    MEMBER_BY_DOCUMENT: (IdKind, Lookup) => Member =
        "SELECT member_id, name, name_lookup, id_kind, id_number, id_number_lookup, \
                id_tail_lookup, mobile, mobile_lookup, sex, born_on \
           FROM member WHERE centre_id = $1 AND id_kind = $2 AND id_number_lookup = $3";

    /// Moves the people of an opening in; who is a member already is left out, which the count
    /// then shows.
    MOVE_OPENING: (BatchId,) => () =
        "INSERT INTO member (centre_id, member_id, name, name_lookup, id_kind, id_number, \
                             id_number_lookup, id_tail_lookup, mobile, mobile_lookup, sex, \
                             born_on) \
         SELECT centre_id, member_id, name, name_lookup, id_kind, id_number, id_number_lookup, \
                id_tail_lookup, mobile, mobile_lookup, sex, born_on \
           FROM member_opening WHERE centre_id = $1 AND opening_id = $2 \
         ON CONFLICT (centre_id, id_kind, id_number_lookup) DO NOTHING";

    /// Empties the opening.
    CLEAR_OPENING: (BatchId,) => () =
        "DELETE FROM member_opening WHERE centre_id = $1 AND opening_id = $2";
}
