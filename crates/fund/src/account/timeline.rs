//! An account's timeline: everything that happened with it, the latest first.

use db::{Column, Kind, List, ListInfo, ListQuery, Listing};
use kernel::{AccountNo, Result};
use platform::{App, Caller, Scope};
use settlement::recovery::RECOVERY_READ;

use super::{readable, scope_of};
use crate::timeline::{EVENT_COLUMNS, EVENT_NO, EVENT_ROW_OF_ACCOUNT, Event, EventRow, told_in};
use crate::transfer::TRANSFER_READ;

/// What happened with the account `$2`, whose number is `$3` as text: recoveries where `$4` holds;
/// transfer cases all of them where `$5` does, where `$6` does those that concern the branch `$7`.
/// What an account came along with (期初转入) is one event: the change, with the balance of its entry.
/// The first part has every column's type. Of a transfer case neither employer is told.
const EVENTS: &str = "(\
    SELECT n.centre_id AS centre_id, 11000000000000 + n.entry_no AS event_no, \
           CASE WHEN n.reverses_entry_no IS NULL THEN 'entered' ELSE 'taken_back' END AS kind, \
           v.recorded_at AS at, v.preparer AS by_label, CAST(NULL AS TEXT) AS by_name, \
           n.month AS month, CAST(NULL AS DATE) AS day, CAST(NULL AS BIGINT) AS people, \
           n.carried_fen + n.current_fen AS amount_fen, r.serial AS serial, n.kind AS code, \
           CAST(NULL AS TEXT) AS party, CAST(NULL AS TEXT) AS reason, \
           r.remittance_id AS remittance_id, CAST(NULL AS UUID) AS suspense_id, \
           CAST(NULL AS UUID) AS recovery_id, CAST(NULL AS UUID) AS case_id, \
           CAST(NULL AS UUID) AS payer_id, CAST(NULL AS BIGINT) AS base_fen, \
           CAST(NULL AS BIGINT) AS base_before_fen, CAST(NULL AS BIGINT) AS amount_before_fen, \
           CAST(NULL AS BIGINT) AS balance_fen \
      FROM entry n \
      JOIN voucher v ON v.centre_id = n.centre_id AND v.voucher_id = n.voucher_id \
      LEFT JOIN remittance r ON r.centre_id = n.centre_id AND r.batch_id = n.batch_id \
     WHERE n.centre_id = $1 AND n.account_no = $2 AND n.kind <> 'taken_over' \
    UNION ALL \
    SELECT c.centre_id, 10000000000000 + c.change_no, c.kind, c.made_at, NULL, c.made_by_name, \
           COALESCE(c.sealed_from, c.first_month), NULL, NULL, \
           c.employer_monthly_fen + c.member_monthly_fen, NULL, \
           CASE WHEN c.kind = 'sealed' THEN p.reason END, o.name, \
           CASE WHEN c.kind = 'sealed' THEN p.note END, NULL, NULL, NULL, NULL, NULL, \
           c.base_fen, b.base_fen, b.employer_monthly_fen + b.member_monthly_fen, \
           m.carried_fen + m.current_fen \
      FROM account_change c \
      JOIN employer o ON o.centre_id = c.centre_id AND o.employer_id = c.employer_id \
      LEFT JOIN account_change b ON b.centre_id = c.centre_id AND b.account_no = c.account_no \
                                AND b.change_no = c.change_no - 1 \
      LEFT JOIN entry m ON c.kind = 'taken_over' AND m.centre_id = c.centre_id \
                       AND m.account_no = c.account_no AND m.kind = 'taken_over' \
      LEFT JOIN sealing p ON p.centre_id = c.centre_id AND p.sealing_id = c.sealing_id \
     WHERE c.centre_id = $1 AND c.account_no = $2 \
    UNION ALL \
    SELECT y.centre_id, 19000000000000 + y.serial, 'recovery', y.opened_at, NULL, \
           y.opened_by_name, NULL, y.business_date, NULL, y.amount_fen, y.serial, y.kind, NULL, \
           y.reason, NULL, NULL, y.recovery_id, NULL, NULL, NULL, NULL, NULL, NULL \
      FROM recovery y \
     WHERE y.centre_id = $1 AND y.debtor = $3 AND $4 \
    UNION ALL \
    SELECT t.centre_id, 16000000000000 + t.serial, 'transfer_asked', t.opened_at, NULL, NULL, \
           t.month, t.due_on, NULL, NULL, t.serial, NULL, NULL, NULL, NULL, NULL, NULL, \
           t.case_id, NULL, NULL, NULL, NULL, NULL \
      FROM transfer_case t \
     WHERE t.centre_id = $1 AND t.account_no = $2 \
       AND ($5 OR ($6 AND (t.old_branch_id = $7 OR t.new_branch_id = $7))) \
    UNION ALL \
    SELECT t.centre_id, 18000000000000 + t.serial, 'transfer_ended', t.ended_at, NULL, NULL, \
           t.month, NULL, NULL, NULL, t.serial, t.status, NULL, NULL, NULL, NULL, NULL, \
           t.case_id, NULL, NULL, NULL, NULL, NULL \
      FROM transfer_case t \
     WHERE t.centre_id = $1 AND t.account_no = $2 AND t.ended_at IS NOT NULL \
       AND ($5 OR ($6 AND (t.old_branch_id = $7 OR t.new_branch_id = $7)))) e";

/// What happened with one account.
pub static TIMELINE: List<EventRow> = List::new(ListInfo {
    name: "account_timeline",
    joined: None,
    given: &[
        Kind::Int,
        Kind::Text,
        Kind::Bool,
        Kind::Bool,
        Kind::Bool,
        Kind::Id,
    ],
    select: EVENT_ROW_OF_ACCOUNT,
    from: EVENTS,
    filter: "e.centre_id = $1",
    key: EVENT_NO,
    columns: EVENT_COLUMNS,
    default_sort: "-at",
    totals: &[],
});

/// What happened with an account, the latest first. Filters: `kind`, `at.from`, `at.to`. What the
/// caller may not read elsewhere, such as recoveries, isn't there.
///
/// # Errors
/// `account_unknown`, `action_forbidden`, and what a list refuses.
pub async fn timeline(
    app: &App,
    caller: &Caller,
    account_no: AccountNo,
    query: &ListQuery,
) -> Result<Listing<Event>> {
    let (account, employer) = readable(app, caller, account_no).await?;
    let scope = scope_of(&account, &employer);
    let given = vec![
        account_no.into_value(),
        account_no.to_string().into_value(),
        caller.may(&RECOVERY_READ, scope).into_value(),
        caller.may(&TRANSFER_READ, Scope::Centre).into_value(),
        caller.may(&TRANSFER_READ, scope).into_value(),
        employer.branch_id.into_value(),
    ];
    let query = ListQuery {
        given,
        ..query.clone()
    };
    let mut tx = app.db.read(caller.centre()).await?;
    let page = tx.list(&TIMELINE, &query).await?;
    told_in(&mut tx, page).await
}
