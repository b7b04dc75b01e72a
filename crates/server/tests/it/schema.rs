//! Every statement, list and table, on both databases.

use std::collections::BTreeSet;

use server::wiring;
use testkit::On;

use crate::behind::Behind;
use crate::support::TestCentre;

testkit::both! {
    /// Every statement takes and returns on this database what it declares.
    async fn every_statement_prepares(test: TestCentre) {
        let statements = wiring::statements();
        assert!(statements.len() > 100, "the registries are filled: {}", statements.len());
        for info in statements {
            db::check_statement(&test.app.db, info).await.unwrap();
        }
    }

    /// Every filter, order and total of every list is one the database can run.
    async fn every_list_prepares(test: TestCentre) {
        let lists = wiring::lists();
        assert!(lists.len() > 10, "the registries are filled: {}", lists.len());
        for (info, kinds) in lists {
            db::check_list(&test.app.db, &info, kinds).await.unwrap();
        }
    }

    /// Everything that the change of a data key asks of a table.
    async fn every_sealed_table_prepares(test: TestCentre) {
        for table in wiring::sealed_tables() {
            db::check_sealed_table(&test.app.db, table).await.unwrap();
        }
    }

    /// A schema that is up to date stays as it is.
    async fn migrating_again_changes_nothing(test: TestCentre) {
        let steps = test.app.db.migrate(wiring::MIGRATIONS, &test.app.clock).await.unwrap();
        assert_eq!(steps, 0);
    }
}

/// The cases of a branch come by its index, those that it lets go and those that it takes on.
#[tokio::test]
async fn the_transfer_cases_of_a_branch_are_reached_by_an_index() {
    let test = TestCentre::on(On::Sqlite).await.unwrap();
    let behind = Behind::open(&test.backend).await;
    let (info, _) = fund::transfer::CASES_OF_BRANCH.info();
    let asked = format!("SELECT c.serial FROM transfer_case c WHERE {}", info.filter);
    let plan = behind.plan(&asked);
    let by = |index: &str| plan.iter().any(|step| step.contains(index));
    assert!(
        by("transfer_case_by_old_branch") && by("transfer_case_by_new_branch"),
        "{plan:?}"
    );
    let walks = plan.iter().any(|step| step.ends_with("(centre_id=?)"));
    assert!(!walks, "{plan:?}");
}

#[test]
fn every_table_is_led_by_its_centre() {
    assert_eq!(
        db::check_migrations(wiring::MIGRATIONS),
        Vec::<String>::new()
    );
}

/// What lies in a column of bytes and is neither sealed nor the name of a file: digests and keyed digests,
/// from which nothing can be read, by what the column is called.
const NOT_SEALED: &[&str] = &[
    "hash",
    "mac",
    "sm3",
    "digest",
    "detail_digest",
    "request_hash",
    "token_hash",
    "code_hash",
    "recovery_facts",
    "one_time_code.subject",
    "sign_in_count.subject",
    "sign_in_count.origin",
    "roster.terms",
];

/// A column of bytes is declared as sealed, or is known not to be: so none is left behind when the key
/// changes.
#[test]
fn every_column_of_bytes_is_declared_as_sealed_or_known_not_to_be() {
    let tables = wiring::sealed_tables();
    let declared: BTreeSet<String> = (tables.iter())
        .flat_map(|table| (table.columns.iter()).map(|c| format!("{}.{}", table.table, c.name)))
        .collect();
    let mut sealed = BTreeSet::new();
    for (table, column) in columns_of_bytes() {
        let whole = format!("{table}.{column}");
        let known = NOT_SEALED.contains(&column) || NOT_SEALED.contains(&whole.as_str());
        let named = wiring::names_files();
        let of_file = named
            .iter()
            .any(|one| (one.table, one.column) == (table, column));
        if !known && !of_file && !column.ends_with("_lookup") {
            sealed.insert(whole);
        }
    }
    assert_eq!(sealed, declared);
    for table in &tables {
        for column in table.columns {
            let field = column.sealed_as.split('.').nth(1);
            assert_eq!(field, Some(column.name), "{}", column.sealed_as);
        }
    }
}

/// A column that names files has a foreign key, so that what it names can't be deleted, and is declared, so
/// that what it names isn't tried to be.
#[test]
fn every_column_that_refers_to_a_file_is_declared_as_naming_files() {
    let steps = wiring::MIGRATIONS.iter().flat_map(|set| set.steps);
    let (mut table, mut referring) = ("", BTreeSet::new());
    for line in steps.flat_map(|step| step.sql.lines()) {
        if let Some(name) = line.strip_prefix("CREATE TABLE ") {
            table = name.trim_end_matches(" (");
        }
        if let Some((key, _)) = line.split_once(") REFERENCES file (") {
            let column = key.rsplit(", ").next().unwrap();
            referring.insert((table, column));
        }
    }
    assert!(
        referring.remove(&("file_upload", "sm3")),
        "an upload is no use of a file"
    );
    let named = wiring::names_files();
    let declared = named.iter().map(|one| (one.table, one.column));
    assert_eq!(referring, BTreeSet::from_iter(declared));
}

fn columns_of_bytes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let steps = wiring::MIGRATIONS.iter().flat_map(|set| set.steps);
    let mut table = "";
    steps
        .flat_map(|step| step.sql.lines())
        .filter_map(move |line| {
            if let Some(name) = line.strip_prefix("CREATE TABLE ") {
                table = name.trim_end_matches(" (");
            }
            let mut words = line.split_whitespace();
            let column = words.next()?;
            let bytes = words.next()?.starts_with("{bytes}");
            bytes.then_some((table, column))
        })
}

#[test]
fn every_role_s_pattern_names_an_action() {
    let unmatched = platform::role::unmatched(platform::role::STANDARD, &wiring::actions());
    assert_eq!(unmatched, Vec::<&str>::new());
}

#[test]
fn no_two_statements_share_a_name() {
    let mut names: Vec<&str> = wiring::statements().iter().map(|info| info.name).collect();
    names.sort_unstable();
    let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

/// Who may do what, as a table that a person reads: an action a line, a column a role.
fn role_matrix() -> String {
    let (actions, roles) = (wiring::actions(), platform::role::STANDARD);
    let mut lines: Vec<String> = actions
        .iter()
        .map(|action| {
            let may = roles.iter().map(|role| {
                let covered = platform::role::covered(role, &actions).any(|given| given == *action);
                match (covered, role.data_scope) {
                    (false, _) => "–",
                    (true, platform::DataScope::OwnBranch) => "本部",
                    (true, platform::DataScope::Centre) => "全",
                }
            });
            let may: Vec<&str> = may.collect();
            format!(
                "| {} | {} | {} |",
                action.code,
                action.label,
                may.join(" | ")
            )
        })
        .collect();
    lines.sort();
    let names: Vec<&str> = roles.iter().map(|role| role.name).collect();
    let rule = "|---".repeat(roles.len() + 2);
    format!(
        "| 操作 | | {} |\n{rule}|\n{}\n",
        names.join(" | "),
        lines.join("\n")
    )
}

#[test]
fn who_may_do_what_is_as_committed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/role_matrix.md");
    if std::env::var_os("ANJU_WRITE_SNAPSHOTS").is_some() {
        std::fs::write(path, role_matrix()).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        role_matrix(),
        committed,
        "look at the change, then ANJU_WRITE_SNAPSHOTS=1 writes it"
    );
}
