//! The centre's accounts at banks.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{BankAccountId, Date};
use serde::Serialize;
use settlement::bank_account::{self, Nature};
use utoipa::ToSchema;

use super::BankAccountNatureCode;
use crate::Api;
use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Items};

/// 银行专户.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BankAccount {
    #[schema(value_type = Id)]
    bank_account_id: BankAccountId,
    bank_code: &'static str,
    bank_name: &'static str,
    account_number: String,
    name: String,
    #[schema(value_type = BankAccountNatureCode)]
    nature: Nature,
    /// 科目编号: its own account in the books.
    ledger_account: String,
    #[schema(value_type = Day)]
    opened_on: Date,
}

impl From<bank_account::BankAccount> for BankAccount {
    fn from(row: bank_account::BankAccount) -> BankAccount {
        BankAccount {
            bank_account_id: row.bank_account_id,
            bank_code: row.bank_code.code(),
            bank_name: row.bank_code.label(),
            account_number: row.account_number,
            name: row.name,
            nature: row.nature,
            ledger_account: row.ledger_account.to_string(),
            opened_on: row.opened_on,
        }
    }
}

/// The centre's accounts at banks, in the order of the books.
#[utoipa::path(
    get,
    path = "/api/bank-accounts",
    tag = "bank-accounts",
    responses((status = 200, body = Items<BankAccount>), ReadRefusals)
)]
pub(crate) async fn list_bank_accounts(
    State(api): State<Arc<Api>>,
    staff: Staff,
) -> Answer<Json<Items<BankAccount>>> {
    Ok(Json(Items::of(
        bank_account::list(&api.app, &staff.caller).await?,
    )))
}
