//! `/api/staff`: 工作人员.

mod change;
mod hire;
mod leave;
mod list;
mod reset_password;
mod show;
mod sign_ins;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_staff, hire::hire_staff))
        .routes(routes!(list::export_staff))
        .routes(routes!(show::show_staff))
        .routes(routes!(change::change_staff))
        .routes(routes!(leave::leave_staff))
        .routes(routes!(reset_password::reset_staff_password))
        .routes(routes!(sign_ins::show_staff_sign_ins))
        .routes(routes!(sign_ins::end_staff_sessions))
        .routes(routes!(sign_ins::unlock_staff))
        .routes(routes!(sign_ins::reset_staff_second_factor))
}

crate::wire::code_schema! {
    StaffStatusCode = platform::staff::StaffStatus;
}
