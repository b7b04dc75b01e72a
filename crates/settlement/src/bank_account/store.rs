//! The statements over the centre's bank accounts.

use kernel::BankAccountId;
use ledger::AccountCode;

use super::model::{BankAccount, BankCode};

db::statements! {
    /// Every bank account of the centre, in the order of the books. A centre has dozens at most.
    BANK_ACCOUNTS: () => BankAccount =
        "SELECT bank_account_id, bank_code, account_number, name, nature, ledger_account, \
                opened_on \
           FROM bank_account WHERE centre_id = $1 ORDER BY ledger_account";

    /// The next bank accounts after one, in the order of their ids.
    BANK_ACCOUNTS_AFTER: (BankAccountId, i64) => BankAccount =
        "SELECT bank_account_id, bank_code, account_number, name, nature, ledger_account, \
                opened_on \
           FROM bank_account WHERE centre_id = $1 AND bank_account_id > $2 \
          ORDER BY bank_account_id LIMIT $3";

    /// One of them.
    BANK_ACCOUNT_BY_ID: (BankAccountId,) => BankAccount =
        "SELECT bank_account_id, bank_code, account_number, name, nature, ledger_account, \
                opened_on \
           FROM bank_account WHERE centre_id = $1 AND bank_account_id = $2";

    /// Which account has this number at this bank.
    BANK_ACCOUNT_BY_NUMBER: (BankCode, String) => (BankAccountId, AccountCode) =
        "SELECT bank_account_id, ledger_account FROM bank_account \
          WHERE centre_id = $1 AND bank_code = $2 AND account_number = $3";

    /// A new account; no row when the number at the bank, or the ledger account, is taken.
    INSERT_BANK_ACCOUNT: BankAccount => () =
        "INSERT INTO bank_account (centre_id, bank_account_id, bank_code, account_number, name, \
                                   nature, ledger_account, opened_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
}
