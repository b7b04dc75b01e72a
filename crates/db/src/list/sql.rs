//! The statements of a list: a page, the whole, the count and the totals.

use std::fmt::Display;

use kernel::{Error, PageRequest, Refusal, Result};

use super::{COUNT_BOUND, Joined, ListColumn, ListInfo, ListQuery, Op, parse};
use crate::digest::unhex;
use crate::value::{Kind, Value};

/// The most conditions of one query. More of them would each make a statement of its own, which
/// the connection keeps.
const FILTERS_MAX: usize = 16;

/// A statement made for one query.
pub(crate) struct Made {
    pub(crate) sql: String,
    pub(crate) params: Vec<Kind>,
    pub(crate) values: Vec<Value>,
    /// The kinds of the columns that follow the row's own.
    pub(crate) tail_kinds: Vec<Kind>,
}

/// The rows that a statement is of: their condition with its parameters, and their order.
struct Selection<'a> {
    condition: String,
    params: Vec<Kind>,
    values: Vec<Value>,
    by: Vec<&'a ListColumn>,
    descending: bool,
}

impl Selection<'_> {
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
        let mut selection = self.selection(query)?;
        selection.params.push(Kind::Int);
        selection
            .values
            .push(Value::Int(i64::from(query.limit) + 1));
        let limit = format!(" LIMIT ${}", selection.values.len() + 1);
        let sql = self.rows_sql(&selection, Some(limit));
        Ok(selection.made(sql))
    }

    /// The statement for every row, in the order of the key.
    pub(crate) fn whole_sql(&self, query: &ListQuery) -> Result<Made> {
        let (condition, params, values) = self.condition(query)?;
        let selection = Selection {
            condition,
            params,
            values,
            by: vec![&self.key],
            descending: false,
        };
        let sql = self.rows_sql(&selection, None);
        Ok(selection.made(sql))
    }

    fn rows_sql(&self, selection: &Selection<'_>, limit: Option<String>) -> String {
        let (select, from, condition) = (self.select, self.from, &selection.condition);
        let by = selection.by.iter().map(|column| column.sql);
        let order = selection.order(by.clone());
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
        let named: Vec<String> = (1..=selection.by.len())
            .map(|n| format!("{row}.by_{n}"))
            .collect();
        let (by, order) = (named.join(", "), selection.order(named.iter()));
        format!(
            "SELECT {select}, {by} \
               FROM (SELECT {row}.*, {valued} FROM {from} WHERE {condition}{pick}) AS {row} {tables} \
              ORDER BY {order}"
        )
    }

    /// The rows of a query beyond where its page begins.
    fn selection(&self, query: &ListQuery) -> Result<Selection<'_>> {
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
        Ok(Selection {
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
                (Op::Contains, Value::Text(part)) => {
                    let column = column.sql;
                    sql.push_str(&format!(" AND lower({column}) LIKE ${mark} ESCAPE '!'"));
                    vec![Value::Text(pattern(&part))]
                }
                (Op::Holds, Value::Bool(holds)) => {
                    let not = if holds { "" } else { "NOT " };
                    sql.push_str(&format!(" AND {not}{}", column.sql));
                    Vec::new()
                }
                (op, value) => {
                    let sign = match op {
                        Op::Equal | Op::Contains | Op::Holds => "=",
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

/// What finds a part of a text, ASCII letters lowered, by LIKE with `!` as its escape.
fn pattern(part: &str) -> String {
    let mut pattern = String::with_capacity(part.len() + 2);
    pattern.push('%');
    for letter in part.chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter.to_ascii_lowercase());
    }
    pattern.push('%');
    pattern
}
