//! A house for this crate's tests: a database file of its own, one centre with the fund's book and
//! an open day, a clock that stands.

use std::sync::Arc;

use db::{Backend, Config, Db, Keys, ListQuery};
use kernel::{Actor, BankAccountId, CentreId, Clock, Date, Fen, StaffId};
use platform::{App, Caller, Grants, IdempotencyKey, centre};

use crate::arrival::{self, Arrival, NewArrival};
use crate::bank_account::{self, NewBankAccount};
use crate::books;

pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) centre: CentreId,
    /// The system itself, with every grant.
    pub(crate) system: Caller,
    _folder: tempfile::TempDir,
}

/// A new house, its clock at 08:30 in China on Friday 2026-11-20, which is its open business day.
pub(crate) async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let backend = Backend::Sqlite {
        path: folder.path().join("anju.db"),
    };
    let db = Db::open(
        &Config {
            backend,
            connections: 4,
        },
        Keys::random().unwrap(),
    )
    .unwrap();
    let clock = Clock::manual("2026-11-20T00:30:00.000000Z".parse().unwrap());
    let sets = [
        &platform::MIGRATIONS,
        &ledger::MIGRATIONS,
        &crate::MIGRATIONS,
    ];
    db.migrate(&sets, &clock).await.unwrap();
    let (app, centre) = (App::new(db, clock), CentreId::new(1).unwrap());
    let system = Caller::system("setup", centre);
    centre::register(&app, &system, &key("centre"), "安居市住房公积金管理中心")
        .await
        .unwrap();
    books::open_fund_book(&app, &system, &key("fund-book"), "2026-11".parse().unwrap())
        .await
        .unwrap();
    crate::day::open(&app, &system, &key("open-day"), today())
        .await
        .unwrap();
    House {
        app,
        centre,
        system,
        _folder: folder,
    }
}

/// The house's calendar date and open business day.
pub(crate) fn today() -> Date {
    "2026-11-20".parse().unwrap()
}

/// An idempotency key from a short word.
pub(crate) fn key(word: &str) -> IdempotencyKey {
    format!("trial-key-{word}").parse().unwrap()
}

/// The first page of a list.
pub(crate) fn page() -> ListQuery {
    ListQuery {
        limit: 50,
        ..ListQuery::default()
    }
}

impl House {
    /// Someone of the staff who may do nothing.
    pub(crate) fn clerk(&self) -> Caller {
        Caller {
            actor: Actor::staff(self.centre, StaffId::new(&self.app.clock)),
            name: "无权".to_owned(),
            branch: None,
            grants: Arc::new(Grants::listed(None, [])),
            address: None,
            approved: None,
        }
    }

    /// The bank account 10101.
    pub(crate) async fn bank_account(&self) -> BankAccountId {
        let new = NewBankAccount {
            bank_code: "105".to_owned(),
            account_number: "5100123456789012".to_owned(),
            name: "安居市住房公积金管理中心".to_owned(),
            nature: "fund".to_owned(),
            opened_on: "2020-01-02".to_owned(),
        };
        bank_account::register(&self.app, &self.system, &key("bank"), new)
            .await
            .unwrap()
    }

    /// A wire of an amount in yuan with this serial of the bank.
    pub(crate) fn wire(&self, bank: BankAccountId, serial: &str, yuan: i32) -> NewArrival {
        NewArrival {
            bank_account_id: bank,
            bank_serial: serial.to_owned(),
            amount_fen: Fen::from_yuan(yuan),
            value_date: "2026-11-19".to_owned(),
            payer_name: "安居市第一中学".to_owned(),
            payer_account: "5100999988887777".to_owned(),
            remark: "十一月公积金".to_owned(),
            payment_code: Some("hj0001".to_owned()),
        }
    }

    /// Records a wire in a transaction of its own, sent nowhere.
    pub(crate) async fn record(&self, wire: NewArrival) -> kernel::Result<Arrival> {
        let serial = arrival::next_serial(&self.app, self.centre).await?;
        let checked = wire.check(today())?;
        let mut tx = self.app.db.write(self.centre).await?;
        let (clock, system) = (&self.app.clock, &self.system);
        let recorded = arrival::record_in(&mut tx, clock, system, serial, checked, today()).await?;
        tx.commit().await?;
        Ok(recorded)
    }
}

#[tokio::test]
async fn every_statement_list_and_table_is_sound() {
    let house = house().await;
    for info in crate::statements() {
        db::check_statement(&house.app.db, info).await.unwrap();
    }
    for (info, kinds) in crate::lists() {
        db::check_list(&house.app.db, &info, kinds).await.unwrap();
    }
    assert_eq!(
        db::check_migrations(&[&crate::MIGRATIONS]),
        Vec::<String>::new()
    );
}
