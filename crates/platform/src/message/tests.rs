use std::sync::{Arc, Mutex};
use std::time::Duration;

use db::Sealed;
use kernel::{CentreId, Error, MobileNumber};

use super::*;
use crate::job::{self, JobStatus, Jobs};
use crate::testing::{self, House, key};

/// A sender that keeps what it was given, or can't send for so many times.
#[derive(Default)]
struct Trial {
    sent: Mutex<Vec<(String, String)>>,
    failing: Mutex<u32>,
}

impl MessageSender for Trial {
    fn send<'a>(&'a self, mobile: &'a MobileNumber, text: &'a str) -> Sending<'a> {
        Box::pin(async move {
            let mut failing = self.failing.lock().unwrap();
            if *failing > 0 {
                *failing -= 1;
                return Err(Error::broken("the trial's gateway is down"));
            }
            let given = (mobile.as_str().to_owned(), text.to_owned());
            self.sent.lock().unwrap().push(given);
            Ok(())
        })
    }
}

db::statements! {
    ALL: () => (MessageStatus, Option<Sealed>) =
        "SELECT status, text FROM message WHERE centre_id = $1 ORDER BY message_id";
}

async fn house() -> (House, Arc<Trial>) {
    let (mut house, trial) = (testing::house().await, Arc::new(Trial::default()));
    house.app.message_sender = Some(Arc::<Trial>::clone(&trial));
    (house, trial)
}

impl House {
    async fn queue(&self, to: Recipient, lasts: Option<Duration>) {
        let mut tx = self.app.db.write(self.centre).await.unwrap();
        let text = "您登记的手机号码已变更".to_owned();
        let new = NewMessage { to, text, lasts };
        queue_in(&mut tx, &self.app, new).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn run(&self) -> usize {
        let jobs = Jobs {
            jobs: crate::JOBS.to_vec(),
            on_cancel: crate::ON_CANCEL.to_vec(),
            ..Jobs::default()
        };
        job::run_due(&self.app, &jobs, self.centre).await.unwrap()
    }

    /// Each message's status, and whether its text is still there.
    async fn messages(&self) -> Vec<(MessageStatus, bool)> {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        let rows = tx.all(&ALL, ()).await.unwrap();
        let kept = |(status, text): (MessageStatus, Option<Sealed>)| (status, text.is_some());
        rows.into_iter().map(kept).collect()
    }

    async fn only_job(&self) -> (kernel::JobId, JobStatus, Option<String>) {
        let query = db::ListQuery {
            limit: 10,
            ..db::ListQuery::default()
        };
        let page = job::jobs(&self.app, &self.system, &query).await.unwrap();
        let [row] = &page.items[..] else {
            panic!("{} jobs", page.items.len())
        };
        (row.job_id, row.status, row.problem.clone())
    }
}

fn number() -> MobileNumber {
    MobileNumber::parse("13800138000").unwrap()
}

#[tokio::test]
async fn a_message_is_sent_once_and_its_text_is_gone() {
    let (house, trial) = house().await;
    house.queue(Recipient::Mobile(number()), None).await;
    assert_eq!(house.messages().await, [(MessageStatus::Queued, true)]);
    assert_eq!(house.run().await, 1);
    let sent = trial.sent.lock().unwrap().clone();
    let text = "【安居市住房公积金管理中心】您登记的手机号码已变更";
    assert_eq!(sent, [("13800138000".to_owned(), text.to_owned())]);
    assert_eq!(house.messages().await, [(MessageStatus::Sent, false)]);
    assert_eq!(house.run().await, 0);
}

#[tokio::test]
async fn what_cannot_be_sent_is_tried_again_later() {
    let (house, trial) = house().await;
    *trial.failing.lock().unwrap() = 2;
    house.queue(Recipient::Mobile(number()), None).await;
    house.run().await;
    assert_eq!(house.messages().await, [(MessageStatus::Failed, true)]);
    assert_eq!(house.run().await, 0, "not at once");
    for _ in 0..2 {
        house.app.clock.advance(Duration::from_secs(60));
        house.run().await;
    }
    assert_eq!(trial.sent.lock().unwrap().len(), 1);
    assert_eq!(house.messages().await, [(MessageStatus::Sent, false)]);
}

#[tokio::test]
async fn what_is_late_is_of_no_use_and_not_sent() {
    let (house, trial) = house().await;
    *trial.failing.lock().unwrap() = 1;
    let lasts = Some(Duration::from_secs(30));
    house.queue(Recipient::Mobile(number()), lasts).await;
    house.run().await;
    house.app.clock.advance(Duration::from_secs(30));
    house.run().await;
    assert_eq!(house.messages().await, [(MessageStatus::Expired, false)]);
    assert!(trial.sent.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_message_to_nobody_goes_nowhere_and_leaves_nothing() {
    let (house, trial) = house().await;
    house.queue(Recipient::Nobody(number()), None).await;
    assert_eq!(house.messages().await, [(MessageStatus::Withheld, true)]);
    assert_eq!(house.run().await, 1);
    assert!(trial.sent.lock().unwrap().is_empty());
    assert_eq!(house.messages().await, []);
}

/// Without a sender the operator reads so on the page of jobs, and sends it once there is one.
#[tokio::test]
async fn without_a_sender_the_operator_is_told_and_sends_it_later() {
    let (mut house, trial) = house().await;
    let sender = house.app.message_sender.take();
    house.queue(Recipient::Mobile(number()), None).await;
    house.run().await;
    let (job, status, problem) = house.only_job().await;
    assert_eq!(status, JobStatus::Dead);
    let problem = problem.unwrap();
    assert!(problem.contains("没有配置短信通道"), "{problem}");
    assert_eq!(house.messages().await, [(MessageStatus::Failed, true)]);
    house.app.message_sender = sender;
    let (app, system) = (&house.app, &house.system);
    job::retry(app, system, &key("retry"), job).await.unwrap();
    house.run().await;
    assert_eq!(trial.sent.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_message_that_is_given_up_keeps_no_text_and_all_are_forgotten() {
    let (mut house, _) = house().await;
    house.app.message_sender = None;
    house.queue(Recipient::Mobile(number()), None).await;
    house.run().await;
    let (job, ..) = house.only_job().await;
    let jobs = Jobs {
        jobs: crate::JOBS.to_vec(),
        on_cancel: crate::ON_CANCEL.to_vec(),
        ..Jobs::default()
    };
    let (app, system) = (&house.app, &house.system);
    job::cancel(app, &jobs, system, &key("cancel"), job, "没有短信通道")
        .await
        .unwrap();
    assert_eq!(house.messages().await, [(MessageStatus::Expired, false)]);
    app.clock.advance(KEPT + Duration::from_secs(1));
    let mut tx = app.db.write(house.centre).await.unwrap();
    assert_eq!(forget_in(&mut tx, app.clock.now()).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(house.messages().await, []);
}

#[tokio::test]
async fn a_message_lies_sealed_in_its_own_row() {
    let (house, _) = house().await;
    house.queue(Recipient::Mobile(number()), None).await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let (_, text) = tx.one(&ALL, ()).await.unwrap();
    let elsewhere = tx.keys().of_row(CentreId::new(1).unwrap(), "x");
    assert!(elsewhere.open(TEXT, &text.unwrap()).is_err());
}
