//! The binary as an operator runs it: what it answers, and how it ends.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use rusqlite::Connection;
use simulation::founding;

use crate::installation::{Installation, anju, told};

/// Changes what one statement changes in an installation that isn't running.
fn alter(folder: &Path, sql: &str) {
    let raw = Connection::open(folder.join("anju.db")).unwrap();
    assert_eq!(raw.execute(sql, []).unwrap(), 1, "{sql}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn verify_says_what_it_proved_and_what_was_altered() {
    let installation = Installation::lived().await;
    let proof = installation.run(&["verify"]);
    let output = told(&proof.stdout);
    assert_eq!(proof.status.code(), Some(0), "{output}");
    assert!(output.starts_with("安居市住房公积金管理中心\n"), "{output}");
    assert!(output.contains("个人账户 8 户"), "{output}");
    assert!(
        output.ends_with("✓ 账账相符、账实相符，链条完整\n"),
        "{output}"
    );

    alter(
        installation.path(),
        "UPDATE account SET balance_fen = balance_fen + 1, current_fen = current_fen + 1 \
         WHERE account_no = (SELECT MIN(account_no) FROM account)",
    );
    let proof = installation.run(&["verify"]);
    let output = told(&proof.stdout);
    assert_eq!(proof.status.code(), Some(1), "{output}");
    for finding in [
        "✗ account_balance_wrong account [1000000001] ",
        "✗ members_accounts_differ account [201] ",
        "发现 2 处问题",
    ] {
        assert!(output.contains(finding), "{finding}: {output}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_are_listed_and_one_is_followed_to_its_end() {
    let installation = Installation::lived().await;
    let listed = told(&installation.run(&["jobs"]).stdout);
    assert_eq!(listed, "没有系统任务\n");
    let id = "019ab7c2-1c00-7000-8000-000000000001";
    alter(
        installation.path(),
        &format!(
            "INSERT INTO job (centre_id, job_id, kind, subject, status, again, run_no, attempts, due_at,
                 problem, asked_by, asked_by_name, asked_at)
             SELECT centre_id, x'{}', 'business_day.close', '2026-11-02', 'dead', 0, 1, 10, taken_at,
                 '系统内部出错', 'system:trial', '系统', taken_at FROM idempotency_key LIMIT 1",
            id.replace('-', "")
        ),
    );
    let listed = told(&installation.run(&["jobs", "--status", "dead"]).stdout);
    assert!(listed.starts_with(id), "{listed}");
    for word in ["已停止", "10次", "日终 2026-11-02", "系统内部出错"] {
        assert!(listed.contains(word), "{word}: {listed}");
    }
    let followed = installation.run(&["jobs", "--follow", id]);
    assert_eq!(followed.status.code(), Some(1));
    let said = told(&followed.stdout);
    assert_eq!(said, "日终 2026-11-02：已停止 系统内部出错\n");
    let unknown = installation.run(&["jobs", "--follow", &id.replace('1', "2")]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(told(&unknown.stderr).contains("没有这个系统任务"));
}

/// What the three administrators' passwords are read from.
const PASSWORDS: &str = "long-enough-2026\nlong-enough-2027\nlong-enough-2028\n";

/// 设立中心, and what the command said.
fn found(folder: &Path, administrator: &str, password: &str) -> (Option<i32>, String) {
    let mut child = anju()
        .args(["found", "--data-dir", folder.to_str().unwrap()])
        .args([
            "--name",
            "安居市住房公积金管理中心",
            "--branch",
            "01=市直管理部",
        ])
        .args(["--administrator", administrator])
        .args(["--security-administrator", "anquan=安全员"])
        .args(["--audit-administrator", "shenji=审计员"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(password.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    (output.status.code(), told(&output.stderr))
}

#[test]
fn a_centre_is_founded_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    for (administrator, password, code) in [
        ("guanli=管理员", "short\n", "password_too_short"),
        ("guanli=管理员", "", "password_too_short"),
        // Each has a password.
        ("guanli=管理员", "long-enough-2026\n", "password_too_short"),
        ("=管理员", PASSWORDS, "staff_sign_in_name_invalid"),
        ("anquan=管理员", PASSWORDS, "staff_sign_in_name_taken"),
    ] {
        let (status, said) = found(place, administrator, password);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.ends_with(&format!("（{code}）\n")), "{said}");
    }
    let (status, said) = found(place, "guanli=管理员", PASSWORDS);
    assert_eq!(status, Some(0), "nothing had stayed: {said}");
    let (status, said) = found(place, "guanli=管理员", PASSWORDS);
    assert_eq!(status, Some(1));
    assert!(said.ends_with("（database_in_use）\n"), "{said}");
}

#[test]
fn a_branch_is_added_once() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    let add = || {
        let place = place.to_str().unwrap();
        let arguments = [
            "add-branch",
            "--data-dir",
            place,
            "--branch",
            "02=某县管理部",
        ];
        anju().args(arguments).output().unwrap()
    };
    // A refused founding leaves the tables and no centre.
    let (status, _) = found(place, "guanli=管理员", "short\n");
    assert_eq!(status, Some(1));
    assert!(told(&add().stderr).ends_with("（centre_missing）\n"));
    let (status, said) = found(place, "guanli=管理员", PASSWORDS);
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(told(&add().stdout), "已新增管理部 02 某县管理部\n");
    let again = add();
    assert_eq!(again.status.code(), Some(1));
    assert!(told(&again.stderr).ends_with("（branch_name_taken）\n"));
}

#[test]
fn the_one_administrator_is_let_in_again() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    let (status, said) = found(place, "guanli=管理员", PASSWORDS);
    assert_eq!(status, Some(0), "{said}");
    let readmit = |name: &str| {
        let place = place.to_str().unwrap();
        let arguments = ["readmit", "--data-dir", place, "--staff", name];
        anju().args(arguments).output().unwrap()
    };
    let stranger = readmit("nobody");
    assert_eq!(stranger.status.code(), Some(1));
    assert!(told(&stranger.stderr).ends_with("（staff_unknown）\n"));
    let hash = || -> String {
        let raw = Connection::open(place.join("anju.db")).unwrap();
        let sql = "SELECT password_hash FROM staff WHERE sign_in_name = 'guanli'";
        raw.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let before = hash();
    let output = readmit("guanli");
    assert_eq!(output.status.code(), Some(0), "{}", told(&output.stderr));
    assert!(told(&output.stdout).contains("初始密码"));
    assert_ne!(hash(), before);
}

/// An operator's slip is told as one: a sentence, and a code to look up.
#[test]
fn a_place_without_an_installation_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere");
    let nowhere = nowhere.to_str().unwrap();
    for (place, code, sentence) in [
        ("--data-dir", "installation_missing", "找不到密钥文件"),
        ("--config", "config_unreadable", "读不了配置文件"),
    ] {
        let output = anju().args(["verify", place, nowhere]).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let said = told(&output.stderr);
        assert!(said.starts_with(sentence), "{said}");
        assert!(said.ends_with(&format!("（{code}）\n")), "{said}");
        assert!(said.contains(nowhere), "{said}");
    }
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn export_writes_the_book_to_a_file_or_the_terminal() {
    let installation = Installation::lived().await;
    let to = installation.path().join("book.beancount");
    let file = to.to_str().unwrap();
    let written = installation.run(&["export", "--format", "beancount", "--to", file]);
    assert!(written.status.success(), "{}", told(&written.stderr));
    assert_eq!(told(&written.stdout), "");
    let ledger = std::fs::read_to_string(&to).unwrap();
    assert!(ledger.contains(" balance Liabilities:A201  -"), "{ledger}");

    let shown = installation.run(&["export", "--format", "hledger"]);
    assert!(shown.status.success(), "{}", told(&shown.stderr));
    let journal = told(&shown.stdout);
    assert!(
        journal.starts_with("; 公积金账套，自2026-10起\n"),
        "{journal}"
    );

    let unknown = installation.run(&["export", "--format", "excel"]);
    assert_eq!(unknown.status.code(), Some(2));
    let nowhere = installation.run(&["export", "--format", "hledger", "--to", "/nowhere/book"]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(told(&nowhere.stderr).contains("/nowhere/book"));
}

/// The client that the console is built with knows the API as it is.
#[test]
fn the_committed_openapi_document_is_the_program_s() {
    let output = anju().arg("openapi").output().unwrap();
    assert!(output.status.success());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/packages/api/openapi.json");
    let committed = std::fs::read_to_string(path).unwrap();
    let stale = "web/packages/api/openapi.json is stale: run `cargo xtask openapi`";
    assert!(told(&output.stdout) == committed, "{stale}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demo_answers_and_stops_when_told() {
    let installation = Installation::lived().await;
    let mut server = installation.serve(&["--demo"]);
    for staff in founding::STAFF {
        let line = server.line();
        assert!(
            line.contains(staff.name) && line.contains(founding::PASSWORD),
            "{line}"
        );
    }
    let health = server.nobody().get("/api/health");
    assert_eq!(
        (health.status, &health.json()["status"]),
        (200, &"ok".into())
    );
    let centre = server.nobody().get("/api/centre").json();
    let sign_ins = centre["demo"]["sign_ins"].as_array().unwrap();
    assert_eq!(sign_ins.len(), founding::STAFF.len());
    let page = server.nobody().get("/employers");
    assert!(
        page.status == 200 && page.body.contains("<html"),
        "{}",
        page.body
    );
    assert!(page.header("content-security-policy").is_some());
    assert_eq!(server.nobody().get("/api/nothing").status, 404);
    let clerk = server.sign_in("guiji");
    let accounts = clerk.get("/api/accounts?employer_id=&limit=1");
    assert_eq!(accounts.status, 200, "{}", accounts.body);
    assert!(server.stop().success(), "a stop is no failure");

    // What it did meanwhile is whole, and nothing is left in the log of the database.
    let proof = installation.run(&["verify"]);
    assert!(proof.status.success(), "{}", told(&proof.stdout));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_missing_key_file_is_said_and_nothing_is_made() {
    let installation = Installation::lived().await;
    std::fs::remove_file(installation.path().join("anju.key")).unwrap();
    for arguments in [&["verify"][..], &["serve", "--listen", "127.0.0.1:0"]] {
        let output = installation.run(arguments);
        assert_eq!(output.status.code(), Some(1));
        let error = told(&output.stderr);
        let key = installation.path().join("anju.key");
        assert!(error.contains(key.to_str().unwrap()), "{error}");
        assert!(!key.exists(), "a key made anew would open nothing");
    }

    let empty = tempfile::tempdir().unwrap();
    let mut verify = anju();
    let output = verify.arg("verify").arg("--data-dir").arg(empty.path());
    let output = output.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", told(&output.stdout));
    assert_eq!(std::fs::read_dir(empty.path()).unwrap().count(), 0);
}
