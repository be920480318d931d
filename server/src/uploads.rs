//! Files that come in with a form.

use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::error::Error;
use domain::ids::RequestId;
use services::forms;

use crate::trouble::Trouble;
use crate::web::Portal;

/// Bytes that a file may have, with the form around it.
pub(crate) const LARGEST: usize = 5 * 1024 * 1024;

/// A form with a file, as it was sent.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    request: Option<RequestId>,
    /// The month that it names; empty without.
    pub(crate) month: String,
    file: Option<(String, Vec<u8>)>,
}

impl Sent {
    /// Reads what `sent` says; nothing, if it cannot be read.
    ///
    /// # Errors
    ///
    /// If it is larger than [`LARGEST`].
    pub(crate) async fn read(sent: Result<Multipart, MultipartRejection>) -> Result<Self, Trouble> {
        let Ok(mut form) = sent else { return Ok(Self::default()) };
        match Self::fields(&mut form).await {
            Ok(read) => Ok(read),
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Trouble::too_large())
            }
            Err(_) => Ok(Self::default()),
        }
    }

    async fn fields(form: &mut Multipart) -> Result<Self, MultipartError> {
        let mut read = Self::default();
        while let Some(field) = form.next_field().await? {
            match field.name() {
                Some("request") => read.request = field.text().await?.parse().ok(),
                Some("month") => read.month = field.text().await?,
                Some("file") => {
                    let name = field.file_name().unwrap_or_default().to_owned();
                    read.file = Some((name, field.bytes().await?.to_vec()));
                }
                _ => {}
            }
        }
        Ok(read)
    }

    /// The attempt, and the file's name and content; `None` if one of them is missing.
    pub(crate) fn file(self) -> Option<(RequestId, String, Vec<u8>)> {
        let (name, content) = self.file?;
        Some((self.request?, name, content))
    }
}

/// To the address that `checked` names, or back to the page `page`, where the form `form` says why not.
///
/// # Errors
///
/// What is no fault of the file.
pub(crate) async fn lead_on(
    portal: &Portal,
    (page, form): (&str, &'static str),
    checked: Result<String, Error>,
) -> Result<Response, Trouble> {
    let address = match checked {
        Ok(address) => address,
        Err(error @ (Error::Unauthenticated | Error::Forbidden { .. })) => return Err(error.into()),
        Err(error) => {
            let id = forms::keep(portal.system(), form, &(), &error).await?;
            format!("{page}?kept={id}")
        }
    };
    let address = HeaderValue::try_from(address).map_err(|error| services::report(&error))?;
    let headers = [(LOCATION, address), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}
