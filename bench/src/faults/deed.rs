//! What is under way beside the arrivals when the server is killed: nothing, a roster from its
//! upload to its money, the close of a day. Each step is asked under a key of its own and may be
//! asked again.

use std::time::Duration;

use bytes::Bytes;
use kernel::{Clock, Month};
use serde_json::{Value, json};

use crate::bare::Bare;
use crate::http::Client;
use crate::remittance::{next_roster, store};
use crate::timing::Stopwatch;
use crate::{Result, opening};

/// What the kinds of [`Deed`] are called.
pub(super) const KINDS: [&str; 3] = ["during arrivals alone", "during a roster", "during a close"];

/// How long arrivals alone go on.
const ALONE: Duration = Duration::from_secs(1);
/// How long a job may take that a killed server had: its lease ends after a minute.
const JOB_PATIENCE: u64 = 150_000_000;
/// How often it is looked whether it is done.
const LOOK: Duration = Duration::from_millis(100);

/// What is done.
#[derive(Clone)]
pub(super) enum Deed {
    Nothing,
    Roster(Roster),
    Close { key: String, date: String },
}

/// An employer's roster for a month it owes.
#[derive(Clone)]
pub(super) struct Roster {
    key: String,
    employer: String,
    is_large: bool,
    month: Month,
    workbook: Bytes,
}

/// What came of a deed.
#[derive(Clone, Copy)]
pub(super) enum Done {
    Nothing,
    /// People whose money was posted.
    Roster(i64),
    Close,
}

impl Deed {
    /// Its place in [`KINDS`].
    pub(super) const fn kind(&self) -> usize {
        match self {
            Deed::Nothing => 0,
            Deed::Roster(_) => 1,
            Deed::Close { .. } => 2,
        }
    }

    /// Does it, or what is left of it.
    pub(super) async fn done(&self, client: &mut Client) -> Result<Done> {
        match self {
            Deed::Nothing => Ok(Done::Nothing),
            Deed::Roster(roster) => roster.paid(client).await.map(Done::Roster),
            Deed::Close { key, date } => close(client, key, date).await.map(|()| Done::Close),
        }
    }
}

impl Roster {
    /// Uploads, confirms and pays it. How many people were posted.
    async fn paid(&self, client: &mut Client) -> Result<i64> {
        let key = &self.key;
        let file = store(client, self.workbook.clone()).await?;
        let path = format!("/api/employers/{}/rosters", self.employer);
        let body = json!({ "file": file, "month": self.month.to_string() });
        let step = format!("{key}-upload");
        let roster = client.change_as(&step, &path, &body).await?;
        let roster = id_in(&roster, "roster_id")?;
        let path = format!("/api/rosters/{roster}/confirm");
        let step = format!("{key}-confirm");
        let assessed = client.change_as(&step, &path, &json!({})).await?;
        let id = id_in(&assessed, "remittance_id")?;
        let page = format!("/api/remittances/{id}");
        let remittance = client.read(&page).await?;
        let accounts = client.read("/api/bank-accounts").await?;
        let wire = json!({
            "bank_account_id": accounts["items"][0]["bank_account_id"],
            "bank_serial": key,
            "amount_fen": remittance["expected_fen"],
            "value_date": Clock::system().today().to_string(),
            "payer_name": "付款单位",
            "payer_account": "6217000000000000",
            "remark": "公积金",
            "payment_code": remittance["payment_code"],
        });
        let step = format!("{key}-money");
        client.change_as(&step, "/api/arrivals", &wire).await?;
        let posted = until(client, &page, |page| page["status"] == "posted").await?;
        let people = posted["people"].as_i64();
        Ok(people.ok_or("a remittance without people")?)
    }
}

/// Has the day closed and waits until it is.
async fn close(client: &mut Client, key: &str, date: &str) -> Result {
    let body = json!({ "date": date });
    let asked = client.change_as(key, "/api/business-days/close", &body);
    let job = id_in(&asked.await?, "job_id")?;
    let ended = |job: &Value| job["status"] == "done" || job["status"] == "dead";
    let job = until(client, &format!("/api/jobs/{job}"), ended).await?;
    match job["status"].as_str() {
        Some("done") => Ok(()),
        _ => Err(format!("the close of {date} ended as {job}").into()),
    }
}

/// Asks for a page until it is as wanted.
async fn until(client: &mut Client, path: &str, wanted: impl Fn(&Value) -> bool) -> Result<Value> {
    let watch = Stopwatch::start();
    loop {
        let page = client.read(path).await?;
        if wanted(&page) {
            return Ok(page);
        }
        if watch.micros() > JOB_PATIENCE {
            return Err(format!("{path} doesn't get on: {page}").into());
        }
        tokio::time::sleep(LOOK).await;
    }
}

fn id_in(answer: &Value, field: &str) -> Result<String> {
    let id = answer[field].as_str();
    Ok(id
        .ok_or_else(|| format!("no {field} in {answer}"))?
        .to_owned())
}

/// What there is to be done, what each takes, and what was done.
pub(super) struct Deeds {
    large: Vec<(String, Month)>,
    small: Vec<(String, Month)>,
    usual_small: Duration,
    usual_large: Duration,
    usual_close: Duration,
    rosters: usize,
    people: i64,
    days: usize,
}

impl Deeds {
    /// Looks at the employers, and does one of each kind for its time.
    pub(super) async fn learn(client: &mut Client) -> Result<Deeds> {
        let mut deeds = Deeds {
            large: Vec::new(),
            small: Vec::new(),
            usual_small: Duration::ZERO,
            usual_large: Duration::ZERO,
            usual_close: Duration::ZERO,
            rosters: 0,
            people: 0,
            days: 0,
        };
        let page = client
            .read("/api/employers?sort=employer_no&limit=200")
            .await?;
        let employers = page["items"].as_array().ok_or("no employers")?;
        // The last is taken first.
        for behind in (0..opening::BEHIND).rev() {
            let month = opening::due(usize::try_from(behind)?)?;
            for (place, employer) in employers.iter().enumerate().rev() {
                let employer = id_in(employer, "employer_id")?;
                match place {
                    0 => {}
                    1 => deeds.large.push((employer, month)),
                    _ => deeds.small.push((employer, month)),
                }
            }
        }
        let took = |watch: Stopwatch| Duration::from_micros(watch.micros());
        for is_large in [false, true] {
            let deed = deeds.roster(client, is_large, "learn").await?;
            let watch = Stopwatch::start();
            deeds.note(deed.done(client).await?);
            match is_large {
                true => deeds.usual_large = took(watch),
                false => deeds.usual_small = took(watch),
            }
        }
        let deed = day(client, "learn").await?;
        let watch = Stopwatch::start();
        deeds.note(deed.done(client).await?);
        deeds.usual_close = took(watch);
        Ok(deeds)
    }

    /// What is done in a round: of ten, half are arrivals alone, four are rosters of which one is
    /// the large one while it owes a month, and one is a close.
    pub(super) async fn next(&mut self, client: &mut Client, round: usize) -> Result<Deed> {
        let name = format!("round-{round:05}");
        match round % 10 {
            0 | 2 | 4 | 6 | 8 => Ok(Deed::Nothing),
            9 => day(client, &name).await,
            place => {
                let is_large = place == 7 && !self.large.is_empty();
                self.roster(client, is_large, &name).await
            }
        }
    }

    async fn roster(&mut self, client: &mut Client, is_large: bool, name: &str) -> Result<Deed> {
        let owed = match is_large {
            true => self.large.pop(),
            false => self.small.pop(),
        };
        let (employer, month) = owed.ok_or("no employer owes a month any more")?;
        let workbook = next_roster(client, &employer).await?;
        Ok(Deed::Roster(Roster {
            key: format!("fault-{name}-{is_large}"),
            employer,
            is_large,
            month,
            workbook,
        }))
    }

    /// How long a deed takes when nobody interferes.
    pub(super) fn usual(&self, deed: &Deed) -> Duration {
        match deed {
            Deed::Nothing => ALONE,
            Deed::Roster(roster) if roster.is_large => self.usual_large,
            Deed::Roster(_) => self.usual_small,
            Deed::Close { .. } => self.usual_close,
        }
    }

    /// Takes in what came of a deed.
    pub(super) fn note(&mut self, done: Done) {
        match done {
            Done::Nothing => {}
            Done::Roster(people) => {
                self.rosters += 1;
                self.people += people;
            }
            Done::Close => self.days += 1,
        }
    }

    /// Rosters paid and days closed so far.
    pub(super) const fn done(&self) -> (usize, usize) {
        (self.rosters, self.days)
    }

    /// That each roster and day was done once, and nothing else of the kind.
    pub(super) async fn hold(&self, bare: &Bare) -> Result {
        let counts = bare
            .numbers(
                "SELECT (SELECT CAST(COUNT(*) AS BIGINT) FROM public.roster), \
                    (SELECT CAST(COUNT(*) AS BIGINT) FROM public.remittance), \
                    (SELECT CAST(SUM(posted_lines) AS BIGINT) FROM public.remittance), \
                    (SELECT CAST(COUNT(*) AS BIGINT) FROM public.business_day \
                      WHERE status = 'closed'), \
                    (SELECT CAST(COUNT(*) AS BIGINT) FROM public.business_day \
                      WHERE status = 'open')",
            )
            .await?;
        let (rosters, days) = (i64::try_from(self.rosters)?, i64::try_from(self.days)?);
        if counts == [rosters, rosters, self.people, days, 1] {
            return Ok(());
        }
        let sentence = format!(
            "rosters, remittances, posted lines, closed and open days are {counts:?}; \
             done were {rosters} with {} people, and {days} days",
            self.people
        );
        Err(sentence.into())
    }
}

/// The close of the day that is open.
async fn day(client: &mut Client, name: &str) -> Result<Deed> {
    let session = client.read("/api/session").await?;
    let date = session["business_day"]["date"].as_str();
    Ok(Deed::Close {
        key: format!("fault-{name}-close"),
        date: date.ok_or("no day is open")?.to_owned(),
    })
}
