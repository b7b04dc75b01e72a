//! Money that leaves an account, as a withdrawal will take it: with its entry and its voucher.

use fund::account::{EntryDigest, EntryKind};
use kernel::{AccountNo, CentreId, Fen, VoucherId};
use ledger::{AccountCode, BookCode, Line, NewVoucher, VoucherKind, voucher};
use platform::App;
use platform::business_day;

db::statements! {
    /// The balance.
    SPEND: (AccountNo, Fen) => () =
        "UPDATE account SET current_fen = current_fen - $3, balance_fen = balance_fen - $3, \
                            entry_count = entry_count + 1 \
          WHERE centre_id = $1 AND account_no = $2";
    /// The entry.
    ENTRY: (AccountNo, Fen, kernel::Date, VoucherId) => () =
        "INSERT INTO entry (centre_id, account_no, entry_no, kind, business_date, value_date, \
                            carried_fen, current_fen, carried_after_fen, current_after_fen, \
                            balance_after_fen, voucher_id) \
         SELECT centre_id, account_no, entry_count, 'partial_withdrawal', $4, $4, \
                0, -$3, carried_fen, current_fen, balance_fen, $5 \
           FROM account WHERE centre_id = $1 AND account_no = $2";
}

/// Takes so much out of an account.
pub(crate) async fn spend(app: &App, centre: CentreId, account_no: AccountNo, amount: Fen) {
    let mut tx = app.db.write(centre).await.unwrap();
    let day = business_day::posting_date(&mut tx).await.unwrap();
    let mut digest = EntryDigest::new();
    let kind = EntryKind::PartialWithdrawal;
    let back = amount.checked_neg().unwrap();
    digest.add(account_no, kind, Fen::ZERO, back, None, day);
    let code = AccountCode::literal;
    let lines = vec![
        Line::debit(code("201"), amount),
        Line::credit(code("10101"), amount),
    ];
    let new = NewVoucher {
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
        lines,
    };
    let voucher_id = voucher::post(&mut tx, &app.clock, new).await.unwrap();
    tx.execute_one(&SPEND, (account_no, amount)).await.unwrap();
    let entry = (account_no, amount, day, voucher_id);
    tx.execute_one(&ENTRY, entry).await.unwrap();
    tx.commit().await.unwrap();
}
