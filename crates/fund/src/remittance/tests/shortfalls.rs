//! Reversals whose money has partly left the accounts, or is frozen in them.

use kernel::{AccountNo, Fen, RemittanceId, Result, VoucherId};
use ledger::{AccountCode, BookCode, Line, NewVoucher, VoucherKind, voucher};
use settlement::recovery::{self, RecoveryKind, RecoveryStatus};

use super::paper;
use crate::account::{AccountStatus, EntryDigest, EntryKind};
use crate::remittance::testing::{House, date, house, key, page, people};
use crate::remittance::{
    Received, RemittanceStatus, recoveries, remittance_lines, reversal_preview, reverse,
};

mod leaving {
    use super::{AccountNo, Fen, VoucherId};

    db::statements! {
        /// Money leaves an account, until withdrawals can do it.
        SPEND: (AccountNo, Fen) => () =
            "UPDATE account SET current_fen = current_fen - $3, balance_fen = balance_fen - $3, \
                                entry_count = entry_count + 1 \
              WHERE centre_id = $1 AND account_no = $2";
        /// The entry of it.
        ENTRY: (AccountNo, Fen, VoucherId) => () =
            "INSERT INTO entry (centre_id, account_no, entry_no, kind, business_date, value_date, \
                                carried_fen, current_fen, carried_after_fen, current_after_fen, \
                                balance_after_fen, voucher_id) \
             SELECT centre_id, account_no, entry_count, 'partial_withdrawal', '2026-11-20', \
                    '2026-11-20', 0, -$3, carried_fen, current_fen, balance_fen, $4 \
               FROM account WHERE centre_id = $1 AND account_no = $2";
        /// A court freezes an account, until the product can do it.
        FREEZE: (AccountNo,) => () =
            "UPDATE account SET status = 'frozen' WHERE centre_id = $1 AND account_no = $2";
    }
}

const BANK: AccountCode = AccountCode::literal("10101");
const MEMBERS: AccountCode = AccountCode::literal("201");

impl House {
    /// Money leaves an account as a withdrawal will take it: with its entry and its voucher.
    async fn spend(&self, account_no: AccountNo, fen: i64) {
        let amount = Fen::new(fen);
        let (back, day) = (Fen::new(-fen), date("2026-11-20"));
        let mut digest = EntryDigest::new();
        let kind = EntryKind::PartialWithdrawal;
        digest.add(account_no, kind, Fen::ZERO, back, None, day);
        let voucher = NewVoucher {
            book: BookCode::Fund,
            business_date: day,
            kind: VoucherKind::Automatic,
            summary: "提取".to_owned(),
            preparer: "system:test".to_owned(),
            authority: "试验".to_owned(),
            attachments: 0,
            source_kind: "withdrawal",
            source_id: account_no.to_string(),
            posting_key: format!("withdrawal:{account_no}"),
            run_id: None,
            detail_digest: Some(digest.finish()),
            lines: vec![Line::debit(MEMBERS, amount), Line::credit(BANK, amount)],
        };
        let mut tx = self.app.db.write(self.centre).await.unwrap();
        let voucher_id = voucher::post(&mut tx, &self.app.clock, voucher)
            .await
            .unwrap();
        tx.execute_one(&leaving::SPEND, (account_no, amount))
            .await
            .unwrap();
        let entry = (account_no, amount, voucher_id);
        tx.execute_one(&leaving::ENTRY, entry).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn freeze(&self, account_no: AccountNo) {
        let mut tx = self.app.db.write(self.centre).await.unwrap();
        tx.execute_one(&leaving::FREEZE, (account_no,))
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    async fn accounts_of(&self, id: RemittanceId) -> Vec<AccountNo> {
        let lines = remittance_lines(&self.app, &self.system, id, &page()).await;
        let lines = lines.unwrap().items;
        lines.iter().map(|line| line.account_no).collect()
    }

    async fn reversed(&self, word: &str, id: RemittanceId, fen: i64) -> Result<Vec<VoucherId>> {
        let accepted = Fen::new(fen);
        reverse(
            &self.app,
            &self.system,
            &key(word),
            id,
            "单位报错月份",
            accepted,
        )
        .await
        .map(|outcome| outcome.done().expect("the system needs no approval"))
    }

    async fn balance(&self, account_no: AccountNo) -> i64 {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        crate::account::get_in(&mut tx, account_no)
            .await
            .unwrap()
            .balance_fen
            .get()
    }
}

/// October posted for three people, 960 yuan each.
async fn october() -> (House, RemittanceId, Received, Vec<AccountNo>) {
    let house = house().await;
    let id = house
        .assess(house.employer_id, "2026-10", &people(1..=3, "6000"))
        .await;
    let paid = house.pay(id, "B001").await;
    let accounts = house.accounts_of(id).await;
    (house, id, paid, accounts)
}

/// The house with October reversed, of which one member owes 600 yuan.
pub(crate) async fn reversed_short() -> House {
    let (house, id, _, accounts) = october().await;
    house.spend(accounts[0], 60_000).await;
    house.reversed("reverse", id, 60_000).await.unwrap();
    house
}

#[tokio::test]
async fn a_reversal_whose_money_has_partly_left_goes_member_by_member_with_a_receivable() {
    let (house, id, paid, accounts) = october().await;
    house.spend(accounts[1], 60_000).await;
    house.spend(accounts[2], 96_000).await;
    let told = reversal_preview(&house.app, &house.system, id)
        .await
        .unwrap();
    assert_eq!((told.people, told.amount_fen.get()), (3, 288_000));
    assert_eq!((told.short_people, told.short_fen.get()), (2, 156_000));
    let short = told
        .members
        .iter()
        .map(|one| (one.account_no, one.held_fen.get(), one.short_fen.get()));
    let expected = [(accounts[1], 36_000, 60_000), (accounts[2], 0, 96_000)];
    assert_eq!(short.collect::<Vec<_>>(), expected);

    let vouchers = house.reversed("reverse", id, 156_000).await.unwrap();
    assert_eq!(
        house.reversed("reverse", id, 156_000).await.unwrap(),
        vouchers
    );
    let received = Received {
        voucher_ids: vouchers,
        ..paid
    };
    let paper = paper(&house, &received).await;
    assert_eq!(
        paper[..3],
        [
            "冲销2026-10汇缴，2人余额不足计入错缴待追回款：单位报错月份",
            "借 11902 1,560.00",
            "贷 201 1,560.00",
        ]
    );
    assert_eq!(
        paper[4..6],
        ["借 10101 -2,880.00", "贷 201 -2,880.00"],
        "the whole in red"
    );
    assert_eq!(paper[7..9], ["借 10101 2,880.00", "贷 21901 2,880.00"]);
    for account in &accounts {
        assert_eq!(house.balance(*account).await, 0, "{account}");
    }
    let books = [
        house.books("201").await,
        house.books("11902").await,
        house.books("21901").await,
    ];
    assert_eq!(books, [0, 156_000, 288_000]);
    let view = house.remittance(id).await;
    assert_eq!(view.remittance.status, RemittanceStatus::Reversed);
    assert_eq!(view.shortfall, Some((2, Fen::new(156_000))));
    assert_eq!(house.findings().await, []);

    let open = recoveries(&house.app, &house.system, &page())
        .await
        .unwrap()
        .items;
    let open: Vec<_> = open
        .iter()
        .rev()
        .map(|(item, owner, debtor)| {
            let (owner, debtor) = (owner.as_ref().unwrap(), debtor.as_ref().unwrap());
            (
                item.kind,
                item.amount_fen.get(),
                owner.employer_id,
                debtor.account_no,
            )
        })
        .collect();
    let kind = RecoveryKind::Shortfall;
    let expected = [
        (kind, 60_000, house.employer_id, accounts[1]),
        (kind, 96_000, house.employer_id, accounts[2]),
    ];
    assert_eq!(open, expected);
}

#[tokio::test]
async fn a_shortfall_is_recovered_from_money_that_comes_in() {
    let (house, id, _, accounts) = october().await;
    house.spend(accounts[0], 60_000).await;
    house.reversed("reverse", id, 60_000).await.unwrap();
    let back = house
        .receive(house.wire("B002", 60_000, "退错缴"))
        .await
        .unwrap();
    let (app, system) = (&house.app, &house.system);
    let open = recovery::list(app, system, &page())
        .await
        .unwrap()
        .items
        .remove(0);
    let item = back.suspense_id.unwrap();
    for (word, fen) in [("part", 10_000), ("rest", 50_000)] {
        let amount = Fen::new(fen);
        recovery::recover(app, system, &key(word), open.recovery_id, item, amount)
            .await
            .unwrap();
        assert_eq!(house.findings().await, []);
    }
    assert_eq!(
        (house.books("11902").await, house.books("11901").await),
        (0, 0)
    );
    let done = recovery::list(app, system, &page())
        .await
        .unwrap()
        .items
        .remove(0);
    assert_eq!(
        (done.status, done.left_fen),
        (RecoveryStatus::Recovered, Fen::ZERO)
    );
}

#[tokio::test]
async fn what_is_frozen_is_not_taken() {
    let (house, id, _, accounts) = october().await;
    house.freeze(accounts[0]).await;
    let told = reversal_preview(&house.app, &house.system, id)
        .await
        .unwrap();
    assert_eq!(told.members[0].status, AccountStatus::Frozen);
    assert_eq!(
        (told.short_people, told.short_fen.get()),
        (1, 96_000),
        "all of it"
    );
    house.reversed("reverse", id, 96_000).await.unwrap();
    assert_eq!(
        house.balance(accounts[0]).await,
        96_000,
        "what was frozen is there"
    );
    assert_eq!(house.balance(accounts[1]).await, 0);
    assert_eq!(
        (house.books("201").await, house.books("11902").await),
        (96_000, 96_000)
    );
    let found = house.findings().await;
    let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
    assert_eq!(
        codes,
        ["account_change_differs"],
        "the freezing alone, which no change tells"
    );
}

#[tokio::test]
async fn nobody_owes_what_a_clerk_did_not_see() {
    let (house, id, _, accounts) = october().await;
    house.spend(accounts[0], 60_000).await;
    let code = |result: Result<Vec<VoucherId>>| result.unwrap_err().refusal().unwrap().code();
    assert_eq!(
        code(house.reversed("none", id, 0).await),
        "accounts_hold_too_little"
    );
    assert_eq!(
        code(house.reversed("less", id, 59_999).await),
        "reversal_changed"
    );
    // More leaves between the preview and the reversal.
    house.spend(accounts[1], 1).await;
    assert_eq!(
        code(house.reversed("stale", id, 60_000).await),
        "reversal_changed"
    );
    assert_eq!(
        house.remittance(id).await.remittance.status,
        RemittanceStatus::Posted
    );
    assert_eq!(
        (house.books("11902").await, house.findings().await.len()),
        (0, 0)
    );
    house.reversed("fresh", id, 60_001).await.unwrap();
    assert_eq!(house.findings().await, []);
    let told = reversal_preview(&house.app, &house.system, id)
        .await
        .unwrap_err();
    assert_eq!(told.refusal().unwrap().code(), "remittance_not_posted");
}

#[tokio::test]
async fn a_reversal_that_finds_everything_there_makes_no_receivable() {
    let (house, id, ..) = october().await;
    let told = reversal_preview(&house.app, &house.system, id)
        .await
        .unwrap();
    assert_eq!(
        (told.short_people, told.short_fen, told.members.len()),
        (0, Fen::ZERO, 0)
    );
    let refused = house.reversed("too-much", id, 1).await.unwrap_err();
    assert_eq!(refused.refusal().unwrap().code(), "reversal_changed");
    house.reversed("reverse", id, 0).await.unwrap();
    assert_eq!(
        (
            house.books("11902").await,
            house.remittance(id).await.shortfall
        ),
        (0, None)
    );
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_month_reversed_with_a_receivable_is_paid_anew() {
    let (house, id, _, accounts) = october().await;
    house.spend(accounts[0], 60_000).await;
    house.reversed("reverse", id, 60_000).await.unwrap();
    let anew = house
        .assess(house.employer_id, "2026-10", &people(1..=3, "7000"))
        .await;
    house.pay(anew, "B002").await;
    assert_eq!(
        house.balance(accounts[0]).await,
        112_000,
        "the claim isn't withheld from it"
    );
    assert_eq!(house.findings().await, []);
}
