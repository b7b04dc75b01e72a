//! The measures on hundreds of rows, so that they don't rot. What ours and bare wrote is held against
//! each other inside: a difference is an error here.
#![expect(
    clippy::unwrap_used,
    reason = "a test that can't be set up fails by panicking"
)]

mod program;

use std::path::PathBuf;

use bench::{Asked, Database, Measure, Size, report::Report};
use program::{anju, postgres};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_measure_runs_on_sqlite() {
    let report = measured(Database::Sqlite, None).await;
    assert_complete(&report);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_measure_runs_on_postgresql() {
    let Some(url) = postgres("the measures on PostgreSQL") else {
        return;
    };
    let report = measured(Database::Postgres, Some(url)).await;
    assert_complete(&report);
}

async fn measured(database: Database, postgres: Option<String>) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let asked = Asked {
        measures: Measure::ALL.to_vec(),
        databases: vec![database],
        size: Size::Tiny,
        anju: anju(),
        work: folder.path().to_owned(),
        postgres,
        keep: false,
    };
    let report = bench::run(&asked).await.unwrap();
    report.write(&folder.path().join("report")).unwrap();
    let left: Vec<PathBuf> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(left, [folder.path().join("report")], "a measure left files");
    report
}

fn assert_complete(report: &Report) {
    for measure in ["load", "P2", "P3", "P7", "P8"] {
        let rows = report.rows.iter().filter(|row| row.measure == measure);
        assert!(rows.clone().count() > 0, "{measure}");
        assert!(rows.clone().all(|row| row.ours > 0), "{measure}");
    }
    let beside = |measure: &str| {
        let rows = report.rows.iter();
        rows.filter(|row| row.measure == measure && row.bare.is_some())
            .count()
    };
    assert_eq!((beside("P2"), beside("P3")), (2, 3));
    for list in ["/api/accounts", "/api/vouchers", "/api/rosters/{id}/lines"] {
        let driven = report.lists.iter().filter(|row| row.list == list);
        let clients: Vec<usize> = driven.map(|row| row.clients).collect();
        assert_eq!(clients, [1, 4], "{list}");
    }
    let refused: Vec<&String> = report
        .notes
        .iter()
        .filter(|n| n.contains("refused"))
        .collect();
    assert!(refused.is_empty(), "{refused:?}");
}
