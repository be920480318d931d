//! Server functions of deadlines.

use domain::deadlines::{CalendarState, Deadline, DeadlinesView};
use domain::ids::RequestId;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// Deadlines on the overview.
#[cfg(feature = "ssr")]
const NEAREST: usize = 5;

/// The cookie that carries a new address from the answer to its form to the next page. The server
/// keeps only what a secret becomes, never the secret.
#[cfg(feature = "ssr")]
const NEW_ADDRESS: &str = "calendar-address";

/// Seconds that the next page has to come.
#[cfg(feature = "ssr")]
const NEW_ADDRESS_SECONDS: i64 = 60;

/// What must be decided first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nearest {
    /// The nearest, of whatever kind.
    pub deadlines: Vec<Deadline>,
    /// How many there are.
    pub total: u32,
}

/// The reader's calendar, and what its forms need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarAddress {
    /// Whether there is an address.
    pub state: CalendarState,
    /// The address, if it has just been made; never again after that.
    pub address: Option<String>,
    /// Names the attempt to make one.
    pub rotate: RequestId,
    /// Names the attempt to take it away.
    pub stop: RequestId,
}

/// A change of one's calendar address, as a form sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDraft {
    /// This attempt.
    pub request: RequestId,
}

/// What must be decided soon.
///
/// # Errors
///
/// As `services::deadlines::list`.
#[server(prefix = "/rpc", endpoint = "deadlines/list", input = GetUrl)]
pub async fn list_deadlines() -> Result<DeadlinesView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::deadlines::list(&caller(PartnerCenter).await?, language()).await })
        .await
}

/// What must be decided first.
///
/// # Errors
///
/// As `services::deadlines::list`.
#[server(prefix = "/rpc", endpoint = "deadlines/nearest", input = GetUrl)]
pub async fn nearest_deadlines() -> Result<Nearest, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let found = services::deadlines::list(&caller(PartnerCenter).await?, language()).await?;
        let total = found.deletions_total + found.renewals_total + found.trials_total;
        let mut deadlines = found.deletions;
        deadlines.extend(found.renewals);
        deadlines.extend(found.trials);
        deadlines.sort_by_key(|one| (one.day, one.subscription));
        deadlines.truncate(NEAREST);
        Ok(Nearest { deadlines, total })
    })
    .await
}

/// The reader's calendar; its address only right after it was made.
///
/// # Errors
///
/// As `services::deadlines::calendar_state`.
#[server(prefix = "/rpc", endpoint = "deadlines/calendar", input = GetUrl)]
pub async fn find_calendar() -> Result<CalendarAddress, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let state = services::deadlines::calendar_state(&caller).await?;
        let address = take_new_address().filter(|_| state.since.is_some());
        let (rotate, stop) = (caller.new_request(), caller.new_request());
        Ok(CalendarAddress { state, address, rotate, stop })
    })
    .await
}

/// The address that the browser has just been given, which it then forgets.
#[cfg(feature = "ssr")]
fn take_new_address() -> Option<String> {
    use crate::ssr::{header, origin, set_cookie};
    use axum::http::header::{COOKIE, HOST};

    let cookies = header(COOKIE)?;
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    let (_, secret) = pairs.find(|(name, _)| *name == NEW_ADDRESS)?;
    // Whatever else stands there is not ours.
    let ours = !secret.is_empty() && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
    let secret = ours.then(|| secret.to_owned())?;
    set_cookie(NEW_ADDRESS, "", 0, false);
    let scheme = if origin().secure { "https" } else { "http" };
    Some(format!("{scheme}://{}/files/calendar/{secret}.ics", header(HOST)?))
}

/// Gives the reader's calendar a new address.
///
/// # Errors
///
/// As `services::deadlines::rotate_calendar`.
#[server(name = RotateCalendarAction, prefix = "/rpc", endpoint = "deadlines/rotate-calendar")]
pub async fn rotate_calendar(
    /// The form as it was sent.
    draft: CalendarDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, set_cookie};
    use domain::access::Surface::PartnerCenter;

    let done = "calendar-made";
    let form = Form { name: "calendar", draft, surface: PartnerCenter, done };
    answer_form(form, async {
        let caller = caller(PartnerCenter).await?;
        let secret = services::deadlines::rotate_calendar(&caller, draft.request).await?;
        if let Some(secret) = secret {
            set_cookie(NEW_ADDRESS, &secret, NEW_ADDRESS_SECONDS, false);
        }
        Ok(())
    })
    .await
}

/// Takes the address of the reader's calendar away.
///
/// # Errors
///
/// As `services::deadlines::stop_calendar`.
#[server(name = StopCalendarAction, prefix = "/rpc", endpoint = "deadlines/stop-calendar")]
pub async fn stop_calendar(
    /// The form as it was sent.
    draft: CalendarDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;

    let done = "calendar-stopped";
    let form = Form { name: "calendar", draft, surface: PartnerCenter, done };
    answer_form(form, async {
        services::deadlines::stop_calendar(&caller(PartnerCenter).await?, draft.request).await
    })
    .await
}
