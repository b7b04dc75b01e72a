//! The first step of the proof: every row can be read.

use std::collections::BTreeSet;

use db::{Asked, ReadTx, Unreadable};
use kernel::Result;
use ledger::verify::{Finding, Report};

use crate::wiring;

const CODE: &str = "value_unreadable";

/// Names each cell that holds what its column can't be, by the row's key.
///
/// # Errors
/// Broken when the database fails.
pub(crate) async fn verify(tx: &mut ReadTx) -> Result<Vec<Finding>> {
    let mut report = Report::default();
    let mut found = |cell: Unreadable| {
        let column = cell.column;
        let sentence =
            format!("字段{column}的值无法识别，不是系统写入的；凡要读取它的核验都略过了该行");
        report.add(CODE, cell.table, &cell.key, sentence);
    };
    let (statements, lists) = (wiring::statements(), wiring::lists());
    let asked = Asked {
        statements: &statements,
        lists: &lists,
    };
    db::unreadable(tx, wiring::MIGRATIONS, &asked, &mut found).await?;
    Ok(report.finish())
}

/// What was left out although no cell of the tables that the statement reads was named: a value
/// that the schema allows and the statement doesn't, such as none. The statement is the nearest that
/// can be said of it. `named` are the tables of which a cell was.
pub(crate) fn skipped(tx: &ReadTx, named: &BTreeSet<&str>) -> Vec<Finding> {
    let statements = wiring::statements();
    let explained = |skipped: &str| {
        let of = statements.iter().filter(|info| info.name == skipped);
        of.into_iter().any(|info| reads(info.sqlite, named))
    };
    tx.skipped()
        .filter(|statement| !explained(statement))
        .map(|statement| Finding {
            code: CODE,
            table: "",
            key: statement.to_owned(),
            sentence: "有记录缺少必需的值，未参加此项核验".to_owned(),
        })
        .collect()
}

/// Whether a statement names one of the tables.
fn reads(sql: &str, tables: &BTreeSet<&str>) -> bool {
    sql.split(|c: char| c != '_' && !c.is_ascii_alphanumeric())
        .any(|word| tables.contains(word))
}

#[cfg(test)]
mod tests {
    use db::{Backend, Config, Db, Keys};
    use kernel::CentreId;

    use super::*;

    db::statements! {
        /// Reads a number where there is none.
        NO_NUMBER: () => (i64,) = "SELECT NULL WHERE $1 > 0";
    }

    #[tokio::test]
    async fn what_was_left_out_unnamed_is_told_by_its_statement() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("anju.db");
        let config = Config {
            backend: Backend::Sqlite { path },
            connections: 1,
        };
        let db = Db::open(&config, Keys::random().unwrap()).unwrap();
        let tx = db.read(CentreId::new(1).unwrap()).await.unwrap();
        let mut tx = tx.skipping_unreadable();
        assert_eq!(skipped(&tx, &BTreeSet::new()), []);
        assert_eq!(tx.all(&NO_NUMBER, ()).await.unwrap(), []);
        let elsewhere = BTreeSet::from(["voucher"]);
        let findings = skipped(&tx, &elsewhere);
        assert_eq!(findings[0].code, "value_unreadable");
        assert_eq!(findings[0].key, NO_NUMBER.info().name);
        let sql = "SELECT v.memo FROM voucher_line v JOIN book b ON b.code = v.book";
        assert!(reads(sql, &BTreeSet::from(["voucher_line"])));
        assert!(!reads(sql, &elsewhere));
    }
}
