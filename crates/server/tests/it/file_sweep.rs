//! Files that nothing names go after a week, and no others.

use std::collections::BTreeSet;
use std::time::Duration;

use db::Digest32;
use platform::file;
use serde_json::{Value, json};
use server::wiring;

use crate::behind::Behind;
use crate::desk::{Desk, staff, text, workbook};
use crate::support::TestCentre;

const DAY: Duration = Duration::from_secs(24 * 3_600);

/// Whether a file is there, and opens.
async fn is_there(test: &TestCentre, file: &str) -> bool {
    let sm3 = Digest32::from_hex(file).unwrap();
    let mut tx = test.app.db.read(test.centre).await.unwrap();
    match file::load_in(&mut tx, sm3).await {
        Ok(loaded) => Digest32::of(&loaded.bytes) == sm3,
        Err(error) => {
            assert_eq!(
                error.refusal().map(kernel::Refusal::code),
                Some("file_unknown")
            );
            false
        }
    }
}

/// Asks for the job and does it; what it told.
async fn sweep(test: &TestCentre) -> String {
    let system = platform::Caller::system("trial", test.centre);
    let mut tx = test.app.db.write(test.centre).await.unwrap();
    let kind = &file::SWEEP;
    let job = platform::job::ask_in(&mut tx, &test.app, &system, kind, "")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    test.run_jobs().await;
    let view = platform::job::show(&test.app, &wiring::jobs(), &system, job)
        .await
        .unwrap();
    view.steps[0].told.clone().unwrap()
}

/// Names a file in a column that names files, in a row that is there.
async fn name_in(test: &TestCentre, table: &str, column: &str, file: &str) {
    let bytes = match &test.backend {
        db::Backend::Sqlite { .. } => format!("x'{file}'"),
        db::Backend::Postgres { .. } => format!("'\\x{file}'::bytea"),
    };
    let behind = Behind::open(&test.backend).await;
    behind
        .change(&format!("UPDATE {table} SET {column} = {bytes}"))
        .await;
}

/// Something in each table that names files, the columns still empty where they may be.
async fn rows_of_each_table(test: &TestCentre) -> BTreeSet<&'static str> {
    let desk = Desk::of(test).await;
    let employer = desk.employer(1, "2026-11").await;
    desk.preview(&employer, "2026-11", workbook(&staff(1, 2)))
        .await;
    let officer = test.sign_in("zhengce").await;
    let meeting = officer
        .post(
            "/api/meetings",
            &json!({
                "title": "第一次会议", "held_on": "2026-10-20", "chair": "周某", "members_due": 25,
                "members_present": 20, "minutes": null,
            }),
        )
        .await
        .expect(201);
    let resolution = json!({
        "number": "安管委〔2026〕1号", "title": "决议", "matter": "policy", "content": "同意",
        "in_favour": 20, "against": 0, "abstained": 0, "adopted": true, "document": null,
    });
    let path = format!("/api/meetings/{}/resolutions", text(&meeting["meeting_id"]));
    officer.post(&path, &resolution).await.expect(201);
    put_transfer_case(test).await;
    BTreeSet::from(["roster", "meeting", "resolution", "transfer_case"])
}

/// A transfer takes two employers and a month's work to come about: a row of it is all that is needed.
async fn put_transfer_case(test: &TestCentre) {
    let behind = Behind::open(&test.backend).await;
    let case = "INSERT INTO transfer_case (centre_id, case_id, serial, account_no, old_employer_id,
            old_branch_id, new_employer_id, new_branch_id, roster_id, month, opened_on, due_on,
            policy_version_id, opened_at, opened_by, opened_by_name, status)
        SELECT r.centre_id, r.roster_id, 1, 1000000001, r.employer_id, r.branch_id, r.employer_id,
            r.branch_id, r.roster_id, r.month, e.opened_on, e.opened_on, r.roster_id, r.created_at,
            r.created_by, r.created_by_name, 'withdrawn'
        FROM roster r JOIN employer e ON e.centre_id = r.centre_id AND e.employer_id = r.employer_id";
    behind.change(case).await;
}

testkit::both! {
    async fn what_any_column_names_stays_and_what_none_does_goes_after_a_week(test: TestCentre) {
        let tables = rows_of_each_table(&test).await;
        let clerk = test.sign_in("guiji").await;
        let naming = wiring::names_files();
        assert_eq!(tables, naming.iter().map(|one| one.table).collect());
        let roster = Behind::open(&test.backend).await
            .text("SELECT CAST(COUNT(*) AS TEXT) FROM roster").await;
        assert_eq!(roster, "1");
        let mut named = Vec::new();
        for one in &naming {
            let bytes = format!("named by {}.{}", one.table, one.column).into_bytes();
            let file = clerk.upload("named.txt", bytes).await;
            name_in(&test, one.table, one.column, &file).await;
            named.push(file);
        }
        let left = clerk.upload("left.txt", b"named by nothing".to_vec()).await;
        let again = clerk.upload("again.txt", b"uploaded twice".to_vec()).await;

        test.app.clock.advance(DAY * 6);
        assert_eq!(sweep(&test).await, "删除文件 0 个", "not within the week");
        let clerk = test.sign_in("guiji").await;
        clerk.upload("again.txt", b"uploaded twice".to_vec()).await;
        test.app.clock.advance(DAY * 2);
        // The roster's own file has lost its name to the one above.
        assert_eq!(sweep(&test).await, "删除文件 2 个");
        assert!(!is_there(&test, &left).await);
        assert!(is_there(&test, &again).await, "its last upload counts");
        for (file, one) in named.iter().zip(&naming) {
            assert!(is_there(&test, file).await, "{}.{}", one.table, one.column);
        }
        assert_eq!(sweep(&test).await, "删除文件 0 个");

        let auditor = test.sign_in("shenji").await;
        let told = auditor.get("/api/audit-events?action=file.sweep").await.expect(200);
        assert_eq!(told["items"].as_array().map(Vec::len), Some(1), "one event a sweep: {told}");
        let detail: Value = match &told["items"][0]["detail"] {
            Value::String(detail) => serde_json::from_str(detail).unwrap(),
            detail => detail.clone(),
        };
        assert_eq!(detail["files"], 2);
        // What is gone can be uploaded anew.
        let clerk = test.sign_in("guiji").await;
        assert_eq!(clerk.upload("left.txt", b"named by nothing".to_vec()).await, left);
        assert!(is_there(&test, &left).await);
    }

    async fn a_week_s_sweep_leaves_a_proof_clean(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let employer = desk.employer(1, "2026-11").await;
        desk.preview(&employer, "2026-11", workbook(&staff(1, 3))).await;
        desk.clerk.upload("left.txt", b"named by nothing".to_vec()).await;
        test.app.clock.advance(DAY * 8);
        assert_eq!(sweep(&test).await, "删除文件 1 个");
        test.keep_books().await;
        test.prove().await;
        assert_eq!(desk_roster(&test).await, 200, "the roster's file still opens");
    }
}

/// The status of a roster's rows with their findings, which are read from its file.
async fn desk_roster(test: &TestCentre) -> u16 {
    let clerk = test.sign_in("guiji").await;
    let rosters = clerk.get("/api/rosters").await.expect(200);
    let id = text(&rosters["items"][0]["roster_id"]);
    let path = format!("/api/rosters/{id}/findings.xlsx");
    clerk.get(&path).await.status.as_u16()
}
