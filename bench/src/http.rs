//! A client that keeps one connection, as a browser's tab does.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{ACCEPT_ENCODING, CONTENT_TYPE, COOKIE, HOST, SET_COOKIE};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpStream;

use crate::Result;
use crate::timing::Stopwatch;

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Bytes,
    /// From asking to the last byte.
    pub(crate) micros: u64,
}

impl Answer {
    /// The body as JSON, if the answer is a good one.
    pub(crate) fn json(&self) -> Result<Value> {
        if (200..300).contains(&self.status) {
            return Ok(serde_json::from_slice(&self.body)?);
        }
        let body = String::from_utf8_lossy(&self.body);
        Err(format!("status {}: {body}", self.status).into())
    }
}

/// One connection, and whose session it is.
pub(crate) struct Client {
    address: SocketAddr,
    sender: SendRequest<Full<Bytes>>,
    cookie: String,
    csrf: String,
}

/// What is sent beside the path.
pub(crate) struct Sent<'a> {
    pub(crate) media_type: &'a str,
    pub(crate) headers: &'a [(&'a str, &'a str)],
    pub(crate) body: Bytes,
}

impl Client {
    /// Connects without signing in.
    pub(crate) async fn connect(address: SocketAddr) -> Result<Client> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        // Ends with the client; what it would tell the next request tells too.
        drop(tokio::spawn(connection));
        Ok(Client {
            address,
            sender,
            cookie: String::new(),
            csrf: String::new(),
        })
    }

    /// Connects and signs in.
    pub(crate) async fn sign_in(address: SocketAddr, name: &str, password: &str) -> Result<Client> {
        let mut client = Client::connect(address).await?;
        let body = json!({ "name": name, "password": password });
        let request = client.request(Method::POST, "/api/session");
        let request = request.header(CONTENT_TYPE, "application/json");
        let request = request.body(Full::from(body.to_string()))?;
        client.sender.ready().await?;
        let response = client.sender.send_request(request).await?;
        let cookie = response.headers().get(SET_COOKIE);
        let cookie = cookie.and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.and_then(|cookie| cookie.split(';').next());
        client.cookie = cookie.unwrap_or_default().to_owned();
        let body = response.into_body().collect().await?.to_bytes();
        let session: Value = serde_json::from_slice(&body)?;
        let csrf = session["csrf_token"].as_str();
        client.csrf = csrf
            .ok_or_else(|| format!("{name} can't sign in: {session}"))?
            .to_owned();
        Ok(client)
    }

    /// Another connection of the same session.
    pub(crate) async fn another(&self) -> Result<Client> {
        let client = Client::connect(self.address).await?;
        Ok(Client {
            cookie: self.cookie.clone(),
            csrf: self.csrf.clone(),
            ..client
        })
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Answer> {
        let request = self.request(Method::GET, path).body(Full::default())?;
        self.send(request).await
    }

    /// As [`get`](Client::get), the body compressed as a browser asks for it.
    pub(crate) async fn get_compressed(&mut self, path: &str) -> Result<Answer> {
        let request = self.request(Method::GET, path);
        let request = request.header(ACCEPT_ENCODING, "gzip, deflate, br, zstd");
        self.send(request.body(Full::default())?).await
    }

    /// A change with a key of its own.
    pub(crate) async fn post(&mut self, path: &str, sent: Sent<'_>) -> Result<Answer> {
        self.post_as(&key(), path, sent).await
    }

    /// A change under this key: asked again under the same, it was asked once.
    pub(crate) async fn post_as(
        &mut self,
        key: &str,
        path: &str,
        sent: Sent<'_>,
    ) -> Result<Answer> {
        let mut request = self
            .request(Method::POST, path)
            .header(CONTENT_TYPE, sent.media_type)
            .header("x-csrf-token", &self.csrf)
            .header("idempotency-key", key);
        for (name, value) in sent.headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Full::new(sent.body))?).await
    }

    /// A change told in JSON, answered in JSON.
    pub(crate) async fn change(&mut self, path: &str, body: &Value) -> Result<Value> {
        self.change_as(&key(), path, body).await
    }

    /// As [`change`](Client::change), under this key.
    pub(crate) async fn change_as(&mut self, key: &str, path: &str, body: &Value) -> Result<Value> {
        let sent = Sent {
            media_type: "application/json",
            headers: &[],
            body: Bytes::from(body.to_string()),
        };
        let answer = self.post_as(key, path, sent).await?;
        answer
            .json()
            .map_err(|error| format!("{path}: {error}").into())
    }

    /// What is there, as JSON.
    pub(crate) async fn read(&mut self, path: &str) -> Result<Value> {
        let answer = self.get(path).await?;
        answer
            .json()
            .map_err(|error| format!("{path}: {error}").into())
    }

    fn request(&self, method: Method, path: &str) -> hyper::http::request::Builder {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(HOST, self.address.to_string());
        request.header(COOKIE, &self.cookie)
    }

    async fn send(&mut self, request: Request<Full<Bytes>>) -> Result<Answer> {
        let watch = Stopwatch::start();
        self.sender.ready().await?;
        let response = self.sender.send_request(request).await?;
        let status = response.status().as_u16();
        let body = response.into_body().collect().await?.to_bytes();
        Ok(Answer {
            status,
            body,
            micros: watch.micros(),
        })
    }
}

/// Asks once over a connection of its own.
pub(crate) async fn get_once(address: SocketAddr, path: &str) -> Result<Answer> {
    Client::connect(address).await?.get(path).await
}

/// A key that no other request of this run has.
fn key() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("bench-{}-{number:08}", std::process::id())
}
