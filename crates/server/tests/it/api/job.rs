//! The main job up to where a test begins: an employer, its roster, its remittance, its money.

use kernel::{CreditCode, Date, Fen, IdNumber};
use serde_json::{Value, json};
use sheet::{Heading, Value as Cell, Writer};

use crate::support::{Client, TestCentre};

/// The month that everything here is for: that of the test's day.
pub(crate) const MONTH: &str = "2026-11";

/// A clerk and an accountant at their desks.
pub(crate) struct Desks {
    pub(crate) clerk: Client,
    pub(crate) accountant: Client,
}

impl Desks {
    pub(crate) async fn of(test: &TestCentre) -> Desks {
        Desks {
            clerk: test.sign_in("guiji").await,
            accountant: test.sign_in("kuaiji").await,
        }
    }
}

/// A person of the tests: a name, and a number that is valid and nobody's.
pub(crate) fn person(number: u16) -> (String, String) {
    let birth = Date::new(1988, 8, 8).unwrap();
    let id_number = IdNumber::compose("519900", birth, number).unwrap();
    let given: Vec<char> = "甲乙丙丁戊己庚辛壬癸".chars().collect();
    let name = format!("田{}", given[usize::from(number) % given.len()]);
    (name, id_number.as_str().to_owned())
}

/// The credit code of the tests' employer.
pub(crate) fn credit_code() -> String {
    let code = CreditCode::compose("91519900MA0000001").unwrap();
    code.as_str().to_owned()
}

/// A registration that is in order.
pub(crate) fn registration(test: &TestCentre) -> Value {
    let ((head, head_number), (agent, agent_number)) = (person(901), person(902));
    json!({
        "name": "安居市第一纺织厂",
        "credit_code": credit_code(),
        "address": "安居市建设路1号",
        "payday": 25,
        "affiliation": "90",
        "economic_type": "173",
        "industry": "C",
        "established_on": "2010-03-01",
        "first_month": MONTH,
        "branch_id": test.branches[0],
        "bank_code": "105",
        "employer_rate_ppb": 80_000_000,
        "member_rate_ppb": 80_000_000,
        "legal_person": { "name": head, "id_kind": "resident_id", "id_number": head_number },
        "agent": {
            "name": agent, "id_kind": "resident_id", "id_number": agent_number,
            "mobile": "19900000001",
        },
    })
}

/// A registered employer's id.
pub(crate) async fn employer(test: &TestCentre, clerk: &Client) -> String {
    let answer = clerk.post("/api/employers", &registration(test)).await;
    text(&answer.expect(201)["employer_id"])
}

/// A workbook with these people, each with a base in yuan.
pub(crate) fn workbook(people: &[(u16, i32)]) -> Vec<u8> {
    let headings = [
        Heading::text("姓名", 12),
        Heading::text("证件号码", 22),
        Heading::amount("缴存基数"),
    ];
    let mut writer = Writer::new("清册", &headings).unwrap();
    for &(number, base_yuan) in people {
        let (name, id_number) = person(number);
        let base = Cell::Fen(Fen::from_yuan(base_yuan));
        writer
            .row(&[Cell::Text(&name), Cell::Text(&id_number), base])
            .unwrap();
    }
    writer.finish().unwrap()
}

/// An uploaded roster's id.
pub(crate) async fn roster(clerk: &Client, employer_id: &str, people: &[(u16, i32)]) -> String {
    let file = clerk.upload("roster.xlsx", workbook(people)).await;
    let path = format!("/api/employers/{employer_id}/rosters");
    let answer = clerk
        .post(&path, &json!({ "file": file, "month": MONTH }))
        .await;
    text(&answer.expect(201)["roster_id"])
}

/// A remittance that was assessed: its page.
pub(crate) async fn remittance(clerk: &Client, employer_id: &str, people: &[(u16, i32)]) -> Value {
    let roster_id = roster(clerk, employer_id, people).await;
    let answer = clerk
        .post(&format!("/api/rosters/{roster_id}/confirm"), &Value::Null)
        .await;
    let id = text(&answer.expect(201)["remittance_id"]);
    clerk
        .get(&format!("/api/remittances/{id}"))
        .await
        .expect(200)
}

/// The account of a person of the tests.
pub(crate) async fn account_of(clerk: &Client, number: u16) -> String {
    let (_, id_number) = person(number);
    let found = clerk
        .get(&format!("/api/accounts?id_number={id_number}"))
        .await;
    text(&found.expect(200)["items"][0]["account_no"])
}

/// An arrival as an accountant writes it down.
pub(crate) async fn arrival(
    accountant: &Client,
    amount_fen: i64,
    payment_code: Option<&str>,
) -> Value {
    let accounts = accountant.get("/api/bank-accounts").await.expect(200);
    json!({
        "bank_account_id": accounts["items"][0]["bank_account_id"],
        "bank_serial": format!("B{amount_fen:08}"),
        "amount_fen": amount_fen,
        "value_date": "2026-11-02",
        "payer_name": "安居市第一纺织厂",
        "payer_account": "6222000011112222",
        "remark": "公积金",
        "payment_code": payment_code,
    })
}

/// A remittance of three people that was paid: its page before, and what came of the arrival.
pub(crate) async fn paid(test: &TestCentre, desks: &Desks) -> (Value, Value) {
    let employer_id = employer(test, &desks.clerk).await;
    let people = [(1, 5_000), (2, 6_000), (3, 7_000)];
    let remittance = remittance(&desks.clerk, &employer_id, &people).await;
    let code = remittance["payment_code"].as_str();
    let expected = remittance["expected_fen"].as_i64().unwrap();
    let wire = arrival(&desks.accountant, expected, code).await;
    let outcome = desks
        .accountant
        .post("/api/arrivals", &wire)
        .await
        .expect(201);
    assert_eq!(outcome["outcome"], "posted", "{outcome}");
    (remittance, outcome)
}

/// Checks that an object has these fields with these values, whatever else it has.
pub(crate) fn has(object: &Value, expected: &Value) {
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&object[field], value, "{field} of {object}");
    }
}

/// The text of a value that must be one.
pub(crate) fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}
