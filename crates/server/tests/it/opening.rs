//! Moving in: a small centre's files, consistent, and with everything that can be wrong in them.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use db::{Db, ListQuery};
use fund::account::{self, AccountStatus, EntryKind, MonthKind};
use fund::employer;
use fund::opening::tables::{
    ACCOUNTS, BANKS, LEDGER, LOAN_CONTRACTS, LOANS, OVERDUE, PAID_MONTHS, PEOPLE, SUSPENSE,
    UNIT_ACCOUNTS, UNITS,
};
use fund::opening::{self, DifferenceKind, Differences, Figures, Outcome};
use kernel::{AccountNo, CentreId, Date, Error, Fen, IdNumber, Month, Result};
use ledger::BookCode;
use platform::{App, Caller};
use server::{keeper, wiring};
use settlement::suspense;
use simulation::founding;
use tempfile::TempDir;
use testkit::{On, Template, TestDatabase};

use crate::support::{centre, clock};

static TEMPLATE: Template = Template::new();

/// A founded centre that has no book yet.
struct Empty {
    app: App,
    centre: CentreId,
    _database: TestDatabase,
}

impl Empty {
    async fn on(on: On) -> Option<Empty> {
        let database = TEMPLATE.clone_on(on, found).await?;
        Some(Empty {
            app: App::new(database.db.clone(), clock()),
            centre: centre(),
            _database: database,
        })
    }

    fn system(&self) -> Caller {
        Caller::system("opening", self.centre)
    }

    async fn import(&self, files: &Files) -> Result<Outcome> {
        self.import_from(files, first_month()).await
    }

    async fn import_from(&self, files: &Files, first_month: Month) -> Result<Outcome> {
        let folder = files.written();
        let system = self.system();
        let mut unheard = |_: &str, _: u64| {};
        opening::import(&self.app, &system, folder.path(), first_month, &mut unheard).await
    }

    async fn imported(&self, files: &Files) -> Figures {
        match self.import(files).await.unwrap() {
            Outcome::Imported(figures) => figures,
            Outcome::Refused(differences) => panic!("{}", told(&differences)),
        }
    }

    async fn refused(&self, files: &Files) -> Differences {
        self.refused_from(files, first_month()).await
    }

    async fn refused_from(&self, files: &Files, first_month: Month) -> Differences {
        match self.import_from(files, first_month).await.unwrap() {
            Outcome::Imported(_) => panic!("nothing differs"),
            Outcome::Refused(differences) => differences,
        }
    }

    /// Nothing of a refused load is left: no book, no employer, no account, no event.
    async fn is_untouched(&self) {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        assert!(ledger::book::get(&mut tx, BookCode::Fund).await.is_err());
        drop(tx);
        let (app, system, all) = (
            &self.app,
            self.system(),
            ListQuery {
                limit: 5,
                ..ListQuery::default()
            },
        );
        let employers = fund::employer::list(app, &system, &all).await.unwrap();
        let accounts = account::list(app, &system, &all).await.unwrap();
        assert_eq!((employers.items.len(), accounts.items.len()), (0, 0));
    }
}

async fn found(db: Db) {
    let clock = clock();
    db.migrate(wiring::MIGRATIONS, &clock).await.unwrap();
    let app = App::new(db, clock);
    founding::establish(&app, centre(), &wiring::actions())
        .await
        .unwrap();
}

fn first_month() -> Month {
    "2026-11".parse().unwrap()
}

fn told(differences: &Differences) -> String {
    let kinds = differences.counts().map(|(kind, _)| differences.of(kind));
    format!("{:#?}", kinds.flatten().collect::<Vec<_>>())
}

fn code(error: &Error) -> &'static str {
    error.refusal().map_or("broken", kernel::Refusal::code)
}

fn id_number(nth: u16) -> String {
    let born = Date::new(1985, 6, 15).unwrap();
    IdNumber::compose("519900", born, nth)
        .unwrap()
        .as_str()
        .to_owned()
}

const BANK: &str = "5100123456789012";

/// The files of a folder: texts by file name.
#[derive(Clone)]
struct Files(BTreeMap<&'static str, String>);

impl Files {
    /// Two employers, four people, a loan two instalments behind, three bank accounts, two items that
    /// wait: everything agrees.
    fn consistent() -> Files {
        let person = |n: u16, name: &str| {
            format!("992601010000{n},{name},1390000000{n},01,{}\n", id_number(n))
        };
        let people = [
            person(1, "马建国"),
            person(2, "孔令仪"),
            person(3, "欧阳春"),
            person(4, "李冬"),
        ];
        let contract = format!(
            "AJ1,GF1,105,01,2021-03-01,2041-03-01,01,6217000000000001,2500.00,01,240,安居路1号,01,5000.00,0.0310000,9926010100001,马建国,01,{},2021-02-20,20\n",
            id_number(1)
        );
        let files = [
            (UNITS.file, "单位账号,单位名称,单位地址,单位法人代表姓名,单位隶属关系,单位经济类型,单位所属行业,单位发薪日,经办人姓名,经办人手机号码,组织机构代码,单位开户日期,受托银行代码,管理部\n\
                9826010100001,青山机械厂,青山路1号,宋长河,90,150,C35,10,梁小满,13900001111,,2015-06-18 00:00:00,105,01\n\
                9826010100002,白水镇中心小学,,何静,50,110,P,15,罗勇,,,2018-01-01,102,安东管理部\n".to_owned()),
            (UNIT_ACCOUNTS.file, "DWZH,DWJCBL,GRJCBL,DWJCRS,DWFCRS,DWZHYE,DWZHZT,JZNY\n\
                9826010100001,8.00,8.00,2,1,3000.00,01,202610\n\
                9826010100002,0.12,12,1,0,500.50,01,202609\n".to_owned()),
            (PEOPLE.file, format!("GRZH,XINGMING,SJHM,ZJLX,ZJHM\n{}", people.concat())),
            (ACCOUNTS.file, "个人账号,单位账号,个人缴存基数,个人账户状态,开户日期,个人账户余额,个人账户上年结转余额,个人账户当年归集余额,个人月缴存额,单位月缴存额,起缴年月\n\
                9926010100001,9826010100001,5000,01,2024-12-05,1000.00,600.00,400.00,400,400,\n\
                9926010100002,9826010100001,6000,06,2025-12-01,1500.00,900.00,600.00,480,480,\n\
                9926010100003,9826010100001,4000,02,2024-12-01,500.00,500.00,0,320,320,202412\n\
                9926010100004,9826010100002,4000,01,20260801,500.50,0,500.50,480,480,\n".to_owned()),
            (PAID_MONTHS.file, "个人账号,起始年月,终止年月,单位账号\n\
                9926010100001,202501,202610,\n\
                9926010100002,202605,202610,\n\
                9926010100002,202601,202603,9826010100002\n\
                9926010100003,202412,202512,\n\
                9926010100004,202608,202609,\n".to_owned()),
            (LOAN_CONTRACTS.file, format!("借款合同编号,购房合同编号,受委托银行代码,贷款担保类型,约定放款日期,约定到期日期,贷款还款方式,还款账号,合同贷款金额,贷款类型,贷款期数,房屋坐落,房屋性质,房屋总价,借款合同利率,借款人公积金账号,借款人姓名,借款人证件类型,借款人证件号,借款合同签订日期,约定还款日\n{contract}")),
            (LOANS.file, "贷款账号,借款合同编号,贷款风险等级,贷款发放额,贷款发放日期,贷款余额,贷款利率,贷款期数\n\
                DK1,AJ1,02,2500.00,2021-03-01,2000.00,0.0310000,240\n".to_owned()),
            (OVERDUE.file, "贷款账号,逾期期次,逾期本金,逾期利息,逾期罚息,实收日期,实收逾期本金金额\n\
                DK1,66,100.00,5.20,,2026-10-25,40.00\n\
                DK1,67,100.00,5.10,0.30,,\n".to_owned()),
            (LEDGER.file, "科目编号,科目名称,期初余额,期初余额方向\n\
                101,住房公积金存款,1850.50,借\n10101,,1800.50,借\n10102,,50.00,借\n\
                10201,,700.00,01\n12101,个人住房贷款,1840.00,借\n12201,逾期,160.00,\n\
                201,住房公积金,3500.50,贷\n21901,暂收款,350.00,02\n21906,待清理,0,贷\n30101,,700.00,贷\n".to_owned()),
            (BANKS.file, format!("科目编号,银行专户号码,银行专户名称,银行代码,开户日期,专户性质,余额\n\
                10101,{BANK},安居市住房公积金管理中心,105,2010-01-04,fund,1800.50\n\
                10102,{BANK}2,安居市住房公积金管理中心,102,2010-01-04,委托贷款户,50.00\n\
                10201,{BANK}3,安居市住房公积金管理中心,105,2010-01-04,surplus,700.00\n")),
            (SUSPENSE.file, format!("到账日期,金额,付款人名称,银行专户号码,单位账号,摘要\n\
                2026-09-30,300.00,白水镇中心小学,{BANK},9826010100002,九月\n\
                2025-02-01,50.00,无名氏,{BANK},,公积金\n")),
        ];
        Files(files.into_iter().collect())
    }

    /// The same with one text in the place of another, which stands there once.
    fn with(&self, file: &'static str, before: &str, after: &str) -> Files {
        let mut files = self.clone();
        let text = files.0.get_mut(file).unwrap();
        assert_eq!(text.matches(before).count(), 1, "{file}: {before}");
        *text = text.replace(before, after);
        files
    }

    fn without(&self, file: &'static str) -> Files {
        let mut files = self.clone();
        files.0.remove(file);
        files
    }

    fn written(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        self.write(folder.path());
        folder
    }

    fn write(&self, folder: &Path) {
        for (name, text) in &self.0 {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }
}

testkit::both! {
    /// A centre that moved in is one that has always been here: the proof finds nothing, numbers go
    /// on, months, buckets and what waits are as they were.
    async fn a_consistent_folder_moves_in(empty: Empty) {
        let figures = empty.imported(&Files::consistent()).await;
        let expected = Figures {
            employers: 2,
            accounts: 4,
            balance_fen: Fen::new(350_050),
            months: 22 + 6 + 3 + 13 + 2,
            loans: 1,
            loan_balance_fen: Fen::new(200_000),
            banks: 3,
            suspense: 2,
            business_date: "2026-10-31".parse().unwrap(),
            voucher_id: figures.voucher_id,
        };
        assert_eq!(figures, expected);
        let (app, system) = (&empty.app, empty.system());
        keeper::seal_all(app, empty.centre).await.unwrap();
        let proof = server::command::prove(app, empty.centre).await.unwrap();
        assert!(proof.findings.is_empty(), "{:#?}", proof.findings);

        let frozen: AccountNo = "9926010100002".parse().unwrap();
        let view = account::show(app, &system, frozen).await.unwrap();
        assert_eq!(view.account.status, AccountStatus::Frozen);
        assert_eq!((view.account.carried_fen, view.account.current_fen), (Fen::from_yuan(900), Fen::from_yuan(600)));
        // April was never paid: it is still owed, and what follows it doesn't hide that.
        assert_eq!(view.paid_through, Some("2026-03".parse().unwrap()));
        assert_eq!((view.months_owed, view.continuous_months), (1, 6));
        let months = account::months(app, &system, frozen).await.unwrap();
        assert!(months.iter().all(|month| month.kind == MonthKind::TakenOver && month.entry_no == 1));
        assert_eq!(months.last().unwrap().employer_name, "白水镇中心小学");
        let page = ListQuery { limit: 5, ..ListQuery::default() };
        // What it had paid before is told until it pays here.
        let employers = employer::list(app, &system, &page).await.unwrap().items;
        let through = employers.iter().rev().map(|one| one.paid_through.unwrap().to_string());
        assert_eq!(through.collect::<Vec<_>>(), ["2026-10", "2026-09"]);
        let entries = account::entries(app, &system, frozen, &page).await.unwrap().items;
        assert_eq!(entries.len(), 1);
        assert_eq!((entries[0].kind, entries[0].balance_after_fen), (EntryKind::TakenOver, Fen::from_yuan(1_500)));
        let changes = account::changes(app, &system, frozen).await.unwrap();
        assert_eq!(changes.iter().map(|change| change.kind.label()).collect::<Vec<_>>(), ["期初转入"]);
        // One event of its life, though it is a change and an entry.
        let told = account::timeline(app, &system, frozen, &page).await.unwrap().items;
        let told: Vec<_> = told.iter().map(|event| event.sentence.as_str()).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("期初转入余额 1,500.00 元，缴存单位青山机械厂"), "{told:?}");

        let waiting = suspense::list(app, &system, &page).await.unwrap().items;
        let told: Vec<_> = waiting.iter().map(|item| (item.amount_fen.get(), item.payer_name.as_str())).collect();
        assert_eq!(told, [(5_000, "无名氏"), (30_000, "白水镇中心小学")]);
        let next = account::reserve_numbers(app, empty.centre, 1).await.unwrap();
        assert_eq!(next[0].to_string(), "9926010100005");
    }

    /// Whatever differs keeps all of it out and is named; afterwards the centre is as if nobody had
    /// tried, and what is right moves in.
    async fn whatever_differs_is_refused_and_named(empty: Empty) {
        let files = Files::consistent();
        let cases: Vec<(Files, DifferenceKind, &str)> = vec![
            (files.with(LEDGER.file, "201,住房公积金,3500.50", "201,住房公积金,3500.49"), DifferenceKind::Ledger, "accounts_differ"),
            (files.with(LEDGER.file, "201,住房公积金,3500.50", "201,住房公积金,3500.51"), DifferenceKind::Ledger, "trial_balance_differs"),
            (files.with(LEDGER.file, "12101,个人住房贷款,1840.00", "12101,个人住房贷款,1841.00"), DifferenceKind::Ledger, "loans_differ"),
            (files.with(OVERDUE.file, ",40.00", ",41.00"), DifferenceKind::Ledger, "overdue_differs"),
            (files.with(BANKS.file, "surplus,700.00", "surplus,701.00"), DifferenceKind::Ledger, "banks_differ"),
            (files.with(BANKS.file, "surplus,700.00", "surplus,701.00"), DifferenceKind::Banks, "bank_balance_differs"),
            (files.with(SUSPENSE.file, ",50.00,", ",51.00,"), DifferenceKind::Ledger, "suspense_differs"),
            (files.with(SUSPENSE.file, ",50.00,", ",5000.00,"), DifferenceKind::Banks, "bank_holds_too_little"),
            (files.with(LEDGER.file, "101,住房公积金存款,1850.50", "101,住房公积金存款,1850.00"), DifferenceKind::Ledger, "summary_account_differs"),
            (files.with(LEDGER.file, "10102,,50.00,借", "10103,,50.00,借"), DifferenceKind::Banks, "bank_account_missing"),
            (files.with(LEDGER.file, "12101,个人住房贷款", "121,委托贷款"), DifferenceKind::Ledger, "account_is_summary"),
            (files.with(LEDGER.file, "21906,待清理,0", "2190101,待清理,0"), DifferenceKind::Ledger, "account_unknown"),
            (files.with(UNIT_ACCOUNTS.file, ",2,1,3000.00", ",3,1,3000.00"), DifferenceKind::Employers, "employer_people_differ"),
            (files.with(UNIT_ACCOUNTS.file, ",2,1,3000.00", ",2,0,3000.00"), DifferenceKind::Employers, "employer_sealed_differ"),
            (files.with(UNIT_ACCOUNTS.file, ",2,1,3000.00", ",2,1,3000.01"), DifferenceKind::Employers, "employer_balance_differs"),
            (files.with(PEOPLE.file, "9926010100004,李冬", "9926010100009,李冬"), DifferenceKind::People, "person_without_account"),
            (files.with(PEOPLE.file, "9926010100004,李冬", "9926010100009,李冬"), DifferenceKind::People, "account_without_person"),
            (files.with(PEOPLE.file, "9926010100004,李冬", "9926010100003,李冬"), DifferenceKind::People, "person_twice"),
            (files.with(PEOPLE.file, &id_number(4), &id_number(3)), DifferenceKind::People, "one_person_twice"),
            (files.with(ACCOUNTS.file, "9926010100004,", "9926010100003,"), DifferenceKind::People, "account_twice"),
            (files.with(PAID_MONTHS.file, "202601,202603", "202601,202605"), DifferenceKind::Months, "months_twice"),
            (files.with(PAID_MONTHS.file, "202608,202609", "202608,202610"), DifferenceKind::Months, "months_after_paid_through"),
            (files.with(PAID_MONTHS.file, "9926010100004,", "9926010100009,"), DifferenceKind::Months, "months_without_account"),
            (files.with(LOANS.file, "DK1,AJ1", "DK1,AJ2"), DifferenceKind::Loans, "loan_without_contract"),
            (files.with(OVERDUE.file, "DK1,67", "DK2,67"), DifferenceKind::Loans, "overdue_without_loan"),
            (files.with(OVERDUE.file, "DK1,67", "DK1,66"), DifferenceKind::Loans, "overdue_twice"),
            (files.with(OVERDUE.file, "67,100.00", "67,2100.00"), DifferenceKind::Loans, "overdue_beyond_balance"),
        ];
        for (files, kind, code) in cases {
            let differences = empty.refused(&files).await;
            let found = differences.of(kind).iter().any(|difference| difference.code == code);
            assert!(found, "{code} in {}", told(&differences));
            let book = differences.workbook().unwrap();
            let book = sheet::Spreadsheet::open(Cursor::new(book), &sheet::Limits::default()).unwrap();
            assert!(book.sheets().iter().any(|sheet| sheet.name == kind.label()), "{code}");
        }
        empty.is_untouched().await;
        empty.imported(&Files::consistent()).await;
    }

    /// A row that can't be read is told by file, line and column, and keeps all of it out.
    async fn a_row_that_cannot_be_read_is_named(empty: Empty) {
        let files = Files::consistent();
        let wrong = id_number(2).replace("519900", "519901");
        let cases: Vec<(Files, &str, u64, &str, &str)> = vec![
            (files.with(UNITS.file, "青山机械厂", ""), UNITS.file, 2, "单位名称", "field_missing"),
            (files.with(UNITS.file, ",10,梁小满", ",32,梁小满"), UNITS.file, 2, "单位发薪日", "payday_out_of_range"),
            (files.with(UNITS.file, ",01\n", ",09\n"), UNITS.file, 2, "管理部", "branch_unknown"),
            (files.with(UNITS.file, ",安东管理部", ","), UNITS.file, 3, "管理部", "branch_missing"),
            (files.with(UNITS.file, "C35", "X35"), UNITS.file, 2, "单位所属行业", "code_unknown"),
            (files.with(UNITS.file, "13900001111,,", "13900001111,91511200MA00000000,"), UNITS.file, 2, "组织机构代码", "credit_code_checksum"),
            (files.with(UNITS.file, "9826010100002,", "9826010100003,"), UNITS.file, 3, "单位账号", "unit_account_missing"),
            (files.with(UNIT_ACCOUNTS.file, "9826010100002,", "9826010100003,"), UNIT_ACCOUNTS.file, 3, "单位账号", "unit_missing"),
            (files.with(UNIT_ACCOUNTS.file, ",01,202610", ",77,202610"), UNIT_ACCOUNTS.file, 2, "单位账户状态", "code_unknown"),
            (files.with(PEOPLE.file, &id_number(2), &wrong), PEOPLE.file, 3, "证件号码", "id_number_checksum"),
            (files.with(PEOPLE.file, "孔令仪", ""), PEOPLE.file, 3, "姓名", "field_missing"),
            (files.with(PEOPLE.file, "9926010100004,", "09926010100004,"), PEOPLE.file, 5, "个人账号", "number_leading_zero"),
            (files.with(ACCOUNTS.file, "1000.00,600.00", "1000.00,600.01"), ACCOUNTS.file, 2, "个人账户余额", "account_buckets_differ"),
            (files.with(ACCOUNTS.file, "4000,02", "4000,05"), ACCOUNTS.file, 4, "个人账户状态", "account_closed"),
            (files.with(ACCOUNTS.file, "9926010100004,9826010100002", "9926010100004,9826010100009"), ACCOUNTS.file, 5, "单位账号", "employer_missing"),
            (files.with(PAID_MONTHS.file, "202608,202609", "202609,202608"), PAID_MONTHS.file, 6, "起始年月", "month_range_reversed"),
            (files.with(LOANS.file, ",2000.00,", ",2600.00,"), LOANS.file, 2, "贷款余额", "loan_balance_too_large"),
            (files.with(LEDGER.file, "21906,待清理,0,贷", "201,待清理,0,贷"), LEDGER.file, 10, "科目编号", "ledger_account_twice"),
            (files.with(BANKS.file, "10201,", "10103,"), BANKS.file, 4, "科目编号", "bank_ledger_account_wrong"),
            (files.with(SUSPENSE.file, ",,公积金", ",9826010100009,公积金"), SUSPENSE.file, 3, "单位账号", "employer_missing"),
        ];
        for (files, file, line, column, code) in cases {
            let differences = empty.refused(&files).await;
            let found = differences.of(DifferenceKind::Rows).iter().any(|told| {
                (told.file, told.line, told.column, told.code) == (file, line, column, code)
            });
            assert!(found, "{code} in {}", told(&differences));
        }
        empty.is_untouched().await;
    }

    /// Only once, and only into a centre that isn't in use.
    async fn a_centre_moves_in_once(empty: Empty) {
        empty.imported(&Files::consistent()).await;
        let again = empty.import(&Files::consistent()).await;
        assert_eq!(code(&again.unwrap_err()), "opening_imported_already");
        let other = Files::consistent().with(PEOPLE.file, "李冬", "李东");
        let again = empty.import_from(&other, first_month().next()).await;
        assert_eq!(code(&again.unwrap_err()), "opening_imported_already");
    }

    /// Files of another day than the one before the first month stay out.
    async fn the_first_month_agrees_with_the_files(empty: Empty) {
        let files = Files::consistent();
        let far = |differences: &Differences| {
            let told = differences.of(DifferenceKind::Months).iter();
            told.filter(|told| told.code == "first_month_far").count()
        };
        for month in ["2026-09", "2027-05", "2030-01"] {
            let differences = empty.refused_from(&files, month.parse().unwrap()).await;
            assert_eq!(far(&differences), 1, "{month}: {}", told(&differences));
        }
        // The money of September's last day isn't there yet when September begins.
        let differences = empty.refused_from(&files, "2026-09".parse().unwrap()).await;
        let rows = differences.of(DifferenceKind::Rows);
        let rows: Vec<_> = rows.iter().map(|told| (told.code, told.line)).collect();
        assert_eq!(rows, [("arrived_on_after_opening", 2)]);
        // One employer's slip doesn't hold up the month of the others, and is told by its line.
        let slip = files.with(UNIT_ACCOUNTS.file, ",01,202609", ",01,209912");
        let differences = empty.refused(&slip).await;
        let months = differences.of(DifferenceKind::Months);
        let ahead = months.iter().find(|told| told.code == "paid_through_far_ahead").unwrap();
        assert_eq!((ahead.file, ahead.line, ahead.subject.as_str()), (UNIT_ACCOUNTS.file, 3, "9826010100002"));
        empty.is_untouched().await;
        let outcome = empty.import_from(&files, "2026-12".parse().unwrap()).await.unwrap();
        assert!(matches!(outcome, Outcome::Imported(_)), "a month that nobody has paid yet");
    }

    /// A branch that the centre lacks is told once, not for every row that hangs on it.
    async fn a_missing_branch_is_told_once(empty: Empty) {
        let files = Files::consistent().with(UNITS.file, ",01\n", ",09\n");
        let differences = empty.refused(&files.with(UNITS.file, "安东管理部", "09")).await;
        let rows = differences.of(DifferenceKind::Rows);
        assert_eq!(rows.len(), 1, "{}", told(&differences));
        assert_eq!((rows[0].code, rows[0].line, rows[0].column), ("branch_unknown", 2, "管理部"));
        assert!(rows[0].sentence.contains("2行写着它") && rows[0].sentence.contains("01 中心本部"), "{}", rows[0].sentence);
    }

    async fn a_centre_in_use_does_not_move_in(empty: Empty) {
        let system = empty.system();
        let word = "books-of-a-test".parse().unwrap();
        settlement::books::open_fund_book(&empty.app, &system, &word, first_month()).await.unwrap();
        let refused = empty.import(&Files::consistent()).await;
        assert_eq!(code(&refused.unwrap_err()), "opening_centre_in_use");
    }

    /// A folder without a file, or a file without a column, is refused before anything is read.
    async fn what_is_missing_is_named(empty: Empty) {
        let without = empty.import(&Files::consistent().without(PEOPLE.file)).await.unwrap_err();
        assert_eq!(code(&without), "opening_file_missing");
        let nowhere = Path::new("/nowhere/opening");
        let system = empty.system();
        let gone = opening::import(&empty.app, &system, nowhere, first_month(), &mut |_, _| {}).await;
        assert_eq!(code(&gone.unwrap_err()), "opening_folder_missing");
        assert!(without.to_string().contains("st_common_person.csv"), "{without}");
        let without = Files::consistent().with(BANKS.file, "专户性质,余额", "专户性质,金额");
        let without = empty.import(&without).await.unwrap_err();
        assert_eq!(code(&without), "opening_column_missing");
        assert!(without.to_string().contains("余额（YuE）"), "{without}");
        empty.is_untouched().await;
    }
}

/// A centre without loans and suspense needs no files of them.
#[tokio::test]
async fn a_centre_without_loans_moves_in() {
    let empty = Empty::on(On::Sqlite).await.unwrap();
    let files = [LOAN_CONTRACTS.file, LOANS.file, OVERDUE.file, SUSPENSE.file];
    let files = files
        .iter()
        .fold(Files::consistent(), |files, file| files.without(file));
    let files = files
        .with(
            LEDGER.file,
            "12101,个人住房贷款,1840.00,借\n12201,逾期,160.00,\n",
            "",
        )
        .with(LEDGER.file, "21901,暂收款,350.00", "21402,,2350.00")
        .with(
            LEDGER.file,
            "101,住房公积金存款,1850.50",
            "101,住房公积金存款,5850.50",
        )
        .with(LEDGER.file, "10101,,1800.50", "10101,,5800.50")
        .with(BANKS.file, "fund,1800.50", "fund,5800.50");
    assert_eq!(empty.imported(&files).await.loans, 0);
}

/// The command says what came in or where the differences are told, and the binary's exit status says
/// which.
#[tokio::test]
async fn the_command_tells_where_the_differences_are() {
    let home = tempfile::tempdir().unwrap();
    let config = server::config::Config::in_folder(home.path());
    db::Keys::create(config.keys.file().unwrap()).unwrap();
    let app = server::serve::open(&config, &kernel::Clock::system())
        .await
        .unwrap();
    founding::establish(&app, config.centre, &wiring::actions())
        .await
        .unwrap();
    drop(app);
    let folder = Files::consistent()
        .with(LEDGER.file, "30101,,700.00", "30101,,700.01")
        .written();
    let run = |folder: &Path| {
        let mut command = crate::installation::anju();
        command.args(["import-opening", "--first-month", "2026-11", "--data-dir"]);
        command.arg(home.path()).arg(folder).output().unwrap()
    };
    let output = run(folder.path());
    let printed = crate::installation::told(&output.stdout);
    assert!(!output.status.success(), "{printed}");
    assert!(
        printed.contains("总账与明细 1 处") && printed.contains("opening-differences.xlsx"),
        "{printed}"
    );
    let bytes = std::fs::read(folder.path().join("opening-differences.xlsx")).unwrap();
    assert!(sheet::Spreadsheet::open(Cursor::new(bytes), &sheet::Limits::default()).is_ok());

    Files::consistent().write(folder.path());
    let output = run(folder.path());
    let printed = crate::installation::told(&output.stdout);
    assert!(
        output.status.success(),
        "{printed}{}",
        crate::installation::told(&output.stderr)
    );
    assert!(
        printed.contains("个人账户 4 户，余额 3,500.50 元"),
        "{printed}"
    );
}
