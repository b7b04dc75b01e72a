//! A house for this crate's tests: a database file of its own, one centre with a branch, its
//! policy, the fund's book and an open day, a clock that stands.

use std::sync::Arc;

use db::{Backend, Config, Db, Keys, ListQuery, WriteTx};
use kernel::{
    AccountNo, Actor, BankAccountId, BatchId, BranchId, CentreId, Clock, CreditCode, Date,
    EmployerId, Fen, IdNumber, MemberId, Month, PersonName, Rate, StaffId, VoucherId,
};
use platform::branch::{self, NewBranch};
use platform::{App, Caller, DataScope, Grants, IdempotencyKey, centre};
use settlement::bank_account::{self, NewBankAccount};
use settlement::books;

use crate::account::{self, BatchLine, Maker, NewAccount, bulk};
use crate::employer::{self, Agent, Person, Registered, Registration};
use crate::member::{IdDocument, Member};

pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) centre: CentreId,
    pub(crate) branch: BranchId,
    /// The system itself, with every grant.
    pub(crate) system: Caller,
    _folder: tempfile::TempDir,
}

/// A new house, its clock at 08:30 in China on Friday 2026-11-20, which is its open business day;
/// its book begins with 2026-01.
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
        &settlement::MIGRATIONS,
        &crate::MIGRATIONS,
    ];
    db.migrate(&sets, &clock).await.unwrap();
    let (app, centre) = (App::new(db, clock), CentreId::new(1).unwrap());
    let system = Caller::system("setup", centre);
    centre::register(&app, &system, &key("centre"), "安居市住房公积金管理中心")
        .await
        .unwrap();
    let new = NewBranch {
        code: "01".to_owned(),
        name: "市直管理部".to_owned(),
    };
    let branch = branch::add(&app, &system, &key("branch"), new)
        .await
        .unwrap();
    books::open_fund_book(&app, &system, &key("fund-book"), "2026-01".parse().unwrap())
        .await
        .unwrap();
    settlement::day::open(&app, &system, &key("open-day"), today())
        .await
        .unwrap();
    let house = House {
        app,
        centre,
        branch,
        system,
        _folder: folder,
    };
    let mut tx = house.write().await;
    let versions = crate::policy::default_versions();
    platform::policy::seed_in(&mut tx, &house.app.clock, &house.system, versions)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    house
}

/// The house's calendar date and open business day.
pub(crate) fn today() -> Date {
    "2026-11-20".parse().unwrap()
}

/// A month from its text.
pub(crate) fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// An idempotency key from a short word.
pub(crate) fn key(word: &str) -> IdempotencyKey {
    format!("trial-key-{word}").parse().unwrap()
}

/// The first page of a list with these filters.
pub(crate) fn page(filters: &[(&str, &str)]) -> ListQuery {
    let filters = filters
        .iter()
        .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
        .collect();
    ListQuery {
        filters,
        limit: 50,
        ..ListQuery::default()
    }
}

/// The code of the refusal that something ended with; `broken` when it wasn't one.
pub(crate) fn refused<T: std::fmt::Debug>(result: kernel::Result<T>) -> &'static str {
    let error = result.unwrap_err();
    error.refusal().map_or("broken", kernel::Refusal::code)
}

/// A valid resident ID number, different for each `nth`.
pub(crate) fn id_number(nth: u16) -> IdNumber {
    IdNumber::compose("510104", "1990-03-07".parse().unwrap(), nth).unwrap()
}

/// A valid credit code, different for each `nth`.
pub(crate) fn credit_code(nth: u16) -> String {
    CreditCode::compose(&format!("91510104{nth:09}"))
        .unwrap()
        .as_str()
        .to_owned()
}

impl House {
    pub(crate) async fn write(&self) -> WriteTx {
        self.app.db.write(self.centre).await.unwrap()
    }

    /// Someone of the staff of `branch` who may do these actions there.
    pub(crate) fn clerk(&self, branch: Option<BranchId>, actions: &[&str]) -> Caller {
        let granted = actions
            .iter()
            .map(|code| ((*code).to_owned(), DataScope::OwnBranch));
        Caller {
            actor: Actor::staff(self.centre, StaffId::new(&self.app.clock)),
            name: "经办".to_owned(),
            branch,
            grants: Arc::new(Grants::listed(branch, granted)),
            address: None,
            approved: None,
        }
    }

    /// A registration with nothing wrong in it.
    pub(crate) fn registration(&self, nth: u16) -> Registration {
        Registration {
            name: format!("安居市第{nth}中学"),
            credit_code: credit_code(nth),
            address: "安居市人民路1号".to_owned(),
            postcode: Some("610000".to_owned()),
            email: Some("office@example.cn".to_owned()),
            payday: 10,
            affiliation: "40".to_owned(),
            economic_type: "110".to_owned(),
            industry: "P".to_owned(),
            established_on: "2010-09-01".to_owned(),
            opened_on: Some("2026-01-05".to_owned()),
            first_month: "2026-01".to_owned(),
            branch_id: self.branch,
            bank_code: "105".to_owned(),
            employer_rate: Rate::from_percent(12),
            member_rate: Rate::from_percent(12),
            legal_person: Person {
                name: "王校长".to_owned(),
                id_kind: "resident_id".to_owned(),
                id_number: id_number(1).as_str().to_owned(),
            },
            agent: Agent {
                name: "李会计".to_owned(),
                id_kind: "resident_id".to_owned(),
                id_number: id_number(2).as_str().to_owned(),
                mobile: "138 0013 8000".to_owned(),
                phone: Some("028-86543210".to_owned()),
            },
        }
    }

    /// A registered employer.
    pub(crate) async fn employer(&self, nth: u16) -> Registered {
        let (word, new) = (format!("employer-{nth}"), self.registration(nth));
        employer::register(&self.app, &self.system, &key(&word), new)
            .await
            .unwrap()
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

    /// A member to be: base 5,000 yuan, 12 % each side.
    pub(crate) fn newcomer(
        &self,
        employer_id: EmployerId,
        account_no: AccountNo,
        name: &str,
        nth: u16,
    ) -> NewAccount {
        let (keys, name) = (self.app.db.keys(), PersonName::parse(name).unwrap());
        let (document, id) = (
            IdDocument::resident(id_number(nth)),
            MemberId::new(&self.app.clock),
        );
        let member = Member::seal(keys, self.centre, id, &name, &document, None).unwrap();
        NewAccount {
            account_no,
            member,
            employer_id,
            branch_id: self.branch,
            opened_on: today(),
            first_month: month("2026-01"),
            base_fen: Fen::from_yuan(5_000),
            employer_rate: Rate::from_percent(12),
            member_rate: Rate::from_percent(12),
            employer_monthly_fen: Fen::from_yuan(600),
            member_monthly_fen: Fen::from_yuan(600),
        }
    }

    /// The system, as it makes a change now.
    pub(crate) fn maker(&self) -> Maker {
        Maker::new(&self.app.clock, &self.system, None)
    }

    /// Accounts of `names`, the `nth` person and those after, opened.
    pub(crate) async fn accounts(
        &self,
        employer_id: EmployerId,
        names: &[&str],
        nth: u16,
    ) -> Vec<AccountNo> {
        let numbers = account::reserve_numbers(&self.app, self.centre, names.len())
            .await
            .unwrap();
        let new = names.iter().zip(&numbers).zip(nth..);
        let new = new
            .map(|((name, no), nth)| self.newcomer(employer_id, *no, name, nth))
            .collect();
        let mut tx = self.write().await;
        account::open_many_in(&mut tx, &self.app.clock, &self.maker(), new)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        numbers
    }

    /// A batch of one line an account: both sides' amounts in yuan.
    pub(crate) async fn batch(&self, lines: &[(AccountNo, i32, i32)]) -> BatchId {
        let batch_id = BatchId::new(&self.app.clock);
        let lines = lines
            .iter()
            .zip(1..)
            .map(|((account_no, employer, member), line_no)| BatchLine {
                batch_id,
                line_no,
                account_no: *account_no,
                base_fen: Fen::from_yuan(5_000),
                employer_fen: Fen::from_yuan(*employer),
                member_fen: Fen::from_yuan(*member),
            });
        let mut tx = self.write().await;
        bulk::load_lines_in(&mut tx, lines).await.unwrap();
        tx.commit().await.unwrap();
        batch_id
    }

    /// An id such as a voucher has.
    pub(crate) fn voucher_id(&self) -> VoucherId {
        VoucherId::new(&self.app.clock)
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
