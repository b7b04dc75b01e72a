//! Operations that take a while and tell meanwhile how far they have come, as server-sent events
//! (WHATWG HTML 9.2): `progress` again and again, at the end `done` with what the operation answers
//! otherwise, or `problem` with what it would have been refused with.
//!
//! The work goes on when whoever asked goes away: what it came to is kept under the idempotency key
//! and answered when the same is asked again.

use std::convert::Infallible;
use std::future::Future;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::Serialize;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::problem::{Answer, Fault};

/// The media type that asks for events and answers them.
pub(crate) const EVENTS: &str = "text/event-stream";

/// Events that wait for a slow reader; later progress is dropped, not waited for.
const WAITING: usize = 16;

/// Whether the request asks to be told of progress.
pub(crate) struct AsksForEvents(pub(crate) bool);

impl<S: Send + Sync> FromRequestParts<S> for AsksForEvents {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let accept = parts.headers.get(header::ACCEPT);
        let accept = accept.and_then(|accept| accept.to_str().ok()).unwrap_or("");
        let mut kinds = accept
            .split(',')
            .map(|kind| kind.split(';').next().unwrap_or(""));
        Ok(AsksForEvents(kinds.any(|kind| kind.trim() == EVENTS)))
    }
}

/// Where the work tells its progress.
pub(crate) struct Teller<P>(mpsc::Sender<P>);

impl<P> Teller<P> {
    /// Tells without waiting: whoever listens too slowly, or no more, misses it.
    pub(crate) fn tell(&self, progress: P) {
        let _ = self.0.try_send(progress);
    }
}

/// Begins the work and answers what becomes of it, event by event.
pub(crate) fn told<P, R, W>(work: impl FnOnce(Teller<P>) -> W) -> Response
where
    P: Serialize + Send + 'static,
    R: Serialize + Send + 'static,
    W: Future<Output = Answer<R>> + Send + 'static,
{
    let (teller, progress) = mpsc::channel(WAITING);
    let work = tokio::spawn(work(Teller(teller)));
    let listening = Listening {
        progress,
        work: Some(work),
    };
    let events = stream::unfold(listening, |mut listening| async {
        let event = listening.next().await?;
        Some((Ok::<_, Infallible>(event), listening))
    });
    let events = Sse::new(events).keep_alive(KeepAlive::default());
    // nginx would collect the events and hand them out when it is too late.
    ([("x-accel-buffering", "no")], events).into_response()
}

struct Listening<P, R> {
    progress: mpsc::Receiver<P>,
    /// None once its end was told.
    work: Option<JoinHandle<Answer<R>>>,
}

impl<P: Serialize, R: Serialize> Listening<P, R> {
    async fn next(&mut self) -> Option<Event> {
        // The channel ends when the work does.
        if let Some(progress) = self.progress.recv().await {
            return Some(event("progress", &progress));
        }
        let ended = self.work.take()?.await;
        let answer = ended.unwrap_or_else(|error| {
            Err(Fault::from(kernel::Broken::caused_by(
                "an operation told by events",
                error,
            )))
        });
        Some(match answer {
            Ok(answer) => event("done", &answer),
            Err(fault) => event("problem", &fault.into_problem()),
        })
    }
}

fn event(name: &str, data: &impl Serialize) -> Event {
    let data = serde_json::to_string(data).expect("plain data is JSON");
    Event::default().event(name).data(data)
}
