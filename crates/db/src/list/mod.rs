//! Lists: constant tables and the columns by which they can be filtered and sorted.
//!
//! Every list in the product comes from here, so every one has seek pagination (a page costs the
//! same at the end as at the start), a bounded count and totals. A filter or an order is a column
//! the list names, with an index behind it unless [`Op::Contains`] says otherwise; nobody's text ever becomes SQL.

mod sql;

use std::marker::PhantomData;

use kernel::{Date, Instant, Month};
use uuid::Uuid;

use crate::digest::{hex, unhex};
use crate::row::Row;
use crate::value::{Column, Kind, Reads, Value};

/// Rows are counted up to here; beyond, the count says "more".
const COUNT_BOUND: i64 = 10_000;

/// How a column may be compared. The name in the query is the column's, with the suffix given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// Equal; no suffix.
    Equal,
    /// Contains, capital letters or small; `.contains`. Text only. No index serves it, every row may be
    /// looked at: for lists of some ten thousands, as employers are.
    Contains,
    /// At least; `.from`.
    AtLeast,
    /// At most; `.to`.
    AtMost,
    /// The column is a condition, and holds or doesn't as the value says; no suffix. Truth only. The
    /// condition itself stands in the statement, so that an index over what it compares serves it,
    /// which none does where its truth is compared with a value.
    Holds,
}

impl Op {
    fn suffix(self) -> &'static str {
        match self {
            Op::Equal | Op::Holds => "",
            Op::Contains => ".contains",
            Op::AtLeast => ".from",
            Op::AtMost => ".to",
        }
    }
}

/// A column by which a list can be filtered or sorted. `sql` must not be NULL where it sorts.
#[derive(Clone, Copy, Debug)]
pub struct ListColumn {
    /// Its name in queries.
    pub name: &'static str,
    /// What it is in the tables of [`ListInfo::from`].
    pub sql: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// How it may be compared.
    pub ops: &'static [Op],
    /// Whether rows may be sorted by it.
    pub sort: bool,
}

impl ListColumn {
    /// A column that rows can be filtered by.
    #[must_use]
    pub const fn new(
        name: &'static str,
        sql: &'static str,
        kind: Kind,
        ops: &'static [Op],
    ) -> ListColumn {
        ListColumn {
            name,
            sql,
            kind,
            ops,
            sort: false,
        }
    }

    /// The same, by which rows may be sorted, too.
    #[must_use]
    pub const fn sorted(self) -> ListColumn {
        ListColumn { sort: true, ..self }
    }
}

/// What a list is, apart from its rows' type.
#[derive(Clone, Copy, Debug)]
pub struct ListInfo {
    /// The list's name.
    pub name: &'static str,
    /// The columns of a row, in order.
    pub select: &'static str,
    /// The tables that filters, orders and totals look at. Of several, LEFT or CROSS JOIN says where the
    /// database begins.
    pub from: &'static str,
    /// What else a row shows, with one row at most for each of theirs.
    pub joined: Option<Joined>,
    /// The condition that always holds; `$1` is the centre, `$2` and on what `given` says.
    pub filter: &'static str,
    /// The kinds of what every query gives, beside its filters: what `from` and `filter` name as `$2`
    /// and on. For most lists nothing.
    pub given: &'static [Kind],
    /// A column that differs in every row of a centre: the order's tie-breaker.
    pub key: ListColumn,
    /// The other columns.
    pub columns: &'static [ListColumn],
    /// The order when none is asked for: a column's name, with `-` for descending.
    pub default_sort: &'static str,
    /// Totals by name: expressions of kind Int over `from`.
    pub totals: &'static [(&'static str, &'static str)],
}

/// What is joined to the rows of a page once they are picked (of a whole list, to all): it is looked up
/// for those alone, and the database never begins at it. (2,000,000 accounts, begun at their
/// employers: 3.8 s for a page that takes 1 ms.)
#[derive(Clone, Copy, Debug)]
pub struct Joined {
    /// The table of [`ListInfo::from`] that [`ListInfo::select`] and `tables` go on with.
    pub row: &'static str,
    /// The tables; another table of `from` that `select` shows is among them again. By LEFT JOIN each, so
    /// that no row is lost that was picked: a column that a row must have has to be found, or the page
    /// is Broken.
    pub tables: &'static str,
}

/// What the columns of a row are.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// The kind of each.
    pub kinds: &'static [Kind],
    /// What each is read as.
    pub reads: &'static [Reads],
}

/// A list whose rows are `R`.
pub struct List<R> {
    pub(crate) info: ListInfo,
    rows: PhantomData<fn() -> R>,
}

impl<R: Row> List<R> {
    /// The list.
    pub const fn new(info: ListInfo) -> List<R> {
        List {
            info,
            rows: PhantomData,
        }
    }

    /// What it is, and what its rows are read as: for the test that prepares every filter and
    /// order, and for [`unreadable`](crate::unreadable()).
    pub const fn info(&self) -> (ListInfo, Columns) {
        let columns = Columns {
            kinds: R::KINDS,
            reads: R::READS,
        };
        (self.info, columns)
    }
}

/// What is asked of a list.
#[derive(Clone, Debug, Default)]
pub struct ListQuery {
    /// What the list names as `$2` and on, as [`ListInfo::given`] says. The use case gives
    /// it, never the client.
    pub given: Vec<Value>,
    /// Names with their suffixes, and the values as text. A name given twice must hold twice.
    pub filters: Vec<(String, String)>,
    /// The order: a column's name, with `-` for descending.
    pub sort: Option<String>,
    /// Where the page before ended.
    pub after: Option<String>,
    /// The most rows wanted, 1 or more.
    pub limit: u32,
}

/// How many rows there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exact(i64),
    /// More than so many; counting stopped.
    MoreThan(i64),
}

impl Count {
    pub(crate) fn of(counted: i64) -> Count {
        if counted > COUNT_BOUND {
            Count::MoreThan(COUNT_BOUND)
        } else {
            Count::Exact(counted)
        }
    }
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Listing<R> {
    /// The rows.
    pub items: Vec<R>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// How many rows there are in all.
    pub count: Count,
}

impl<R> Listing<R> {
    /// `rows` are up to one more than `limit`, each with its order's value (if it isn't sorted by
    /// the key) and its key.
    pub(crate) fn of(mut rows: Vec<(R, Vec<Value>)>, limit: u32, count: Count) -> Listing<R> {
        let limit = usize::try_from(limit).expect("a u32 fits a usize");
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows
            .last()
            .filter(|_| more)
            .map(|(_, position)| cursor(position));
        Listing {
            items: rows.into_iter().map(|(row, _)| row).collect(),
            next,
            count,
        }
    }

    /// The same page with its rows turned into something else.
    pub fn map<T>(self, map: impl FnMut(R) -> T) -> Listing<T> {
        let items = self.items.into_iter().map(map).collect();
        Listing {
            items,
            next: self.next,
            count: self.count,
        }
    }
}

/// A place in a list as text: its values, each in hexadecimal digits, joined by `~`.
fn cursor(position: &[Value]) -> String {
    let parts: Vec<String> = position
        .iter()
        .map(|value| hex(print(value).as_bytes()))
        .collect();
    parts.join("~")
}

/// A value as text: what a cursor and a key are written with.
pub(crate) fn print(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Int(number) => number.to_string(),
        Value::Month(number) => Month::from_number(*number)
            .map_or_else(|| number.to_string(), |month| month.to_string()),
        Value::Text(text) => text.clone(),
        Value::Bool(truth) => truth.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Instant(at) => at.to_string(),
        Value::Bytes(bytes) => hex(bytes),
        Value::Id(uuid) => uuid.to_string(),
    }
}

/// The value that a text writes, if it writes one of the kind.
pub(crate) fn parse(kind: Kind, text: &str) -> Option<Value> {
    Some(match kind {
        Kind::Int => Value::Int(text.parse().ok()?),
        Kind::Month => text.parse::<Month>().ok()?.into_value(),
        Kind::Text => Value::Text(text.to_owned()),
        Kind::Bool => Value::Bool(text.parse().ok()?),
        Kind::Date => text.parse::<Date>().ok()?.into_value(),
        Kind::Instant => text.parse::<Instant>().ok()?.into_value(),
        Kind::Bytes => Value::Bytes(unhex(text)?),
        Kind::Id => Value::Id(Uuid::try_parse(text).ok()?),
    })
}
