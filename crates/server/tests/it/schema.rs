//! Every statement, list and table, on both databases.

use server::wiring;

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
