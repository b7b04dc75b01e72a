//! Lists: a constant core and the columns by which it can be filtered and sorted.
//!
//! Every list in the product comes from here, so every one has seek pagination (a page costs the
//! same at the end as at the start), a bounded count and totals. A filter or an order is a column
//! the list names, with an index behind it; nobody's text ever becomes SQL.

use std::fmt::Display;
use std::marker::PhantomData;

use kernel::{Date, Error, Instant, Month, PageRequest, Refusal, Result};
use uuid::Uuid;

use crate::digest::{hex, unhex};
use crate::row::Row;
use crate::value::{Column, Kind, Reads, Value};

/// Rows are counted up to here; beyond, the count says "more".
const COUNT_BOUND: i64 = 10_000;

/// The most conditions of one query. More of them would each make a statement of its own, which
/// the connection keeps.
const FILTERS_MAX: usize = 16;

/// The largest character: what follows every text that begins with a prefix.
const LAST_CHARACTER: char = '\u{10FFFF}';

/// How a column may be compared. The name in the query is the column's, with the suffix given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// Equal; no suffix.
    Equal,
    /// Begins with; `.prefix`. Text only.
    Prefix,
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
            Op::Prefix => ".prefix",
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
    /// What it is in the list's core.
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
    /// The kinds of what every query gives, beside its filters: what the list's core names as `$2`
    /// and on. For most lists nothing.
    pub given: &'static [Kind],
    /// A column that differs in every row of a centre: the order's tie-breaker.
    pub key: ListColumn,
    /// The other columns.
    pub columns: &'static [ListColumn],
    /// The order when none is asked for: a column's name, with `-` for descending.
    pub default_sort: &'static str,
    /// Totals by name: expressions of kind Int over the core.
    pub totals: &'static [(&'static str, &'static str)],
}

/// What is joined to the rows of a page once they are picked: it is looked up for those alone, and
/// the database never begins at it. (2,000,000 accounts, begun at their employers: 3.8 s for a page
/// that takes 1 ms.)
#[derive(Clone, Copy, Debug)]
pub struct Joined {
    /// The table of [`ListInfo::from`] that [`ListInfo::select`] and `tables` go on with.
    pub row: &'static str,
    /// The tables, by LEFT JOIN each; another table of `from` that `select` shows is among them again.
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
    /// What the list's core names as `$2` and on, as [`ListInfo::given`] says. The use case gives
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

/// A statement made for one query.
pub(crate) struct Made {
    pub(crate) sql: String,
    pub(crate) params: Vec<Kind>,
    pub(crate) values: Vec<Value>,
    /// The kinds of the columns that follow the row's own.
    pub(crate) tail_kinds: Vec<Kind>,
}

/// The rows that a statement is of: their condition with its parameters, and their order.
struct Asked<'a> {
    condition: String,
    params: Vec<Kind>,
    values: Vec<Value>,
    by: Vec<&'a ListColumn>,
    descending: bool,
}

impl Asked<'_> {
    /// What the rows are ordered by, as `names` call it.
    fn order<T: Display>(&self, names: impl Iterator<Item = T>) -> String {
        let direction = if self.descending { " DESC" } else { "" };
        let ordered = names.map(|name| format!("{name}{direction}"));
        ordered.collect::<Vec<_>>().join(", ")
    }

    fn made(self, sql: String) -> Made {
        Made {
            sql,
            params: self.params,
            values: self.values,
            tail_kinds: self.by.iter().map(|column| column.kind).collect(),
        }
    }
}

impl ListInfo {
    /// The statement for one page: the row, the order's value and the key, one row beyond the page.
    pub(crate) fn page_sql(&self, query: &ListQuery) -> Result<Made> {
        let mut asked = self.asked(query)?;
        asked.params.push(Kind::Int);
        asked.values.push(Value::Int(i64::from(query.limit) + 1));
        let limit = format!(" LIMIT ${}", asked.values.len() + 1);
        let sql = self.rows_sql(&asked, Some(limit));
        Ok(asked.made(sql))
    }

    /// The statement for every row, in the order of the key.
    pub(crate) fn whole_sql(&self, query: &ListQuery) -> Result<Made> {
        let (condition, params, values) = self.condition(query)?;
        let asked = Asked {
            condition,
            params,
            values,
            by: vec![&self.key],
            descending: false,
        };
        let sql = self.rows_sql(&asked, None);
        Ok(asked.made(sql))
    }

    fn rows_sql(&self, asked: &Asked<'_>, limit: Option<String>) -> String {
        let (select, from, condition) = (self.select, self.from, &asked.condition);
        let by = asked.by.iter().map(|column| column.sql);
        let order = asked.order(by.clone());
        let Some(Joined { row, tables }) = &self.joined else {
            let (by, limit) = (by.collect::<Vec<_>>().join(", "), limit.unwrap_or_default());
            return format!(
                "SELECT {select}, {by} FROM {from} WHERE {condition} ORDER BY {order}{limit}"
            );
        };
        // Nothing is picked of a whole list: its rows would be sorted twice.
        let pick = limit.map_or(String::new(), |limit| format!(" ORDER BY {order}{limit}"));
        let valued = (1..).zip(by).map(|(n, sql)| format!("{sql} AS by_{n}"));
        let valued = valued.collect::<Vec<_>>().join(", ");
        let named: Vec<String> = (1..=asked.by.len())
            .map(|n| format!("{row}.by_{n}"))
            .collect();
        let (by, order) = (named.join(", "), asked.order(named.iter()));
        format!(
            "SELECT {select}, {by} \
               FROM (SELECT {row}.*, {valued} FROM {from} WHERE {condition}{pick}) AS {row} {tables} \
              ORDER BY {order}"
        )
    }

    /// The rows of a query beyond where its page begins.
    fn asked(&self, query: &ListQuery) -> Result<Asked<'_>> {
        let (mut condition, mut params, mut values) = self.condition(query)?;
        let (column, descending) = self.order(query.sort.as_deref())?;
        let by = self.position(column);
        if let Some(after) = &query.after {
            let seek = self.read_cursor(&by, after)?;
            let marks: Vec<String> = (0..seek.len())
                .map(|n| format!("${}", values.len() + n + 2))
                .collect();
            let columns: Vec<&str> = by.iter().map(|column| column.sql).collect();
            let beyond = if descending { "<" } else { ">" };
            condition.push_str(&format!(
                " AND ({}) {beyond} ({})",
                columns.join(", "),
                marks.join(", ")
            ));
            params.extend(by.iter().map(|column| column.kind));
            values.extend(seek);
        }
        Ok(Asked {
            condition,
            params,
            values,
            by,
            descending,
        })
    }

    /// Every row of a centre, as far as its columns go: what is asked where each comes from.
    pub(crate) fn columns_sql(&self) -> String {
        let (select, from, filter) = (self.select, self.from, self.filter);
        match &self.joined {
            Some(Joined { row, tables }) => format!(
                "SELECT {select} FROM (SELECT {row}.* FROM {from} WHERE {filter}) AS {row} {tables}"
            ),
            None => format!("SELECT {select} FROM {from} WHERE {filter}"),
        }
    }

    pub(crate) fn count_sql(&self, query: &ListQuery) -> Result<Made> {
        let (condition, params, values) = self.condition(query)?;
        let sql = format!(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM \
             (SELECT 1 AS one FROM {} WHERE {condition} LIMIT {}) AS counted",
            self.from,
            COUNT_BOUND + 1,
        );
        Ok(Made {
            sql,
            params,
            values,
            tail_kinds: Vec::new(),
        })
    }

    pub(crate) fn totals_sql(&self, query: &ListQuery) -> Result<Made> {
        let (condition, params, values) = self.condition(query)?;
        let sums: Vec<&str> = self.totals.iter().map(|(_, sql)| *sql).collect();
        let sums = if sums.is_empty() {
            "NULL".to_owned()
        } else {
            sums.join(", ")
        };
        let sql = format!("SELECT {sums} FROM {} WHERE {condition}", self.from);
        Ok(Made {
            sql,
            params,
            values,
            tail_kinds: Vec::new(),
        })
    }

    /// Every column that can be named.
    pub(crate) fn all_columns(&self) -> impl Iterator<Item = &ListColumn> {
        std::iter::once(&self.key).chain(self.columns)
    }

    fn condition(&self, query: &ListQuery) -> Result<(String, Vec<Kind>, Vec<Value>)> {
        let filters = &query.filters;
        if filters.len() > FILTERS_MAX {
            let sentence = format!("筛选条件最多{FILTERS_MAX}个");
            return Err(Refusal::invalid("filter_too_many", sentence).into());
        }
        // In one order whatever the query's, so that the same conditions are one statement.
        let mut filters: Vec<&(String, String)> = filters.iter().collect();
        filters.sort();
        let mut sql = self.filter.to_owned();
        let (mut params, mut values) = (self.given.to_vec(), query.given.clone());
        if values.len() != params.len() {
            let message = format!("{} is given {} values", self.name, values.len());
            return Err(Error::broken(message));
        }
        for (name, text) in filters {
            let (column, op) = self.named(name)?;
            let value = parse(column.kind, text).ok_or_else(|| {
                Refusal::invalid(
                    "filter_invalid",
                    format!("筛选条件“{name}”的值“{text}”无法识别"),
                )
                .at(name.clone())
            })?;
            let mark = values.len() + 2;
            let bounds: Vec<Value> = match (op, value) {
                (Op::Prefix, Value::Text(prefix)) => {
                    let end = format!("{prefix}{LAST_CHARACTER}");
                    sql.push_str(&format!(
                        " AND {sql} >= ${mark} AND {sql} < ${}",
                        mark + 1,
                        sql = column.sql
                    ));
                    vec![Value::Text(prefix), Value::Text(end)]
                }
                (Op::Holds, Value::Bool(holds)) => {
                    let not = if holds { "" } else { "NOT " };
                    sql.push_str(&format!(" AND {not}{}", column.sql));
                    Vec::new()
                }
                (op, value) => {
                    let sign = match op {
                        Op::Equal | Op::Prefix | Op::Holds => "=",
                        Op::AtLeast => ">=",
                        Op::AtMost => "<=",
                    };
                    sql.push_str(&format!(" AND {} {sign} ${mark}", column.sql));
                    vec![value]
                }
            };
            params.extend(bounds.iter().map(|_| column.kind));
            values.extend(bounds);
        }
        Ok((sql, params, values))
    }

    fn named(&self, name: &str) -> Result<(&ListColumn, Op)> {
        let found = self.all_columns().find_map(|column| {
            let suffix = name.strip_prefix(column.name)?;
            column
                .ops
                .iter()
                .find(|op| op.suffix() == suffix)
                .map(|op| (column, *op))
        });
        found.ok_or_else(|| {
            Refusal::invalid("filter_unknown", format!("不能按“{name}”筛选"))
                .at(name.to_owned())
                .into()
        })
    }

    fn order(&self, sort: Option<&str>) -> Result<(&ListColumn, bool)> {
        let sort = sort.unwrap_or(self.default_sort);
        let (name, descending) = match sort.strip_prefix('-') {
            Some(name) => (name, true),
            None => (sort, false),
        };
        let column = self
            .all_columns()
            .find(|column| column.name == name && column.sort);
        let column = column.ok_or_else(|| {
            Refusal::invalid("sort_unknown", format!("不能按“{name}”排序")).at("sort")
        })?;
        Ok((column, descending))
    }

    /// The columns that fix a row's place: the order's and the key, or the key alone.
    fn position<'a>(&'a self, column: &'a ListColumn) -> Vec<&'a ListColumn> {
        if column.name == self.key.name {
            vec![&self.key]
        } else {
            vec![column, &self.key]
        }
    }

    fn read_cursor(&self, position: &[&ListColumn], text: &str) -> Result<Vec<Value>> {
        let parts: Vec<&str> = text.split('~').collect();
        let values: Option<Vec<Value>> = position
            .iter()
            .zip(&parts)
            .map(|(column, part)| parse(column.kind, &String::from_utf8(unhex(part)?).ok()?))
            .collect();
        values
            .filter(|values| values.len() == position.len() && parts.len() == position.len())
            .ok_or_else(|| PageRequest::bad_cursor().into())
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
