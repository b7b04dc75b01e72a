//! A clerk and an accountant at their desks, doing the main job over HTTP: for the tests that need
//! it for several employers, months and files.

use kernel::{CreditCode, Date, Fen, IdNumber};
use serde_json::{Value, json};
use sheet::{Heading, Value as Cell, Writer};

use crate::support::{Answer, Client, TODAY, TestCentre};

/// Eight percent of each side, as the wire has it.
const RATE_PPB: i64 = 80_000_000;

/// Someone on a roster.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) id_number: String,
    pub(crate) base: Fen,
}

/// Those who do the main job, and where its money comes in.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) clerk: Client,
    pub(crate) accountant: Client,
    bank_account_id: String,
    branch_id: String,
}

impl Desk {
    pub(crate) async fn of(test: &TestCentre) -> Desk {
        let accountant = test.sign_in("kuaiji").await;
        let banks = accountant.get("/api/bank-accounts").await.expect(200);
        Desk {
            clerk: test.sign_in("guiji").await,
            accountant,
            bank_account_id: text(&banks["items"][0]["bank_account_id"]),
            branch_id: test.branches[0].to_string(),
        }
    }

    /// A registered employer's id. `number` tells the employers of a test apart.
    pub(crate) async fn employer(&self, number: u32, first_month: &str) -> String {
        let credit_code = CreditCode::compose(&format!("91519900MA{number:07}")).unwrap();
        let (head, agent) = (person(800), person(801));
        let registration = json!({
            "name": format!("安居市晴川设备{number}厂"),
            "credit_code": credit_code.as_str(),
            "address": "安居市建设路1号",
            "payday": 25,
            "affiliation": "90",
            "economic_type": "173",
            "industry": "C",
            "established_on": "2010-03-01",
            "first_month": first_month,
            "branch_id": self.branch_id,
            "bank_code": "105",
            "employer_rate_ppb": RATE_PPB,
            "member_rate_ppb": RATE_PPB,
            "legal_person": {
                "name": head.name, "id_kind": "resident_id", "id_number": head.id_number,
            },
            "agent": {
                "name": agent.name, "id_kind": "resident_id", "id_number": agent.id_number,
                "mobile": "19900000001",
            },
        });
        let answer = self.clerk.post("/api/employers", &registration).await;
        text(&answer.expect(201)["employer_id"])
    }

    /// What uploading a file as an employer's roster is answered with.
    pub(crate) async fn upload(&self, employer_id: &str, month: &str, file: Vec<u8>) -> Answer {
        let file = self.clerk.upload("roster.xlsx", file).await;
        let path = format!("/api/employers/{employer_id}/rosters");
        let body = json!({ "file": file, "month": month });
        self.clerk.post(&path, &body).await
    }

    /// The page of a roster just uploaded.
    pub(crate) async fn preview(&self, employer_id: &str, month: &str, file: Vec<u8>) -> Value {
        let uploaded = self.upload(employer_id, month, file).await.expect(201);
        let path = format!("/api/rosters/{}", text(&uploaded["roster_id"]));
        self.clerk.get(&path).await.expect(200)
    }

    /// All lines of a roster.
    pub(crate) async fn lines(&self, roster: &Value) -> Vec<Value> {
        let path = format!(
            "/api/rosters/{}/lines?limit=200",
            text(&roster["roster_id"])
        );
        let answer = self.clerk.get(&path).await.expect(200);
        answer["items"].as_array().unwrap().clone()
    }

    /// What confirming a roster is answered with.
    pub(crate) async fn confirm(&self, roster: &Value) -> Answer {
        let path = format!("/api/rosters/{}/confirm", text(&roster["roster_id"]));
        self.clerk.post(&path, &Value::Null).await
    }

    /// The page of a remittance assessed from a roster of these people.
    pub(crate) async fn assess(&self, employer_id: &str, month: &str, staff: &[Person]) -> Value {
        let roster = self.preview(employer_id, month, workbook(staff)).await;
        assert_eq!(roster["faulty_rows"], 0, "{roster}");
        let confirmed = self.confirm(&roster).await.expect(201);
        self.remittance(&text(&confirmed["remittance_id"])).await
    }

    pub(crate) async fn remittance(&self, remittance_id: &str) -> Value {
        let path = format!("/api/remittances/{remittance_id}");
        self.accountant.get(&path).await.expect(200)
    }

    /// An arrival as the accountant copies it from the bank's advice.
    pub(crate) fn wire(&self, bank_serial: &str, amount_fen: i64, remark: &str) -> Value {
        json!({
            "bank_account_id": self.bank_account_id,
            "bank_serial": bank_serial,
            "amount_fen": amount_fen,
            "value_date": TODAY,
            "payer_name": "安居市晴川设备厂",
            "payer_account": "6222000011112222",
            "remark": remark,
            "payment_code": null,
        })
    }

    /// The wire that pays a remittance to the fen, its code in the remark as banks pass it on.
    pub(crate) fn exact_wire(&self, bank_serial: &str, remittance: &Value) -> Value {
        let remark = format!("公积金 缴款码{}", text(&remittance["payment_code"]));
        let expected = remittance["expected_fen"].as_i64().unwrap();
        self.wire(bank_serial, expected, &remark)
    }

    /// What came of an arrival.
    pub(crate) async fn record(&self, wire: &Value) -> Value {
        self.accountant
            .post("/api/arrivals", wire)
            .await
            .expect(201)
    }

    /// Pays a remittance and answers what came of it.
    pub(crate) async fn pay(&self, bank_serial: &str, remittance: &Value) -> Value {
        let outcome = self.record(&self.exact_wire(bank_serial, remittance)).await;
        assert_eq!(outcome["outcome"], "posted", "{outcome}");
        outcome
    }

    /// The accounts of an employer, in the order of their numbers.
    pub(crate) async fn accounts(&self, employer_id: &str) -> Vec<Value> {
        let path = format!("/api/accounts?employer_id={employer_id}&sort=account_no&limit=200");
        let answer = self.clerk.get(&path).await.expect(200);
        answer["items"].as_array().unwrap().clone()
    }

    /// Closes the business day and answers the one opened and the one closed.
    pub(crate) async fn close_day(&self, test: &TestCentre) -> [Value; 2] {
        let session = self.accountant.get("/api/session").await.expect(200);
        let day = json!({ "date": session["business_day"]["date"] });
        self.accountant
            .post("/api/business-days/close", &day)
            .await
            .expect(202);
        test.run_jobs().await;
        let days = self.accountant.get("/api/business-days").await.expect(200);
        [days["items"][0].clone(), days["items"][1].clone()]
    }
}

/// A person of the tests, whose number is valid and nobody's.
pub(crate) fn person(number: u16) -> Person {
    let given: Vec<char> = "甲乙丙丁戊己庚辛壬癸".chars().collect();
    Person {
        name: format!("田{}", given[usize::from(number) % given.len()]),
        id_number: id_number("1988-08-08", number),
        base: Fen::from_yuan(5_000 + i32::from(number) * 10),
    }
}

/// A valid number of nobody's region.
pub(crate) fn id_number(birth: &str, sequence: u16) -> String {
    let birth: Date = birth.parse().unwrap();
    let number = IdNumber::compose("519900", birth, sequence).unwrap();
    number.as_str().to_owned()
}

/// People `first` to `last`.
pub(crate) fn staff(first: u16, last: u16) -> Vec<Person> {
    (first..=last).map(person).collect()
}

/// A roster as the template has it, of the required columns.
pub(crate) fn workbook(staff: &[Person]) -> Vec<u8> {
    let headings = [
        Heading::text("姓名", 12),
        Heading::text("证件号码", 22),
        Heading::amount("缴存基数"),
    ];
    let mut writer = Writer::new("清册", &headings).unwrap();
    for person in staff {
        let cells = [
            Cell::Text(&person.name),
            Cell::Text(&person.id_number),
            Cell::Fen(person.base),
        ];
        writer.row(&cells).unwrap();
    }
    writer.finish().unwrap()
}

/// The text of a value that must be one.
pub(crate) fn text(value: &Value) -> String {
    let text = value.as_str();
    text.unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}
