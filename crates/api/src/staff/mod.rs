//! What staff may ask: the console's half of the API. One folder a noun, one file an operation.

pub(super) mod accounts;
mod actions;
mod agents;
mod allocations;
mod approval_flows;
mod approvals;
mod arrears;
mod arrivals;
mod audit_events;
mod balances;
mod bank_accounts;
mod branches;
mod business_days;
pub(crate) mod certificates;
mod codes;
mod delegations;
mod departments;
pub(crate) mod employers;
pub(crate) mod files;
mod home;
mod jobs;
mod ledger_accounts;
mod meetings;
mod payers;
mod periods;
mod policy;
mod recoveries;
pub(crate) mod remittances;
mod resolutions;
mod roles;
pub(crate) mod rosters;
mod sealings;
mod session;
mod staff_members;
mod status;
mod suspense;
mod timeline;
mod transfer_cases;
mod vouchers;

pub(crate) use certificates::{CertificateKindCode, CertificateStatusCode};

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .merge(session::routes())
        .merge(home::routes())
        .merge(codes::routes())
        .merge(branches::routes())
        .merge(files::routes())
        .merge(employers::routes())
        .merge(agents::routes())
        .merge(arrears::routes())
        .merge(accounts::routes())
        .merge(rosters::routes())
        .merge(sealings::routes())
        .merge(remittances::routes())
        .merge(certificates::routes())
        .merge(payers::routes())
        .merge(bank_accounts::routes())
        .merge(arrivals::routes())
        .merge(suspense::routes())
        .merge(transfer_cases::routes())
        .merge(allocations::routes())
        .merge(recoveries::routes())
        .merge(vouchers::routes())
        .merge(ledger_accounts::routes())
        .merge(balances::routes())
        .merge(periods::routes())
        .merge(business_days::routes())
        .merge(policy::routes())
        .merge(meetings::routes())
        .merge(resolutions::routes())
        .merge(departments::routes())
        .merge(staff_members::routes())
        .merge(roles::routes())
        .merge(actions::routes())
        .merge(approvals::routes())
        .merge(approval_flows::routes())
        .merge(delegations::routes())
        .merge(jobs::routes())
        .merge(status::routes())
        .merge(audit_events::routes())
}
