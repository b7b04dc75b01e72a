//! What the types of the wire have in common: their words in the description, lists, and the
//! document itself.
//!
//! Amounts are integer fen and end in `_fen`, rates are parts per billion and end in `_ppb`. Ids
//! and numbers of accounts are strings, because JavaScript reads JSON numbers as doubles.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use db::{Columns, Count, Kind, ListInfo, Op};
use platform::approval::Outcome;
use serde::Serialize;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, RefOr, Schema,
};
use utoipa::{PartialSchema, ToSchema};

use crate::hall;
use crate::problem::{Problem, ProblemFinding, See};
use crate::session::{COOKIE, CSRF_HEADER};

/// The document before the routes add themselves: title, version, how one signs in.
pub(crate) fn document() -> OpenApi {
    let info = InfoBuilder::new()
        .title("anju")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some("住房公积金管理中心信息系统接口"))
        .license(Some(
            LicenseBuilder::new()
                .name("Apache-2.0")
                .identifier(Some("Apache-2.0"))
                .build(),
        ));
    let cookie = ApiKey::Cookie(ApiKeyValue::with_description(COOKIE, "登录会话"));
    let hall_cookie = ApiKeyValue::with_description(hall::COOKIE, "网厅会话");
    let hall_cookie = ApiKey::Cookie(hall_cookie);
    let csrf = ApiKey::Header(ApiKeyValue::with_description(
        CSRF_HEADER,
        "会话的 csrf_token，GET 以外的请求须带",
    ));
    let components = ComponentsBuilder::new()
        .schema_from::<ProblemFinding>()
        .schema_from::<See>()
        .schema_from::<Problem>()
        .security_scheme("session", SecurityScheme::ApiKey(cookie))
        .security_scheme(hall::SCHEME, SecurityScheme::ApiKey(hall_cookie))
        .security_scheme("csrf", SecurityScheme::ApiKey(csrf))
        .build();
    let signed_in =
        SecurityRequirement::new("session", Vec::<String>::new()).add("csrf", Vec::<String>::new());
    OpenApiBuilder::new()
        .info(info.build())
        .components(Some(components))
        .security(Some([signed_in]))
        .build()
}

/// The document with a word for every answer that says none: OpenAPI asks for one.
pub(crate) fn completed(mut document: OpenApi) -> OpenApi {
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.post, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            for (status, response) in &mut operation.responses.responses {
                if let RefOr::T(response) = response
                    && response.description.is_empty()
                {
                    response.description = reason(status);
                }
            }
        }
    }
    document
}

fn reason(status: &str) -> String {
    let status = status
        .parse()
        .ok()
        .and_then(|code| StatusCode::from_u16(code).ok());
    status
        .and_then(|status| status.canonical_reason())
        .unwrap_or_default()
        .to_owned()
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Listing<T> {
    /// The rows.
    items: Vec<T>,
    /// What to send as `after` for the next page; null on the last.
    next: Option<String>,
    count: RowCount,
}

/// How many rows a filter selects.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RowCount {
    value: i64,
    /// Whether it is all of them; else counting stopped there.
    exact: bool,
}

impl RowCount {
    /// Of rows that are counted only as far as they are shown.
    pub(crate) fn shown(rows: usize, all: bool) -> RowCount {
        RowCount {
            value: i64::try_from(rows).expect("a page is small"),
            exact: all,
        }
    }
}

impl From<Count> for RowCount {
    fn from(count: Count) -> RowCount {
        match count {
            Count::Exact(value) => RowCount { value, exact: true },
            Count::MoreThan(value) => RowCount {
                value,
                exact: false,
            },
        }
    }
}

impl<T> Listing<T> {
    /// A page whose rows `row` makes into the wire's.
    pub(crate) fn of<R>(listing: db::Listing<R>, row: impl FnMut(R) -> T) -> Listing<T> {
        Listing {
            items: listing.items.into_iter().map(row).collect(),
            next: listing.next,
            count: listing.count.into(),
        }
    }
}

impl<R, T: From<R>> From<db::Listing<R>> for Listing<T> {
    fn from(listing: db::Listing<R>) -> Listing<T> {
        Listing::of(listing, T::from)
    }
}

/// All there are: they are few.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Items<T> {
    items: Vec<T>,
}

impl<T> Items<T> {
    pub(crate) fn of<R: Into<T>>(rows: impl IntoIterator<Item = R>) -> Items<T> {
        Items {
            items: rows.into_iter().map(Into::into).collect(),
        }
    }
}

/// 合计: sums over everything that a list's filters select, by column.
#[derive(Debug, Serialize)]
pub(crate) struct Totals(BTreeMap<&'static str, i64>);

impl From<Vec<(&'static str, i64)>> for Totals {
    fn from(sums: Vec<(&'static str, i64)>) -> Totals {
        Totals(sums.into_iter().collect())
    }
}

impl ToSchema for Totals {
    fn name() -> Cow<'static, str> {
        "Totals".into()
    }
}

impl PartialSchema for Totals {
    fn schema() -> RefOr<Schema> {
        let sum = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
            .build();
        ObjectBuilder::new()
            .schema_type(Type::Object)
            .additional_properties(Some(Schema::Object(sum)))
            .description(Some("合计，按栏目"))
            .into()
    }
}

/// Why something is so, in a code and in words.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Reason {
    /// The stable code.
    pub(crate) code: String,
    /// The sentence for people.
    pub(crate) sentence: String,
}

/// Texts of one form each, for `#[schema(value_type = …)]`: what the kernel's types are in JSON.
macro_rules! texts {
    ($($(#[$doc:meta])+ $name:ident: $describe:expr;)+) => {$(
        $(#[$doc])+
        pub(crate) struct $name;

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let describe: fn(ObjectBuilder) -> ObjectBuilder = $describe;
                describe(ObjectBuilder::new().schema_type(Type::String)).into()
            }
        }
    )+};
}

texts! {
    /// A typed id.
    Id: |text| text.format(Some(SchemaFormat::Custom("uuid".to_owned())));
    /// A date.
    Day: |text| text.format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)));
    /// A month.
    YearMonth: |text| text.pattern(Some("^[0-9]{4}-(0[1-9]|1[0-2])$")).examples(["2026-11"]);
    /// An instant, in UTC.
    Moment: |text| text.format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)));
    /// The number of an account or an employer.
    Number: |text| text.pattern(Some("^[0-9]{1,19}$"));
}

/// Describes a closed set of codes, for `#[schema(value_type = …)]`.
macro_rules! code_schema {
    ($($name:ident = $codes:ty;)+) => {$(
        #[doc = concat!("The codes of [`", stringify!($codes), "`].")]
        pub(crate) struct $name;

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                let label = |one: &$codes| format!("{} {}", one.code(), one.label());
                let labels = <$codes>::ALL.iter().map(label);
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some(<$codes>::ALL.iter().map(|one| one.code())))
                    .description(Some(labels.collect::<Vec<_>>().join("，")))
                    .into()
            }
        }
    )+};
}
pub(crate) use code_schema;

/// The query of a list, as its declaration says: no filter is described that it hasn't, none is
/// left out. `bound` are those that the path sets or the use case keeps to itself; `also` those
/// that the use case turns into others.
pub(crate) fn list_query(info: &ListInfo, bound: &[&str], also: &[&str]) -> Vec<Parameter> {
    let columns = || std::iter::once(&info.key).chain(info.columns);
    let sorts: Vec<&str> = columns()
        .filter(|column| column.sort)
        .map(|column| column.name)
        .collect();
    let (sorts, default) = (sorts.join("、"), info.default_sort);
    let sort = format!("排序栏目，前加“-”为倒序：{sorts}；默认 {default}");
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let mut query = page_query();
    query.push(parameter("sort", text(), &sort));
    for column in columns().filter(|column| !bound.contains(&column.name)) {
        for op in column.ops {
            let (suffix, words) = words(*op);
            let name = format!("{}{suffix}", column.name);
            query.push(parameter(&name, schema_of(column.kind), words));
        }
    }
    query.extend(
        also.iter()
            .map(|name| parameter(name, text(), words(Op::Equal).1)),
    );
    query
}

/// The list of this name among those that a crate has.
pub(crate) fn named(lists: Vec<(ListInfo, Columns)>, name: &str) -> ListInfo {
    let list = lists
        .into_iter()
        .map(|(info, _)| info)
        .find(|info| info.name == name);
    list.expect("the list is one of the crate's, which a test of the document shows")
}

fn page_query() -> Vec<Parameter> {
    let limit = ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(1))
        .maximum(Some(kernel::page::MAX_LIMIT));
    let after = ObjectBuilder::new().schema_type(Type::String);
    vec![
        parameter("limit", limit, "每页行数"),
        parameter("after", after, "上一页的 next"),
    ]
}

/// A parameter of a query that may be left out.
pub(crate) fn parameter(name: &str, schema: ObjectBuilder, description: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .description(Some(description))
        .schema(Some(schema))
        .build()
}

/// A change that waits for approval; nothing is done yet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PendingApproval {
    #[schema(value_type = Id)]
    approval_id: kernel::ApprovalId,
}

/// What a change that may need approval answers: what it did, or 202 and that it waits.
pub(crate) enum Reply<T> {
    /// It is done.
    Done(StatusCode, T),
    /// It waits.
    Pending(PendingApproval),
}

impl<T> Reply<T> {
    /// The answer to an outcome: `done` makes what it did into a type of the wire.
    pub(crate) fn of<D>(
        status: StatusCode,
        outcome: Outcome<D>,
        done: impl FnOnce(D) -> T,
    ) -> Self {
        match outcome {
            Outcome::Done(result) => Self::Done(status, done(result)),
            Outcome::Pending(approval_id) => Self::Pending(PendingApproval { approval_id }),
        }
    }
}

impl<T: Serialize> IntoResponse for Reply<T> {
    fn into_response(self) -> Response {
        match self {
            Self::Done(status, done) => (status, Json(done)).into_response(),
            Self::Pending(pending) => (StatusCode::ACCEPTED, Json(pending)).into_response(),
        }
    }
}

fn words(op: Op) -> (&'static str, &'static str) {
    match op {
        Op::Equal | Op::Holds => ("", "等于"),
        Op::Contains => (".contains", "含有"),
        Op::AtLeast => (".from", "不小于"),
        Op::AtMost => (".to", "不大于"),
    }
}

fn schema_of(kind: Kind) -> ObjectBuilder {
    let text = ObjectBuilder::new().schema_type(Type::String);
    let known = |format| Some(SchemaFormat::KnownFormat(format));
    match kind {
        Kind::Int => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(known(KnownFormat::Int64)),
        Kind::Bool => ObjectBuilder::new().schema_type(Type::Boolean),
        Kind::Date => text.format(known(KnownFormat::Date)),
        Kind::Instant => text.format(known(KnownFormat::DateTime)),
        Kind::Id => text.format(Some(SchemaFormat::Custom("uuid".to_owned()))),
        Kind::Month => text.pattern(Some("^[0-9]{4}-(0[1-9]|1[0-2])$")),
        Kind::Text | Kind::Bytes => text,
    }
}

/// Declares the query of a list, which its totals take as well, for `params(…)`.
macro_rules! asked {
    ($name:ident: $info:expr
        $(, bound [$($bound:literal),*])?
        $(, also [$($also:literal),*])? $(,)?
    ) => {
        /// The query of the list.
        struct $name;

        impl utoipa::IntoParams for $name {
            fn into_params(
                _: impl Fn() -> Option<utoipa::openapi::path::ParameterIn>,
            ) -> Vec<utoipa::openapi::path::Parameter> {
                $crate::wire::list_query(&$info, &[$($($bound),*)?], &[$($($also),*)?])
            }
        }
    };
}
pub(crate) use asked;
