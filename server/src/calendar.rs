//! Deadlines for the reader's own calendar, behind a secret address.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::deadlines::{CalendarEvent, Deadline, DeadlineKind, calendar};
use domain::error::{Arg, Entity, Error};
use i18n::{Language, Locale, message};
use services::deadlines;

use crate::trouble::Trouble;
use crate::web::Portal;

/// The calendar behind `file`, a secret with the ending `.ics`.
///
/// No session counts here: a calendar program has none. Whoever knows the address may read it.
pub(crate) async fn feed(
    State(portal): State<Portal>,
    Path(file): Path<String>,
) -> Result<Response, Trouble> {
    let secret = file.strip_suffix(".ics").ok_or(Error::NotFound { entity: Entity::Page })?;
    let found = deadlines::feed(portal.system(), secret).await?;
    let locale = Locale::new(Language::from_tag(&found.language).unwrap_or(Language::ZhCn));
    let origin = portal.config().public_url.origin().unwrap_or_default();
    let view = found.deadlines;
    let all = view.deletions.iter().chain(&view.trials).chain(&view.renewals);
    let events: Vec<_> = all.map(|deadline| event(locale, origin, deadline)).collect();
    let name = locale.say(message!("deadlines-title"), &[]);
    let mut response = calendar(&name, portal.system().now(), &events).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn event(locale: Locale, origin: &str, deadline: &Deadline) -> CalendarEvent {
    let summary = match deadline.kind {
        DeadlineKind::Deletion => message!("deadlines-event-deletion"),
        DeadlineKind::Renewal => message!("deadlines-event-renewal"),
        DeadlineKind::TrialEnd => message!("deadlines-event-trial-end"),
    };
    let text = |text: &str| Arg::Text(text.to_owned());
    let arguments = [("name", text(&deadline.name)), ("customer", text(&deadline.customer_name))];
    let quantity = [("n", Arg::Count(deadline.quantity.into()))];
    let page = format!("/customers/{}/subscriptions/{}", deadline.customer, deadline.subscription);
    CalendarEvent {
        uid: format!("{}-{}@partner-center", deadline.kind.as_str(), deadline.subscription),
        day: deadline.day,
        summary: locale.say(summary, &arguments),
        description: locale.say(message!("deadlines-event-quantity"), &quantity),
        // Without an address of its own the portal cannot say where it is.
        url: if origin.is_empty() { String::new() } else { format!("{origin}{page}") },
    }
}
