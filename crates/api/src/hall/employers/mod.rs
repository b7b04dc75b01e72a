//! `/api/hall/employers`: what employers' agents may ask, each for the employer that the path names.

mod agents;
mod caller;
mod files;
mod list;
mod remittances;
mod rosters;
mod show;

use std::sync::Arc;

use serde::Serialize;
use settlement::bank_account::BankAccount;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_hall_employers))
        .routes(routes!(show::show_hall_employer))
        .routes(routes!(files::store_hall_file))
        .merge(rosters::routes())
        .merge(remittances::routes())
        .merge(agents::routes())
}

/// An account of the centre to pay to.
#[derive(Debug, Serialize, ToSchema)]
struct PayTo {
    /// 户名.
    account_name: String,
    /// 开户银行.
    bank_name: &'static str,
    /// 账号.
    account_number: String,
}

impl From<BankAccount> for PayTo {
    fn from(account: BankAccount) -> PayTo {
        PayTo {
            account_name: account.name,
            bank_name: account.bank_code.label(),
            account_number: account.account_number,
        }
    }
}
