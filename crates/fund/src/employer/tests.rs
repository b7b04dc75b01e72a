use super::*;
use crate::testing::{self, House, credit_code, id_number, key, month, page, refused};
use kernel::{BranchId, Fen, Rate};

async fn try_register(house: &House, word: &str, new: Registration) -> Result<Registered> {
    register(&house.app, &house.system, &key(word), new).await
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_beside_its_field() {
    let house = testing::house().await;
    let mut wrong = Registration {
        name: " ".to_owned(),
        credit_code: credit_code(1).replace('9', "8"),
        address: "x".repeat(256),
        postcode: Some("61000".to_owned()),
        email: Some("office@cn".to_owned()),
        payday: 32,
        affiliation: "30".to_owned(),
        economic_type: "101".to_owned(),
        industry: "U".to_owned(),
        established_on: "2026-02-30".to_owned(),
        opened_on: Some("2026-11-21".to_owned()),
        first_month: "2026-13".to_owned(),
        bank_code: "999".to_owned(),
        employer_rate: Rate::from_percent(4),
        member_rate: Rate::from_percent(13),
        ..house.registration(1)
    };
    wrong.legal_person.name = String::new();
    wrong.legal_person.id_number.replace_range(17.., "?");
    wrong.agent.id_kind = "library_card".to_owned();
    wrong.agent.mobile = "12800138000".to_owned();
    wrong.agent.phone = Some("分机8".to_owned());
    let error = try_register(&house, "wrong", wrong).await.unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code(), "employer_invalid");
    let found: Vec<_> = refusal
        .findings()
        .iter()
        .map(|f| (f.field.as_ref(), f.code))
        .collect();
    assert_eq!(
        found,
        [
            ("name", "field_missing"),
            ("credit_code", "credit_code_checksum"),
            ("address", "field_too_long"),
            ("postcode", "postcode_malformed"),
            ("email", "email_malformed"),
            ("payday", "payday_out_of_range"),
            ("affiliation", "code_unknown"),
            ("economic_type", "code_unknown"),
            ("industry", "code_unknown"),
            ("bank_code", "code_unknown"),
            ("established_on", "date_nonexistent"),
            ("first_month", "month_nonexistent"),
            ("opened_on", "opened_on_ahead"),
            ("employer_rate_ppb", "rate_out_of_range"),
            ("member_rate_ppb", "rate_out_of_range"),
            ("member_rate_ppb", "rates_differ"),
            ("/legal_person/name", "person_name_empty"),
            ("/legal_person/id_number", "id_number_character"),
            ("/agent/id_kind", "code_unknown"),
            ("/agent/mobile", "mobile_number_malformed"),
            ("/agent/phone", "phone_malformed"),
        ]
    );
    assert!(
        refusal.findings().iter().all(|f| !f.sentence.is_ascii()),
        "in Chinese"
    );
    let listed = list(&house.app, &house.system, &page(&[])).await.unwrap();
    assert_eq!(listed.items.len(), 0, "nothing is registered");
}

#[tokio::test]
async fn dates_stand_in_their_order() {
    let house = testing::house().await;
    let cases = [
        (
            "2026-01-06",
            "2026-01-05",
            "2026-01",
            "established_on_after_opening",
        ),
        (
            "2026-01-02",
            "2026-01-05",
            "2025-12",
            "first_month_before_establishment",
        ),
        ("2020-01-02", "2026-01-05", "2026-03", "first_month_ahead"),
    ];
    for (established, opened, first, code) in cases {
        let wrong = Registration {
            established_on: established.to_owned(),
            opened_on: Some(opened.to_owned()),
            first_month: first.to_owned(),
            ..house.registration(1)
        };
        let error = try_register(&house, "dates", wrong).await.unwrap_err();
        let findings = error.refusal().unwrap().findings().to_vec();
        assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), [code]);
    }
    let next_month = Registration {
        opened_on: None,
        first_month: "2026-12".to_owned(),
        ..house.registration(1)
    };
    let registered = try_register(&house, "today", next_month).await.unwrap();
    let shown = show(&house.app, &house.system, registered.employer_id)
        .await
        .unwrap();
    assert_eq!(
        shown.employer.opened_on,
        testing::today(),
        "left out means today"
    );
}

#[tokio::test]
async fn an_employer_is_registered_once() {
    let house = testing::house().await;
    let first = house.employer(1).await;
    let again = try_register(&house, "again", house.registration(1))
        .await
        .unwrap_err();
    let refusal = again.refusal().unwrap();
    assert_eq!(
        (refusal.code(), refusal.field()),
        ("employer_exists", Some("credit_code"))
    );
    assert!(
        refusal.sentence().contains(&first.employer_no.to_string()),
        "{refusal}"
    );

    let replay = try_register(&house, "employer-1", house.registration(1))
        .await
        .unwrap();
    assert_eq!(replay, first);
    let reused = try_register(&house, "employer-1", house.registration(2)).await;
    assert_eq!(refused(reused), "idempotency_key_reused");
    assert!(first.employer_no.to_string().starts_with('2'));
    assert_eq!(first.employer_no.to_string().len(), 10);
}

#[tokio::test]
async fn a_branch_registers_and_sees_its_own_alone() {
    let house = testing::house().await;
    let app = &house.app;
    let both = [EMPLOYER_REGISTER.code, EMPLOYER_READ.code];
    let elsewhere = house.clerk(Some(BranchId::new(&app.clock)), &both);
    let attempt = register(app, &elsewhere, &key("elsewhere"), house.registration(1)).await;
    assert_eq!(refused(attempt), "action_forbidden");
    let nowhere = Registration {
        branch_id: elsewhere.branch.unwrap(),
        ..house.registration(1)
    };
    let attempt = register(app, &elsewhere, &key("nowhere"), nowhere).await;
    assert_eq!(
        refused(attempt),
        "branch_unknown",
        "there is no such branch"
    );

    let here = house.clerk(Some(house.branch), &both);
    let id = register(app, &here, &key("here"), house.registration(1))
        .await
        .unwrap()
        .employer_id;
    assert_eq!(list(app, &here, &page(&[])).await.unwrap().items.len(), 1);
    assert_eq!(
        list(app, &elsewhere, &page(&[])).await.unwrap().items.len(),
        0
    );
    assert_eq!(refused(show(app, &elsewhere, id).await), "action_forbidden");
    assert_eq!(
        refused(months(app, &elsewhere, id).await),
        "action_forbidden"
    );
    let unknown = EmployerId::new(&app.clock);
    assert_eq!(refused(show(app, &here, unknown).await), "employer_unknown");
}

#[tokio::test]
async fn what_was_filled_in_is_kept_and_people_are_shown_masked() {
    let house = testing::house().await;
    let id = house.employer(1).await.employer_id;
    let view = show(&house.app, &house.system, id).await.unwrap();
    let employer = &view.employer;
    assert_eq!(employer.credit_code.as_deref(), Some(&*credit_code(1)));
    assert_eq!(
        employer.organisation_code.as_deref(),
        Some(&credit_code(1)[8..17])
    );
    assert_eq!(
        (employer.industry, employer.status),
        (Industry::Education, EmployerStatus::Opened)
    );
    assert_eq!(view.summary.branch_name, "市直管理部");
    assert_eq!(view.legal_person.name, "王**");
    assert_eq!(view.legal_person.id_number, id_number(1).masked());
    assert_eq!(view.agent.mobile.as_deref(), Some("138****8000"));
    let shown = format!("{view:?} {:?}", house.registration(1));
    for secret in [
        "王校长",
        "李会计",
        id_number(1).as_str(),
        "13800138000",
        "86543210",
    ] {
        assert!(!shown.contains(secret), "{secret} must not show in Debug");
    }
}

#[tokio::test]
async fn the_list_sums_the_accounts_and_tells_the_months() {
    let house = testing::house().await;
    let (app, system) = (&house.app, &house.system);
    let id = house.employer(1).await.employer_id;
    house.employer(2).await;
    house.accounts(id, &["张三", "李四"], 101).await;
    let newest = list(app, system, &page(&[])).await.unwrap();
    let names: Vec<_> = newest.items.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(
        names,
        ["安居市第2中学", "安居市第1中学"],
        "the latest first"
    );
    let found = list(app, system, &page(&[("name.contains", "安居市第1")]))
        .await
        .unwrap();
    let [one] = found.items.as_slice() else {
        panic!("one employer")
    };
    assert_eq!(
        (one.people, one.sealed_people, one.balance_fen),
        (2, 0, Fen::ZERO)
    );
    // Nothing remitted from 2026-01; payday 10, so November has fallen due by the 20th.
    assert_eq!((one.paid_through, one.months_owed), (None, 11));
    let months = months(app, system, id).await.unwrap();
    assert_eq!((months.len(), months[0].month), (11, month("2026-11")));
    assert!(months.iter().all(|m| m.status == MonthStatus::Owed));
    assert_eq!(
        refused(list(app, system, &page(&[("payday", "10")])).await),
        "filter_unknown"
    );
}
