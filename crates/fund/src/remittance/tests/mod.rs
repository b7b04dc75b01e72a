//! Remittances from the assessment to the books.

mod motion;
mod posting;
mod shortfalls;
mod timeline;
mod undoing;

pub(crate) use shortfalls::reversed_short;

use kernel::{AccountNo, Fen};
use ledger::voucher;

use super::Received;
use super::testing::House;

/// The lines of a voucher as an accountant reads them.
async fn paper(house: &House, received: &Received) -> Vec<String> {
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let mut lines = Vec::new();
    for id in &received.voucher_ids {
        let voucher = voucher::get(&mut tx, *id).await.unwrap();
        lines.push(voucher.head.summary);
        lines.extend(voucher.lines.iter().map(|line| match line.debit.is_zero() {
            false => format!("借 {} {}", line.account, line.debit.grouped()),
            true => format!("贷 {} {}", line.account, line.credit.grouped()),
        }));
    }
    lines
}

db::statements! {
    /// Something that the product can't do yet: an account that spent money.
    SPEND: (AccountNo, Fen) => () =
        "UPDATE account SET current_fen = current_fen - $3 WHERE centre_id = $1 AND account_no = $2";
    /// Something that the product can't do yet: 封存.
    SEAL: (AccountNo,) => () =
        "UPDATE account SET status = 'sealed' WHERE centre_id = $1 AND account_no = $2";
}
