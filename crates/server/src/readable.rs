//! The first step of the proof: every row can be read.

use db::{ReadTx, Unreadable};
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
    let statements = wiring::statements();
    db::unreadable(tx, wiring::MIGRATIONS, &statements, &mut found).await?;
    Ok(report.finish())
}

/// What was left out although no cell was named: a value that the schema allows and a statement of
/// the proof doesn't, such as none. The statement is the nearest that can be said of it.
pub(crate) fn skipped(tx: &ReadTx) -> impl Iterator<Item = Finding> {
    tx.skipped().map(|statement| Finding {
        code: CODE,
        table: "",
        key: statement.to_owned(),
        sentence: "有记录缺少必需的值，未参加此项核验".to_owned(),
    })
}
