//! Recording an arrival.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::remittance::{self, Outcome, Received};
use kernel::{ArrivalId, BankAccountId, Fen, RemittanceId, SuspenseId, VoucherId};
use serde::{Deserialize, Serialize};
use settlement::arrival;
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Reason, code_schema};

code_schema! {
    ArrivalOutcomeCode = Outcome;
}

/// An arrival as the accountant copies it from the bank's advice.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewArrival {
    /// The centre's account that the money came into.
    #[schema(value_type = Id)]
    bank_account_id: BankAccountId,
    /// 银行流水号: once in the bank account.
    #[schema(max_length = 40)]
    bank_serial: String,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// 起息日.
    #[schema(value_type = Day)]
    value_date: String,
    /// 付款人.
    #[schema(max_length = 120)]
    payer_name: String,
    /// 付款账号, empty where the bank gives none.
    #[schema(max_length = 30)]
    payer_account: String,
    /// 摘要.
    #[schema(max_length = 255)]
    remark: String,
    /// 缴款码, when the payer gave one: of a remittance, or it is refused.
    #[schema(max_length = 32)]
    payment_code: Option<String>,
}

impl From<NewArrival> for arrival::NewArrival {
    fn from(form: NewArrival) -> arrival::NewArrival {
        arrival::NewArrival {
            bank_account_id: form.bank_account_id,
            bank_serial: form.bank_serial,
            amount_fen: form.amount_fen,
            value_date: form.value_date,
            payer_name: form.payer_name,
            payer_account: form.payer_account,
            remark: form.remark,
            payment_code: form.payment_code,
        }
    }
}

/// What came of an arrival.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ArrivalOutcome {
    #[schema(value_type = Id)]
    arrival_id: ArrivalId,
    #[schema(value_type = ArrivalOutcomeCode)]
    outcome: Outcome,
    /// The remittance that it paid.
    #[schema(value_type = Option<Id>)]
    remittance_id: Option<RemittanceId>,
    /// Where it waits.
    #[schema(value_type = Option<Id>)]
    suspense_id: Option<SuspenseId>,
    /// Why it waits.
    reason: Option<Reason>,
    /// 汇缴人数 of the remittance.
    people: Option<i64>,
    /// Members of it whose accounts are still being posted.
    people_left: i64,
    #[schema(value_type = Vec<Id>)]
    voucher_ids: Vec<VoucherId>,
}

impl From<Received> for ArrivalOutcome {
    fn from(received: Received) -> ArrivalOutcome {
        ArrivalOutcome {
            arrival_id: received.arrival_id,
            outcome: received.outcome,
            remittance_id: received.remittance_id,
            suspense_id: received.suspense_id,
            reason: received
                .reason
                .map(|(code, sentence)| Reason { code, sentence }),
            people: received.people,
            people_left: received.people_left,
            voucher_ids: received.voucher_ids,
        }
    }
}

/// Records an arrival and posts the remittance it pays to the fen; else the money waits in suspense
/// and says why.
#[utoipa::path(
    post,
    path = "/api/arrivals",
    tag = "arrivals",
    params(Key),
    request_body = NewArrival,
    responses((status = 201, body = ArrivalOutcome), ChangeRefusals)
)]
pub(crate) async fn record_arrival(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<NewArrival>,
) -> Answer<(StatusCode, Json<ArrivalOutcome>)> {
    let received = remittance::receive(&api.app, &staff.caller, &key, form.into()).await?;
    Ok((StatusCode::CREATED, Json(received.into())))
}
