//! The statements of sign-in and sessions.

use db::{Digest32, Lookup, Sealed};
use kernel::{BranchId, Instant, SessionId, StaffId};

use super::Before;
use super::facts::SessionFacts;
use super::guard::{Count, CountKind};
use crate::DataScope;
use crate::staff::StaffStatus;

db::row! {
    /// Who wants to sign in.
    pub(crate) struct SignInRow {
        pub staff_id: StaffId,
        pub name: String,
        pub status: StaffStatus,
        pub password_hash: String,
        pub signed_in_from: Option<String>,
    }
}

db::row! {
    /// A session being begun.
    pub(crate) struct NewSession {
        pub session_id: SessionId,
        pub token_hash: Digest32,
        pub staff_id: StaffId,
        pub address: Option<String>,
        pub device: Option<String>,
        pub signed_in_at: Instant,
        pub seen_at: Instant,
        pub before_at: Option<Instant>,
        pub before_from: Option<String>,
        pub failures_before: i64,
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
        pub password_initial: bool,
        pub password_set_at: Instant,
        pub enrolled_at: Option<Instant>,
        pub second_factor_at: Option<Instant>,
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
        pub password_set_at: Instant,
    }
}

db::row! {
    /// Who signs in, as they are once nobody else changes them.
    pub(crate) struct BeforeSignIn {
        pub status: StaffStatus,
        pub sign_in_name: String,
        pub password_hash: String,
        pub signed_in_at: Option<Instant>,
        pub signed_in_from: Option<String>,
    }
}

impl BeforeSignIn {
    /// Whether they still work here, under the password that was looked at.
    pub(crate) fn is_still(&self, password_hash: &str) -> bool {
        self.status == StaffStatus::Active && self.password_hash == password_hash
    }
}

db::row! {
    /// One's own password.
    pub(crate) struct OwnPassword {
        pub sign_in_name: String,
        pub name: String,
        pub password_hash: String,
    }
}

db::row! {
    /// A second factor.
    pub(crate) struct SecondFactorRow {
        pub secret: Sealed,
        pub confirmed_at: Option<Instant>,
        pub last_step: i64,
    }
}

db::row! {
    /// How somebody signs in.
    pub(crate) struct SignInFactsRow {
        pub sign_in_name: String,
        pub signed_in_at: Option<Instant>,
        pub signed_in_from: Option<String>,
        pub password_set_at: Instant,
        pub password_initial: bool,
        pub confirmed_at: Option<Instant>,
    }
}

db::statements! {
    /// Who signs in by this name.
    STAFF_BY_NAME: (String,) => SignInRow =
        "SELECT staff_id, name, status, password_hash, signed_in_from FROM staff
         WHERE centre_id = $1 AND sign_in_name = $2";
    /// A session begins.
    INSERT_SESSION: NewSession => () =
        "INSERT INTO staff_session (centre_id, session_id, token_hash, staff_id, address, device,
             signed_in_at, seen_at, before_at, before_from, failures_before, idle_expires_at,
             expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    /// Who signs in, kept from another sign-in and from a change.
    SIGN_IN_LOCKED [for update]: (StaffId,) => BeforeSignIn =
        "SELECT status, sign_in_name, password_hash, signed_in_at, signed_in_from
         FROM staff WHERE centre_id = $1 AND staff_id = $2";
    /// The sign-in that the next one is told of.
    NOTE_SIGN_IN: (StaffId, Instant, Option<String>) => () =
        "UPDATE staff SET signed_in_at = $3, signed_in_from = $4
         WHERE centre_id = $1 AND staff_id = $2";
    /// The staff member's sessions beyond so many, the oldest, of those that have given no second
    /// factor: all of them where none is set up, else those that have yet to give it.
    DELETE_BEYOND: (StaffId, i64) => () =
        "DELETE FROM staff_session
         WHERE centre_id = $1 AND staff_id = $2 AND second_factor_at IS NULL
           AND session_id NOT IN (
             SELECT k.session_id FROM staff_session k
             WHERE k.centre_id = $1 AND k.staff_id = $2 AND k.second_factor_at IS NULL
             ORDER BY k.signed_in_at DESC, k.session_id DESC LIMIT $3)";
    /// The staff member's sessions beyond so many, the oldest, of those that have given it.
    DELETE_BEYOND_GIVEN: (StaffId, i64) => () =
        "DELETE FROM staff_session
         WHERE centre_id = $1 AND staff_id = $2 AND second_factor_at IS NOT NULL
           AND session_id NOT IN (
             SELECT k.session_id FROM staff_session k
             WHERE k.centre_id = $1 AND k.staff_id = $2 AND k.second_factor_at IS NOT NULL
             ORDER BY k.signed_in_at DESC, k.session_id DESC LIMIT $3)";
    /// Whether a session goes on; whoever ends all of somebody's holds the staff member meanwhile.
    SESSION: (SessionId,) => (SessionId,) =
        "SELECT session_id FROM staff_session WHERE centre_id = $1 AND session_id = $2";
    /// A session has given its second factor: it goes on under another token, and what came before
    /// it is told.
    ENTER_SESSION: (SessionId, Digest32, Instant, Option<Instant>, Option<String>, i64)
        => (Option<String>,) =
        "UPDATE staff_session SET token_hash = $3, second_factor_at = $4, before_at = $5,
             before_from = $6, failures_before = $7
         WHERE centre_id = $1 AND session_id = $2 RETURNING address";
    /// All of the staff member's sessions but one.
    DELETE_OTHERS_OF: (StaffId, SessionId) => () =
        "DELETE FROM staff_session
         WHERE centre_id = $1 AND staff_id = $2 AND session_id <> $3";
    /// One session of the staff member.
    DELETE_ONE_OF: (StaffId, SessionId) => () =
        "DELETE FROM staff_session
         WHERE centre_id = $1 AND staff_id = $2 AND session_id = $3";
    /// The staff member's sessions that go on.
    SESSIONS_OF: (StaffId, Instant) => SessionFacts =
        "SELECT session_id, device, address, signed_in_at, seen_at FROM staff_session
         WHERE centre_id = $1 AND staff_id = $2 AND idle_expires_at > $3 AND expires_at > $3
         ORDER BY signed_in_at DESC, session_id DESC";
    /// What came before a session.
    BEFORE: (SessionId,) => Before =
        "SELECT before_at, before_from, failures_before FROM staff_session
         WHERE centre_id = $1 AND session_id = $2";
    /// A session has given its second factor where it set it up, and goes on under another token.
    RENEW_SESSION: (SessionId, Digest32, Instant) => () =
        "UPDATE staff_session SET token_hash = $3, second_factor_at = $4
         WHERE centre_id = $1 AND session_id = $2";
    /// How somebody signs in.
    SIGN_IN_FACTS: (StaffId,) => SignInFactsRow =
        "SELECT f.sign_in_name, f.signed_in_at, f.signed_in_from, f.password_set_at,
             f.password_initial, t.confirmed_at
         FROM staff f
         LEFT JOIN staff_second_factor t
             ON t.centre_id = f.centre_id AND t.staff_id = f.staff_id
         WHERE f.centre_id = $1 AND f.staff_id = $2";

    /// What has failed, kept from another attempt; nothing yet for what is tried the first time.
    TAKE_COUNT: (CountKind, Lookup, Lookup, Instant) => Count =
        "INSERT INTO sign_in_count (centre_id, kind, subject, origin, failures, failed_at)
         VALUES ($1, $2, $3, $4, 0, $5)
         ON CONFLICT (centre_id, kind, subject, origin)
         DO UPDATE SET failures = sign_in_count.failures
         RETURNING failures, failed_at, locked_until";
    /// What failed long ago.
    DELETE_OLD_COUNTS: (Instant,) => () =
        "DELETE FROM sign_in_count WHERE centre_id = $1 AND failed_at < $2";
    /// How much has failed.
    FAILURES: (CountKind, Lookup, Lookup) => (i64,) =
        "SELECT failures FROM sign_in_count
         WHERE centre_id = $1 AND kind = $2 AND subject = $3 AND origin = $4";
    /// The longest wait that goes on, from whatever address.
    LOCKED_UNTIL: (CountKind, Lookup, Instant) => (Option<Instant>,) =
        "SELECT locked_until FROM sign_in_count
         WHERE centre_id = $1 AND kind = $2 AND subject = $3 AND locked_until > $4
         ORDER BY locked_until DESC LIMIT 1";
    /// An attempt more.
    SET_COUNT: (CountKind, Lookup, Lookup, i64, Instant, Option<Instant>) => () =
        "UPDATE sign_in_count SET failures = $5, failed_at = $6, locked_until = $7
         WHERE centre_id = $1 AND kind = $2 AND subject = $3 AND origin = $4";
    /// An attempt has failed.
    NOTE_FAILURE: (CountKind, Lookup, Lookup, Instant) => () =
        "UPDATE sign_in_count SET failed_at = $5
         WHERE centre_id = $1 AND kind = $2 AND subject = $3 AND origin = $4";
    /// An attempt less.
    GIVE_BACK_ATTEMPT: (CountKind, Lookup, Lookup) => () =
        "UPDATE sign_in_count SET failures = failures - 1, locked_until = NULL
         WHERE centre_id = $1 AND kind = $2 AND subject = $3 AND origin = $4 AND failures > 0";
    /// What failed is forgotten.
    DELETE_COUNT: (CountKind, Lookup, Lookup) => (i64,) =
        "DELETE FROM sign_in_count
         WHERE centre_id = $1 AND kind = $2 AND subject = $3 AND origin = $4
         RETURNING failures";
    /// What failed is forgotten, from whatever address.
    DELETE_COUNTS_OF: (CountKind, Lookup) => () =
        "DELETE FROM sign_in_count WHERE centre_id = $1 AND kind = $2 AND subject = $3";

    /// One's own password with the names it mustn't hold.
    OWN_PASSWORD: (StaffId,) => OwnPassword =
        "SELECT sign_in_name, name, password_hash FROM staff
         WHERE centre_id = $1 AND staff_id = $2";
    /// The passwords before the present one, the latest first, so many.
    PAST_PASSWORDS: (StaffId, i64) => (String,) =
        "SELECT password_hash FROM staff_password_past WHERE centre_id = $1 AND staff_id = $2
         ORDER BY replaced_at DESC LIMIT $3";
    /// The present password is one of the past now; twice in one microsecond it is kept once.
    KEEP_PASSWORD: (StaffId, Instant) => () =
        "INSERT INTO staff_password_past (centre_id, staff_id, replaced_at, password_hash)
         SELECT f.centre_id, f.staff_id, $3, f.password_hash
         FROM staff f WHERE f.centre_id = $1 AND f.staff_id = $2
         ON CONFLICT (centre_id, staff_id, replaced_at) DO NOTHING";
    /// The past passwords beyond so many, the oldest.
    DELETE_PAST_PASSWORDS: (StaffId, i64) => () =
        "DELETE FROM staff_password_past
         WHERE centre_id = $1 AND staff_id = $2 AND replaced_at NOT IN (
             SELECT k.replaced_at FROM staff_password_past k
             WHERE k.centre_id = $1 AND k.staff_id = $2
             ORDER BY k.replaced_at DESC LIMIT $3)";
    /// A staff member has another password.
    SET_PASSWORD: (StaffId, String, Instant, bool) => () =
        "UPDATE staff SET password_hash = $3, password_set_at = $4, password_initial = $5
         WHERE centre_id = $1 AND staff_id = $2";

    /// A secret to be confirmed; no row when one is confirmed already.
    BEGIN_SECOND_FACTOR: (StaffId, Sealed, Instant) => () =
        "INSERT INTO staff_second_factor (centre_id, staff_id, secret, begun_at, last_step)
         VALUES ($1, $2, $3, $4, 0)
         ON CONFLICT (centre_id, staff_id) DO UPDATE
             SET secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
             WHERE staff_second_factor.confirmed_at IS NULL";
    /// A second factor, kept from another attempt.
    SECOND_FACTOR_LOCKED [for update]: (StaffId,) => SecondFactorRow =
        "SELECT secret, confirmed_at, last_step FROM staff_second_factor
         WHERE centre_id = $1 AND staff_id = $2";
    /// A secret counts from now on; the step has been used.
    CONFIRM_SECOND_FACTOR: (StaffId, i64, Instant) => () =
        "UPDATE staff_second_factor SET last_step = $3, confirmed_at = $4
         WHERE centre_id = $1 AND staff_id = $2";
    /// The code of a step has been used.
    USE_STEP: (StaffId, i64) => () =
        "UPDATE staff_second_factor SET last_step = $3 WHERE centre_id = $1 AND staff_id = $2";
    /// No second factor any more.
    DELETE_SECOND_FACTOR: (StaffId,) => () =
        "DELETE FROM staff_second_factor WHERE centre_id = $1 AND staff_id = $2";
    /// Every secret.
    SECRETS: () => (StaffId, Sealed) =
        "SELECT staff_id, secret FROM staff_second_factor WHERE centre_id = $1 ORDER BY staff_id";
    /// A recovery code.
    INSERT_RECOVERY_CODE: (StaffId, Lookup, Instant) => () =
        "INSERT INTO staff_recovery_code (centre_id, staff_id, code_hash, made_at)
         VALUES ($1, $2, $3, $4)";
    /// A recovery code has been used; no row when there is none or it was used before.
    USE_RECOVERY_CODE: (StaffId, Lookup, Instant) => () =
        "UPDATE staff_recovery_code SET used_at = $4
         WHERE centre_id = $1 AND staff_id = $2 AND code_hash = $3 AND used_at IS NULL";
    /// No recovery codes any more.
    DELETE_RECOVERY_CODES: (StaffId,) => () =
        "DELETE FROM staff_recovery_code WHERE centre_id = $1 AND staff_id = $2";
    /// Recovery codes not used yet.
    RECOVERY_CODES_LEFT: (StaffId,) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM staff_recovery_code
         WHERE centre_id = $1 AND staff_id = $2 AND used_at IS NULL";
    /// The staff member's sessions that have ended.
    DELETE_EXPIRED: (StaffId, Instant) => () =
        "DELETE FROM staff_session
         WHERE centre_id = $1 AND staff_id = $2 AND (idle_expires_at <= $3 OR expires_at <= $3)";
    /// All of the staff member's sessions.
    DELETE_SESSIONS_OF: (StaffId,) => () =
        "DELETE FROM staff_session WHERE centre_id = $1 AND staff_id = $2";
    /// Everybody's sessions.
    DELETE_ALL_SESSIONS: () => () = "DELETE FROM staff_session WHERE centre_id = $1";
    /// The session of a token.
    SESSION_BY_TOKEN: (Digest32,) => SessionRow =
        "SELECT s.session_id, s.staff_id, f.name, f.branch_id, f.status, f.password_initial,
             f.password_set_at, t.confirmed_at, s.second_factor_at, s.idle_expires_at,
             s.expires_at
         FROM staff_session s
         JOIN staff f ON f.centre_id = s.centre_id AND f.staff_id = s.staff_id
         LEFT JOIN staff_second_factor t
             ON t.centre_id = s.centre_id AND t.staff_id = s.staff_id
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
    TOUCH_SESSION: (SessionId, Instant, Instant) => () =
        "UPDATE staff_session SET idle_expires_at = $3, seen_at = $4
         WHERE centre_id = $1 AND session_id = $2";
    /// A session ends.
    DELETE_SESSION: (Digest32,) => (SessionId,) =
        "DELETE FROM staff_session WHERE centre_id = $1 AND token_hash = $2 RETURNING session_id";
    /// The staff member with the branch's name.
    PROFILE: (StaffId,) => ProfileRow =
        "SELECT f.name, f.sign_in_name, f.branch_id, b.name, f.password_set_at
         FROM staff f
         LEFT JOIN branch b ON b.centre_id = f.centre_id AND b.branch_id = f.branch_id
         WHERE f.centre_id = $1 AND f.staff_id = $2";
    /// The names of the staff member's roles.
    ROLE_NAMES: (StaffId,) => (String,) =
        "SELECT r.name FROM staff_role sr
         JOIN role r ON r.centre_id = sr.centre_id AND r.role_id = sr.role_id
         WHERE sr.centre_id = $1 AND sr.staff_id = $2 ORDER BY r.code";
}
