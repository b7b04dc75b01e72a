//! What handlers take from a request. Everything that can't be taken is a problem with a code and
//! a sentence, never the framework's own words.

use std::str::FromStr;

use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::{header, request::Parts};
use bytes::Bytes;
use db::{Digest32, ListQuery};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use kernel::{PageRequest, Refusal};
use platform::IdempotencyKey;
use serde::de::DeserializeOwned;

use crate::problem::Fault;

/// The most bytes of a JSON body.
pub(crate) const BODY_BYTES_MAX: usize = 1 << 20;

/// A JSON body and its hash, under which idempotency remembers it.
pub(crate) struct Body<T> {
    pub(crate) value: T,
    pub(crate) hash: Digest32,
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        let json = request.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
            kind.to_str().is_ok_and(|kind| kind.split(';').next() == Some("application/json"))
        });
        if !json {
            return Err(Refusal::invalid("body_not_json", "请求内容须为 JSON 格式").into());
        }
        let bytes = bounded(request, BODY_BYTES_MAX).await?;
        let mut deserializer = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize(&mut deserializer)
            .map_err(|error| refused_body(&error))?;
        deserializer
            .end()
            .map_err(|_| Refusal::invalid("body_not_json", "请求内容在 JSON 之后还有多余的字符"))?;
        Ok(Body { value, hash: Digest32::of(&bytes) })
    }
}

/// Reads a body of at most `limit` bytes, holding no more than that.
///
/// # Errors
/// `body_too_large`, or `body_incomplete` when the sender stops before its end.
pub(crate) async fn bounded(request: Request, limit: usize) -> Result<Bytes, Refusal> {
    match Limited::new(request.into_body(), limit).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.downcast_ref::<LengthLimitError>().is_some() => {
            let sentence = format!("上传内容超过上限 {} KB", limit / 1024);
            Err(Refusal::too_large("body_too_large", sentence))
        }
        Err(_) => Err(Refusal::invalid("body_incomplete", "请求内容没有传完，请重试")),
    }
}

fn refused_body(error: &serde_path_to_error::Error<serde_json::Error>) -> Refusal {
    let inner = error.inner();
    if inner.is_syntax() || inner.is_eof() {
        let sentence =
            format!("请求内容不是有效的 JSON（第 {} 行第 {} 列）", inner.line(), inner.column());
        return Refusal::invalid("body_not_json", sentence);
    }
    let path = error.path().to_string();
    let field = format!("/{}", path.replace('.', "/"));
    // The message of the format names the fault in English; people get the field in Chinese.
    let sentence = format!("请求内容的“{path}”不符合要求：{inner}");
    Refusal::invalid("body_invalid", sentence).at(field)
}

/// The thing that the path names by its id or number. What is no id names nothing: 404.
pub(crate) struct Named<T>(pub(crate) T);

impl<T: FromStr, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let nothing = || Refusal::not_found("not_found", "没有找到所要的内容");
        let Path(text) =
            Path::<String>::from_request_parts(parts, state).await.map_err(|_| nothing())?;
        Ok(Named(text.parse().map_err(|_| nothing())?))
    }
}

/// What is asked of a list: `limit`, `after`, `sort`, and the rest are filters.
pub(crate) struct Asked(pub(crate) ListQuery);

impl Asked {
    /// Takes the value of a filter that isn't one of the list's own columns.
    pub(crate) fn take(&mut self, name: &str) -> Option<String> {
        let position = self.0.filters.iter().position(|(given, _)| given == name)?;
        Some(self.0.filters.remove(position).1)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let Query(pairs) = Query::<Vec<(String, String)>>::from_request_parts(parts, state)
            .await
            .map_err(|_| Refusal::invalid("query_invalid", "网址中的查询条件无法识别"))?;
        let mut query = ListQuery::default();
        let mut limit = None;
        for (name, value) in pairs {
            match name.as_str() {
                "limit" => limit = Some(value.parse().map_err(|_| limit_refused())?),
                "after" => query.after = Some(value),
                "sort" => query.sort = Some(value),
                // An empty field of a search form is no filter.
                _ if value.is_empty() => {}
                _ => query.filters.push((name, value)),
            }
        }
        let page = PageRequest::new(query.after.take(), limit)?;
        query.limit = page.limit();
        query.after = page.after().map(str::to_owned);
        Ok(Asked(query))
    }
}

fn limit_refused() -> Refusal {
    Refusal::invalid("limit_invalid", "每页行数须为 1 到 200 的整数").at("limit")
}

/// The key under which this change is made once, from the header `Idempotency-Key`.
pub(crate) struct Key(pub(crate) IdempotencyKey);

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let text = parts.headers.get("idempotency-key").and_then(|value| value.to_str().ok());
        let text = text.ok_or_else(|| {
            Refusal::invalid("idempotency_key_missing", "缺少 Idempotency-Key 请求头")
        })?;
        Ok(Key(text.parse()?))
    }
}
