//! The requests that a browser sends, and their answers.
//!
//! `POST /call` takes `{"name", "arg"}` and answers `{"ok": result}` or `{"error": error}`. `GET /notices` answers
//! `{"next": n, "notices": []}` with the number of the newest notice; `GET /notices?after=n` waits for newer ones.
//! Both want the token. A request that is refused gets a status of 400 or above, and an error too.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use assay_commands::{Code, Context, Error};
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderName, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::spawn_blocking;

use crate::access::{Access, only};
use crate::notices::Notices;
use crate::pages::Pages;

/// How long a page waits for notices before it asks again. Proxies and browsers end silent requests after 30 s or more.
const POLL: Duration = Duration::from_secs(25);

/// The largest body taken, in bytes: more than the largest text that can be imported.
const LARGEST: usize = 128 << 20;

/// All that requests are answered from.
pub struct Server {
    pub context: Arc<Context>,
    pub notices: Arc<Notices>,
    pub access: Access,
    pub pages: Pages,
}

/// Answers requests until the program ends.
pub async fn serve(server: Server, listener: TcpListener) -> std::io::Result<()> {
    let server = Arc::new(server);
    let routes = Router::new()
        .route("/call", post(call))
        .route("/notices", get(notices))
        .fallback(page)
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(from_fn_with_state(Arc::clone(&server), guard))
        .with_state(server);
    axum::serve(listener, routes).await
}

/// Lets in who may ask, and sends with every answer what the browser must hold the page to.
async fn guard(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let asks = matches!(request.uri().path(), "/call" | "/notices");
    let length = only(headers, &header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    let mut response = if !server.access.placed_well(headers) {
        refused(StatusCode::FORBIDDEN, "This host only answers pages of its own address.")
    } else if asks && !server.access.admits(headers) {
        refused(StatusCode::FORBIDDEN, "The token is missing or not the one of this start.")
    } else if length.is_some_and(|length: usize| length > LARGEST) {
        refused(StatusCode::PAYLOAD_TOO_LARGE, "This is larger than 128 MB.")
    } else {
        next.run(request).await
    };
    let policy =
        HeaderValue::from_str(&server.pages.policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let resources = HeaderName::from_static("cross-origin-resource-policy");
    headers.insert(resources, HeaderValue::from_static("same-origin"));
    response
}

async fn call(State(server): State<Arc<Server>>, asked: Result<Json<Value>, JsonRejection>) -> Response {
    let mut asked = match asked {
        Ok(Json(asked)) => asked,
        Err(rejection) => return refused(rejection.status(), "A call is JSON of at most 128 MB."),
    };
    let arg = asked.get_mut("arg").map(Value::take).unwrap_or_default();
    let Some(name) = asked.get("name").and_then(Value::as_str).map(str::to_owned) else {
        return refused(StatusCode::BAD_REQUEST, "A call has a name and an argument.");
    };
    match spawn_blocking(move || assay_commands::call(&server.context, &name, arg)).await {
        Ok(Ok(result)) => Json(json!({ "ok": result })).into_response(),
        Ok(Err(error)) => Json(json!({ "error": error })).into_response(),
        Err(_) => refused(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong inside Assay."),
    }
}

async fn notices(
    State(server): State<Arc<Server>>,
    query: Result<Query<HashMap<String, u64>>, QueryRejection>,
) -> Response {
    let Ok(Query(query)) = query else {
        return refused(StatusCode::BAD_REQUEST, "“after” is the number of a notice.");
    };
    let (next, notices) = match query.get("after") {
        Some(after) => server.notices.after(*after, POLL).await,
        None => (server.notices.last(), Vec::new()),
    };
    Json(json!({ "next": next, "notices": notices })).into_response()
}

async fn page(State(server): State<Arc<Server>>, method: Method, address: Uri) -> Response {
    if method != Method::GET {
        return refused(StatusCode::METHOD_NOT_ALLOWED, "Files are only given.");
    }
    match server.pages.find(address.path()) {
        Some(page) => ([(header::CONTENT_TYPE, page.media_type)], page.bytes).into_response(),
        None if address.path() == "/" => refused(
            StatusCode::NOT_FOUND,
            "The interface is not built. “npm --prefix ui run build” builds it.",
        ),
        None => refused(StatusCode::NOT_FOUND, "There is no such file."),
    }
}

fn refused(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "error": Error::new(Code::Invalid, message) }))).into_response()
}

#[cfg(test)]
mod tests;
