//! The statements of departments.

use kernel::{DepartmentId, Instant};

db::row! {
    /// A department.
    pub struct Department {
        /// Its id.
        pub department_id: DepartmentId,
        /// Its code, unique in the centre.
        pub code: String,
        /// Its name.
        pub name: String,
    }
}

db::statements! {
    /// A department; no row when its code is taken.
    INSERT_DEPARTMENT: (DepartmentId, String, String, Instant) => () =
        "INSERT INTO department (centre_id, department_id, code, name, added_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (centre_id, code) DO NOTHING";
    /// Every department of the centre.
    ALL_DEPARTMENTS: () => Department =
        "SELECT department_id, code, name FROM department WHERE centre_id = $1 ORDER BY code";
}
