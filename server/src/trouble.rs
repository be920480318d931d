//! What is answered when there is no answer: a page for people, data for scripts.

use axum::Json;
use axum::http::header::{ACCEPT, ALLOW, CACHE_CONTROL};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::error::{Code, Coded, Entity, Error};

use app::failure::{Failure, status};

use crate::pages;
use crate::session::Visit;
use crate::web::Portal;

/// Why the doors stay shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shut {
    /// The address is known, but not for this method.
    Method,
    /// More was sent than the address takes.
    TooLarge,
    /// Another site's page sent it.
    Foreign,
    /// The machine has no font for what was asked for.
    Font,
}

impl Coded for Shut {
    fn code(&self) -> Code {
        match self {
            Self::Method => Code::new("err-method-not-allowed", 800_002, 405),
            Self::TooLarge => Code::new("err-too-large", 800_002, 413),
            Self::Font => Code::new("err-pdf-font", 800_002, 503),
            Self::Foreign => Code::new("err-foreign-origin", 800_002, 403),
        }
    }
}

/// A request that failed before or beside its page.
///
/// As a response it is empty; [`dressed`] gives it the form that the reader can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble(Error);

impl Trouble {
    pub fn unknown_address() -> Self {
        Self(Error::NotFound { entity: Entity::Page })
    }

    pub fn wrong_method() -> Self {
        Self(Shut::Method.into())
    }

    pub fn too_large() -> Self {
        Self(Shut::TooLarge.into())
    }

    pub fn foreign() -> Self {
        Self(Shut::Foreign.into())
    }

    pub fn no_font() -> Self {
        Self(Shut::Font.into())
    }

    pub fn unavailable() -> Self {
        Self(Error::Unavailable)
    }

    fn status(&self) -> StatusCode {
        StatusCode::from_u16(status(&self.0)).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Whether the request was made by a script that reads data.
pub(crate) fn wants_data(path: &str, headers: &HeaderMap) -> bool {
    let html = |accept: &str| accept.contains("text/html");
    let page = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(html);
    path.starts_with("/rpc/") && !page
}

/// `response` itself, or what the reader gets of the trouble in it.
pub(crate) async fn dressed(
    portal: &Portal,
    visit: &Visit,
    data: bool,
    mut response: Response,
) -> Response {
    let Some(trouble) = response.extensions_mut().remove::<Trouble>() else { return response };
    let status = trouble.status();
    let failure = Failure::from(trouble.0);
    let mut dressed = if data {
        ([(CACHE_CONTROL, HeaderValue::from_static("no-store"))], Json(failure)).into_response()
    } else {
        pages::trouble(portal, visit, failure).await
    };
    *dressed.status_mut() = status;
    // A wrong method names the right ones.
    if let Some(allow) = response.headers_mut().remove(ALLOW) {
        dressed.headers_mut().insert(ALLOW, allow);
    }
    dressed
}
