//! `/api/payers`: 代付单位.

mod arrangements;
mod change;
mod end;
mod list;
mod register;
mod show;
mod totals;

pub(super) use arrangements::PaidEmployer;

use std::sync::Arc;

use fund::payer;
use kernel::EmployerId;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;
use crate::wire::{Day, Id};

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_payers, register::register_payer))
        .routes(routes!(list::export_payers))
        .routes(routes!(totals::total_payers))
        .routes(routes!(show::show_payer))
        .routes(routes!(arrangements::list_arrangements))
        .routes(routes!(arrangements::export_arrangements))
        .routes(routes!(change::change_payer))
        .routes(routes!(end::end_payer))
}

crate::wire::code_schema! {
    PayerKindCode = fund::payer::PayerKind;
    PayerStatusCode = fund::payer::PayerStatus;
}

/// An employer that a payer is to pay for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewArrangement {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// From when.
    #[schema(value_type = Day)]
    first_day: String,
    /// Until when, the day included, when that is agreed.
    #[schema(value_type = Option<Day>)]
    last_day: Option<String>,
}

impl From<NewArrangement> for payer::NewArrangement {
    fn from(form: NewArrangement) -> payer::NewArrangement {
        payer::NewArrangement {
            employer_id: form.employer_id,
            first_day: form.first_day,
            last_day: form.last_day,
        }
    }
}
