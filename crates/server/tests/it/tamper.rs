//! Alters each kind of row behind the program's back, one at a time on a fresh copy of a lived
//! year, and sees that the proof names it. The crates have finer tests of their own tables; this
//! one is of the whole program, on both databases.

use db::Backend;
use ledger::verify::Finding;
use testkit::On;
use tokio_postgres::NoTls;

use crate::year::TestYear;

/// Of each table one row: the condition that finds it, and what the key of a finding must hold.
/// `id:column` is an id's digits. Words after the table's name tell rows apart that are found by the
/// key of another table.
const ROWS: &str = "
    book             | book = 'fund'                                             | book
    ledger_account   | book = 'fund' AND code = '10101'                          | code
    period           | book = 'fund' AND month = 202511                          | book
    voucher          | voucher_id = (SELECT voucher_id FROM voucher_seal WHERE sequence = 5) | id:voucher_id
    voucher_line     | line_no = 1 AND voucher_id = (SELECT voucher_id FROM voucher_seal WHERE sequence = 5) | id:voucher_id
    voucher_seal     | sequence = 5                                              | id:voucher_id
    voucher_tail     | book = 'fund' AND voucher_id = (SELECT voucher_id FROM voucher_tail ORDER BY voucher_id LIMIT 1) | id:voucher_id
    chain_head       | book = 'fund'                                             | book
    period_balance   | book = 'fund' AND month = 202512 AND account = '10101'    | account
    day_head         | business_date = '2026-03-02'                              | CAST(business_date AS TEXT)
    account          | account_no = (SELECT account_no FROM account ORDER BY account_no LIMIT 1) | CAST(account_no AS TEXT)
    account_change   | change_no = 1 AND account_no = (SELECT account_no FROM account ORDER BY account_no LIMIT 1) | CAST(account_no AS TEXT)
    entry            | entry_no = 2 AND account_no = (SELECT account_no FROM account ORDER BY account_no LIMIT 1) | CAST(account_no AS TEXT)
    entry of voucher | entry_no = 2 AND account_no = (SELECT account_no FROM account ORDER BY account_no LIMIT 1) | id:voucher_id
    member_month     | month = 202512 AND account_no = (SELECT account_no FROM account ORDER BY account_no LIMIT 1) | CAST(account_no AS TEXT)
    remittance       | serial = (SELECT MIN(serial) FROM remittance)             | id:remittance_id
    remittance_chunk | remittance_id = (SELECT remittance_id FROM remittance ORDER BY serial LIMIT 1) | id:remittance_id
    batch_line       | line_no = 1 AND batch_id = (SELECT batch_id FROM remittance ORDER BY serial LIMIT 1) | (SELECT id:remittance_id FROM remittance ORDER BY serial LIMIT 1)
    arrival          | serial = (SELECT MIN(serial) FROM arrival)                | id:arrival_id
    arrival of money | serial = (SELECT MIN(serial) FROM arrival)                | (SELECT id:remittance_id FROM remittance r WHERE r.arrival_id = arrival.arrival_id)
    suspense         | serial = (SELECT MIN(serial) FROM suspense)               | id:suspense_id
    suspense of one  | serial = (SELECT MIN(serial) FROM suspense)               | id:arrival_id
    audit_event      | audit_id = (SELECT audit_id FROM audit_seal WHERE position = 9) | '9'
    audit_seal       | position = 9                                              | '9'
    audit_day_head   | business_date = '2026-03-02'                              | CAST(business_date AS TEXT)
    member           | member_id = (SELECT member_id FROM member ORDER BY member_id LIMIT 1) | id:member_id
    employer         | employer_no = (SELECT MIN(employer_no) FROM employer)     | id:employer_id
    staff            | staff_id = (SELECT staff_id FROM staff ORDER BY staff_id LIMIT 1) | id:staff_id
    bank_account     | ledger_account = '10101'                                  | (SELECT id:arrival_id FROM arrival a WHERE a.bank_account_id = bank_account.bank_account_id ORDER BY serial LIMIT 1)
";

/// What is done to the row, and the finding: in which table, and its code.
const ALTERATIONS: &str = "
    book             | opened_at = (SELECT opened_at FROM period WHERE month = 202602)      | book           | book_altered
    ledger_account   | name = '别人的户'                                             | ledger_account | account_altered
    period           | closed_by = 'staff:别人'                                      | period         | period_altered
    voucher          | summary = '补缴'                                              | voucher        | chain_broken
    voucher          | preparer = 'staff:别人'                                       | voucher        | chain_broken
    voucher          | total_fen = total_fen + 1                                     | voucher        | voucher_total_wrong
    voucher          | detail_digest = NULL                                          | voucher        | voucher_digest_differs
    voucher          | DELETE                                                        | voucher_line   | line_without_voucher
    voucher_line     | memo = '一月'                                                 | voucher        | chain_broken
    voucher_line     | debit_fen = debit_fen + 1                                     | voucher        | voucher_unbalanced
    voucher_line     | account = '10109'                                             | voucher_line   | voucher_line_account
    voucher_line     | DELETE                                                        | voucher        | voucher_lines_missing
    voucher_seal     | hash = (SELECT hash FROM voucher_seal WHERE sequence = 4)     | voucher        | chain_broken
    voucher_seal     | DELETE                                                        | voucher        | voucher_unsealed
    voucher_tail     | DELETE                                                        | voucher        | voucher_unsealed
    chain_head       | hash = (SELECT hash FROM voucher_seal WHERE sequence = 4)     | chain_head     | chain_head_wrong
    period_balance   | debit_fen = debit_fen + 1                                     | period_balance | balance_differs
    period_balance   | DELETE                                                        | period_balance | balance_differs
    day_head         | hash = (SELECT hash FROM voucher_seal WHERE sequence = 4)     | day_head       | day_head_altered
    account          | balance_fen = balance_fen + 1                                 | account        | account_balance_wrong
    account          | carried_fen = carried_fen + 1, current_fen = current_fen - 1  | account        | account_balance_wrong
    account          | entry_count = entry_count + 1                                 | account        | account_entry_count_wrong
    account          | base_fen = base_fen + 1                                       | account        | account_change_differs
    account_change   | base_fen = base_fen + 1                                       | account_change | account_change_roster_differs
    account          | DELETE                                                        | entry          | entry_without_account
    entry            | current_fen = current_fen + 1                                 | entry          | entry_balance_wrong
    entry            | balance_after_fen = balance_after_fen + 1                     | entry          | entry_balance_wrong
    entry            | business_date = '2026-01-05'                                  | entry          | entry_date_differs
    entry            | month = 202701                                                | member_month   | member_month_differs
    entry of voucher | value_date = '2026-01-05'                                     | voucher        | voucher_digest_differs
    entry            | DELETE                                                        | entry          | entry_number_gap
    member_month     | amount_fen = amount_fen + 1                                   | member_month   | member_month_differs
    member_month     | kind = 'reversed'                                             | member_month   | member_month_differs
    member_month     | DELETE                                                        | entry          | entry_without_month
    remittance       | expected_fen = expected_fen + 1                               | remittance     | remittance_lines_differ
    remittance       | people = people + 1                                           | remittance     | remittance_lines_differ
    remittance       | status = 'cancelled'                                          | remittance     | remittance_run_differs
    remittance       | DELETE                                                        | remittance_chunk | chunk_stray
    remittance_chunk | amount_fen = amount_fen + 1                                   | remittance_chunk | chunk_differs
    remittance_chunk | DELETE                                                        | remittance     | remittance_run_differs
    batch_line       | employer_fen = employer_fen + 1, member_fen = member_fen - 1  | remittance     | remittance_lines_differ
    batch_line       | account_no = 1                                                | batch_line     | batch_line_without_entry
    batch_line       | DELETE                                                        | remittance     | remittance_lines_differ
    arrival          | amount_fen = amount_fen + 1                                   | arrival        | arrival_voucher_differs
    arrival          | status = 'suspense'                                           | arrival        | arrival_status_differs
    arrival of money | DELETE                                                        | remittance     | remittance_without_arrival
    suspense         | amount_fen = amount_fen + 1                                   | suspense       | suspense_voucher_differs
    suspense         | arrival_id = (SELECT remittance_id FROM remittance WHERE serial = 1) | suspense | suspense_without_arrival
    suspense of one  | DELETE                                                        | arrival        | arrival_status_differs
    member           | name = (SELECT name FROM member m WHERE m.member_id <> member.member_id LIMIT 1) | member | member_sealed_value_altered
    member           | name_lookup = (SELECT name_lookup FROM member m WHERE m.name_lookup <> member.name_lookup LIMIT 1) | member | member_lookup_differs
    member           | born_on = '1900-01-01'                                        | member         | member_document_differs
    member           | born_on = '0001-01-01'                                        | member         | member_document_differs
    employer         | agent_name = (SELECT agent_name FROM employer e WHERE e.employer_id <> employer.employer_id LIMIT 1) | employer | employer_sealed_value_altered
    arrival          | payer_name = (SELECT payer_name FROM arrival a WHERE a.arrival_id <> arrival.arrival_id LIMIT 1) | arrival | arrival_sealed_value_altered
    staff            | phone = (SELECT name FROM member LIMIT 1)                     | staff          | staff_sealed_value_altered
    bank_account     | ledger_account = '10109'                                      | arrival        | arrival_voucher_differs
    audit_event      | actor_name = '别人'                                           | audit_seal     | audit_event_altered
    audit_event      | detail = '{}'                                                 | audit_seal     | audit_event_altered
    audit_event      | DELETE                                                        | audit_seal     | audit_event_lost
    audit_seal       | hash = (SELECT hash FROM audit_seal WHERE position = 8)       | audit_seal     | audit_event_altered
    audit_day_head   | hash = (SELECT hash FROM audit_seal WHERE position = 8)       | audit_day_head | audit_day_head_altered
    audit_day_head   | DELETE                                                        | audit_day_head | audit_day_head_missing
";

/// The cells of a table written as text.
fn cells(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| line.split('|').map(str::trim).collect())
}

/// Puts what a database needs around every `id:column`.
fn digits_of_ids(sql: &str, [before, after]: [&str; 2]) -> String {
    let mut pieces = sql.split("id:");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| c != '_' && !c.is_ascii_alphanumeric());
        let (column, rest) = piece.split_at(end.unwrap_or(piece.len()));
        whole += &format!("{before}{column}{after}{rest}");
    }
    whole
}

/// A connection behind the program's back, which no foreign key stops.
enum Behind {
    Sqlite(rusqlite::Connection),
    Postgres(tokio_postgres::Client),
}

impl Behind {
    async fn open(backend: &Backend) -> Behind {
        match backend {
            Backend::Sqlite { path } => {
                let raw = rusqlite::Connection::open(path).unwrap();
                raw.pragma_update(None, "foreign_keys", false).unwrap();
                Behind::Sqlite(raw)
            }
            Backend::Postgres { url, .. } => {
                let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
                tokio::spawn(connection);
                let quiet = "SET session_replication_role = replica";
                client.batch_execute(quiet).await.unwrap();
                Behind::Postgres(client)
            }
        }
    }

    /// The one text that a query answers; `id:column` in it is an id's digits.
    async fn text(&self, sql: &str) -> String {
        match self {
            Behind::Sqlite(raw) => {
                let sql = digits_of_ids(sql, ["lower(hex(", "))"]);
                raw.query_row(&sql, [], |row| row.get(0)).expect(&sql)
            }
            Behind::Postgres(client) => {
                let sql = digits_of_ids(sql, ["replace(CAST(", " AS TEXT), '-', '')"]);
                client.query_one(&sql, &[]).await.expect(&sql).get(0)
            }
        }
    }

    /// Runs a change that must meet one row.
    async fn change(&self, sql: &str) {
        let rows = match self {
            Behind::Sqlite(raw) => raw.execute(sql, []).expect(sql) as u64,
            Behind::Postgres(client) => client.execute(sql, &[]).await.expect(sql),
        };
        assert_eq!(rows, 1, "{sql}");
    }
}

/// Alters a row on a copy of the year; answers what its key holds and what the proof finds.
async fn altered(on: On, name: &str, change: &str) -> Option<(String, Vec<Finding>)> {
    let year = TestYear::on(on).await?;
    let row = cells(ROWS).find(|row| row[0] == name);
    let row = row.unwrap_or_else(|| panic!("no row of {name}"));
    let table = name.split(' ').next().unwrap();
    let behind = Behind::open(&year.backend).await;
    let key = format!("SELECT {} FROM {table} WHERE {}", row[2], row[1]);
    let key = behind.text(&key).await;
    behind
        .change(&match change {
            "DELETE" => format!("DELETE FROM {table} WHERE {}", row[1]),
            change => format!("UPDATE {table} SET {change} WHERE {}", row[1]),
        })
        .await;
    drop(behind);
    let proof = server::command::prove(&year.app, year.centre).await;
    Some((key, proof.unwrap().findings))
}

async fn every_alteration_is_named(on: On) {
    for alteration in cells(ALTERATIONS) {
        let [table, change, found_in, code] = alteration[..] else {
            panic!("four cells: {alteration:?}");
        };
        let Some((key, findings)) = altered(on, table, change).await else {
            return;
        };
        let named = findings.iter().any(|finding| {
            finding.table == found_in
                && finding.code == code
                && finding.key.replace('-', "").contains(&key.replace('-', ""))
        });
        assert!(named, "{table}: {change}, of key {key}: {findings:#?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_alteration_is_named_on_sqlite() {
    every_alteration_is_named(On::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_alteration_is_named_on_postgres() {
    every_alteration_is_named(On::Postgres).await;
}

#[test]
fn each_kind_of_row_is_altered() {
    for row in cells(ROWS) {
        let altered = cells(ALTERATIONS).any(|alteration| alteration[0] == row[0]);
        assert!(altered, "{}", row[0]);
    }
}
