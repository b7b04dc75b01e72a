//! Members (缴存人): the people behind the accounts.
//!
//! A member exists in a centre once, by the kind and number of its document. Its name, number and
//! mobile are sealed, bound to its id; it is found by exact value, through look-up keys, never by
//! sorting or by pattern. There is no member without an account: people come in through
//! [`account::open_many_in`](crate::account::open_many_in).

pub mod change_mobile;
pub mod hall;

mod document;
mod mask;
mod model;
mod store;

pub(crate) use document::normalised;
pub use document::{IdDocument, IdDocumentError, IdKind, id_number_lookup};
pub use mask::{masked_mobile, masked_name, masked_number};
pub use model::{ID_NUMBER, MOBILE, Member, NAME, Sex, mobile_lookup, name_lookup};
pub(crate) use model::{Lookups, searched_name};
pub(crate) use store::member_columns;

use db::{ReadTx, WriteTx};
use kernel::{BatchId, Clock, MemberId, OrBroken, Refusal, Result};
use platform::Action;

use crate::account;
use crate::certificate::{CERTIFICATE_ISSUE, CERTIFICATE_READ};
use store::OpeningLine;

/// What a member may do in its hall, of what is its own.
pub const HALL_ACTIONS: &[&Action] = &[
    &account::ACCOUNT_READ,
    &CERTIFICATE_ISSUE,
    &CERTIFICATE_READ,
];

pub(crate) fn statements() -> impl Iterator<Item = &'static db::StmtInfo> {
    [
        store::STATEMENTS,
        change_mobile::STATEMENTS,
        hall::STATEMENTS,
    ]
    .into_iter()
    .flatten()
}

/// The one person with this document, if it is a member.
///
/// # Errors
/// Broken only.
pub async fn find_in(tx: &mut ReadTx, document: &IdDocument) -> Result<Option<Member>> {
    let lookup = document.lookup(tx.keys(), tx.centre());
    tx.optional(&store::MEMBER_BY_DOCUMENT, (document.kind(), lookup))
        .await
}

/// The person of an account.
pub(crate) async fn of_account_in(tx: &mut ReadTx, member_id: MemberId) -> Result<Member> {
    tx.one(&store::MEMBER_BY_ID, (member_id,)).await
}

/// Brings people in, all or none. They are loaded into a table of their own first: a bulk load
/// can't say ON CONFLICT, and a hundred thousand single inserts would take PostgreSQL ten seconds
/// of round trips.
///
/// # Errors
/// `member_exists` when one of them is a member already, or stands in the list twice (Regulation
/// article 13: one account a person). The caller drops the transaction.
pub(crate) async fn admit_in(
    tx: &mut WriteTx,
    clock: &Clock,
    people: impl ExactSizeIterator<Item = Member> + Send,
) -> Result<()> {
    let opening_id = BatchId::new(clock);
    let people_count = people.len();
    let lines = people.zip(1..).map(|(member, line_no)| OpeningLine {
        opening_id,
        line_no,
        member,
    });
    tx.insert_many(&store::OPENING, lines).await?;
    let admitted = tx.execute_bulk(&store::MOVE_OPENING, (opening_id,)).await?;
    tx.execute_bulk(&store::CLEAR_OPENING, (opening_id,))
        .await?;
    let admitted = usize::try_from(admitted).or_broken("members admitted")?;
    match people_count.checked_sub(admitted) {
        Some(0) => Ok(()),
        Some(known) => Err(exists(known).into()),
        None => Err(kernel::Error::broken(format!(
            "{admitted} of {people_count} admitted"
        ))),
    }
}

fn exists(people: usize) -> Refusal {
    Refusal::conflict(
        "member_exists",
        format!(
            "有{people}人在本中心已有个人账户或在名单中重复（一人一户），请改为转移或删除重复行"
        ),
    )
}
