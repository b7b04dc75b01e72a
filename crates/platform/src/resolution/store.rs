//! The statements of meetings and resolutions.

use db::{Digest32, Joined, Kind, List, ListColumn, ListInfo, Op};
use kernel::{Date, Instant, MeetingId, ResolutionId};

use super::model::Matter;

db::row! {
    /// A meeting as it was recorded.
    pub(crate) struct Meeting {
        pub(crate) meeting_id: MeetingId,
        pub(crate) title: String,
        pub(crate) held_on: Date,
        pub(crate) chair: String,
        pub(crate) members_due: i64,
        pub(crate) members_present: i64,
        pub(crate) minutes: Option<Digest32>,
        pub(crate) recorded_at: Instant,
        pub(crate) recorded_by: String,
        pub(crate) recorded_by_name: String,
    }
}

db::row! {
    /// A resolution as it was recorded, and whether it was voided.
    pub(crate) struct Resolution {
        pub(crate) resolution_id: ResolutionId,
        pub(crate) meeting_id: MeetingId,
        pub(crate) number: String,
        pub(crate) title: String,
        pub(crate) matter: Matter,
        pub(crate) content: String,
        pub(crate) in_favour: i64,
        pub(crate) against: i64,
        pub(crate) abstained: i64,
        pub(crate) adopted: bool,
        pub(crate) document: Option<Digest32>,
        pub(crate) recorded_at: Instant,
        pub(crate) recorded_by: String,
        pub(crate) recorded_by_name: String,
        pub(crate) voided_at: Option<Instant>,
        pub(crate) voided_by: Option<String>,
        pub(crate) voided_by_name: Option<String>,
        pub(crate) void_reason: Option<String>,
    }
}

macro_rules! meeting_columns {
    () => {
        "meeting_id, title, held_on, chair, members_due, members_present, minutes, recorded_at, \
         recorded_by, recorded_by_name"
    };
}

macro_rules! resolution_columns {
    () => {
        "resolution_id, meeting_id, number, title, matter, content, in_favour, against, abstained, \
         adopted, document, recorded_at, recorded_by, recorded_by_name, voided_at, voided_by, \
         voided_by_name, void_reason"
    };
}

/// What the list shows of `resolution r` and its `meeting m`.
macro_rules! shown {
    () => {
        "r.resolution_id, r.number, r.title, r.matter, r.meeting_id, m.title, m.held_on, \
         r.in_favour, r.against, r.abstained, r.adopted, r.voided_at"
    };
}

db::statements! {
    /// Whether a file is the minutes of a meeting.
    MINUTES_NAME: (Digest32,) => (i64,) =
        "SELECT CAST(1 AS BIGINT) FROM meeting WHERE centre_id = $1 AND minutes = $2 LIMIT 1";
    /// Whether a file is the document of a resolution.
    DOCUMENT_NAMES: (Digest32,) => (i64,) =
        "SELECT CAST(1 AS BIGINT) FROM resolution WHERE centre_id = $1 AND document = $2 LIMIT 1";
    /// A meeting; no row when one is called so already.
    INSERT_MEETING: Meeting => () =
        concat!("INSERT INTO meeting (centre_id, ", meeting_columns!(), ")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (centre_id, title) DO NOTHING");
    /// A meeting.
    MEETING_BY_ID: (MeetingId,) => Meeting =
        concat!("SELECT ", meeting_columns!(), " FROM meeting
         WHERE centre_id = $1 AND meeting_id = $2");
    /// Meetings in the order of their ids, a page of them.
    MEETINGS_AFTER: (MeetingId, i64) => Meeting =
        concat!("SELECT ", meeting_columns!(), " FROM meeting
         WHERE centre_id = $1 AND meeting_id > $2 ORDER BY meeting_id LIMIT $3");
    /// A resolution; no row when one that stands has the number.
    INSERT_RESOLUTION: Resolution => () =
        concat!("INSERT INTO resolution (centre_id, ", resolution_columns!(), ")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
         ON CONFLICT (centre_id, number) WHERE voided_at IS NULL DO NOTHING");
    /// A resolution.
    RESOLUTION_BY_ID: (ResolutionId,) => Resolution =
        concat!("SELECT ", resolution_columns!(), " FROM resolution
         WHERE centre_id = $1 AND resolution_id = $2");
    /// A resolution, kept from being voided or cited.
    RESOLUTION_LOCKED [for update]: (ResolutionId,) => Resolution =
        concat!("SELECT ", resolution_columns!(), " FROM resolution
         WHERE centre_id = $1 AND resolution_id = $2");
    /// A resolution with its meeting.
    RESOLUTION_SHOWN: (ResolutionId,) => ResolutionRow =
        concat!("SELECT ", shown!(), " FROM resolution r
         JOIN meeting m ON m.centre_id = r.centre_id AND m.meeting_id = r.meeting_id
         WHERE r.centre_id = $1 AND r.resolution_id = $2");
    /// A resolution was recorded by mistake.
    VOID: (ResolutionId, Instant, String, String, String) => () =
        "UPDATE resolution
         SET voided_at = $3, voided_by = $4, voided_by_name = $5, void_reason = $6
         WHERE centre_id = $1 AND resolution_id = $2 AND voided_at IS NULL";
    /// Resolutions in the order of their ids, a page of them.
    RESOLUTIONS_AFTER: (ResolutionId, i64) => Resolution =
        concat!("SELECT ", resolution_columns!(), " FROM resolution
         WHERE centre_id = $1 AND resolution_id > $2 ORDER BY resolution_id LIMIT $3");
    /// Those of them that were voided.
    VOIDED_AFTER: (ResolutionId, i64) => Resolution =
        concat!("SELECT ", resolution_columns!(), " FROM resolution
         WHERE centre_id = $1 AND resolution_id > $2 AND voided_at IS NOT NULL
         ORDER BY resolution_id LIMIT $3");
    /// Something rests on a resolution.
    INSERT_CITATION: (ResolutionId, String, String) => () =
        "INSERT INTO resolution_citation (centre_id, resolution_id, subject_kind, subject_id)
         VALUES ($1, $2, $3, $4)";
    /// What rests on a resolution.
    CITATIONS: (ResolutionId,) => (String, String) =
        "SELECT subject_kind, subject_id FROM resolution_citation
         WHERE centre_id = $1 AND resolution_id = $2 AND released_at IS NULL
         ORDER BY subject_kind, subject_id";
    /// What of a kind rests on resolutions.
    CITATIONS_OF_KIND: (String,) => (ResolutionId, String) =
        "SELECT resolution_id, subject_id FROM resolution_citation
         WHERE centre_id = $1 AND subject_kind = $2";
    /// What rested on a resolution was withdrawn.
    RELEASE: (ResolutionId, String, String, Instant) => () =
        "UPDATE resolution_citation SET released_at = $5
         WHERE centre_id = $1 AND resolution_id = $2 AND subject_kind = $3 AND subject_id = $4
             AND released_at IS NULL";
    /// How much rests on it still.
    COUNT_CITATIONS: (ResolutionId,) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM resolution_citation
         WHERE centre_id = $1 AND resolution_id = $2 AND released_at IS NULL";
}

db::row! {
    /// A meeting as the list shows it.
    pub struct MeetingRow {
        /// Its id.
        pub meeting_id: MeetingId,
        /// What it is called.
        pub title: String,
        /// The day it was held.
        pub held_on: Date,
        /// 主持人.
        pub chair: String,
        /// 应到委员.
        pub members_due: i64,
        /// 实到委员.
        pub members_present: i64,
        /// How many of its resolutions stand.
        pub resolutions: i64,
    }
}

/// Meetings, the latest held first.
pub static MEETINGS: List<MeetingRow> = List::new(ListInfo {
    name: "meetings",
    given: &[],
    select: "m.meeting_id, m.title, m.held_on, m.chair, m.members_due, m.members_present, \
             (SELECT CAST(COUNT(*) AS BIGINT) FROM resolution r WHERE r.centre_id = m.centre_id \
               AND r.meeting_id = m.meeting_id AND r.voided_at IS NULL)",
    from: "meeting m",
    joined: None,
    filter: "m.centre_id = $1",
    key: ListColumn::new("meeting_id", "m.meeting_id", Kind::Id, &[Op::Equal]).sorted(),
    columns: &[
        ListColumn::new(
            "held_on",
            "m.held_on",
            Kind::Date,
            &[Op::AtLeast, Op::AtMost],
        )
        .sorted(),
        ListColumn::new("title", "m.title", Kind::Text, &[Op::Equal, Op::Contains]),
    ],
    default_sort: "-held_on",
    totals: &[],
});

db::row! {
    /// A resolution as the list shows it.
    pub struct ResolutionRow {
        /// Its id.
        pub resolution_id: ResolutionId,
        /// 决议文号.
        pub number: String,
        /// What it is called.
        pub title: String,
        /// What it is about.
        pub matter: Matter,
        /// The meeting.
        pub meeting_id: MeetingId,
        /// What that is called.
        pub meeting_title: String,
        /// The day it was held.
        pub held_on: Date,
        /// 同意.
        pub in_favour: i64,
        /// 反对.
        pub against: i64,
        /// 弃权.
        pub abstained: i64,
        /// Whether it was adopted.
        pub adopted: bool,
        /// When it was voided.
        pub voided_at: Option<Instant>,
    }
}

/// Resolutions, the latest recorded first.
pub static RESOLUTIONS: List<ResolutionRow> = List::new(ListInfo {
    name: "resolutions",
    given: &[],
    select: shown!(),
    from: "resolution r",
    joined: Some(Joined {
        row: "r",
        tables: "LEFT JOIN meeting m ON m.centre_id = r.centre_id AND m.meeting_id = r.meeting_id",
    }),
    filter: "r.centre_id = $1",
    key: ListColumn::new("resolution_id", "r.resolution_id", Kind::Id, &[Op::Equal]).sorted(),
    columns: &[
        ListColumn::new(
            "resolution_number",
            "r.number",
            Kind::Text,
            &[Op::Equal, Op::Contains],
        )
        .sorted(),
        ListColumn::new("title", "r.title", Kind::Text, &[Op::Equal, Op::Contains]),
        ListColumn::new("matter", "r.matter", Kind::Text, &[Op::Equal]),
        ListColumn::new("meeting_id", "r.meeting_id", Kind::Id, &[Op::Equal]),
        ListColumn::new(
            "citable",
            "(r.adopted AND r.voided_at IS NULL)",
            Kind::Bool,
            &[Op::Holds],
        ),
    ],
    default_sort: "-resolution_id",
    totals: &[],
});
