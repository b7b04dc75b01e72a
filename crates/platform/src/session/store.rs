//! The statements of sign-in and sessions.

use db::Digest32;
use kernel::{BranchId, Instant, SessionId, StaffId};

use crate::DataScope;
use crate::staff::StaffStatus;

db::row! {
    /// Who wants to sign in.
    pub(crate) struct SignInRow {
        pub staff_id: StaffId,
        pub name: String,
        pub status: StaffStatus,
        pub password_hash: String,
    }
}

db::row! {
    /// A session being begun.
    pub(crate) struct NewSession {
        pub session_id: SessionId,
        pub token_hash: Digest32,
        pub staff_id: StaffId,
        pub address: Option<String>,
        pub signed_in_at: Instant,
        pub idle_expires_at: Instant,
        pub expires_at: Instant,
    }
}

db::row! {
    /// A session with its staff member.
    pub(crate) struct SessionRow {
        pub session_id: SessionId,
        pub staff_id: StaffId,
        pub name: String,
        pub branch_id: Option<BranchId>,
        pub status: StaffStatus,
        pub idle_expires_at: Instant,
        pub expires_at: Instant,
    }
}

impl SessionRow {
    pub(crate) fn is_live(&self, now: Instant) -> bool {
        now < self.idle_expires_at && now < self.expires_at && self.status == StaffStatus::Active
    }
}

db::row! {
    /// A staff member as the console's head shows it.
    pub(crate) struct ProfileRow {
        pub name: String,
        pub sign_in_name: String,
        pub branch_id: Option<BranchId>,
        pub branch_name: Option<String>,
    }
}

db::statements! {
    /// Who signs in by this name.
    STAFF_BY_NAME: (String,) => SignInRow =
        "SELECT staff_id, name, status, password_hash FROM staff
         WHERE centre_id = $1 AND sign_in_name = $2";
    /// A session begins.
    INSERT_SESSION: NewSession => () =
        "INSERT INTO staff_session (centre_id, session_id, token_hash, staff_id, address,
             signed_in_at, idle_expires_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// The staff member's sessions that have ended.
    DELETE_EXPIRED: (StaffId, Instant) => () =
        "DELETE FROM staff_session
         WHERE centre_id = $1 AND staff_id = $2 AND (idle_expires_at <= $3 OR expires_at <= $3)";
    /// All of the staff member's sessions.
    DELETE_SESSIONS_OF: (StaffId,) => () =
        "DELETE FROM staff_session WHERE centre_id = $1 AND staff_id = $2";
    /// The session of a token.
    SESSION_BY_TOKEN: (Digest32,) => SessionRow =
        "SELECT s.session_id, s.staff_id, f.name, f.branch_id, f.status, s.idle_expires_at,
             s.expires_at
         FROM staff_session s
         JOIN staff f ON f.centre_id = s.centre_id AND f.staff_id = s.staff_id
         WHERE s.centre_id = $1 AND s.token_hash = $2";
    /// What the staff member's roles give.
    GRANTS: (StaffId,) => (String, DataScope) =
        "SELECT a.action, r.data_scope
         FROM staff_role sr
         JOIN role r ON r.centre_id = sr.centre_id AND r.role_id = sr.role_id
         JOIN role_action a ON a.centre_id = sr.centre_id AND a.role_id = sr.role_id
         WHERE sr.centre_id = $1 AND sr.staff_id = $2";
    /// Someone who works here.
    ACTIVE_STAFF: (StaffId,) => (String, Option<BranchId>) =
        "SELECT name, branch_id FROM staff
         WHERE centre_id = $1 AND staff_id = $2 AND status = 'active'";
    /// Something came; the idle end moves.
    TOUCH_SESSION: (SessionId, Instant) => () =
        "UPDATE staff_session SET idle_expires_at = $3 WHERE centre_id = $1 AND session_id = $2";
    /// A session ends.
    DELETE_SESSION: (Digest32,) => (SessionId,) =
        "DELETE FROM staff_session WHERE centre_id = $1 AND token_hash = $2 RETURNING session_id";
    /// The staff member with the branch's name.
    PROFILE: (StaffId,) => ProfileRow =
        "SELECT f.name, f.sign_in_name, f.branch_id, b.name
         FROM staff f
         LEFT JOIN branch b ON b.centre_id = f.centre_id AND b.branch_id = f.branch_id
         WHERE f.centre_id = $1 AND f.staff_id = $2";
    /// The names of the staff member's roles.
    ROLE_NAMES: (StaffId,) => (String,) =
        "SELECT r.name FROM staff_role sr
         JOIN role r ON r.centre_id = sr.centre_id AND r.role_id = sr.role_id
         WHERE sr.centre_id = $1 AND sr.staff_id = $2 ORDER BY r.code";
}
