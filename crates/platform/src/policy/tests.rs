use kernel::{Fen, Rate};

use super::*;
use crate::business_day;
use crate::testing::{self, House, key};

const CEILING: Parameter<Fen> = Parameter::new("trial.ceiling", "缴存基数上限", "元/月");
const FLOOR_RATE: Parameter<Rate> = Parameter::new("trial.floor_rate", "缴存比例下限", "");
/// The same key as the ceiling, read as another kind: what a damaged value looks like.
const MISREAD: Parameter<bool> = Parameter::new("trial.ceiling", "缴存基数上限", "");

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn notice(number: &str) -> Source {
    Source::new("关于调整住房公积金缴存基数的通知", number)
}

/// A house whose ceiling rises on 1 July of two years.
async fn with_ceilings() -> House {
    let house = testing::house().await;
    let versions = [
        CEILING.version(
            date("2025-07-01"),
            &Fen::from_yuan(34_000),
            notice("公积金〔2025〕3号"),
        ),
        CEILING
            .version(
                date("2026-07-01"),
                &Fen::from_yuan(35_283),
                notice("公积金〔2026〕5号"),
            )
            .note("上一年度在岗职工月平均工资的三倍"),
    ];
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    seed_in(&mut tx, &house.app.clock, &house.system, versions)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    house
}

#[tokio::test]
async fn a_parameter_without_a_version_in_force_is_missing_by_its_label() {
    let house = with_ceilings().await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    for error in [
        value(&mut tx, &CEILING, date("2025-06-30"))
            .await
            .unwrap_err(),
        on(&mut tx, date("2025-06-30"))
            .await
            .unwrap()
            .get(&CEILING)
            .unwrap_err(),
    ] {
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code(), "policy_missing");
        assert!(refusal.sentence().contains("缴存基数上限"), "{refusal}");
    }
    assert!(
        value(&mut tx, &FLOOR_RATE, date("2026-11-20"))
            .await
            .is_err()
    );
}

#[tokio::test]
async fn a_stored_value_of_another_kind_is_a_breakage() {
    let house = with_ceilings().await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let error = value(&mut tx, &MISREAD, date("2026-11-20"))
        .await
        .unwrap_err();
    assert!(error.refusal().is_none(), "{error}");
}

#[tokio::test]
async fn the_latest_version_not_after_the_date_holds() {
    let house = with_ceilings().await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let cases = [
        ("2025-07-01", 34_000, "公积金〔2025〕3号"),
        ("2026-06-30", 34_000, "公积金〔2025〕3号"),
        ("2026-07-01", 35_283, "公积金〔2026〕5号"),
        ("2027-07-01", 35_283, "公积金〔2026〕5号"),
    ];
    for (day, yuan, number) in cases {
        let one = value(&mut tx, &CEILING, date(day)).await.unwrap();
        assert_eq!(
            (one.value, one.source.number.as_str()),
            (Fen::from_yuan(yuan), number),
            "{day}"
        );
        let among_all = on(&mut tx, date(day)).await.unwrap().get(&CEILING).unwrap();
        assert_eq!(among_all, one, "{day}");
    }
}

#[tokio::test]
async fn a_version_names_its_document_and_a_date_of_its_own() {
    let house = with_ceilings().await;
    let unsourced = CEILING.version(date("2027-07-01"), &Fen::from_yuan(1), Source::new(" ", ""));
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let recorded = record_in(&mut tx, &house.app.clock, &house.system, unsourced).await;
    assert_eq!(
        recorded.unwrap_err().refusal().unwrap().code(),
        "policy_source_missing"
    );
    drop(tx);
    let again = CEILING.version(date("2026-07-01"), &Fen::from_yuan(1), notice("另一号"));
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let recorded = record_in(&mut tx, &house.app.clock, &house.system, again).await;
    assert_eq!(
        recorded.unwrap_err().refusal().unwrap().code(),
        "policy_version_exists"
    );
}

#[tokio::test]
async fn a_typed_text_becomes_a_version_only_when_it_is_of_the_kind() {
    let house = testing::house().await;
    let info = CEILING.info();
    let refusal = info
        .version(date("2026-07-01"), "三万五", notice("5号"))
        .unwrap_err();
    assert_eq!(
        (refusal.code(), refusal.field()),
        ("policy_value_invalid", Some("value"))
    );
    let version = info
        .version(date("2026-07-01"), "３５,２８３", notice("5号"))
        .unwrap();
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let id = record_in(&mut tx, &house.app.clock, &house.system, version)
        .await
        .unwrap();
    let read = value(&mut tx, &CEILING, date("2026-07-01")).await.unwrap();
    assert_eq!((read.value, read.version), (Fen::from_yuan(35_283), id));
}

#[tokio::test]
async fn the_page_shows_each_parameter_with_its_history() {
    let house = with_ceilings().await;
    let parameters = [FLOOR_RATE.info(), CEILING.info()];
    let nobody = house.clerk_without_roles().await;
    assert!(list(&house.app, &nobody, &parameters).await.is_err());
    house.app.clock.set("2026-06-30T01:00:00Z".parse().unwrap());
    let (states, mentioned) = list(&house.app, &house.system, &parameters).await.unwrap();
    assert!(states[0].current.is_none() && states[0].history.is_empty());
    let ceiling = &states[1];
    assert_eq!(ceiling.current.as_ref().unwrap().value, "34000.00");
    assert_eq!(
        mentioned.names.of(&ceiling.history[0].0.recorded_by),
        "系统"
    );
    let stand = |(version, state): &(PolicyVersion, VersionState)| {
        (version.effective_from.to_string(), *state)
    };
    assert_eq!(
        ceiling.history.iter().map(stand).collect::<Vec<_>>(),
        [
            ("2026-07-01".to_owned(), VersionState::Upcoming),
            ("2025-07-01".to_owned(), VersionState::InForce),
        ]
    );
}

const FLOOR: Parameter<Fen> = Parameter::new("trial.floor", "缴存基数下限", "元/月")
    .between(1, 100_000_000, "0.01元至1,000,000.00元")
    .not_above(&CEILING);
const YEARLY: Parameter<Fen> =
    Parameter::new("trial.yearly", "上年平均工资", "元/月").retroactive();
const PARAMETERS: &[ParameterInfo] = &[CEILING.info(), FLOOR.info(), YEARLY.info()];

/// A house on the business day of its clock, Friday 2026-11-20, with ceilings and a floor.
async fn at_work() -> House {
    let house = with_ceilings().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let versions = [
        FLOOR.version(date("2025-07-01"), &Fen::from_yuan(2_000), notice("3号")),
        YEARLY.version(date("2026-07-01"), &Fen::from_yuan(9_000), notice("5号")),
    ];
    seed_in(&mut tx, &house.app.clock, &house.system, versions)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    business_day::open(&house.app, &house.system, &key("day"), date("2026-11-20"))
        .await
        .unwrap();
    house
}

fn written(value: &str, effective_from: &str) -> Change {
    Change {
        value: value.to_owned(),
        effective_from: effective_from.to_owned(),
        source_title: "关于调整住房公积金缴存基数的通知".to_owned(),
        source_number: "公积金〔2026〕9号".to_owned(),
        source_date: "2026-11-18".to_owned(),
        resolution_id: None,
        note: String::new(),
        reason: "按新公布的工资水平调整".to_owned(),
    }
}

async fn changed(
    house: &House,
    word: &str,
    parameter: &str,
    asked: &Change,
) -> Result<PolicyVersionId> {
    let which = parameter.parse().unwrap();
    let (app, caller) = (&house.app, &house.system);
    let outcome = change(app, caller, &key(word), (PARAMETERS, &which), asked).await?;
    Ok(outcome.done().expect("nothing needs approval here"))
}

/// The code of a refusal, and of its findings the fields with their codes.
fn told<T: std::fmt::Debug>(outcome: Result<T>) -> (&'static str, Vec<(String, &'static str)>) {
    let error = outcome.unwrap_err();
    let refusal = error.refusal().unwrap();
    let findings = refusal.findings().iter();
    let findings = findings.map(|finding| (finding.field.to_string(), finding.code));
    (refusal.code(), findings.collect())
}

#[tokio::test]
async fn a_change_holds_from_its_day_on_and_leaves_what_was() {
    let house = at_work().await;
    let asked = written("36,000", "2026-12-01");
    let id = changed(&house, "one", "trial.ceiling", &asked)
        .await
        .unwrap();
    let again = changed(&house, "one", "trial.ceiling", &asked)
        .await
        .unwrap();
    assert_eq!(again, id, "the same request records once");
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    for (day, yuan) in [("2026-11-30", 35_283), ("2026-12-01", 36_000)] {
        let held = value(&mut tx, &CEILING, date(day)).await.unwrap();
        assert_eq!(held.value, Fen::from_yuan(yuan), "{day}");
    }
    let held = value(&mut tx, &CEILING, date("2026-12-01")).await.unwrap();
    assert_eq!(held.source.date, Some(date("2026-11-18")));
    assert_eq!(verify(&mut tx).await.unwrap(), []);
    drop(tx);
    let events = house.audit_events().await;
    let event = events.last().unwrap();
    assert_eq!(event.subject_id, id.to_string());
    assert!(event.detail.contains("36000.00"), "{}", event.detail);
}

#[tokio::test]
async fn a_change_is_refused_field_by_field() {
    let house = at_work().await;
    let fine = || written("36000", "2026-12-01");
    let with = |change: fn(&mut Change)| {
        let mut asked = fine();
        change(&mut asked);
        asked
    };
    let cases = [
        (
            "trial.ceiling",
            with(|c| c.value = "三万六".into()),
            "value",
            "policy_value_invalid",
        ),
        (
            "trial.floor",
            with(|c| c.value = "0".into()),
            "value",
            "policy_value_out_of_bounds",
        ),
        (
            "trial.floor",
            with(|c| c.value = "35283.01".into()),
            "value",
            "policy_value_crosses",
        ),
        (
            "trial.ceiling",
            with(|c| c.value = "1999.99".into()),
            "value",
            "policy_value_crosses",
        ),
        (
            "trial.ceiling",
            with(|c| c.effective_from = "2026-11-19".into()),
            "effective_from",
            "policy_effective_too_early",
        ),
        (
            "trial.yearly",
            with(|c| c.effective_from = "2026-07-01".into()),
            "effective_from",
            "policy_effective_too_early",
        ),
        (
            "trial.ceiling",
            with(|c| c.effective_from = "12月".into()),
            "effective_from",
            "policy_effective_from_invalid",
        ),
        (
            "trial.ceiling",
            with(|c| c.source_date = "2026-11-21".into()),
            "source_date",
            "policy_source_date_invalid",
        ),
        (
            "trial.ceiling",
            with(|c| c.source_title = " ".into()),
            "source_title",
            "policy_text_invalid",
        ),
        (
            "trial.ceiling",
            with(|c| c.source_number.clear()),
            "source_number",
            "policy_text_invalid",
        ),
        (
            "trial.ceiling",
            with(|c| c.reason = "一\n二".into()),
            "reason",
            "policy_text_invalid",
        ),
        (
            "trial.ceiling",
            with(|c| c.note = "注".repeat(201)),
            "note",
            "policy_text_invalid",
        ),
    ];
    for (parameter, asked, field, code) in cases {
        let outcome = changed(&house, "refused", parameter, &asked).await;
        let expected = ("policy_change_invalid", vec![(field.to_owned(), code)]);
        assert_eq!(told(outcome), expected, "{asked:?}");
    }
    let everything = with(|c| (c.value, c.source_date, c.reason) = Default::default());
    let (_, findings) = told(changed(&house, "refused", "trial.ceiling", &everything).await);
    assert_eq!(findings.len(), 3, "{findings:?}");
    let nothing = changed(&house, "refused", "trial.roof", &fine()).await;
    assert_eq!(told(nothing).0, "policy_parameter_unknown");
    let which = "trial.ceiling".parse().unwrap();
    let nobody = house.clerk_without_roles().await;
    let denied = change(
        &house.app,
        &nobody,
        &key("denied"),
        (PARAMETERS, &which),
        &fine(),
    )
    .await;
    assert_eq!(told(denied).0, "action_forbidden");
}

#[tokio::test]
async fn a_figure_of_the_year_may_come_late_but_not_before_the_one_in_force() {
    let house = at_work().await;
    let late = written("9100", "2026-07-02");
    changed(&house, "late", "trial.yearly", &late)
        .await
        .unwrap();
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let held = value(&mut tx, &YEARLY, date("2026-11-20")).await.unwrap();
    assert_eq!(held.value, Fen::from_yuan(9_100));
    let (states, _) = list(&house.app, &house.system, PARAMETERS).await.unwrap();
    let earliest = states
        .iter()
        .map(|state| state.earliest.unwrap().to_string());
    assert_eq!(
        earliest.collect::<Vec<_>>(),
        ["2026-11-20", "2026-11-20", "2026-07-03"]
    );
}

/// The floor is held against the ceiling of every day on which both would hold.
#[tokio::test]
async fn a_floor_to_come_stays_below_the_ceiling_to_come() {
    let house = at_work().await;
    let lower = written("30000", "2027-07-01");
    changed(&house, "lower", "trial.ceiling", &lower)
        .await
        .unwrap();
    let floor = written("32000", "2026-12-01");
    let (_, findings) = told(changed(&house, "floor", "trial.floor", &floor).await);
    assert_eq!(findings, [("value".to_owned(), "policy_value_crosses")]);
    let floor = written("30000", "2026-12-01");
    changed(&house, "floor", "trial.floor", &floor)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_version_to_come_is_withdrawn_and_its_day_is_free_again() {
    let house = at_work().await;
    let asked = written("36000", "2026-12-01");
    let id = changed(&house, "one", "trial.ceiling", &asked)
        .await
        .unwrap();
    let (_, taken) = told(changed(&house, "two", "trial.ceiling", &asked).await);
    assert_eq!(taken, [], "a conflict, not a finding");
    let (app, system) = (&house.app, &house.system);
    let off = async |word: &str, id, reason: &str| {
        withdraw(app, system, &key(word), (PARAMETERS, id), reason).await
    };
    assert_eq!(told(off("blank", id, " ").await).0, "policy_text_invalid");
    off("off", id, "通知暂缓执行").await.unwrap();
    off("off", id, "通知暂缓执行").await.unwrap();
    assert_eq!(
        told(off("twice", id, "再撤一次").await).0,
        "policy_version_withdrawn"
    );
    let unknown = PolicyVersionId::new(&app.clock);
    assert_eq!(
        told(off("none", unknown, "没有").await).0,
        "policy_version_unknown"
    );

    let mut tx = app.db.read(house.centre).await.unwrap();
    let held = value(&mut tx, &CEILING, date("2027-01-01")).await.unwrap();
    assert_eq!(held.value, Fen::from_yuan(35_283));
    let among_all = on(&mut tx, date("2027-01-01")).await.unwrap();
    assert_eq!(among_all.get(&CEILING).unwrap(), held);
    assert!(
        documents_in(&mut tx, &id.to_string())
            .await
            .unwrap()
            .contains("9号")
    );
    drop(tx);
    changed(&house, "three", "trial.ceiling", &asked)
        .await
        .unwrap();
    let (states, _) = list(app, system, PARAMETERS).await.unwrap();
    let stand = states[0].history.iter().map(|(_, state)| *state);
    use VersionState::{InForce, Past, Upcoming, Withdrawn};
    assert_eq!(
        stand.collect::<Vec<_>>(),
        [Upcoming, Withdrawn, InForce, Past]
    );
    let mut tx = app.db.read(house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap(), []);
}

#[tokio::test]
async fn what_is_in_force_is_not_withdrawn() {
    let house = at_work().await;
    let today = written("36000", "2026-11-20");
    let id = changed(&house, "today", "trial.ceiling", &today)
        .await
        .unwrap();
    let off = withdraw(
        &house.app,
        &house.system,
        &key("off"),
        (PARAMETERS, id),
        "误登",
    )
    .await;
    assert_eq!(told(off).0, "policy_version_in_force");
    let nobody = house.clerk_without_roles().await;
    let denied = withdraw(
        &house.app,
        &nobody,
        &key("denied"),
        (PARAMETERS, id),
        "误登",
    )
    .await;
    assert_eq!(told(denied).0, "action_forbidden");
}

db::statements! {
    ALTER_VALUE: (PolicyVersionId, String) => () =
        "UPDATE policy_version SET value = $3 WHERE centre_id = $1 AND policy_version_id = $2";
    STAND_AGAIN: (PolicyVersionId,) => () =
        "UPDATE policy_version
         SET withdrawn_at = NULL, withdrawn_by = NULL, withdrawal_reason = NULL
         WHERE centre_id = $1 AND policy_version_id = $2";
    REMOVE_VERSION: (PolicyVersionId,) => () =
        "DELETE FROM policy_version WHERE centre_id = $1 AND policy_version_id = $2";
}

#[tokio::test]
async fn a_version_that_was_tampered_with_is_found_and_named() {
    let house = at_work().await;
    let mut ids = Vec::new();
    for (word, day) in [
        ("one", "2026-12-01"),
        ("two", "2026-12-02"),
        ("three", "2026-12-03"),
    ] {
        let asked = written("36000", day);
        ids.push(
            changed(&house, word, "trial.ceiling", &asked)
                .await
                .unwrap(),
        );
    }
    withdraw(
        &house.app,
        &house.system,
        &key("off"),
        (PARAMETERS, ids[1]),
        "误登",
    )
    .await
    .unwrap();
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    tx.execute_one(&ALTER_VALUE, (ids[0], "99999.00".to_owned()))
        .await
        .unwrap();
    tx.execute_one(&STAND_AGAIN, (ids[1],)).await.unwrap();
    tx.execute_one(&REMOVE_VERSION, (ids[2],)).await.unwrap();
    let mut found: Vec<String> = verify(&mut tx)
        .await
        .unwrap()
        .into_iter()
        .map(|finding| finding.field.into_owned())
        .collect();
    found.sort();
    let expected = ids.iter().map(|id| format!("/policy_version/{id}"));
    assert_eq!(found, expected.collect::<Vec<_>>(), "ids grow with time");
}
