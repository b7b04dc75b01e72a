//! What upload and confirmation do with whole files.

use db::Count;
use kernel::{AccountNo, Fen, PageRequest, RosterId};

use crate::employer;
use crate::remittance::reverse;
use crate::remittance::testing::{House, TITLES, house, id_number, key, month, name, page, people};
use crate::roster::{
    self, Change, Finding, RosterStatus, SkippedRow, Upload, columns, confirm, discard, lines,
    missing, missing_totals, roster,
};

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

async fn findings_of(house: &House, id: RosterId) -> Vec<(i64, Vec<Finding>)> {
    let lines = lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    lines
        .into_iter()
        .filter(|line| !line.findings.is_empty())
        .map(|line| (line.sheet_row, line.findings))
        .collect()
}

async fn refused(house: &House, titles: &[&str], rows: &[Vec<String>]) -> String {
    let error = house
        .upload("refused", house.employer_id, "2026-10", titles, rows)
        .await;
    error.unwrap_err().refusal().unwrap().code().to_owned()
}

#[tokio::test]
async fn a_messy_file_is_read_by_the_names_of_its_columns() {
    let house = house().await;
    let titles = [
        "部门",
        "公积金基数(元)",
        "身份证号码",
        "职工姓名",
        "备 注",
        "月缴存额合计",
        "手机号",
    ];
    let rows = [
        row(&[
            "一车间",
            "6,543.21",
            &id_number(1),
            " 张 三 ",
            "x",
            "1,046",
            "139 0000 0001",
        ]),
        row(&[
            "二车间",
            "￥8000",
            &id_number(2).to_lowercase(),
            "李四",
            "",
            "",
            "",
        ]),
        row(&["合计", "14,543.21", "", "", "", "", ""]),
        row(&["制表人：王五", "", "", "", "", "", ""]),
    ];
    let id = house
        .upload("messy", house.employer_id, "2026-10", &titles, &rows)
        .await
        .unwrap();
    let view = roster(&house.app, &house.system, id).await.unwrap();
    assert_eq!((view.summary.rows, view.summary.faulty_rows), (2, 0));
    assert_eq!(view.summary.new_accounts, 2);
    assert_eq!(view.summary.employer_amount_fen, Fen::from_yuan(523 + 640));
    assert_eq!(view.unknown_columns, ["部门", "备 注"]);
    let skipped = |row, reason: &str| SkippedRow {
        row,
        reason: reason.to_owned(),
    };
    assert_eq!(
        view.skipped_rows,
        [skipped(4, "合计行"), skipped(5, "表尾说明行")]
    );
    assert_eq!(view.can, ["confirm", "discard", "export"]);
    let lines = lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    assert_eq!(lines[0].name, "张*");
    assert_eq!(lines[0].base_fen, Some(Fen::new(654_321)));
    assert!(
        lines[0].id_number.contains("**********"),
        "{}",
        lines[0].id_number
    );
    assert!(
        lines
            .iter()
            .all(|line| line.change == Change::Open && line.account_no.is_none())
    );
}

#[tokio::test]
async fn a_file_that_is_no_roster_is_refused_and_leaves_nothing() {
    let house = house().await;
    let one = people(1..=1, "6000");
    assert_eq!(
        refused(&house, &["姓名", "工号", "部门"], &one).await,
        "sheet_columns_missing"
    );
    assert_eq!(
        refused(&house, &["甲", "乙", "丙"], &one).await,
        "sheet_no_header"
    );
    let twice = ["姓名", "证件号码", "缴存基数", "身份证号"];
    assert_eq!(refused(&house, &twice, &[]).await, "sheet_columns_repeated");
    assert_eq!(refused(&house, TITLES, &[]).await, "roster_empty");
    let upload = Upload {
        employer_id: house.employer_id,
        file: house.store(b"PK not a workbook at all".to_vec()).await,
        month: month("2026-10"),
    };
    let error = roster::upload(&house.app, &house.system, &key("docx"), &upload)
        .await
        .unwrap_err();
    assert!(
        error.refusal().unwrap().code().starts_with("sheet_"),
        "{error}"
    );
    let listed = roster::rosters(&house.app, &house.system, &page())
        .await
        .unwrap();
    assert_eq!(listed.items.len(), 0);
}

#[tokio::test]
async fn someone_who_stands_twice_is_told_on_both_rows_however_far_apart() {
    let house = house().await;
    let mut rows = people(1..=3, "6000");
    rows.push(rows[0].clone());
    let far: Vec<Vec<String>> = (0..5_000)
        .map(|_| row(&["赵六", "写错的号码", "6000"]))
        .collect();
    rows.extend(far);
    rows.push(rows[1].clone());
    let id = house
        .upload("twice", house.employer_id, "2026-10", TITLES, &rows)
        .await
        .unwrap();
    let view = roster(&house.app, &house.system, id).await.unwrap();
    assert_eq!(
        (view.summary.rows, view.summary.faulty_rows),
        (5_005, 5_004)
    );
    let lines = lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    let told: Vec<_> = lines[..4]
        .iter()
        .map(|l| l.findings.first().map(|f| &*f.sentence))
        .collect();
    assert_eq!(
        told,
        [
            Some("第 2 行与第 5 行的证件号码相同，同一职工只能列一行"),
            Some("第 3 行与第 5006 行的证件号码相同，同一职工只能列一行"),
            None,
            Some("第 5 行与第 2 行的证件号码相同，同一职工只能列一行"),
        ]
    );
    let refused = confirm(&house.app, &house.system, &key("confirm"), id)
        .await
        .unwrap_err();
    assert_eq!(refused.refusal().unwrap().code(), "roster_faulty");
}

/// The preview counts while it reads, the page looks: both must come to the same.
#[tokio::test]
async fn who_stands_twice_stands_in_for_nobody() {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=3, "6000"))
        .await;
    house.pay(october, "B001").await;
    let mut rows = people(1..=2, "6000");
    rows.push(rows[0].clone());
    let id = house
        .upload("nov", house.employer_id, "2026-11", TITLES, &rows)
        .await
        .unwrap();
    let view = roster(&house.app, &house.system, id).await.unwrap();
    assert_eq!(view.summary.missing_members, 1);
    let absent = missing(&house.app, &house.system, id, &PageRequest::default())
        .await
        .unwrap();
    assert_eq!(absent.items.len(), 1);
}

#[tokio::test]
async fn rows_are_held_against_the_accounts_that_people_have() {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=4, "6000"))
        .await;
    house.pay(october, "B001").await;
    let other = house.another_employer(2).await;
    let elsewhere = house
        .assess(other, "2026-10", &people(11..=12, "6000"))
        .await;
    house.pay(elsewhere, "B002").await;
    let rows = [
        row(&["王小明", &id_number(1), "6000"]),
        row(&[&name(2), &id_number(2), "6000"]),
        row(&[&name(3), &id_number(3), "6500"]),
        row(&[&name(11), &id_number(11), "6000"]),
        row(&[&name(20), &id_number(20), "6000"]),
    ];
    let id = house
        .upload("nov", house.employer_id, "2026-11", TITLES, &rows)
        .await
        .unwrap();
    let view = roster(&house.app, &house.system, id).await.unwrap();
    let summary = &view.summary;
    assert_eq!(
        (
            summary.faulty_rows,
            summary.new_accounts,
            summary.changed_bases,
            summary.missing_members
        ),
        (2, 1, 1, 1)
    );
    let found: Vec<_> = findings_of(&house, id)
        .await
        .into_iter()
        .map(|(row, findings)| (row, findings[0].code.clone(), findings[0].sentence.clone()))
        .collect();
    assert_eq!((found[0].0, found[0].1.as_str()), (2, "name_differs"));
    assert_eq!((found[1].0, found[1].1.as_str()), (5, "active_elsewhere"));
    assert!(
        !found[1].2.contains("机械厂"),
        "the other employer is not this one's to know"
    );
    assert_eq!(view.can, ["discard", "transfer", "export"]);
    let absent = missing(&house.app, &house.system, id, &PageRequest::default())
        .await
        .unwrap();
    assert_eq!(absent.items.len(), 1);
    assert_eq!(absent.items[0].monthly_fen, Fen::from_yuan(960));
}

#[tokio::test]
async fn members_who_are_missing_come_page_by_page_with_what_they_owe() {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=4, "6000"))
        .await;
    house.pay(october, "B001").await;
    let mut rows = people(2..=2, "6000");
    rows.extend(people(9..=9, "6000"));
    let id = house
        .upload("nov", house.employer_id, "2026-11", TITLES, &rows)
        .await
        .unwrap();
    let ask = async |after: Option<String>| {
        let page = PageRequest::new(after, Some(2)).unwrap();
        missing(&house.app, &house.system, id, &page).await
    };
    let first = ask(None).await.unwrap();
    assert_eq!((first.items.len(), first.count), (2, Count::Exact(3)));
    let second = ask(first.next.clone()).await.unwrap();
    assert_eq!((second.items.len(), second.next), (1, None));
    assert!(first.items[1].account_no < second.items[0].account_no);
    let nowhere = ask(Some("x".to_owned())).await.unwrap_err();
    assert_eq!(nowhere.refusal().unwrap().code(), "page_cursor_invalid");
    let totals = missing_totals(&house.app, &house.system, id).await.unwrap();
    assert_eq!(
        totals,
        [("base_fen", 3 * 600_000), ("monthly_fen", 3 * 96_000)]
    );
}

/// A month that was taken back may be sent again when its employer has hired since.
#[tokio::test]
async fn who_began_later_is_not_missing_from_an_earlier_month() {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    house.pay(october, "B001").await;
    let november = house
        .assess(house.employer_id, "2026-11", &people(1..=3, "6000"))
        .await;
    house.pay(november, "B002").await;
    reverse(
        &house.app,
        &house.system,
        &key("back"),
        october,
        "重报",
        Fen::ZERO,
    )
    .await
    .unwrap();
    let id = house
        .upload(
            "again",
            house.employer_id,
            "2026-10",
            TITLES,
            &people(1..=1, "6000"),
        )
        .await
        .unwrap();
    let view = roster(&house.app, &house.system, id).await.unwrap();
    assert_eq!(view.summary.missing_members, 1);
    let absent = missing(&house.app, &house.system, id, &PageRequest::default())
        .await
        .unwrap();
    assert_eq!(absent.count, Count::Exact(1));
}

/// Also after one was taken back behind a later month: a page doesn't offer what stands already.
#[tokio::test]
async fn the_next_roster_is_of_the_earliest_month_without_a_remittance() {
    let house = house().await;
    let next = async || {
        let view = employer::show(&house.app, &house.system, house.employer_id).await;
        let view = view.unwrap();
        let refused = view.next_month_refused.map(|refusal| refusal.code());
        (view.next_month.to_string(), refused)
    };
    let told = |month: &str, refused| (month.to_owned(), refused);
    assert_eq!(next().await, told("2026-10", None));
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    assert_eq!(next().await, told("2026-11", Some("month_not_due")));
    house.pay(october, "B001").await;
    let november = house
        .assess(house.employer_id, "2026-11", &people(1..=2, "6000"))
        .await;
    house.pay(november, "B002").await;
    let (app, system, none) = (&house.app, &house.system, Fen::ZERO);
    reverse(app, system, &key("back"), october, "重报", none)
        .await
        .unwrap();
    assert_eq!(next().await, told("2026-10", None));
    house
        .assess(house.employer_id, "2026-10", &people(1..=1, "6000"))
        .await;
    assert_eq!(next().await, told("2026-12", Some("month_ahead")));
}

#[tokio::test]
async fn a_confirmation_opens_accounts_changes_bases_and_assesses() {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=2, "6000"))
        .await;
    house.pay(october, "B001").await;
    let mut rows = people(1..=1, "6000");
    rows.extend(people(2..=3, "7000"));
    let id = house
        .upload("nov", house.employer_id, "2026-11", TITLES, &rows)
        .await
        .unwrap();
    let remittance = confirm(&house.app, &house.system, &key("nov"), id)
        .await
        .unwrap();
    let again = confirm(&house.app, &house.system, &key("nov"), id)
        .await
        .unwrap();
    assert_eq!(again, remittance, "the same key confirms once");
    let twice = confirm(&house.app, &house.system, &key("other"), id)
        .await
        .unwrap_err();
    assert_eq!(twice.refusal().unwrap().code(), "roster_not_previewed");
    let view = roster(&house.app, &house.system, id).await.unwrap();
    assert_eq!(view.summary.status, RosterStatus::Confirmed);
    assert_eq!(view.summary.remittance_id, Some(remittance));
    let lines = lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    let changes: Vec<Change> = lines.iter().map(|line| line.change).collect();
    assert_eq!(changes, [Change::Continue, Change::Rebase, Change::Open]);
    let numbers: Vec<AccountNo> = lines.iter().map(|line| line.account_no.unwrap()).collect();
    let mut bases = Vec::new();
    for number in &numbers {
        let mut tx = house.app.db.read(house.centre).await.unwrap();
        bases.push(
            crate::account::get_in(&mut tx, *number)
                .await
                .unwrap()
                .base_fen,
        );
    }
    assert_eq!(bases, [6_000, 7_000, 7_000].map(Fen::from_yuan));
    house.pay(remittance, "B002").await;
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_preview_that_time_has_passed_is_refused() {
    let house = house().await;
    let first = people(1..=2, "6000");
    let stale = house
        .upload("one", house.employer_id, "2026-10", TITLES, &first)
        .await
        .unwrap();
    let other = house.another_employer(2).await;
    // One of the two opens an account elsewhere meanwhile.
    house.assess(other, "2026-10", &people(2..=2, "6000")).await;
    let refused = confirm(&house.app, &house.system, &key("stale"), stale)
        .await
        .unwrap_err();
    let refusal = refused.refusal().unwrap();
    assert_eq!(refusal.code(), "roster_outdated");
    assert!(
        refusal.sentence().contains("第 3 行"),
        "{}",
        refusal.sentence()
    );

    // Another upload of the month takes the preview's place.
    let one = people(5..=5, "6000");
    let left = house
        .upload("left", house.employer_id, "2026-10", TITLES, &one)
        .await
        .unwrap();
    house
        .assess(house.employer_id, "2026-10", &people(6..=6, "6000"))
        .await;
    let refused = confirm(&house.app, &house.system, &key("left"), left)
        .await
        .unwrap_err();
    assert_eq!(refused.refusal().unwrap().code(), "roster_not_previewed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_clerks_confirming_one_roster_one_wins() {
    let house = std::sync::Arc::new(house().await);
    let rows = people(1..=30, "6000");
    let id = house
        .upload("race", house.employer_id, "2026-10", TITLES, &rows)
        .await
        .unwrap();
    let clerks: Vec<_> = (0..4)
        .map(|nth| {
            let house = std::sync::Arc::clone(&house);
            tokio::spawn(async move {
                confirm(&house.app, &house.system, &key(&format!("race-{nth}")), id).await
            })
        })
        .collect();
    let mut won = 0;
    for clerk in clerks {
        match clerk.await.unwrap() {
            Ok(_) => won += 1,
            Err(error) => assert_eq!(error.refusal().unwrap().code(), "roster_not_previewed"),
        }
    }
    assert_eq!(won, 1);
}

#[tokio::test]
async fn a_discarded_roster_forgets_the_people_in_it() {
    let house = house().await;
    let rows = people(1..=2, "6000");
    let id = house
        .upload("gone", house.employer_id, "2026-10", TITLES, &rows)
        .await
        .unwrap();
    discard(&house.app, &house.system, &key("discard"), id)
        .await
        .unwrap();
    discard(&house.app, &house.system, &key("discard"), id)
        .await
        .unwrap();
    let view = roster(&house.app, &house.system, id).await.unwrap();
    assert_eq!(
        (view.summary.status, view.summary.rows),
        (RosterStatus::Discarded, 2)
    );
    let left = lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    assert_eq!(left.len(), 2);
    assert!(
        left.iter()
            .all(|line| line.name.is_empty() && line.id_number.is_empty())
    );
    let refused = confirm(&house.app, &house.system, &key("late"), id)
        .await
        .unwrap_err();
    assert_eq!(refused.refusal().unwrap().code(), "roster_not_previewed");
}

fn opened(workbook: Vec<u8>) -> sheet::Spreadsheet {
    let source = std::io::Cursor::new(workbook);
    sheet::Spreadsheet::open(source, &sheet::Limits::default()).unwrap()
}

#[tokio::test]
async fn the_template_names_what_is_required_and_is_a_roster() {
    let house = house().await;
    let template = roster::template(&house.app, &house.system).await.unwrap();
    let mut file = opened(template);
    let notes: Vec<_> = file.rows_of("填写说明").unwrap().collect();
    assert!(notes.len() > 5, "{notes:?}");
    let table = file.table(&columns::HEADER).unwrap();
    assert_eq!(table.rows().sheet(), Some("汇缴清册"));
    assert_eq!((table.header().unknown.len(), table.notes()), (0, vec![]));
    assert_eq!(table.header().columns.len(), columns::KEYS.len());
    let starred = table.header().columns.iter();
    let starred: Vec<_> = starred
        .filter(|column| column.title.starts_with('*'))
        .collect();
    assert!(starred.iter().all(|column| column.required) && starred.len() == 3);
}

#[tokio::test]
async fn amounts_in_wan_are_read_as_their_title_says() {
    let house = house().await;
    let titles = ["姓名", "证件号码", "缴存基数（万元）"];
    let rows = [row(&["张三", &id_number(1), "0.65"])];
    let id = house
        .upload("wan", house.employer_id, "2026-10", &titles, &rows)
        .await
        .unwrap();
    let lines = lines(&house.app, &house.system, id, &page())
        .await
        .unwrap()
        .items;
    assert_eq!(lines[0].base_fen, Some(Fen::from_yuan(6_500)));
}
