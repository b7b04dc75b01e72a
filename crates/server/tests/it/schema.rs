//! Every statement, list and table, on both databases.

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
