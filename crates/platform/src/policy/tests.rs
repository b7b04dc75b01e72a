use kernel::{Fen, Rate};

use super::*;
use crate::testing::{self, House};

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
    assert!(
        list(&house.app, &nobody, &parameters, date("2026-11-20"))
            .await
            .is_err()
    );
    let states = list(&house.app, &house.system, &parameters, date("2026-01-01"))
        .await
        .unwrap();
    assert!(states[0].current.is_none() && states[0].history.is_empty());
    let ceiling = &states[1];
    assert_eq!(ceiling.current.as_ref().unwrap().value, "34000.00");
    let from: Vec<String> = ceiling
        .history
        .iter()
        .map(|version| version.effective_from.to_string())
        .collect();
    assert_eq!(from, ["2026-07-01", "2025-07-01"]);
}
