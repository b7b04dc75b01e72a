//! One resolution.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use kernel::{Instant, ResolutionId};
use platform::resolution::{self, ResolutionView};
use serde::Serialize;
use utoipa::ToSchema;

use super::list::ResolutionSummary;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::Moment;

/// Something that rests on a resolution.
#[derive(Debug, Serialize, ToSchema)]
struct ResolutionCitation {
    subject_kind: String,
    subject_id: String,
}

/// 管委会决议 as its page shows it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Resolution {
    #[serde(flatten)]
    summary: ResolutionSummary,
    /// What was resolved.
    content: String,
    /// The signed document: the stored file, by the SM3 of its bytes.
    document: Option<String>,
    #[schema(value_type = Moment)]
    recorded_at: Instant,
    recorded_by_name: String,
    /// Null unless it was voided.
    voided_by_name: Option<String>,
    void_reason: Option<String>,
    /// What rests on it.
    citations: Vec<ResolutionCitation>,
    /// What the caller may do: `void`.
    can: Vec<&'static str>,
}

impl From<ResolutionView> for Resolution {
    fn from(view: ResolutionView) -> Resolution {
        let (voided_by_name, void_reason) = view.voided.unzip();
        let citation = |citation: resolution::Citation| ResolutionCitation {
            subject_kind: citation.subject_kind,
            subject_id: citation.subject_id,
        };
        Resolution {
            summary: view.row.into(),
            content: view.content,
            document: view.document.map(|file| file.hex()),
            recorded_at: view.recorded_at,
            recorded_by_name: view.recorded_by_name,
            voided_by_name,
            void_reason,
            citations: view.citations.into_iter().map(citation).collect(),
            can: view.can,
        }
    }
}

/// One resolution.
#[utoipa::path(
    get,
    path = "/api/resolutions/{id}",
    tag = "resolutions",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Resolution), ReadOneRefusals)
)]
pub(crate) async fn show_resolution(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(resolution_id): Named<ResolutionId>,
) -> Answer<Json<Resolution>> {
    let view = resolution::show(&api.app, &staff.caller, resolution_id).await?;
    Ok(Json(view.into()))
}
