//! Recording a meeting.

use db::{Digest, Digest32, WriteTx};
use kernel::{Date, MeetingId, Refusal, Result};
use serde_json::json;

use super::store::{self, Meeting};
use super::{MEETING_RECORD, verify};
use crate::audit::{self, Subject};
use crate::form::Form;
use crate::once::replayed;
use crate::{App, Caller, IdempotencyKey, Once, Scope, file};

/// The longest texts, in characters.
const LONGEST_TITLE: usize = 100;
const LONGEST_CHAIR: usize = 40;
/// More members than any committee has.
const MOST_MEMBERS: i64 = 200;

/// A meeting as somebody records it off its minutes.
#[derive(Clone, Debug)]
pub struct NewMeeting {
    /// What it is called, such as 住房公积金管理委员会2026年第一次全体会议.
    pub title: String,
    /// The day it was held.
    pub held_on: String,
    /// 主持人.
    pub chair: String,
    /// 应到委员.
    pub members_due: i64,
    /// 实到委员.
    pub members_present: i64,
    /// 会议纪要: the stored file, where there is one.
    pub minutes: Option<Digest32>,
}

/// Records a meeting.
///
/// # Errors
/// `action_forbidden`; `meeting_invalid` with a finding a field; `file_unknown` (not found);
/// `meeting_title_taken` (conflict); those of [`App::write_once`].
pub async fn record_meeting(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: &NewMeeting,
) -> Result<MeetingId> {
    app.enforce(caller, &MEETING_RECORD, Scope::Centre).await?;
    let checked = new.check(app.clock.today())?;
    let asked = new.digest();
    match app.write_once(caller, &MEETING_RECORD, key, asked).await? {
        Once::Replay(id) => replayed(&id),
        Once::Fresh(mut tx) => {
            let id = record_in(&mut tx, app, caller, new, checked).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

async fn record_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    new: &NewMeeting,
    checked: Checked,
) -> Result<MeetingId> {
    if let Some(minutes) = new.minutes {
        file::require_in(tx, minutes).await?;
    }
    let meeting = Meeting {
        meeting_id: MeetingId::new(&app.clock),
        title: checked.title,
        held_on: checked.held_on,
        chair: checked.chair,
        members_due: new.members_due,
        members_present: new.members_present,
        minutes: new.minutes,
        recorded_at: app.clock.now(),
        recorded_by: caller.actor.label(),
        recorded_by_name: caller.name.clone(),
    };
    let id = meeting.meeting_id;
    let detail = json!({
        "held_on": meeting.held_on,
        "facts": verify::meeting_facts(tx.centre(), &meeting).hex(),
    });
    if tx.execute(&store::INSERT_MEETING, meeting).await? == 0 {
        let refusal = Refusal::conflict("meeting_title_taken", "已登记过同名的会议");
        return Err(refusal.at("title").into());
    }
    let subject = Subject::new("meeting", id);
    audit::record(tx, &app.clock, caller, &MEETING_RECORD, subject, detail).await?;
    Ok(id)
}

struct Checked {
    title: String,
    held_on: Date,
    chair: String,
}

impl NewMeeting {
    fn check(&self, today: Date) -> Result<Checked> {
        let mut form = Form::new();
        let title = form.text("title", "会议名称", &self.title, LONGEST_TITLE);
        let chair = form.text("chair", "主持人", &self.chair, LONGEST_CHAIR);
        let held_on = form.keep("held_on", Date::parse(self.held_on.trim()));
        if held_on.is_some_and(|day| day > today) {
            form.find("held_on", "held_on_ahead", "会议日期不能晚于今天");
        }
        if !(1..=MOST_MEMBERS).contains(&self.members_due) {
            let sentence = format!("应到委员应为1至{MOST_MEMBERS}人");
            form.find("members_due", "members_out_of_bounds", sentence);
        } else if !(1..=self.members_due).contains(&self.members_present) {
            let sentence = "实到委员应至少1人，且不超过应到委员";
            form.find("members_present", "members_out_of_bounds", sentence);
        }
        match (title, held_on, chair) {
            (Some(title), Some(held_on), Some(chair)) if form.is_clean() => Ok(Checked {
                title,
                held_on,
                chair,
            }),
            _ => Err(form.refusal("meeting_invalid").into()),
        }
    }

    fn digest(&self) -> Digest32 {
        Digest::new(MEETING_RECORD.code)
            .text(&self.title)
            .text(&self.held_on)
            .text(&self.chair)
            .int(self.members_due)
            .int(self.members_present)
            .column(self.minutes)
            .finish()
    }
}
