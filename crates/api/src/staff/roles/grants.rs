//! Who may do what: every action that roles give, with the roles that give it.

use std::sync::Arc;

use axum::extract::State;
use platform::role::{self, RoleWithActions};

use crate::Api;
use crate::export::{Chosen, Export, ExportAsked, ListSheet, sentence, text};
use crate::problem::{Answer, ExportRefusals};
use crate::session::Staff;
use crate::workbook::{MEDIA_TYPE, Workbook};

/// An action with the names of the roles that give it, each with how far it reaches.
struct Grant {
    code: &'static str,
    label: &'static str,
    roles: Vec<String>,
}

impl Grant {
    fn of(action: &platform::Action, roles: &[RoleWithActions]) -> Grant {
        let given = roles
            .iter()
            .filter(|role| role.actions.iter().any(|code| code == action.code));
        let named = given.map(|role| {
            let RoleWithActions { role, .. } = role;
            format!("{}（{}）", role.name, role.data_scope.label())
        });
        Grant {
            code: action.code,
            label: action.label,
            roles: named.collect(),
        }
    }
}

static SHEET: ListSheet<Grant> = ListSheet {
    name: "role_grants",
    title: "角色权限表",
    columns: &[
        text("label", "操作", 24, |row| row.label.to_owned()),
        text("code", "代码", 24, |row| row.code.to_owned()),
        sentence("roles", "可以办理的角色", |row| row.roles.join("、")),
    ],
    filters: &[],
};

/// What each action is given by, as an `.xlsx` file. Audited.
#[utoipa::path(
    get,
    path = "/api/roles/grants.xlsx",
    tag = "roles",
    params(Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_role_grants(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    let roles = role::list(&export.app, &staff.caller).await?;
    let mut rows: Vec<Grant> = api
        .actions
        .iter()
        .map(|one| Grant::of(one, &roles))
        .collect();
    rows.sort_by_key(|row| row.code);
    export.whole(&SHEET, asked, rows).await
}
