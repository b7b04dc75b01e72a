//! What became of accounts apart from their money.

use db::ReadTx;
use kernel::Result;

use super::store;
use super::{MAX_ROWS, Report};

/// Holds every account against its changes, and the changes against the rosters and sealings they
/// came of.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    for (account_no,) in tx.all(&store::ACCOUNTS_NOT_AS_CHANGED, (MAX_ROWS,)).await? {
        let sentence =
            "个人账户的缴存人、单位、状态、开户日期、基数、比例或月缴存额与最后一次变更记录不符";
        report.add("account_change_differs", "account", &account_no, sentence);
    }
    for (account_no,) in tx
        .all(&store::ACCOUNTS_OF_OTHER_BRANCH, (MAX_ROWS,))
        .await?
    {
        let sentence = "个人账户的管理部与其缴存单位的不同";
        report.add("account_branch_differs", "account", &account_no, sentence);
    }
    for (account_no, change_no) in tx.all(&store::CHANGES_OUT_OF_ORDER, (MAX_ROWS,)).await? {
        let key = format!("{account_no}/{change_no}");
        let sentence = "账户变更记录的次序有缺失，不始于开户，或不属于任何个人账户";
        report.add(
            "account_change_out_of_order",
            "account_change",
            &key,
            sentence,
        );
    }
    for (account_no, change_no) in tx.all(&store::CHANGES_WITHOUT_ROSTER, (MAX_ROWS,)).await? {
        let key = format!("{account_no}/{change_no}");
        let sentence = "账户变更记录没有所依据的清册，或基数、月缴存额与清册的不符";
        report.add(
            "account_change_roster_differs",
            "account_change",
            &key,
            sentence,
        );
    }
    for (roster_id, line_no) in tx.all(&store::LINES_WITHOUT_CHANGE, (MAX_ROWS,)).await? {
        let key = format!("{roster_id}/{line_no}");
        let sentence = "清册明细行的开户、基数调整、启封或转入与账户变更记录不符";
        report.add("roster_line_change_differs", "roster_line", &key, sentence);
    }
    check_sealings(tx, report).await
}

async fn check_sealings(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    for (account_no, change_no) in tx.all(&store::CHANGES_WITHOUT_SEALING, (MAX_ROWS,)).await? {
        let key = format!("{account_no}/{change_no}");
        let sentence = "账户的封存没有所依据的封存办理，或单位、封存年月与其不符";
        report.add(
            "account_change_sealing_differs",
            "account_change",
            &key,
            sentence,
        );
    }
    for (sealing_id, account_no) in tx.all(&store::SEALED_WITHOUT_CHANGE, (MAX_ROWS,)).await? {
        let key = format!("{sealing_id}/{account_no}");
        let sentence = "封存办理中的账户没有相应的变更记录";
        report.add(
            "sealing_line_change_differs",
            "sealing_line",
            &key,
            sentence,
        );
    }
    Ok(())
}
