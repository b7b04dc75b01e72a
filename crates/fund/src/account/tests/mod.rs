//! Accounts: what is posted to them, and what is told of them.

use super::bulk::{Chunk, Direction, MAX_CHUNK, Posting, Reversal};
use super::*;
use crate::remittance;
use crate::testing::{self, House, id_number, month, page, refused, today};
use kernel::{BatchId, Fen};
use ledger::{BookCode, Line, NewVoucher, VoucherKind};

mod pages;
mod posting;

/// One employer with three members.
struct School {
    house: House,
    employer_id: EmployerId,
    members: Vec<AccountNo>,
}

async fn school() -> School {
    let house = testing::house().await;
    let employer_id = house.employer(1).await.employer_id;
    let members = house
        .accounts(employer_id, &["张三", "李四", "张小五"], 101)
        .await;
    School {
        house,
        employer_id,
        members,
    }
}

impl School {
    /// The whole batch as one chunk.
    fn chunk(batch_id: BatchId, lines: i64) -> Chunk {
        Chunk {
            batch_id,
            from_line: 1,
            to_line: lines,
        }
    }

    fn posting(&self, batch_id: BatchId, lines: i64, of: &str) -> Posting {
        Posting {
            chunk: Self::chunk(batch_id, lines),
            employer_id: self.employer_id,
            kind: MonthKind::Remittance,
            month: month(of),
            business_date: today(),
            value_date: today().prev(),
            voucher_id: self.house.voucher_id(),
        }
    }

    async fn post(&self, posting: &Posting) -> Result<()> {
        let mut tx = self.house.write().await;
        bulk::post_in(&mut tx, posting).await?;
        tx.commit().await
    }

    /// Posts 600 and 600 yuan to each member for a month.
    async fn pay(&self, of: &str) -> Posting {
        let lines: Vec<_> = self.members.iter().map(|no| (*no, 600, 600)).collect();
        let batch = self.house.batch(&lines).await;
        let posting = self.posting(batch, 3, of);
        self.post(&posting).await.unwrap();
        posting
    }

    async fn reverse(&self, posted: &Posting) -> Result<()> {
        let mut tx = self.house.write().await;
        let reversal = Reversal {
            chunk: posted.chunk,
            month: posted.month,
            business_date: today(),
            value_date: posted.value_date,
            voucher_id: self.house.voucher_id(),
            advance: None,
        };
        bulk::reverse_in(&mut tx, &reversal).await?;
        tx.commit().await
    }

    async fn balances(&self) -> Vec<i64> {
        let mut tx = self.house.write().await;
        let mut balances = Vec::new();
        for no in &self.members {
            let account = get_in(&mut tx, *no).await.unwrap();
            assert_eq!(
                account.balance_fen, account.current_fen,
                "nothing is carried forward"
            );
            balances.push(account.balance_fen.get() / 100);
        }
        balances
    }

    async fn set_status(&self, no: AccountNo, status: AccountStatus) {
        let mut tx = self.house.write().await;
        tx.execute_one(&SET_STATUS, (no, status)).await.unwrap();
        tx.commit().await.unwrap();
    }
}

db::statements! {
    /// What sealing and freezing, which come later, will do.
    SET_STATUS: (AccountNo, AccountStatus) => () =
        "UPDATE account SET status = $3 WHERE centre_id = $1 AND account_no = $2";
    /// What a withdrawal, which comes later, will do to the balance.
    TAKE_OUT: (AccountNo, Fen) => () =
        "UPDATE account SET current_fen = current_fen - $3, balance_fen = balance_fen - $3 \
          WHERE centre_id = $1 AND account_no = $2";
    /// The entries of an account in order.
    CARD: (AccountNo,) => Entry =
        "SELECT account_no, entry_no, kind, business_date, value_date, carried_fen, current_fen, \
                carried_after_fen, current_after_fen, balance_after_fen, voucher_id, batch_id, \
                month, reverses_entry_no \
           FROM entry WHERE centre_id = $1 AND account_no = $2 ORDER BY entry_no";
}
