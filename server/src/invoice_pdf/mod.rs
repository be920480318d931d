//! An invoice as PDF, in the reader's language.
//!
//! The program carries no font: one with Han characters is read from the machine when the first
//! invoice is printed, and kept.

mod canvas;
mod document;
pub(crate) mod face;
mod structure;

use std::path::Path;

use axum::Extension;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::access::Surface;
use domain::error::{Entity, Error};
use domain::ids::InvoiceId;
use i18n::Locale;
use serde::Deserialize;
use tokio::task::spawn_blocking;

use self::face::Face;
use crate::downloads::download;
use crate::session::Visit;
use crate::trouble::Trouble;
use crate::web::Portal;

/// A document for people, which is compressed already.
pub(crate) const PDF: &str = "application/pdf";

/// Which invoice.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    invoice: InvoiceId,
}

/// The invoice as PDF.
pub(crate) async fn file(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::NotFound { entity: Entity::Invoice })?;
    let language = visit.language().await;
    let printed = services::billing::printed(&caller, wanted.invoice, language.tag()).await?;
    let name = format!("{}.pdf", printed.invoice.summary.number);
    let composed = spawn_blocking(move || {
        let face = face(&portal)?;
        document::compose(&face, &printed, Locale::new(language))
    });
    let composed = composed.await.ok().flatten().ok_or_else(Trouble::no_font)?;
    Ok(download(PDF, &name, Body::from(composed)))
}

/// The font, read when it is first needed.
fn face(portal: &Portal) -> Option<Face> {
    if let Some(face) = portal.face().get() {
        return Some(face.clone());
    }
    let found = face::find(Path::new(&portal.config().pdf_font)).and_then(|path| Face::read(&path));
    match found {
        Ok(face) => Some(portal.face().get_or_init(|| face).clone()),
        Err(why) => {
            tracing::error!(why, "an invoice cannot be printed");
            None
        }
    }
}
