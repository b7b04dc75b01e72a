use kernel::Finding;
use serde_json::json;

use db::Digest32;

use super::*;
use crate::business_day;
use crate::testing::{self, ACT, House, key};
use kernel::Date;

db::statements! {
    ALTER_DETAIL: (AuditId, String) => () =
        "UPDATE audit_event SET detail = $3 WHERE centre_id = $1 AND audit_id = $2";
    REMOVE_EVENT: (AuditId,) => () =
        "DELETE FROM audit_event WHERE centre_id = $1 AND audit_id = $2";
    REMOVE_TAIL: (AuditId,) => () =
        "DELETE FROM audit_tail WHERE centre_id = $1 AND audit_id = $2";
    REMOVE_SEALS_FROM: (i64,) => () =
        "DELETE FROM audit_seal WHERE centre_id = $1 AND position >= $2";
    REMOVE_SEAL: (i64,) => () =
        "DELETE FROM audit_seal WHERE centre_id = $1 AND position = $2";
    REMOVE_EVENTS_FROM: (AuditId,) => () =
        "DELETE FROM audit_event WHERE centre_id = $1 AND audit_id >= $2";
    PUT_SEAL: (i64, Digest32) => () =
        "UPDATE audit_seal SET hash = $3 WHERE centre_id = $1 AND position = $2";
    REMOVE_DAY_HEAD: (Date,) => () =
        "DELETE FROM audit_day_head WHERE centre_id = $1 AND business_date = $2";
    ALTER_DAY_HEAD: (Date, i64, Digest32) => () =
        "UPDATE audit_day_head SET position = $3, hash = $4
         WHERE centre_id = $1 AND business_date = $2";
    SLIP_IN: (AuditId, AuditId) => () =
        "INSERT INTO audit_event (centre_id, audit_id, at, actor, actor_name, address, action,
             outcome, subject_kind, subject_id, detail)
         SELECT centre_id, $3, at, actor, actor_name, address, action, outcome, subject_kind,
             subject_id, detail
         FROM audit_event WHERE centre_id = $1 AND audit_id = $2";
}

/// A house whose trail has the centre's registration and four acts, none sealed.
async fn with_acts() -> House {
    let house = testing::house().await;
    for n in 0..4 {
        act(&house, json!({ "n": n })).await.unwrap();
    }
    house
}

async fn act(house: &House, detail: serde_json::Value) -> Result<()> {
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let subject = Subject::new("trial", 7);
    record(
        &mut tx,
        &house.app.clock,
        &house.system,
        &ACT,
        subject,
        detail,
    )
    .await?;
    tx.commit().await
}

async fn seal_all(house: &House) -> usize {
    seal(&house.app.db, house.centre, MAX_BATCH).await.unwrap()
}

async fn check(house: &House) -> Verification {
    verify(&mut house.app.db.read(house.centre).await.unwrap())
        .await
        .unwrap()
}

/// What a check finds after the database was changed behind the trail's back.
async fn found_after<P: db::Params>(
    stmt: &db::Stmt<P, ()>,
    params: P,
    house: &House,
) -> Vec<String> {
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    assert!(tx.execute(stmt, params).await.unwrap() > 0);
    tx.commit().await.unwrap();
    found(house).await
}

async fn found(house: &House) -> Vec<String> {
    let told = |finding: Finding| format!("{} {}", finding.code, finding.field);
    check(house).await.findings.into_iter().map(told).collect()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// Opens a day, does something and closes it.
async fn close_day(house: &House, day: &str) -> DayHead {
    let (app, system, date) = (&house.app, &house.system, date(day));
    business_day::open(app, system, &key(day), date)
        .await
        .unwrap();
    act(house, json!({ "on": day })).await.unwrap();
    let mut tx = app.db.write(house.centre).await.unwrap();
    let locked = business_day::lock_for_close(&mut tx).await.unwrap();
    business_day::mark_closed_in(&mut tx, &app.clock, system, locked)
        .await
        .unwrap();
    let head = close_day_in(&mut tx, &app.clock, date).await.unwrap();
    tx.commit().await.unwrap();
    head
}

/// Two closed days, and an event that waits.
async fn with_closed_days() -> (House, [DayHead; 2]) {
    let house = with_acts().await;
    let days = [
        close_day(&house, "2026-11-20").await,
        close_day(&house, "2026-11-23").await,
    ];
    act(&house, json!({ "n": 4 })).await.unwrap();
    assert_eq!(found(&house).await, Vec::<String>::new());
    (house, days)
}

/// Seals every event anew as it stands now, as someone would who may write the database.
async fn make_the_chain_anew(house: &House) {
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let (mut position, mut hash) = (0, Digest32::ZERO);
    for row in tx.all(&store::CHAIN, ()).await.unwrap() {
        position = row.position;
        hash = model::link(hash, position, &row.event().unwrap());
        tx.execute_one(&PUT_SEAL, (position, hash)).await.unwrap();
    }
    tx.execute_one(&store::MOVE_HEAD, (position, hash))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Cuts the trail off behind a place, seals, events and the chain's end alike.
async fn cut_behind(house: &House, position: i64) {
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let chain = tx.all(&store::CHAIN, ()).await.unwrap();
    let place = chain.iter().position(|row| row.position == position);
    let (last, next) = (&chain[place.unwrap()], &chain[place.unwrap() + 1]);
    tx.execute(&REMOVE_SEALS_FROM, (next.position,))
        .await
        .unwrap();
    tx.execute(&REMOVE_EVENTS_FROM, (next.audit_id,))
        .await
        .unwrap();
    tx.execute_one(&store::MOVE_HEAD, (last.position, last.hash))
        .await
        .unwrap();
    for (audit_id,) in tx.all(&store::LOST_TAIL, (100,)).await.unwrap() {
        tx.execute_one(&REMOVE_TAIL, (audit_id,)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_detail_that_is_too_long_is_the_program_s_mistake() {
    let house = testing::house().await;
    let long = json!({ "text": "x".repeat(MAX_DETAIL_BYTES) });
    assert!(act(&house, long).await.unwrap_err().refusal().is_none());
}

#[tokio::test]
async fn an_act_that_rolls_back_leaves_no_event() {
    let house = testing::house().await;
    let before = house.audit_events().await.len();
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let subject = Subject::new("trial", 7);
    record(
        &mut tx,
        &house.app.clock,
        &house.system,
        &ACT,
        subject,
        json!({}),
    )
    .await
    .unwrap();
    drop(tx);
    assert_eq!(house.audit_events().await.len(), before);
}

#[tokio::test]
async fn the_keeper_seals_the_tail_in_order_and_then_rests() {
    let house = with_acts().await;
    let waiting = check(&house).await;
    assert_eq!((waiting.sealed, waiting.waiting), (0, 5));
    assert_eq!(waiting.oldest_waiting, Some(house.app.clock.now()));
    assert!(waiting.findings.is_empty(), "{:?}", waiting.findings);
    assert_eq!(seal(&house.app.db, house.centre, 2).await.unwrap(), 2);
    let halfway = check(&house).await;
    assert_eq!((halfway.sealed, halfway.waiting), (2, 3));
    assert!(halfway.findings.is_empty(), "{:?}", halfway.findings);
    assert_eq!(seal_all(&house).await, 3);
    assert_eq!(seal_all(&house).await, 0);
    let whole = check(&house).await;
    assert_eq!(
        (whole.sealed, whole.waiting, whole.oldest_waiting),
        (5, 0, None)
    );
    assert!(whole.findings.is_empty(), "{:?}", whole.findings);
    let end = head(&mut house.app.db.read(house.centre).await.unwrap())
        .await
        .unwrap();
    assert_eq!(end.position, 5);
    assert_ne!(end.hash, db::Digest32::ZERO);
}

#[tokio::test]
async fn each_kind_of_tampering_is_found_and_named() {
    let sealed = || async {
        let house = with_acts().await;
        seal_all(&house).await;
        let ids: Vec<AuditId> = house
            .audit_events()
            .await
            .into_iter()
            .map(|event| event.audit_id)
            .collect();
        (house, ids)
    };

    let (house, ids) = sealed().await;
    let found = found_after(&ALTER_DETAIL, (ids[2], "{\"n\":9}".to_owned()), &house).await;
    assert_eq!(found, ["audit_event_altered /audit_seal/3"]);

    let (house, ids) = sealed().await;
    let found = found_after(&REMOVE_EVENT, (ids[1],), &house).await;
    assert_eq!(found, ["audit_event_lost /audit_seal/2"]);

    let (house, ids) = sealed().await;
    let found = found_after(&REMOVE_SEAL, (3,), &house).await;
    let stray = format!("audit_event_stray /audit_event/{}", ids[2]);
    assert_eq!(
        found,
        [
            "audit_chain_gap /audit_seal/4",
            "audit_event_altered /audit_seal/4",
            stray.as_str()
        ]
    );

    let (house, ids) = sealed().await;
    let found = found_after(&REMOVE_SEALS_FROM, (5,), &house).await;
    let stray = format!("audit_event_stray /audit_event/{}", ids[4]);
    assert_eq!(found, ["audit_chain_cut /audit_seal/4", stray.as_str()]);

    let (house, ids) = sealed().await;
    let slipped = AuditId::new(&house.app.clock);
    let found = found_after(&SLIP_IN, (ids[0], slipped), &house).await;
    assert_eq!(found, [format!("audit_event_stray /audit_event/{slipped}")]);
}

#[tokio::test]
async fn an_event_removed_before_it_was_sealed_is_named() {
    let house = with_acts().await;
    let last = house.audit_events().await.last().unwrap().audit_id;
    let found = found_after(&REMOVE_EVENT, (last,), &house).await;
    assert_eq!(found, [format!("audit_event_lost /audit_tail/{last}")]);
}

#[tokio::test]
async fn a_day_s_head_covers_the_close_and_is_taken_once() {
    let (house, [first, second]) = with_closed_days().await;
    assert_eq!((first.day_number, second.day_number), (1, 2));
    let end = head(&mut house.app.db.read(house.centre).await.unwrap())
        .await
        .unwrap();
    assert_eq!((second.position, second.hash), (end.position, end.hash));
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let kept = day_head(&mut tx, first.business_date).await.unwrap();
    assert_eq!(kept.unwrap().mac, first.mac);
    let again = close_day_in(&mut tx, &house.app.clock, first.business_date)
        .await
        .unwrap_err();
    assert_eq!(again.refusal().unwrap().code(), "audit_day_head_taken");
}

#[tokio::test]
async fn a_chain_made_anew_over_an_altered_event_is_found() {
    let (house, [first, second]) = with_closed_days().await;
    let events = house.audit_events().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let altered = (events[2].audit_id, "{\"n\":9}".to_owned());
    tx.execute_one(&ALTER_DETAIL, altered).await.unwrap();
    tx.commit().await.unwrap();
    make_the_chain_anew(&house).await;
    let differs = |day: &DayHead| {
        let date = day.business_date;
        format!("audit_day_head_differs /audit_day_head/{date}")
    };
    assert_eq!(found(&house).await, [differs(&first), differs(&second)]);
    // The head can be made to fit, its HMAC can't.
    let mut read = house.app.db.read(house.centre).await.unwrap();
    let end = head(&mut read).await.unwrap();
    drop(read);
    let fitted = (second.business_date, end.position, end.hash);
    let told = found_after(&ALTER_DAY_HEAD, fitted, &house).await;
    let altered = "audit_day_head_altered /audit_day_head/2026-11-23".to_owned();
    assert_eq!(told, [altered, differs(&first)]);
}

#[tokio::test]
async fn a_trail_cut_off_with_its_end_set_back_is_found() {
    let (house, [_, second]) = with_closed_days().await;
    cut_behind(&house, second.position - 2).await;
    let told = found(&house).await;
    assert_eq!(told, ["audit_day_head_beyond /audit_day_head/2026-11-23"]);
    let told = found_after(&REMOVE_DAY_HEAD, (second.business_date,), &house).await;
    assert_eq!(told, ["audit_day_head_missing /audit_day_head/2026-11-23"]);
}

#[tokio::test]
async fn a_day_s_head_taken_away_is_missed() {
    let (house, [first, _]) = with_closed_days().await;
    let told = found_after(&REMOVE_DAY_HEAD, (first.business_date,), &house).await;
    assert_eq!(
        told,
        [
            "audit_day_head_gap /audit_day_head/2026-11-23",
            "audit_day_head_missing /audit_day_head/2026-11-20"
        ]
    );
}

#[tokio::test]
async fn the_trail_is_searched_by_those_who_may() {
    let house = with_acts().await;
    let stranger = house.clerk_without_roles().await;
    let query = |filters: &[(&str, &str)]| ListQuery {
        filters: filters
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect(),
        limit: 50,
        ..ListQuery::default()
    };
    let denied = events(&house.app, &stranger, &query(&[]))
        .await
        .unwrap_err();
    assert_eq!(denied.refusal().unwrap().code(), "action_forbidden");
    let of = |filters: &[(&str, &str)]| {
        let (app, caller, query) = (house.app.clone(), house.system.clone(), query(filters));
        async move { events(&app, &caller, &query).await.unwrap().items }
    };
    let denials = of(&[("actor", &stranger.actor.label())]).await;
    assert_eq!(denials.len(), 1);
    assert_eq!(denials[0].address.as_deref(), Some("10.0.0.8"));
    assert_eq!(of(&[("subject_id", "7")]).await.len(), 4);
    assert_eq!(of(&[("at.to", "2026-11-19T00:00:00Z")]).await.len(), 0);
    assert_eq!(of(&[("action", "trial.act")]).await.len(), 4);
    assert_eq!(
        of(&[("action", "trial.act"), ("outcome", "denied")])
            .await
            .len(),
        0
    );
    let both = of(&[("action", "audit.read"), ("outcome", "denied")]).await;
    assert_eq!(both.len(), 1);
    assert_eq!(both[0].audit_id, denials[0].audit_id);
    assert_eq!(of(&[("subject_kind", "trial")]).await.len(), 4);
    let all = of(&[]).await;
    assert!(
        all.windows(2)
            .all(|pair| pair[0].audit_id > pair[1].audit_id),
        "newest first"
    );
}

/// The house's clock stands at 08:30 in China: a day's bounds are China's, not those of UTC.
#[tokio::test]
async fn the_trail_is_searched_by_days_in_china() {
    let house = testing::house().await;
    for (at, n) in [
        ("2026-11-20T15:59:59.999999Z", 1),
        ("2026-11-20T16:00:00Z", 2),
    ] {
        house.app.clock.set(at.parse().unwrap());
        act(&house, json!({ "n": n })).await.unwrap();
    }
    let of = async |name: &str, day: &str| {
        let query = ListQuery {
            filters: vec![
                (name.to_owned(), day.to_owned()),
                ("action".to_owned(), ACT.code.to_owned()),
            ],
            limit: 50,
            ..ListQuery::default()
        };
        let found = events(&house.app, &house.system, &query).await?.items;
        let details = found.into_iter().map(|event| event.detail);
        Ok::<_, Error>(details.collect::<Vec<_>>())
    };
    let (one, two) = (r#"{"n":1}"#, r#"{"n":2}"#);
    for (name, day, found) in [
        ("day.from", "2026-11-20", vec![two, one]),
        ("day.from", "2026-11-21", vec![two]),
        ("day.to", "2026-11-20", vec![one]),
        ("day.to", "2026-11-21", vec![two, one]),
        ("day.to", "2099-12-31", vec![two, one]),
    ] {
        assert_eq!(of(name, day).await.unwrap(), found, "{name}={day}");
    }
    let refused = of("day.from", "2026-11-31").await.unwrap_err();
    let refusal = refused.refusal().unwrap();
    assert_eq!(
        (refusal.code(), refusal.field()),
        ("filter_invalid", Some("day.from"))
    );
}
