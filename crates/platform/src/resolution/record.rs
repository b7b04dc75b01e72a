//! Recording what a meeting resolved, and voiding what was recorded by mistake.

use db::{Digest, Digest32, WriteTx};
use kernel::{MeetingId, OrBroken, Refusal, ResolutionId, Result};
use serde_json::json;

use super::model::Matter;
use super::store::{self, Meeting, Resolution};
use super::{RESOLUTION_RECORD, RESOLUTION_VOID, cite, verify};
use crate::audit::{self, Subject};
use crate::form::Form;
use crate::once::replayed;
use crate::{App, Caller, Decision, IdempotencyKey, Once, Scope, file};

/// The longest texts, in characters.
const LONGEST_NUMBER: usize = 60;
const LONGEST_TITLE: usize = 100;
const LONGEST_CONTENT: usize = 500;
const LONGEST_REASON: usize = 200;

/// A resolution as somebody records it off the minutes.
#[derive(Clone, Debug)]
pub struct NewResolution {
    /// 决议文号, such as 住公管〔2026〕3号.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What it is about: a code of [`Matter`].
    pub matter: String,
    /// What was resolved.
    pub content: String,
    /// 同意.
    pub in_favour: i64,
    /// 反对.
    pub against: i64,
    /// 弃权.
    pub abstained: i64,
    /// Whether it was adopted, as the committee's own rules have it.
    pub adopted: bool,
    /// The signed document: the stored file, where there is one.
    pub document: Option<Digest32>,
}

/// Records what a meeting resolved.
///
/// # Errors
/// `action_forbidden`; `meeting_unknown`, `file_unknown` (not found); `resolution_invalid` with a
/// finding a field; `resolution_number_taken` (conflict); those of [`App::write_once`].
pub async fn record(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    meeting_id: MeetingId,
    new: &NewResolution,
) -> Result<ResolutionId> {
    app.enforce(caller, &RESOLUTION_RECORD, Scope::Centre)
        .await?;
    let asked = new.digest(meeting_id);
    match app
        .write_once(caller, &RESOLUTION_RECORD, key, asked)
        .await?
    {
        Once::Replay(id) => replayed(&id),
        Once::Fresh(mut tx) => {
            let id = record_in(&mut tx, app, caller, meeting_id, new).await?;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

async fn record_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    meeting_id: MeetingId,
    new: &NewResolution,
) -> Result<ResolutionId> {
    let meeting = tx.optional(&store::MEETING_BY_ID, (meeting_id,)).await?;
    let unknown = || Refusal::not_found("meeting_unknown", "没有这次管委会会议");
    let checked = new.check(&meeting.ok_or_else(unknown)?)?;
    if let Some(document) = new.document {
        file::require_in(tx, document).await?;
    }
    let resolution = Resolution {
        resolution_id: ResolutionId::new(&app.clock),
        meeting_id,
        number: checked.number,
        title: checked.title,
        matter: checked.matter,
        content: checked.content,
        in_favour: new.in_favour,
        against: new.against,
        abstained: new.abstained,
        adopted: new.adopted,
        document: new.document,
        recorded_at: app.clock.now(),
        recorded_by: caller.actor.label(),
        recorded_by_name: caller.name.clone(),
        voided_at: None,
        voided_by: None,
        voided_by_name: None,
        void_reason: None,
    };
    let id = resolution.resolution_id;
    let detail = json!({
        "number": resolution.number,
        "matter": resolution.matter,
        "adopted": resolution.adopted,
        "facts": verify::recording_facts(tx.centre(), &resolution).hex(),
    });
    if tx.execute(&store::INSERT_RESOLUTION, resolution).await? == 0 {
        let refusal = Refusal::conflict("resolution_number_taken", "已登记过同一文号的决议");
        return Err(refusal.at("number").into());
    }
    let subject = Subject::new("resolution", id);
    let action = &RESOLUTION_RECORD;
    audit::record(tx, &app.clock, caller, action, subject, detail).await?;
    Ok(id)
}

/// Voids a resolution that was recorded by mistake. It stays, noted as voided.
///
/// # Errors
/// `action_forbidden`; `resolution_unknown` (not found); `resolution_void_reason_invalid`;
/// `resolution_voided`, `resolution_cited` (conflicts); those of [`App::write_once`].
pub async fn void(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    id: ResolutionId,
    reason: &str,
) -> Result<()> {
    app.enforce(caller, &RESOLUTION_VOID, Scope::Centre).await?;
    let reason = void_reason(reason)?;
    let asked = Digest::new(RESOLUTION_VOID.code).column(id).text(&reason);
    let asked = asked.finish();
    match app.write_once(caller, &RESOLUTION_VOID, key, asked).await? {
        Once::Replay(_) => Ok(()),
        Once::Fresh(mut tx) => {
            void_in(&mut tx, app, caller, id, reason).await?;
            tx.finish(id).await
        }
    }
}

async fn void_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    id: ResolutionId,
    reason: String,
) -> Result<()> {
    let found = tx.optional(&store::RESOLUTION_LOCKED, (id,)).await?;
    let mut resolution = found.ok_or_else(cite::unknown)?;
    if resolution.voided_at.is_some() {
        return Err(Refusal::conflict("resolution_voided", "该决议已经作废").into());
    }
    let (cited,) = tx.one(&store::COUNT_CITATIONS, (id,)).await?;
    if cited > 0 {
        let sentence = format!("已有 {cited} 项业务以该决议为依据，不能作废");
        return Err(Refusal::conflict("resolution_cited", sentence).into());
    }
    let (at, by, name) = (app.clock.now(), caller.actor.label(), caller.name.clone());
    let noted = (id, at, by.clone(), name.clone(), reason.clone());
    tx.execute_one(&store::VOID, noted).await?;
    resolution.voided_at = Some(at);
    resolution.voided_by = Some(by);
    resolution.voided_by_name = Some(name);
    resolution.void_reason = Some(reason);
    let facts = verify::voiding_facts(tx.centre(), &resolution);
    let facts = facts.or_broken("a voiding that was just noted")?;
    let detail = json!({ "number": resolution.number, "facts": facts.hex() });
    let subject = Subject::new("resolution", id);
    audit::record(tx, &app.clock, caller, &RESOLUTION_VOID, subject, detail).await
}

fn void_reason(text: &str) -> Decision<String> {
    let mut form = Form::new();
    let reason = form.text("reason", "作废原因", text, LONGEST_REASON);
    reason.ok_or_else(|| form.refusal("resolution_void_reason_invalid"))
}

struct Checked {
    number: String,
    title: String,
    matter: Matter,
    content: String,
}

impl NewResolution {
    fn check(&self, meeting: &Meeting) -> Result<Checked> {
        let mut form = Form::new();
        let number = form.text("number", "决议文号", &self.number, LONGEST_NUMBER);
        let title = form.text("title", "决议名称", &self.title, LONGEST_TITLE);
        let matter = form.code("matter", "决议事项", &self.matter);
        let content = form.text("content", "决议内容", &self.content, LONGEST_CONTENT);
        self.check_votes(&mut form, meeting);
        match (number, title, matter, content) {
            (Some(number), Some(title), Some(matter), Some(content)) if form.is_clean() => {
                Ok(Checked {
                    number,
                    title,
                    matter,
                    content,
                })
            }
            _ => Err(form.refusal("resolution_invalid").into()),
        }
    }

    /// How many votes adopt something is in the committee's own rules, which differ from city to
    /// city. What holds everywhere: nobody votes twice, and more against than for is no adoption.
    fn check_votes(&self, form: &mut Form, meeting: &Meeting) {
        let votes = [
            ("in_favour", self.in_favour),
            ("against", self.against),
            ("abstained", self.abstained),
        ];
        let present = meeting.members_present;
        for (field, votes) in votes {
            if !(0..=present).contains(&votes) {
                let sentence = format!("票数应为0至{present}（实到委员）");
                form.find(field, "votes_out_of_bounds", sentence);
                return;
            }
        }
        if self.in_favour + self.against + self.abstained > present {
            let sentence = format!("票数合计不能超过实到委员 {present} 人");
            form.find("in_favour", "votes_out_of_bounds", sentence);
        }
        if self.adopted && self.in_favour <= self.against {
            let sentence = "同意票不多于反对票，不能登记为通过";
            form.find("adopted", "resolution_not_carried", sentence);
        }
    }

    fn digest(&self, meeting_id: MeetingId) -> Digest32 {
        Digest::new(RESOLUTION_RECORD.code)
            .column(meeting_id)
            .text(&self.number)
            .text(&self.title)
            .text(&self.matter)
            .text(&self.content)
            .int(self.in_favour)
            .int(self.against)
            .int(self.abstained)
            .column(self.adopted)
            .column(self.document)
            .finish()
    }
}
