//! The statements of availability.

use kernel::{Instant, PlannedStopId, ServiceIntervalId};

db::row! {
    /// An uninterrupted time in which a server served.
    #[derive(PartialEq, Eq)]
    pub struct ServiceInterval {
        /// When its first beat was.
        pub began_at: Instant,
        /// When its last beat was.
        pub beaten_at: Instant,
        /// Whether the server was told to stop then.
        pub stopped: bool,
    }
}

db::row! {
    /// 计划停机: a stop that was announced before it began.
    pub struct PlannedStop {
        /// Its id.
        pub planned_stop_id: PlannedStopId,
        /// From when.
        pub from_at: Instant,
        /// Until when.
        pub to_at: Instant,
        /// Why.
        pub reason: String,
    }
}

db::statements! {
    /// A server begins to serve.
    BEGIN: (ServiceIntervalId, Instant, String) => () =
        "INSERT INTO service_interval
             (centre_id, interval_id, began_at, beaten_at, stopped, data_keys)
         VALUES ($1, $2, $3, $3, FALSE, $4)";
    /// It goes on, or stops properly; no row when its last beat isn't shortly before.
    BEAT: (ServiceIntervalId, Instant, Instant, bool) => () =
        "UPDATE service_interval SET beaten_at = $3, stopped = $5
         WHERE centre_id = $1 AND interval_id = $2 AND beaten_at BETWEEN $4 AND $3
             AND NOT stopped";
    /// When the centre was first served.
    FIRST_BEGIN: () => (Instant,) =
        "SELECT began_at FROM service_interval WHERE centre_id = $1 ORDER BY began_at LIMIT 1";
    /// The last time of service that ended before a moment; a single beat is none.
    LAST_BEFORE: (Instant,) => ServiceInterval =
        "SELECT began_at, beaten_at, stopped FROM service_interval
         WHERE centre_id = $1 AND beaten_at < $2 AND beaten_at > began_at
         ORDER BY beaten_at DESC LIMIT 1";
    /// The times of service that reach into a span; a single beat is one only since a moment.
    WITHIN: (Instant, Instant, Instant) => ServiceInterval =
        "SELECT began_at, beaten_at, stopped FROM service_interval
         WHERE centre_id = $1 AND beaten_at >= $2 AND began_at <= $3
             AND (beaten_at > began_at OR beaten_at >= $4)
         ORDER BY began_at";
    /// The first time of service that begins after a moment; a single beat is none.
    FIRST_AFTER: (Instant,) => ServiceInterval =
        "SELECT began_at, beaten_at, stopped FROM service_interval
         WHERE centre_id = $1 AND began_at > $2 AND beaten_at > began_at
         ORDER BY began_at LIMIT 1";
    /// Who has beaten between two moments and wasn't told to stop.
    SERVING: (Instant, Instant) => ServiceInterval =
        "SELECT began_at, beaten_at, stopped FROM service_interval
         WHERE centre_id = $1 AND beaten_at BETWEEN $2 AND $3 AND NOT stopped ORDER BY began_at";
    /// When a server beat last, no later than a moment.
    LAST_BEAT: (Instant,) => (Instant,) =
        "SELECT beaten_at FROM service_interval
         WHERE centre_id = $1 AND beaten_at <= $2 ORDER BY beaten_at DESC LIMIT 1";
    /// Nobody knows who was served from one moment to another.
    FORGET: (Instant, Instant) => () =
        "INSERT INTO service_unknown (centre_id, from_at, to_at) VALUES ($1, $2, $3)";
    /// What nobody knows of a span.
    UNKNOWN_WITHIN: (Instant, Instant) => (Instant, Instant) =
        "SELECT from_at, to_at FROM service_unknown
         WHERE centre_id = $1 AND to_at > $2 AND from_at < $3 ORDER BY from_at";
    /// The data keys of each of them.
    RINGS: (Instant,) => (String,) =
        "SELECT data_keys FROM service_interval
         WHERE centre_id = $1 AND beaten_at >= $2 AND NOT stopped ORDER BY began_at";
    /// The data keys of the server that began to serve last.
    LAST_RING: () => (String,) =
        "SELECT data_keys FROM service_interval WHERE centre_id = $1
         ORDER BY began_at DESC LIMIT 1";
    /// A stop is announced.
    PLAN: PlannedStop => () =
        "INSERT INTO planned_stop (centre_id, planned_stop_id, from_at, to_at, reason)
         VALUES ($1, $2, $3, $4, $5)";
    /// The announced stops that reach into a span.
    PLANS_WITHIN: (Instant, Instant) => PlannedStop =
        "SELECT planned_stop_id, from_at, to_at, reason FROM planned_stop
         WHERE centre_id = $1 AND to_at > $2 AND from_at < $3 ORDER BY from_at, planned_stop_id";
}
