//! The statements of staff.

use db::{Joined, Kind, List, ListColumn, ListInfo, Op, Sealed};
use kernel::{BranchId, DepartmentId, Instant, StaffId};

use super::StaffStatus;

db::row! {
    /// A staff member.
    pub struct Staff {
        /// The id.
        pub staff_id: StaffId,
        /// The name to sign in with.
        pub sign_in_name: String,
        /// The name that stands on vouchers.
        pub name: String,
        /// The branch, unless the staff member works for the centre as a whole.
        pub branch_id: Option<BranchId>,
        /// The department.
        pub department_id: Option<DepartmentId>,
        /// Whether the staff member may sign in.
        pub status: StaffStatus,
    }
}

db::row! {
    /// A staff member with the names of where they work.
    pub(crate) struct StaffRow {
        pub staff_id: StaffId,
        pub sign_in_name: String,
        pub name: String,
        pub branch_id: Option<BranchId>,
        pub branch_name: Option<String>,
        pub department_id: Option<DepartmentId>,
        pub department_name: Option<String>,
        pub phone: Option<Sealed>,
        pub status: StaffStatus,
        pub added_at: Instant,
        pub left_at: Option<Instant>,
    }
}

db::row! {
    /// A staff member being added.
    pub(crate) struct NewStaffRow {
        pub staff_id: StaffId,
        pub sign_in_name: String,
        pub name: String,
        pub branch_id: Option<BranchId>,
        pub department_id: Option<DepartmentId>,
        pub phone: Option<Sealed>,
        pub password_hash: String,
        pub password_set_at: Instant,
        pub password_initial: bool,
        pub status: StaffStatus,
        pub added_at: Instant,
    }
}

db::statements! {
    /// A staff member; no row when the sign-in name is taken.
    INSERT_STAFF: NewStaffRow => () =
        "INSERT INTO staff (centre_id, staff_id, sign_in_name, name, branch_id, department_id,
             phone, password_hash, password_set_at, password_initial, status, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (centre_id, sign_in_name) DO NOTHING";
    /// What everyone who works or worked for the centre is called.
    NAMES: () => (StaffId, String) = "SELECT staff_id, name FROM staff WHERE centre_id = $1";
    /// Every phone.
    PHONES: () => (StaffId, Sealed) =
        "SELECT staff_id, phone FROM staff
         WHERE centre_id = $1 AND phone IS NOT NULL ORDER BY staff_id";
    /// Whether the branch is one of the centre's.
    BRANCH_EXISTS: (BranchId,) => (BranchId,) =
        "SELECT branch_id FROM branch WHERE centre_id = $1 AND branch_id = $2";
    /// Whether the department is one of the centre's.
    DEPARTMENT_EXISTS: (DepartmentId,) => (DepartmentId,) =
        "SELECT department_id FROM department WHERE centre_id = $1 AND department_id = $2";
    /// A staff member.
    STAFF_BY_ID: (StaffId,) => StaffRow =
        "SELECT f.staff_id, f.sign_in_name, f.name, f.branch_id, b.name, f.department_id, d.name,
             f.phone, f.status, f.added_at, f.left_at
         FROM staff f
         LEFT JOIN branch b ON b.centre_id = f.centre_id AND b.branch_id = f.branch_id
         LEFT JOIN department d
             ON d.centre_id = f.centre_id AND d.department_id = f.department_id
         WHERE f.centre_id = $1 AND f.staff_id = $2";
    /// Who they are, kept from another change.
    STAFF_LOCKED [for update]: (StaffId,) => Staff =
        "SELECT staff_id, sign_in_name, name, branch_id, department_id, status
         FROM staff WHERE centre_id = $1 AND staff_id = $2";
    /// A staff member works elsewhere now.
    MOVE_STAFF: (StaffId, Option<BranchId>, Option<DepartmentId>) => () =
        "UPDATE staff SET branch_id = $3, department_id = $4
         WHERE centre_id = $1 AND staff_id = $2";
    /// A staff member has left.
    LEAVE: (StaffId, Instant) => () =
        "UPDATE staff SET status = 'left', left_at = $3
         WHERE centre_id = $1 AND staff_id = $2 AND status = 'active'";
    /// How many could go on with an act: active staff with a role of the whole centre for it.
    HOLDERS: (String,) => (i64,) =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM staff f
         WHERE f.centre_id = $1 AND f.status = 'active' AND EXISTS (
             SELECT 1 FROM staff_role sr
             JOIN role r ON r.centre_id = sr.centre_id AND r.role_id = sr.role_id
             JOIN role_action a ON a.centre_id = sr.centre_id AND a.role_id = sr.role_id
             WHERE sr.centre_id = f.centre_id AND sr.staff_id = f.staff_id
                 AND r.data_scope = 'centre' AND a.action = $2)";
    /// The staff member who signs in by a name.
    STAFF_BY_SIGN_IN_NAME: (String,) => Staff =
        "SELECT staff_id, sign_in_name, name, branch_id, department_id, status
         FROM staff WHERE centre_id = $1 AND sign_in_name = $2";
}

/// The centre's staff, by sign-in name.
pub(crate) static STAFF: List<StaffRow> = List::new(ListInfo {
    name: "staff",
    given: &[],
    select: "f.staff_id, f.sign_in_name, f.name, f.branch_id, b.name, f.department_id, d.name, \
             f.phone, f.status, f.added_at, f.left_at",
    from: "staff f",
    joined: Some(Joined {
        row: "f",
        tables: "LEFT JOIN branch b ON b.centre_id = f.centre_id AND b.branch_id = f.branch_id \
                 LEFT JOIN department d \
                        ON d.centre_id = f.centre_id AND d.department_id = f.department_id",
    }),
    filter: "f.centre_id = $1",
    key: ListColumn {
        name: "sign_in_name",
        sql: "f.sign_in_name",
        kind: Kind::Text,
        ops: &[Op::Equal, Op::Contains],
        sort: true,
    },
    columns: &[
        // Some hundreds of rows at most: the centre bounds what has no index of its own.
        ListColumn {
            name: "name",
            sql: "f.name",
            kind: Kind::Text,
            ops: &[Op::Equal, Op::Contains],
            sort: false,
        },
        ListColumn {
            name: "branch_id",
            sql: "f.branch_id",
            kind: Kind::Id,
            ops: &[Op::Equal],
            sort: false,
        },
        ListColumn {
            name: "status",
            sql: "f.status",
            kind: Kind::Text,
            ops: &[Op::Equal],
            sort: false,
        },
    ],
    default_sort: "sign_in_name",
    totals: &[],
});
