//! The statements of staff.

use db::Sealed;
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
    /// A staff member being added.
    pub(crate) struct NewStaffRow {
        pub staff_id: StaffId,
        pub sign_in_name: String,
        pub name: String,
        pub branch_id: Option<BranchId>,
        pub department_id: Option<DepartmentId>,
        pub phone: Option<Sealed>,
        pub password_hash: String,
        pub status: StaffStatus,
        pub added_at: Instant,
    }
}

db::statements! {
    /// A staff member; no row when the sign-in name is taken.
    INSERT_STAFF: NewStaffRow => () =
        "INSERT INTO staff (centre_id, staff_id, sign_in_name, name, branch_id, department_id,
             phone, password_hash, status, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
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
    /// Every staff member of the centre.
    ALL_STAFF: () => Staff =
        "SELECT staff_id, sign_in_name, name, branch_id, department_id, status
         FROM staff WHERE centre_id = $1 ORDER BY sign_in_name";
    /// The staff member who signs in by a name.
    STAFF_BY_SIGN_IN_NAME: (String,) => Staff =
        "SELECT staff_id, sign_in_name, name, branch_id, department_id, status
         FROM staff WHERE centre_id = $1 AND sign_in_name = $2";
}
