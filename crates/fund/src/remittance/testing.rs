//! What the tests of rosters, remittances and the proof stand on.

use db::{Digest32, ListQuery};
use kernel::{
    ArrivalId, BankAccountId, BranchId, CentreId, Date, EmployerId, Fen, IdNumber, Rate,
    RemittanceId, Result, RosterId,
};
use ledger::{AccountCode, BookCode};
use platform::branch::{self, NewBranch};
use platform::{App, Caller, file};
use settlement::arrival::NewArrival;
use sheet::{Heading, Value, Writer};

use super::{Received, RemittanceView};
use crate::employer::{self, Registration};
use crate::roster::{self, Upload};
use crate::testing as ground;
use crate::verify::{Finding, verify};

pub(crate) use crate::testing::{key, month};

/// The title row that the tests' rosters have unless they say otherwise.
pub(crate) const TITLES: &[&str] = &["姓名", "证件号码", "缴存基数"];

/// The crate's house with a bank account and an employer that contributes 8 % and 8 % from 2026-10
/// on.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) centre: CentreId,
    /// The system itself, with every grant.
    pub(crate) system: Caller,
    /// 10101.
    pub(crate) bank: BankAccountId,
    pub(crate) employer_id: EmployerId,
    ground: ground::House,
}

pub(crate) async fn house() -> House {
    let ground = ground::house().await;
    let bank = ground.bank_account().await;
    let employer_id = register(&ground, 1, ground.branch).await;
    let (app, centre, system) = (ground.app.clone(), ground.centre, ground.system.clone());
    House {
        app,
        centre,
        system,
        bank,
        employer_id,
        ground,
    }
}

async fn register(ground: &ground::House, nth: u16, branch_id: BranchId) -> EmployerId {
    let registration = Registration {
        name: format!("安居第{nth}机械厂"),
        opened_on: Some("2026-10-08".to_owned()),
        first_month: "2026-10".to_owned(),
        branch_id,
        employer_rate: Rate::from_percent(8),
        member_rate: Rate::from_percent(8),
        ..ground.registration(nth)
    };
    let (word, caller) = (format!("employer-{nth}"), &ground.system);
    employer::register(&ground.app, caller, &key(&word), registration)
        .await
        .unwrap()
        .employer_id
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The valid ID number of the nth made-up person.
pub(crate) fn id_number(nth: u16) -> String {
    let birth = date("1970-01-01").add_days(i32::from(nth)).unwrap();
    IdNumber::compose("510107", birth, nth % 1_000)
        .unwrap()
        .as_str()
        .to_owned()
}

/// A name of two characters for the nth person.
pub(crate) fn name(nth: u16) -> String {
    const GIVEN: [char; 10] = ['一', '伟', '芳', '娜', '敏', '静', '强', '磊', '军', '洋'];
    format!(
        "张{}{}",
        GIVEN[usize::from(nth / 10 % 10)],
        GIVEN[usize::from(nth % 10)]
    )
}

/// Rows of people from the first to the last with one base.
pub(crate) fn people(nth: std::ops::RangeInclusive<u16>, base: &str) -> Vec<Vec<String>> {
    nth.map(|nth| vec![name(nth), id_number(nth), base.to_owned()])
        .collect()
}

/// A workbook of texts.
pub(crate) fn workbook(titles: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let headings: Vec<Heading> = titles
        .iter()
        .map(|title| Heading::text(title, 12))
        .collect();
    let mut writer = Writer::new("清册", &headings).unwrap();
    for row in rows {
        let cells: Vec<Value<'_>> = row.iter().map(|text| Value::Text(text)).collect();
        writer.row(&cells).unwrap();
    }
    writer.finish().unwrap()
}

/// The first page of a list.
pub(crate) fn page() -> ListQuery {
    ListQuery {
        limit: 200,
        ..ListQuery::default()
    }
}

impl House {
    /// Another employer, alike.
    pub(crate) async fn another_employer(&self, nth: u16) -> EmployerId {
        register(&self.ground, nth, self.ground.branch).await
    }

    /// Another employer, of a branch of its own.
    pub(crate) async fn county_employer(&self, nth: u16) -> (EmployerId, BranchId) {
        let new = NewBranch {
            code: "02".to_owned(),
            name: "县管理部".to_owned(),
        };
        let county = branch::add(&self.app, &self.system, &key("county"), new).await;
        let county = county.unwrap();
        (register(&self.ground, nth, county).await, county)
    }

    /// The branch of the first employer.
    pub(crate) fn branch(&self) -> BranchId {
        self.ground.branch
    }

    /// Someone of the staff who may do nothing.
    pub(crate) fn stranger(&self) -> Caller {
        self.ground.clerk(None, &[])
    }

    /// Someone of the staff of a branch who may do these actions there.
    pub(crate) fn clerk_of(&self, branch: BranchId, actions: &[&str]) -> Caller {
        self.ground.clerk(Some(branch), actions)
    }

    pub(crate) async fn store(&self, bytes: Vec<u8>) -> Digest32 {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        file::store(&self.app, &self.system, "清册.xlsx", kind, bytes)
            .await
            .unwrap()
            .sm3
    }

    /// Uploads rows of the employer for a month; the word makes the key.
    pub(crate) async fn upload(
        &self,
        word: &str,
        employer_id: EmployerId,
        of: &str,
        titles: &[&str],
        rows: &[Vec<String>],
    ) -> Result<RosterId> {
        let file = self.store(workbook(titles, rows)).await;
        let upload = Upload {
            employer_id,
            file,
            month: month(of),
        };
        roster::upload(&self.app, &self.system, &key(word), &upload).await
    }

    /// Uploads and confirms; the remittance.
    pub(crate) async fn assess(
        &self,
        employer_id: EmployerId,
        of: &str,
        rows: &[Vec<String>],
    ) -> RemittanceId {
        let once = RosterId::new(&self.app.clock).to_string();
        let roster = self
            .upload(&once[4..], employer_id, of, TITLES, rows)
            .await
            .unwrap();
        let word = format!("c{}", &once[4..]);
        roster::confirm(&self.app, &self.system, &key(&word), roster)
            .await
            .unwrap()
    }

    pub(crate) async fn remittance(&self, id: RemittanceId) -> RemittanceView {
        super::remittance(&self.app, &self.system, id)
            .await
            .unwrap()
    }

    /// A wire with this serial of the bank.
    pub(crate) fn wire(&self, serial: &str, fen: i64, remark: &str) -> NewArrival {
        NewArrival {
            bank_account_id: self.bank,
            bank_serial: serial.to_owned(),
            amount_fen: Fen::new(fen),
            value_date: "2026-11-19".to_owned(),
            payer_name: "安居第1机械厂".to_owned(),
            payer_account: "5100999988887777".to_owned(),
            remark: remark.to_owned(),
            payment_code: None,
        }
    }

    pub(crate) async fn receive(&self, wire: NewArrival) -> Result<Received> {
        let word = format!("w{}", wire.bank_serial);
        super::receive(&self.app, &self.system, &key(&word), wire).await
    }

    /// The exact amount arrives.
    pub(crate) async fn pay(&self, id: RemittanceId, serial: &str) -> Received {
        let remittance = self.remittance(id).await.remittance;
        let wire = self.wire(
            serial,
            remittance.expected_fen.get(),
            &remittance.payment_code,
        );
        self.receive(wire).await.unwrap()
    }

    /// The balance of a ledger account, in fen on its side.
    pub(crate) async fn books(&self, code: &'static str) -> i64 {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        let code = AccountCode::literal(code);
        ledger::balance::of_account(&mut tx, BookCode::Fund, code)
            .await
            .unwrap()
            .get()
    }

    /// What the proof of fund, banks and books finds.
    pub(crate) async fn findings(&self) -> Vec<Finding> {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        let mut findings = verify(&mut tx).await.unwrap().findings;
        findings.extend(settlement::verify::verify(&mut tx).await.unwrap());
        findings.extend(
            ledger::verify::verify(&mut tx, &self.app.clock)
                .await
                .unwrap(),
        );
        findings
    }

    /// The code of the reason for which an arrival waits.
    pub(crate) async fn reason_of(&self, arrival_id: ArrivalId) -> Option<String> {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        let waiting = settlement::suspense::of_arrival_in(&mut tx, arrival_id)
            .await
            .unwrap();
        waiting
            .into_iter()
            .next()
            .map(|waiting| waiting.reason_code)
    }
}
