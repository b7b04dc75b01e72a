//! The statements of roles.

use db::Bulk;
use kernel::{Instant, RoleId, StaffId};

use crate::DataScope;

db::row! {
    /// A role.
    pub struct Role {
        /// Its id.
        pub role_id: RoleId,
        /// Its code, unique in the centre.
        pub code: String,
        /// Its name.
        pub name: String,
        /// How far its actions reach.
        pub data_scope: DataScope,
    }
}

db::row! {
    /// An action of a role.
    pub(crate) struct RoleAction {
        pub role_id: RoleId,
        pub action: String,
    }
}

db::statements! {
    /// A role; no row when its code is taken.
    INSERT_ROLE: (RoleId, String, String, DataScope, Instant) => () =
        "INSERT INTO role (centre_id, role_id, code, name, data_scope, added_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (centre_id, code) DO NOTHING";
    /// The role of a code.
    ROLE_BY_CODE: (String,) => (RoleId, DataScope) =
        "SELECT role_id, data_scope FROM role WHERE centre_id = $1 AND code = $2";
    /// Whether the staff member is one of the centre's.
    STAFF_EXISTS: (StaffId,) => (StaffId,) =
        "SELECT staff_id FROM staff WHERE centre_id = $1 AND staff_id = $2";
    /// A staff member has a role; no row when it had it before.
    INSERT_STAFF_ROLE: (StaffId, RoleId) => () =
        "INSERT INTO staff_role (centre_id, staff_id, role_id) VALUES ($1, $2, $3)
         ON CONFLICT (centre_id, staff_id, role_id) DO NOTHING";
    /// A staff member has none of its roles any more.
    DELETE_STAFF_ROLES: (StaffId,) => () =
        "DELETE FROM staff_role WHERE centre_id = $1 AND staff_id = $2";
    /// Every role, kept from changes of who has it.
    ROLES_LOCKED [for update]: () => (RoleId,) =
        "SELECT role_id FROM role WHERE centre_id = $1 ORDER BY role_id";
    /// The codes of a staff member's roles.
    CODES_OF_STAFF: (StaffId,) => (String,) =
        "SELECT r.code FROM staff_role sr
         JOIN role r ON r.centre_id = sr.centre_id AND r.role_id = sr.role_id
         WHERE sr.centre_id = $1 AND sr.staff_id = $2 ORDER BY r.code";
    /// Who has which role.
    ROLES_OF_EVERYONE: () => (StaffId, String, String) =
        "SELECT sr.staff_id, r.code, r.name FROM staff_role sr
         JOIN role r ON r.centre_id = sr.centre_id AND r.role_id = sr.role_id
         WHERE sr.centre_id = $1 ORDER BY r.code";
    /// The active staff of a role.
    STAFF_OF_ROLE: (RoleId,) => (StaffId, String) =
        "SELECT f.staff_id, f.name FROM staff_role sr
         JOIN staff f ON f.centre_id = sr.centre_id AND f.staff_id = sr.staff_id
         WHERE sr.centre_id = $1 AND sr.role_id = $2 AND f.status = 'active'
         ORDER BY f.sign_in_name";
    /// Every role of the centre.
    ALL_ROLES: () => Role =
        "SELECT role_id, code, name, data_scope FROM role WHERE centre_id = $1 ORDER BY code";
    /// The actions of a role.
    ACTIONS_OF_ROLE: (RoleId,) => (String,) =
        "SELECT action FROM role_action WHERE centre_id = $1 AND role_id = $2 ORDER BY action";
}

/// The actions of a role being added.
pub(crate) const ROLE_ACTIONS: Bulk<RoleAction> = Bulk::of("role_action");
