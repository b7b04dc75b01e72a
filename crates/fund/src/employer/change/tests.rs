//! Changes of employers, from the form to the history.

use std::collections::BTreeMap;

use kernel::{BranchId, EmployerId, Refusal, Result};
use platform::approval::Outcome;

use super::{EMPLOYER_CHANGE, Field, NewChange, change, changes};
use crate::employer::{EMPLOYER_READ, show, timeline};
use crate::testing::{self, House, credit_code, id_number, key, page, refused};
use crate::verify;

fn new(seen: i64, values: &[(Field, &str)]) -> NewChange {
    let values = values.iter().map(|(f, v)| (*f, (*v).to_owned()));
    NewChange {
        seen,
        basis: "营业执照变更登记".to_owned(),
        values: values.collect::<BTreeMap<_, _>>(),
    }
}

impl House {
    async fn change(&self, word: &str, id: EmployerId, new: &NewChange) -> Result<i64> {
        let outcome = change(&self.app, &self.system, &key(word), id, new).await?;
        match outcome {
            Outcome::Done(change_no) => Ok(change_no),
            Outcome::Pending(_) => panic!("the system needs no approval"),
        }
    }

    async fn found(&self) -> Vec<&'static str> {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        let findings = verify::verify(&mut tx).await.unwrap().findings;
        findings.into_iter().map(|finding| finding.code).collect()
    }
}

fn finding(refusal: &Refusal) -> Vec<(&str, &str)> {
    let findings = refusal.findings().iter();
    findings.map(|f| (f.field.as_ref(), f.code)).collect()
}

#[tokio::test]
async fn every_field_is_changed_and_told_and_proved() {
    let house = testing::house().await;
    let id = house.employer(1).await.employer_id;
    let (code, legal, agent) = (credit_code(7), id_number(7), id_number(8));
    // What is asked for, and what the history tells of it: before and after.
    type Case<'a> = (Field, &'a str, Option<&'a str>, Option<&'a str>);
    let cases: &[Case<'_>] = &[
        (
            Field::Name,
            " 安居市实验中学 ",
            Some("安居市第1中学"),
            Some("安居市实验中学"),
        ),
        (Field::CreditCode, &code, Some(&credit_code(1)), Some(&code)),
        (
            Field::Address,
            "解放路9号",
            Some("安居市人民路1号"),
            Some("解放路9号"),
        ),
        (Field::Postcode, "", Some("610000"), None),
        (
            Field::Email,
            "new@example.cn",
            Some("office@example.cn"),
            Some("new@example.cn"),
        ),
        (Field::Payday, "25", Some("10"), Some("25")),
        (
            Field::Affiliation,
            "50",
            Some("市、地区（自治州、盟）"),
            Some("县（区、县级市、旗）"),
        ),
        (
            Field::EconomicType,
            "120",
            Some("国有全资"),
            Some("集体全资"),
        ),
        (Field::Industry, "Q", Some("教育"), Some("卫生和社会工作")),
        (
            Field::BankCode,
            "102",
            Some("中国建设银行"),
            Some("中国工商银行"),
        ),
        (Field::LegalPersonName, "赵校长", Some("王**"), Some("赵**")),
        (
            Field::LegalPersonIdNumber,
            legal.as_str(),
            Some(&id_number(1).masked()),
            Some(&legal.masked()),
        ),
        (Field::AgentName, "钱会计", Some("李**"), Some("钱**")),
        (
            Field::AgentIdNumber,
            agent.as_str(),
            Some(&id_number(2).masked()),
            Some(&agent.masked()),
        ),
        (
            Field::AgentMobile,
            "139 0013 9000",
            Some("138****8000"),
            Some("139****9000"),
        ),
        (Field::AgentPhone, "", Some("0*********10"), None),
    ];
    let values: Vec<(Field, &str)> = cases.iter().map(|(f, v, ..)| (*f, *v)).collect();
    assert_eq!(house.change("all", id, &new(0, &values)).await.unwrap(), 1);

    let told = changes(&house.app, &house.system, id).await.unwrap();
    for (field, _, before, after) in cases {
        let row = told.iter().find(|row| row.field == *field).unwrap();
        if *field != Field::AgentPhone {
            assert_eq!(row.before.as_deref(), *before, "{field:?}");
        }
        assert_eq!(row.after.as_deref(), *after, "{field:?}");
        assert_eq!((row.change_no, row.basis.as_str()), (1, "营业执照变更登记"));
    }
    assert_eq!(told.len(), cases.len() + 1, "and the organisation code");
    let view = show(&house.app, &house.system, id).await.unwrap();
    assert_eq!(view.employer.name_compared, "安居市实验中学");
    assert_eq!(
        view.employer.organisation_code.as_deref(),
        Some(&code[8..17])
    );
    assert_eq!((view.employer.payday, view.employer.postcode), (25, None));
    assert_eq!(view.agent.mobile.as_deref(), Some("139****9000"));
    assert_eq!(view.employer.change_count, 1);
    assert_eq!(house.found().await, Vec::<&str>::new());

    // And back again: the history holds both.
    let back = new(1, &[(Field::Name, "安居市第1中学")]);
    assert_eq!(house.change("back", id, &back).await.unwrap(), 2);
    assert_eq!(house.found().await, Vec::<&str>::new());
    let events = timeline(&house.app, &house.system, id, &page(&[]))
        .await
        .unwrap();
    let told: Vec<&str> = events.items.iter().map(|e| e.sentence.as_str()).collect();
    assert_eq!(told[0], "变更单位名称（营业执照变更登记）");
    assert!(
        told[1].starts_with("变更单位名称、统一社会信用代码、组织机构代码、单位地址"),
        "{told:?}"
    );
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_beside_its_field() {
    let house = testing::house().await;
    let id = house.employer(1).await.employer_id;
    let mut wrong = new(
        0,
        &[
            (Field::Name, " "),
            (Field::CreditCode, "91510104000000001X"),
            (Field::Address, ""),
            (Field::Postcode, "61000"),
            (Field::Email, "office@cn"),
            (Field::Payday, "32"),
            (Field::Affiliation, "30"),
            (Field::EconomicType, "101"),
            (Field::Industry, "U"),
            (Field::BankCode, "999"),
            (Field::LegalPersonName, ""),
            // The kind alone: the number that stands is none of a passport's.
            (Field::LegalPersonIdKind, "taiwan_permit"),
            (Field::AgentIdNumber, "51010419900307123?"),
            (Field::AgentMobile, "12800138000"),
            (Field::AgentPhone, "分机8"),
        ],
    );
    wrong.basis = String::new();
    let error = house.change("wrong", id, &wrong).await.unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code(), "employer_invalid");
    let expected = [
        ("basis", "field_missing"),
        ("name", "field_missing"),
        ("credit_code", "credit_code_checksum"),
        ("address", "field_missing"),
        ("postcode", "postcode_malformed"),
        ("email", "email_malformed"),
        ("payday", "payday_out_of_range"),
        ("affiliation", "code_unknown"),
        ("economic_type", "code_unknown"),
        ("industry", "code_unknown"),
        ("bank_code", "code_unknown"),
        ("/legal_person/name", "person_name_empty"),
        ("/agent/mobile", "mobile_number_malformed"),
        ("/agent/phone", "phone_malformed"),
        ("/legal_person/id_number", "id_number_form"),
        ("/agent/id_number", "id_number_character"),
    ];
    assert_eq!(finding(refusal), expected);
    assert_eq!(changes(&house.app, &house.system, id).await.unwrap(), []);
}

#[tokio::test]
async fn what_may_not_be_is_refused() {
    let house = testing::house().await;
    let id = house.employer(1).await.employer_id;
    house.employer(2).await;
    type Case<'a> = (&'a str, i64, &'a [(Field, &'a str)]);
    let cases: &[Case<'_>] = &[
        ("employer_change_empty", 0, &[]),
        (
            "employer_change_empty",
            0,
            &[(Field::Name, "安居市第1中学 ")],
        ),
        // It follows from the credit code.
        (
            "employer_change_empty",
            0,
            &[(Field::OrganisationCode, "000000001")],
        ),
        (
            "employer_exists",
            0,
            &[(Field::CreditCode, &credit_code(2))],
        ),
        ("employer_changed", 1, &[(Field::Name, "安居市实验中学")]),
    ];
    for (code, seen, values) in cases {
        let attempt = house.change("never", id, &new(*seen, values)).await;
        assert_eq!(refused(attempt), *code, "{values:?}");
    }
    let nobody = EmployerId::new(&house.app.clock);
    let attempt = house.change("nobody", nobody, &new(0, &[])).await;
    assert_eq!(refused(attempt), "employer_unknown");
    let mut tx = house.write().await;
    tx.execute_one(&CLOSE, (id,)).await.unwrap();
    tx.commit().await.unwrap();
    let renamed = new(0, &[(Field::Name, "安居市实验中学")]);
    let attempt = house.change("closed", id, &renamed).await;
    assert_eq!(refused(attempt), "employer_closed");
}

db::statements! {
    /// An employer is closed.
    CLOSE: (EmployerId,) => () =
        "UPDATE employer SET status = 'closed' WHERE centre_id = $1 AND employer_id = $2";
    /// What an employer holds now, in the place of a changed name.
    RENAME: (EmployerId,) => () =
        "UPDATE employer SET name = '安居市别的中学' WHERE centre_id = $1 AND employer_id = $2";
    /// What was personal before stands where it stands after, and the other way round.
    EXCHANGE: () => () =
        "UPDATE employer_change SET before_sealed = after_sealed, after_sealed = before_sealed \
          WHERE centre_id = $1 AND field = 'agent_mobile'";
    /// One change more than there are.
    MISCOUNT: () => () =
        "UPDATE employer SET change_count = change_count + 1 WHERE centre_id = $1";
}

#[tokio::test]
async fn of_two_clerks_the_second_looks_again() {
    let house = testing::house().await;
    let id = house.employer(1).await.employer_id;
    let first = new(0, &[(Field::Address, "解放路9号")]);
    assert_eq!(house.change("first", id, &first).await.unwrap(), 1);
    let second = new(0, &[(Field::Email, "new@example.cn")]);
    assert_eq!(
        refused(house.change("second", id, &second).await),
        "employer_changed"
    );
    let again = NewChange { seen: 1, ..second };
    assert_eq!(house.change("second", id, &again).await.unwrap(), 2);
    // A repeated request does nothing twice, and a key is of one request.
    assert_eq!(house.change("first", id, &first).await.unwrap(), 1);
    assert_eq!(
        refused(house.change("first", id, &again).await),
        "idempotency_key_reused"
    );
    assert_eq!(
        changes(&house.app, &house.system, id).await.unwrap().len(),
        2
    );
}

#[tokio::test]
async fn a_branch_changes_its_own_alone() {
    let house = testing::house().await;
    let app = &house.app;
    let id = house.employer(1).await.employer_id;
    let asked = new(0, &[(Field::Address, "解放路9号")]);
    let both = [EMPLOYER_CHANGE.code, EMPLOYER_READ.code];
    let elsewhere = house.clerk(Some(BranchId::new(&app.clock)), &both);
    let attempt = change(app, &elsewhere, &key("elsewhere"), id, &asked).await;
    assert_eq!(refused(attempt), "action_forbidden");
    assert_eq!(
        refused(changes(app, &elsewhere, id).await),
        "action_forbidden"
    );
    let reader = house.clerk(Some(house.branch), &[EMPLOYER_READ.code]);
    let attempt = change(app, &reader, &key("reader"), id, &asked).await;
    assert_eq!(refused(attempt), "action_forbidden");
    assert_eq!(
        show(app, &reader, id).await.unwrap().summary.can,
        Vec::<&str>::new()
    );
    let here = house.clerk(Some(house.branch), &both);
    assert_eq!(show(app, &here, id).await.unwrap().summary.can, ["change"]);
    let done = change(app, &here, &key("here"), id, &asked).await.unwrap();
    assert_eq!(done, Outcome::Done(1), "without a flow nobody is asked");
}

#[tokio::test]
async fn what_was_altered_behind_a_change_is_found() {
    let house = testing::house().await;
    let id = house.employer(1).await.employer_id;
    let asked = [
        (Field::Name, "安居市实验中学"),
        (Field::AgentMobile, "13900139000"),
    ];
    house.change("two", id, &new(0, &asked)).await.unwrap();
    for (statement, expected) in [
        (
            &EXCHANGE,
            vec!["employer_change_facts_differ", "employer_facts_differ"],
        ),
        (&MISCOUNT, vec!["employer_change_out_of_order"]),
    ] {
        let mut tx = house.write().await;
        tx.execute_one(statement, ()).await.unwrap();
        let mut found: Vec<_> = verify::verify(&mut tx).await.unwrap().findings;
        found.sort_by_key(|finding| finding.code);
        let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, expected);
    }
    let mut tx = house.write().await;
    tx.execute_one(&RENAME, (id,)).await.unwrap();
    let found = verify::verify(&mut tx).await.unwrap().findings;
    assert_eq!(
        found[0].code, "employer_facts_differ",
        "though the name was changed since"
    );
    drop(tx);
    assert_eq!(house.found().await, Vec::<&str>::new());
}
