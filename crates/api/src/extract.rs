//! What handlers take from a request. Everything that can't be taken is a problem with a code and
//! a sentence, never the framework's own words.

use std::str::FromStr;

use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use db::{Digest32, ListQuery};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use kernel::{PageRequest, Refusal};
use platform::IdempotencyKey;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use utoipa::IntoParams;
use utoipa::openapi::Required;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};

use crate::problem::Fault;

/// The most bytes of a JSON body.
pub(crate) const BODY_BYTES_MAX: usize = 1 << 20;

/// The most bytes of an uploaded file.
const FILE_BYTES_MAX: usize = platform::file::MAX_BYTES;

/// A JSON body. Types that are taken so refuse fields they don't know.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        if !is_json(&request) {
            return Err(not_json("请求内容须为 JSON 格式").into());
        }
        let bytes = bounded(request, BODY_BYTES_MAX).await?;
        Ok(Body(read_json(&bytes)?))
    }
}

/// A file as the browser sends it: the bytes are the body, its name a header.
pub(crate) struct Upload {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        let name = header_of(&request, "x-file-name")
            .and_then(percent_decoded)
            .ok_or_else(|| {
                let sentence = "缺少 X-File-Name 请求头，或其内容不是百分号编码的 UTF-8 文件名";
                Refusal::invalid("file_name_invalid", sentence)
            })?;
        let media_type = header_of(&request, "content-type").unwrap_or("application/octet-stream");
        let media_type = media_type.to_owned();
        let bytes = bounded(request, FILE_BYTES_MAX).await?;
        Ok(Upload {
            name,
            media_type,
            bytes,
        })
    }
}

fn header_of<'r>(request: &'r Request, name: &str) -> Option<&'r str> {
    request.headers().get(name)?.to_str().ok()
}

fn is_json(request: &Request) -> bool {
    let media_type = header_of(request, "content-type");
    let essence = media_type
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

/// Reads a body of at most `limit` bytes, piece by piece; what comes beyond is never held.
async fn bounded(request: Request, limit: usize) -> Result<Vec<u8>, Refusal> {
    let mut body = Limited::new(request.into_body(), limit);
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| match error.downcast_ref::<LengthLimitError>() {
            Some(_) => {
                let sentence = format!("上传内容超过上限 {} KB", limit / 1024);
                Refusal::too_large("body_too_large", sentence)
            }
            None => Refusal::invalid("body_incomplete", "请求内容没有传完，请重试"),
        })?;
        if let Ok(data) = frame.into_data() {
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes)
}

fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| refused_body(&error))?;
    let end = deserializer.end();
    end.map_err(|_| not_json("请求内容在 JSON 之后还有多余的字符"))?;
    // Serde takes a list of values for an object of as many fields; people who send one mean
    // something else.
    if bytes.trim_ascii_start().starts_with(b"[") {
        let sentence = "请求内容应为一个 JSON 对象";
        return Err(Refusal::invalid("body_invalid", sentence).at("/"));
    }
    Ok(value)
}

fn not_json(sentence: impl Into<String>) -> Refusal {
    Refusal::invalid("body_not_json", sentence)
}

/// The refusal of a body that isn't what the operation takes. Its field is a JSON pointer.
fn refused_body(error: &serde_path_to_error::Error<serde_json::Error>) -> Refusal {
    let inner = error.inner();
    if inner.is_syntax() || inner.is_eof() {
        let (line, column) = (inner.line(), inner.column());
        return not_json(format!(
            "请求内容不是有效的 JSON（第 {line} 行第 {column} 列）"
        ));
    }
    let path = match error.path().to_string() {
        path if path == "." => String::new(),
        path => path,
    };
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    Refusal::invalid("body_invalid", sentence_of(&inner.to_string(), &path)).at(pointer)
}

/// What is wrong in Chinese. The format's own messages are English and of a few kinds; those of
/// the kernel's types are sentences for people already.
fn sentence_of(message: &str, path: &str) -> String {
    let quoted = |prefix: &str| message.strip_prefix(prefix)?.split('`').next();
    if let Some(field) = quoted("unknown field `") {
        format!("请求内容中的“{field}”不是该接口的字段")
    } else if let Some(field) = quoted("missing field `") {
        format!("请求内容缺少字段“{field}”")
    } else if let Some(field) = quoted("duplicate field `") {
        format!("请求内容中的字段“{field}”重复")
    } else if let Some((sentence, _)) = message.split_once(" at line ")
        && !sentence.is_ascii()
        && !sentence.starts_with("invalid ")
    {
        format!("请求内容的“{path}”不符合要求：{sentence}")
    } else {
        format!("请求内容的“{path}”类型或格式不正确")
    }
}

/// Reads a stored file's name, the SM3 of its bytes in hexadecimal digits, for serde.
pub(crate) fn file_digest<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Digest32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Digest32::from_hex(&text).ok_or_else(|| D::Error::custom("文件标识应为64位十六进制数字"))
}

/// As [`file_digest`], where there may be none.
pub(crate) fn file_digest_or_none<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Digest32>, D::Error> {
    #[derive(Deserialize)]
    struct Named(#[serde(deserialize_with = "file_digest")] Digest32);
    Ok(Option::<Named>::deserialize(deserializer)?.map(|Named(file)| file))
}

/// Reads text in which `%` begins two hexadecimal digits of a byte; `None` unless it is UTF-8 then.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

/// The thing that the path names by its id or number. What is no id names nothing: 404.
pub(crate) struct Named<T>(pub(crate) T);

impl<T: FromStr, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let nothing = || Refusal::not_found("not_found", "没有找到所要的内容");
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| nothing())?;
        Ok(Named(text.parse().map_err(|_| nothing())?))
    }
}

/// What is asked of a list: `limit`, `after`, `sort`, and the rest are filters.
pub(crate) struct Asked(pub(crate) ListQuery);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let Query(pairs) = Query::<Vec<(String, String)>>::from_request_parts(parts, state)
            .await
            .map_err(|_| query_refused())?;
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

/// What is asked of something that isn't a list.
pub(crate) struct Question<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Question<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let asked = Query::from_request_parts(parts, state).await;
        let Query(asked) = asked.map_err(|_| query_refused())?;
        Ok(Question(asked))
    }
}

fn query_refused() -> Refusal {
    Refusal::invalid(
        "query_invalid",
        "网址中的查询条件无法识别，请核对后重新查询",
    )
}

fn limit_refused() -> Refusal {
    Refusal::invalid("limit_invalid", "每页行数须为 1 到 200 的整数").at("limit")
}

/// The key under which this change is made once, from the header `Idempotency-Key`.
pub(crate) struct Key(pub(crate) IdempotencyKey);

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let text = parts
            .headers
            .get("idempotency-key")
            .and_then(|value| value.to_str().ok());
        let text = text.ok_or_else(|| {
            Refusal::invalid("idempotency_key_missing", "缺少 Idempotency-Key 请求头")
        })?;
        Ok(Key(text.parse()?))
    }
}

impl IntoParams for Key {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let key = ParameterBuilder::new()
            .name("Idempotency-Key")
            .parameter_in(ParameterIn::Header)
            .required(Required::True)
            .description(Some("每次办理一个，重试时不变：同一个键只办理一次"))
            .schema(Some(
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .format(Some(SchemaFormat::Custom("uuid".to_owned()))),
            ));
        vec![key.build()]
    }
}

#[cfg(test)]
mod tests;
