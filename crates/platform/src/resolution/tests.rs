use std::collections::BTreeSet;

use kernel::{Date, MeetingId, ResolutionId, Result};

use super::*;
use crate::Caller;
use crate::audit::Subject;
use crate::policy::{self, Change, Parameter, ParameterKey};
use crate::testing::{self, House, key};

const CEILING: Parameter<kernel::Fen> =
    Parameter::new("trial.ceiling", "缴存基数上限", "元/月").by_committee();

fn meeting(title: &str) -> NewMeeting {
    NewMeeting {
        title: title.to_owned(),
        held_on: "2026-11-18".to_owned(),
        chair: "周建国".to_owned(),
        members_due: 25,
        members_present: 21,
        minutes: None,
    }
}

fn resolution(number: &str) -> NewResolution {
    NewResolution {
        number: number.to_owned(),
        title: "关于调整缴存基数上限的决议".to_owned(),
        matter: "policy".to_owned(),
        content: "同意自2027年1月起调整缴存基数上限".to_owned(),
        in_favour: 20,
        against: 0,
        abstained: 1,
        adopted: true,
        document: None,
    }
}

async fn held(house: &House) -> MeetingId {
    let new = meeting("2026年第二次全体会议");
    record_meeting(&house.app, &house.system, &key("meeting"), &new)
        .await
        .unwrap()
}

/// Records it under a key of its own.
async fn resolved(house: &House, at: MeetingId, new: &NewResolution) -> Result<ResolutionId> {
    let word = ResolutionId::new(&house.app.clock).to_string();
    record(&house.app, &house.system, &key(&word), at, new).await
}

fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().refusal().unwrap().code()
}

fn fields<T: std::fmt::Debug>(result: Result<T>) -> Vec<String> {
    let error = result.unwrap_err();
    let findings = error.refusal().unwrap().findings();
    findings
        .iter()
        .map(|found| found.field.to_string())
        .collect()
}

#[tokio::test]
async fn what_is_wrong_with_a_meeting_is_told_field_by_field() {
    let house = testing::house().await;
    let (app, system) = (&house.app, &house.system);
    type Spoil = fn(&mut NewMeeting);
    let cases: [(Spoil, &str); 6] = [
        (|new| new.title = " ".to_owned(), "title"),
        (|new| new.chair = "周\n建国".to_owned(), "chair"),
        (|new| new.held_on = "2026-02-30".to_owned(), "held_on"),
        (|new| new.held_on = "2026-11-21".to_owned(), "held_on"),
        (|new| new.members_present = 26, "members_present"),
        (|new| new.members_due = 0, "members_due"),
    ];
    for (spoil, field) in cases {
        let mut new = meeting("一次会议");
        spoil(&mut new);
        let told = record_meeting(app, system, &key("spoilt"), &new).await;
        assert_eq!(fields(told), [field]);
    }
    held(&house).await;
    let again = record_meeting(app, system, &key("again"), &meeting("2026年第二次全体会议")).await;
    assert_eq!(code(again), "meeting_title_taken");
    let nobody = house.clerk_without_roles().await;
    let denied = record_meeting(app, &nobody, &key("denied"), &meeting("三")).await;
    assert_eq!(code(denied), "action_forbidden");
}

#[tokio::test]
async fn votes_add_up_to_those_present_and_carry_what_is_adopted() {
    let house = testing::house().await;
    let at = held(&house).await;
    let cases: [(i64, i64, i64, bool, &[&str]); 6] = [
        (21, 0, 0, true, &[]),
        (10, 11, 0, false, &[]),
        (10, 10, 1, true, &["adopted"]),
        (20, 1, 1, true, &["in_favour"]),
        (22, 0, 0, true, &["in_favour"]),
        (20, 0, -1, true, &["abstained"]),
    ];
    for (number, (in_favour, against, abstained, adopted, wrong)) in cases.into_iter().enumerate() {
        let new = NewResolution {
            in_favour,
            against,
            abstained,
            adopted,
            ..resolution(&format!("{number}号"))
        };
        let told = resolved(&house, at, &new).await;
        match wrong {
            [] => drop(told.unwrap()),
            wrong => assert_eq!(fields(told), wrong, "{in_favour} {against} {abstained}"),
        }
    }
    let nowhere = resolved(&house, MeetingId::NIL, &resolution("九号")).await;
    assert_eq!(code(nowhere), "meeting_unknown");
    let taken = resolved(&house, at, &resolution("0号")).await;
    assert_eq!(code(taken), "resolution_number_taken");
}

/// What the resolution is → what citing it for a policy answers.
#[tokio::test]
async fn only_an_adopted_resolution_of_the_matter_is_cited() {
    let house = testing::house().await;
    let at = held(&house).await;
    let good = resolved(&house, at, &resolution("1号")).await.unwrap();
    let rejected = NewResolution {
        in_favour: 3,
        against: 12,
        adopted: false,
        ..resolution("2号")
    };
    let rejected = resolved(&house, at, &rejected).await.unwrap();
    let of_plan = NewResolution {
        matter: "plan".to_owned(),
        ..resolution("3号")
    };
    let of_plan = resolved(&house, at, &of_plan).await.unwrap();
    let voided = resolved(&house, at, &resolution("4号")).await.unwrap();
    let (app, system) = (&house.app, &house.system);
    void(app, system, &key("void"), voided, "文号登记有误")
        .await
        .unwrap();
    let mut tx = app.db.read(house.centre).await.unwrap();
    let cases = [
        (good, None),
        (rejected, Some("resolution_not_adopted")),
        (of_plan, Some("resolution_of_another_matter")),
        (voided, Some("resolution_voided")),
        (ResolutionId::NIL, Some("resolution_unknown")),
    ];
    for (id, expected) in cases {
        let told = check_in(&mut tx, id, Matter::Policy).await;
        assert_eq!(told.err().map(|e| e.refusal().unwrap().code()), expected);
    }
    drop(tx);
    let again = void(app, system, &key("twice"), voided, "再作废").await;
    assert_eq!(code(again), "resolution_voided");
    let number_is_free = resolved(&house, at, &resolution("4号")).await;
    number_is_free.unwrap();
}

/// The open business day is needed by nothing here: the parameter holds from a day to come.
async fn change(house: &House, word: &str, resolution: Option<ResolutionId>) -> Result<()> {
    let change = Change {
        value: "30000".to_owned(),
        effective_from: "2027-01-01".to_owned(),
        source_title: "关于调整缴存基数上限的通知".to_owned(),
        source_number: "1号".to_owned(),
        source_date: "2026-11-19".to_owned(),
        resolution_id: resolution,
        note: String::new(),
        reason: "年度调整".to_owned(),
    };
    let parameter: ParameterKey = CEILING.key.parse().unwrap();
    let which = (&[CEILING.info()][..], &parameter);
    let caller: &Caller = &house.system;
    policy::change(&house.app, caller, &key(word), which, &change)
        .await
        .map(drop)
}

#[tokio::test]
async fn a_policy_of_the_committee_cites_its_resolution_which_then_stays() {
    let house = testing::house().await;
    let at = held(&house).await;
    let id = resolved(&house, at, &resolution("1号")).await.unwrap();
    assert_eq!(
        fields(change(&house, "without", None).await),
        ["resolution_id"]
    );
    let unknown = change(&house, "unknown", Some(ResolutionId::NIL)).await;
    assert_eq!(code(unknown), "resolution_unknown");
    change(&house, "cited", Some(id)).await.unwrap();
    let (app, system) = (&house.app, &house.system);
    let shown = show(app, system, id).await.unwrap();
    assert_eq!(shown.citations[0].subject_kind, "policy_version");
    assert!(shown.can.is_empty(), "what is cited can't be voided");
    let kept = void(app, system, &key("void"), id, "误登").await;
    assert_eq!(code(kept), "resolution_cited");
    let mut tx = app.db.write(house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap(), []);
    assert_eq!(policy::verify(&mut tx).await.unwrap(), []);
    // A citation by hand, of a version that isn't there, is found.
    let made_up = Subject::new("policy_version", "019ab7c2-1c00-7000-8000-000000000009");
    cite_in(&mut tx, id, Matter::Policy, &made_up)
        .await
        .unwrap();
    let found = policy::verify(&mut tx).await.unwrap();
    let codes: BTreeSet<&str> = found.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, BTreeSet::from(["resolution_citation_differs"]));
}

/// Each column of a meeting and of a resolution, altered behind the program's back, and where the
/// proof finds it.
#[tokio::test]
async fn what_was_altered_is_found_and_named() {
    let house = testing::house().await;
    let at = held(&house).await;
    let id = resolved(&house, at, &resolution("1号")).await.unwrap();
    let voided = resolved(&house, at, &resolution("2号")).await.unwrap();
    let (app, system) = (&house.app, &house.system);
    void(app, system, &key("void"), voided, "误登")
        .await
        .unwrap();
    let mut tx = app.db.write(house.centre).await.unwrap();
    for alteration in [&ALTER_MEETING_TITLE, &ALTER_MEETING_PRESENT] {
        tx.execute_one(alteration, (at,)).await.unwrap();
        assert_eq!(
            fields_of(verify(&mut tx).await.unwrap()),
            [format!("/meeting/{at}")]
        );
        tx.execute_one(&MEND_MEETING, (at,)).await.unwrap();
    }
    let resolution = format!("/resolution/{id}");
    for alteration in [&ALTER_VOTES, &ALTER_ADOPTED, &ALTER_CONTENT] {
        tx.execute_one(alteration, (id,)).await.unwrap();
        assert_eq!(
            fields_of(verify(&mut tx).await.unwrap()),
            std::slice::from_ref(&resolution)
        );
        tx.execute_one(&MEND_RESOLUTION, (id,)).await.unwrap();
    }
    assert_eq!(verify(&mut tx).await.unwrap(), []);
    tx.execute_one(&STAND_AGAIN, (voided,)).await.unwrap();
    assert_eq!(
        fields_of(verify(&mut tx).await.unwrap()),
        [format!("/resolution/{voided}")]
    );
}

fn fields_of(findings: Vec<kernel::Finding>) -> Vec<String> {
    findings
        .into_iter()
        .map(|found| found.field.into_owned())
        .collect()
}

db::statements! {
    ALTER_MEETING_TITLE: (MeetingId,) => () =
        "UPDATE meeting SET title = '别的会议' WHERE centre_id = $1 AND meeting_id = $2";
    ALTER_MEETING_PRESENT: (MeetingId,) => () =
        "UPDATE meeting SET members_present = 25 WHERE centre_id = $1 AND meeting_id = $2";
    MEND_MEETING: (MeetingId,) => () =
        "UPDATE meeting SET members_present = 21, title = '2026年第二次全体会议'
         WHERE centre_id = $1 AND meeting_id = $2";
    ALTER_VOTES: (ResolutionId,) => () =
        "UPDATE resolution SET against = 9 WHERE centre_id = $1 AND resolution_id = $2";
    ALTER_ADOPTED: (ResolutionId,) => () =
        "UPDATE resolution SET adopted = NOT adopted WHERE centre_id = $1 AND resolution_id = $2";
    ALTER_CONTENT: (ResolutionId,) => () =
        "UPDATE resolution SET content = '别的' WHERE centre_id = $1 AND resolution_id = $2";
    MEND_RESOLUTION: (ResolutionId,) => () =
        "UPDATE resolution
         SET against = 0, adopted = abstained = 1, content = '同意自2027年1月起调整缴存基数上限'
         WHERE centre_id = $1 AND resolution_id = $2";
    STAND_AGAIN: (ResolutionId,) => () =
        "UPDATE resolution
         SET voided_at = NULL, voided_by = NULL, voided_by_name = NULL, void_reason = NULL
         WHERE centre_id = $1 AND resolution_id = $2";
}

#[tokio::test]
async fn what_a_withdrawn_policy_cited_is_free_to_be_voided() {
    let house = testing::house().await;
    let at = held(&house).await;
    let id = resolved(&house, at, &resolution("1号")).await.unwrap();
    change(&house, "cited", Some(id)).await.unwrap();
    let (app, system) = (&house.app, &house.system);
    let version = show(app, system, id).await.unwrap().citations.remove(0);
    let version = version.subject_id.parse().unwrap();
    let parameters = &[CEILING.info()][..];
    policy::withdraw(app, system, &key("off"), (parameters, version), "依据有误")
        .await
        .unwrap();
    assert_eq!(show(app, system, id).await.unwrap().can, ["void"]);
    void(app, system, &key("void"), id, "误登").await.unwrap();
    let mut tx = app.db.read(house.centre).await.unwrap();
    assert_eq!(policy::verify(&mut tx).await.unwrap(), []);
}

#[tokio::test]
async fn meetings_and_resolutions_are_listed() {
    let house = testing::house().await;
    let at = held(&house).await;
    let first = resolved(&house, at, &resolution("1号")).await.unwrap();
    resolved(&house, at, &resolution("2号")).await.unwrap();
    let (app, system) = (&house.app, &house.system);
    void(app, system, &key("void"), first, "误登")
        .await
        .unwrap();
    let query = |filters: &[(&str, &str)]| db::ListQuery {
        filters: filters
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        limit: 10,
        ..db::ListQuery::default()
    };
    let page = meetings(app, system, &query(&[("title.contains", "第二次")]))
        .await
        .unwrap();
    assert_eq!((page.items.len(), page.items[0].resolutions), (1, 1));
    let shown = show_meeting(app, system, at).await.unwrap();
    assert_eq!(shown.row.title, page.items[0].title);
    assert_eq!(shown.row.resolutions, 1, "a voided one doesn't count");
    let all = resolutions(app, system, &query(&[])).await.unwrap();
    assert_eq!(all.items.len(), 2);
    let citable = query(&[("citable", "true"), ("matter", "policy")]);
    let citable = resolutions(app, system, &citable).await.unwrap();
    let numbers: Vec<&str> = citable
        .items
        .iter()
        .map(|row| row.number.as_str())
        .collect();
    assert_eq!(numbers, ["2号"]);
    let day: Date = "2026-11-18".parse().unwrap();
    assert_eq!(citable.items[0].held_on, day);
}
