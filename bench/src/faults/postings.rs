//! Arrivals that clients record all the while.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use kernel::Clock;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::Result;
use crate::bare::Bare;
use crate::http::Client;

/// How many record at once.
const CLIENTS: usize = 4;
/// What each waits between two: the books are proved after each kill, and needn't be a year's.
const PAUSE: Duration = Duration::from_millis(15);
/// How long they are at it before anything else begins.
pub(super) const AHEAD: Duration = Duration::from_millis(100);

/// One arrival as it is asked for.
struct Arrival {
    /// The bank's serial, and the key of the request.
    serial: String,
    body: Value,
}

/// Clients at work.
pub(super) struct Postings {
    ending: Arc<AtomicBool>,
    clients: Vec<JoinHandle<(usize, Option<Arrival>)>>,
}

/// What they were told until the server was killed.
pub(super) struct Told {
    /// How many arrivals were acknowledged.
    pub(super) acknowledged: usize,
    /// Those that had no answer, one a client at most.
    pub(super) unanswered: Vec<Unanswered>,
}

/// An arrival that had no answer.
pub(super) struct Unanswered(Arrival);

impl Postings {
    /// Has clients of this one's session record arrivals until the server is gone.
    pub(super) async fn begin(client: &Client, round: usize) -> Result<Postings> {
        let mut asking = client.another().await?;
        let accounts = asking.read("/api/bank-accounts").await?;
        let bank = accounts["items"][0]["bank_account_id"].clone();
        let ending = Arc::new(AtomicBool::new(false));
        let mut clients = Vec::new();
        for number in 0..CLIENTS {
            let client = client.another().await?;
            let serials = format!("{}{number}-", prefix(round));
            clients.push(tokio::spawn(record(
                client,
                bank.clone(),
                serials,
                ending.clone(),
            )));
        }
        Ok(Postings { ending, clients })
    }

    /// What they were told, once the server is gone.
    pub(super) async fn cut_off(self) -> Result<Told> {
        self.ending.store(true, Ordering::Relaxed);
        let mut told = Told {
            acknowledged: 0,
            unanswered: Vec::new(),
        };
        for client in self.clients {
            let (acknowledged, unanswered) = client.await?;
            told.acknowledged += acknowledged;
            told.unanswered.extend(unanswered.map(Unanswered));
        }
        Ok(told)
    }
}

impl Told {
    /// Asks again, each under its own key, as a browser does that had no answer.
    pub(super) async fn ask_again(&self, client: &mut Client) -> Result {
        for Unanswered(arrival) in &self.unanswered {
            client
                .change_as(&arrival.serial, "/api/arrivals", &arrival.body)
                .await?;
        }
        Ok(())
    }

    /// That nothing of it is lost and nothing doubled: how many were there when the server was back,
    /// and how many once the clients had asked again.
    pub(super) fn hold(&self, before: usize, after: usize) -> Result {
        let (acknowledged, unanswered) = (self.acknowledged, self.unanswered.len());
        if before >= acknowledged && after == acknowledged + unanswered {
            return Ok(());
        }
        let sentence = format!(
            "{acknowledged} acknowledged and {unanswered} unanswered; {before} were there when the \
             server was back, {after} after asking again"
        );
        Err(sentence.into())
    }
}

/// Records one after the other. How many were acknowledged, and the one that had no answer.
async fn record(
    mut client: Client,
    bank: Value,
    serials: String,
    ending: Arc<AtomicBool>,
) -> (usize, Option<Arrival>) {
    let mut acknowledged = 0;
    while !ending.load(Ordering::Relaxed) {
        let arrival = arrival(&bank, format!("{serials}{acknowledged:06}"));
        let asked = client.change_as(&arrival.serial, "/api/arrivals", &arrival.body);
        if asked.await.is_err() {
            return (acknowledged, Some(arrival));
        }
        acknowledged += 1;
        tokio::time::sleep(PAUSE).await;
    }
    (acknowledged, None)
}

fn arrival(bank: &Value, serial: String) -> Arrival {
    let body = json!({
        "bank_account_id": bank,
        "bank_serial": serial,
        "amount_fen": 123_456,
        "value_date": Clock::system().today().to_string(),
        "payer_name": "付款单位",
        "payer_account": "6217000000000000",
        "remark": "公积金",
    });
    Arrival { serial, body }
}

/// How the bank's serials of a round begin.
fn prefix(round: usize) -> String {
    format!("FAULT-{round:05}-")
}

/// How many arrivals of a round are there, each with a voucher of its own.
pub(super) async fn there(bare: &Bare, round: usize) -> Result<usize> {
    let counts = bare
        .numbers(&format!(
            "SELECT CAST(COUNT(*) AS BIGINT), CAST(COUNT(DISTINCT a.voucher_id) AS BIGINT), \
                CAST(COUNT(v.voucher_id) AS BIGINT) \
             FROM public.arrival a LEFT JOIN public.voucher v \
                 ON v.centre_id = a.centre_id AND v.voucher_id = a.voucher_id \
             WHERE a.bank_serial LIKE '{}%'",
            prefix(round)
        ))
        .await?;
    match counts[..] {
        [arrivals, vouchers, found] if arrivals == vouchers && arrivals == found => {
            Ok(usize::try_from(arrivals)?)
        }
        _ => Err(format!("arrivals, vouchers named and there differ: {counts:?}").into()),
    }
}
