//! Lists as workbooks (导出): `GET …/list.xlsx` beside every list, as `…/totals`.
//!
//! Contract: a list declares its [`ListSheet`] once, in the file of its handler: the columns by the
//! keys that the console gives them, each with how a row's field becomes a cell. An export walks
//! the list's own use case page by page, at one moment of the database, so that what is masked on
//! the screen is masked in the file and what isn't shown doesn't leave. The sums are those of the
//! rows written. It is audited with the digest of the file before the first byte goes out.
//!
//! Bounds: [`Exports::rows_max`] rows; a list that is longer is refused, never cut short. One page of
//! rows and one row of cells are in memory, and the finished file (100,000 rows take some 10 MiB). A
//! few exports run at once, see [`places`]; the moment's connection is given back when the last row
//! is written, before the file is packed and recorded.

mod places;
mod sheet_of;
mod words;

pub use places::Exports;
pub(crate) use sheet_of::{Column, ListSheet, amount, count, or_none, sentence, summed, text};
pub(crate) use words::{Words, code_words};

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use db::{Digest32, ListQuery, Listing};
use futures_util::future::BoxFuture;
use kernel::{Error, OrBroken, Refusal, Result};
use platform::{App, Caller, export};
use sheet::{Caption, Value, Writer};
use tokio::task;
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};

use crate::Api;
use crate::problem::Fault;
use crate::wire::parameter;
use crate::workbook::Workbook;
use places::Place;
use sheet_of::Cell;

/// Rows of an export unless an installation says otherwise: some 10 MiB, and more than a person
/// reads.
pub const EXPORT_ROWS_MAX: u32 = 100_000;

/// Rows that are read at once.
const PAGE: u32 = 1_000;

/// What is asked of an export: as of the list, and `columns`. `limit` and `after` change nothing.
pub(crate) struct ExportAsked {
    query: ListQuery,
    /// The keys, in the order wanted; none: all.
    columns: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for ExportAsked {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> std::result::Result<Self, Fault> {
        let asked = Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let Query(pairs) = asked.map_err(|_| {
            let sentence = "网址中的查询条件无法识别，请核对后重新查询";
            Refusal::invalid("query_invalid", sentence)
        })?;
        let mut query = ListQuery {
            limit: PAGE,
            ..ListQuery::default()
        };
        let mut columns = None;
        for (name, value) in pairs {
            match name.as_str() {
                "limit" | "after" => {}
                "columns" => columns = Some(value),
                "sort" => query.sort = Some(value),
                // An empty field of a search form is no filter.
                _ if value.is_empty() => {}
                _ => query.filters.push((name, value)),
            }
        }
        Ok(ExportAsked { query, columns })
    }
}

impl ExportAsked {
    /// What is asked of something that takes no filters but those given here.
    pub(crate) fn of(columns: Option<String>, filters: &[(&str, String)]) -> ExportAsked {
        let filters = filters.iter();
        let filters = filters.map(|(name, value)| ((*name).to_owned(), value.clone()));
        ExportAsked {
            query: ListQuery {
                filters: filters.collect(),
                limit: PAGE,
                ..ListQuery::default()
            },
            columns,
        }
    }
}

/// The parameter `columns`, for `params(…)`.
pub(crate) struct Chosen;

impl IntoParams for Chosen {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let keys = ObjectBuilder::new().schema_type(Type::String);
        vec![parameter(
            "columns",
            keys,
            "要导出的栏目，逗号分隔；不填为全部",
        )]
    }
}

/// The one thing whose rows a list holds.
pub(crate) struct Of {
    /// Its number or id, for the trail.
    pub(crate) id: String,
    /// What people call it.
    pub(crate) words: String,
}

/// An export that may go on.
pub(crate) struct Export<'a> {
    /// What the list's use case is called with: everything it reads is of one moment.
    pub(crate) app: App,
    api: &'a Api,
    caller: &'a Caller,
    of: Option<Of>,
    place: Place,
}

impl<'a> Export<'a> {
    /// Authorises the caller to take lists out, once there is room for one more.
    ///
    /// # Errors
    /// `action_forbidden`; `export_busy`.
    pub(crate) async fn begin(api: &'a Api, caller: &'a Caller) -> Result<Export<'a>> {
        export::authorise(&api.app, caller).await?;
        let place = api.exports.place().await?;
        Ok(Export {
            app: export::begin(&api.app, caller).await?,
            api,
            caller,
            of: None,
            place,
        })
    }

    /// The rows are those of one thing.
    pub(crate) fn of(self, id: &impl ToString, words: String) -> Export<'a> {
        let id = id.to_string();
        let of = Some(Of { id, words });
        Export { of, ..self }
    }

    /// Writes every row of a list that the filters select, page by page.
    ///
    /// # Errors
    /// What the list refuses; `export_columns_unknown`; `export_too_large`.
    pub(crate) async fn list<T, R, P>(
        self,
        sheet: &ListSheet<T>,
        asked: ExportAsked,
        page: P,
    ) -> std::result::Result<Workbook, Fault>
    where
        T: From<R>,
        P: for<'p> Fn(&'p App, &'p Caller, &'p ListQuery) -> BoxFuture<'p, Result<Listing<R>>>,
    {
        let columns = sheet.chosen(asked.columns.as_deref())?;
        let mut query = asked.query;
        let mut listing = page(&self.app, self.caller, &query).await?;
        let mut rows: Vec<T> = listing.items.drain(..).map(T::from).collect();
        let caption = self.caption(sheet, &query, rows.first());
        let mut file = File::begin(sheet, &caption, columns)?;
        loop {
            file.rows(&rows, self.api.exports.rows_max)?;
            let Some(next) = listing.next.take() else {
                break;
            };
            // On the embedded database reading never waits: others want their turn.
            task::yield_now().await;
            query.after = Some(next);
            listing = page(&self.app, self.caller, &query).await?;
            rows.clear();
            rows.extend(listing.items.drain(..).map(T::from));
        }
        query.after = None;
        Ok(self.hand_out(sheet, &query, file).await?)
    }

    /// Writes a list that is short by nature and came whole.
    ///
    /// # Errors
    /// `export_columns_unknown`; `export_too_large`.
    pub(crate) async fn whole<T>(
        self,
        sheet: &ListSheet<T>,
        asked: ExportAsked,
        rows: Vec<T>,
    ) -> std::result::Result<Workbook, Fault> {
        let columns = sheet.chosen(asked.columns.as_deref())?;
        let caption = self.caption(sheet, &asked.query, rows.first());
        let mut file = File::begin(sheet, &caption, columns)?;
        file.rows(&rows, self.api.exports.rows_max)?;
        Ok(self.hand_out(sheet, &asked.query, file).await?)
    }

    fn caption<T>(&self, sheet: &ListSheet<T>, query: &ListQuery, first: Option<&T>) -> Caption {
        let mut lines = Vec::new();
        lines.extend(self.of.as_ref().map(|of| of.words.clone()));
        lines.push(words::filters(&query.filters, sheet.filters, first));
        let at = self.app.clock.now().in_china();
        lines.push(format!("导出人：{}　导出时间：{at}", self.caller.name));
        Caption {
            title: sheet.title.to_owned(),
            lines,
        }
    }

    async fn hand_out<T>(
        self,
        sheet: &ListSheet<T>,
        query: &ListQuery,
        file: File<'_, T>,
    ) -> Result<Workbook> {
        let Export {
            app,
            api,
            caller,
            of,
            place,
        } = self;
        // Everything is read: what comes wants a connection that writes, and others want this one.
        drop(app);
        let (rows, columns) = (file.rows, file.columns.iter().map(|one| one.key).collect());
        let writer = file.end()?;
        // Packing a long list takes a second of computing.
        let packed = task::spawn_blocking(move || {
            let bytes = writer.finish().map_err(|error| unwritable(&error))?;
            Ok::<_, Error>((Digest32::of(&bytes), bytes))
        });
        let packed = packed
            .await
            .map_err(|_| Error::broken("packing an export"))?;
        let (sm3, bytes) = packed?;
        let exported = export::Exported {
            list: sheet.name,
            of: of.map(|of| of.id),
            filters: words::for_the_trail(&query.filters, sheet.filters),
            columns,
            rows,
            sm3,
        };
        export::record(&api.app, caller, exported).await?;
        drop(place);
        let day = api.app.clock.today();
        let name = format!("{}_{day}", sheet.title);
        Workbook::signed(api.app.db.keys(), name, sheet.name, bytes).await
    }
}

/// A workbook in the making, with the sums of what stands in it.
struct File<'c, T> {
    writer: Writer,
    columns: Vec<&'c Column<T>>,
    sums: Vec<i64>,
    rows: u32,
}

impl<'c, T> File<'c, T> {
    fn begin(
        sheet: &ListSheet<T>,
        caption: &Caption,
        columns: Vec<&'c Column<T>>,
    ) -> Result<File<'c, T>> {
        let headings: Vec<_> = columns.iter().map(|column| column.heading()).collect();
        let writer = Writer::captioned(sheet.title, caption, &headings)
            .map_err(|error| unwritable(&error))?;
        Ok(File {
            writer,
            sums: vec![0; columns.len()],
            columns,
            rows: 0,
        })
    }

    /// Appends rows, unless they are more than may leave at once.
    fn rows(&mut self, rows: &[T], max: u32) -> Result<()> {
        let count = u32::try_from(rows.len()).or_broken("a page of rows")?;
        self.rows = self.rows.saturating_add(count);
        if self.rows > max {
            return Err(too_large(max).into());
        }
        for row in rows {
            let cells: Vec<Cell> = self.columns.iter().map(|column| column.cell(row)).collect();
            for (sum, cell) in self.sums.iter_mut().zip(&cells) {
                *sum = sum
                    .checked_add(cell.figure())
                    .or_broken("a sum of an export")?;
            }
            let values: Vec<Value<'_>> = cells.iter().map(Cell::value).collect();
            self.writer
                .row(&values)
                .map_err(|error| unwritable(&error))?;
        }
        Ok(())
    }

    /// Ends with 合计, where the list has sums and rows.
    fn end(mut self) -> Result<Writer> {
        if self.rows > 0 && self.columns.iter().any(|column| column.summed) {
            let sums = self.columns.iter().zip(&self.sums);
            let mut cells: Vec<Cell> = sums.map(|(column, sum)| column.sum(*sum)).collect();
            let word = cells.iter_mut().find(|cell| matches!(cell, Cell::Empty));
            if let Some(word) = word {
                *word = Cell::Text("合计".to_owned());
            }
            let values: Vec<Value<'_>> = cells.iter().map(Cell::value).collect();
            self.writer
                .total(&values)
                .map_err(|error| unwritable(&error))?;
        }
        Ok(self.writer)
    }
}

fn too_large(max: u32) -> Refusal {
    let sentence = format!(
        "符合条件的记录超过 {max} 行，一次导出不了，也不会只导出一部分；请缩小筛选范围后分次导出"
    );
    Refusal::invalid("export_too_large", sentence)
}

fn unwritable(error: &sheet::Error) -> Error {
    Error::broken(format!("writing an export: {error}"))
}

#[cfg(test)]
mod tests;
