//! Where the reader is signed in.

use domain::account::{DeviceView, SessionView};
use domain::error::Arg;
use domain::ids::RequestId;
use domain::time::Instant;
use i18n::format;
use leptos::prelude::*;

use super::views::SessionRow;
use crate::context::{locale, surface};
use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{
    Button, ButtonKind, Cell, CellKind, Column, DataTable, DateText, StatusBadge, Tone,
};

/// The reader's sessions, with buttons to end them.
#[component]
pub(super) fn Sessions(
    /// The sessions, the one used last first.
    sessions: Vec<SessionRow>,
    /// Names the attempt to end all others.
    end_others: RequestId,
) -> impl IntoView {
    let columns = vec![
        Column::new(t!("account-device"), CellKind::Main),
        Column::new(t!("account-address"), CellKind::Text),
        Column::new(t!("account-since"), CellKind::Text),
        Column::new(t!("account-last-use"), CellKind::Text),
        Column::new(t!("account-end"), CellKind::Actions),
    ];
    let others = sessions.iter().any(|row| !row.session.current);
    let rows = sessions.into_iter().map(row).collect_view();
    let end_others = others.then(|| {
        view! {
            <form action="/rpc/account/end-other-sessions" method="post">
                <Hidden name="surface" value=surface().key() />
                <Hidden name="request" value=end_others.to_string() />
                <Button kind=ButtonKind::Danger>{t!("account-end-others")}</Button>
            </form>
        }
    });
    view! {
        <section class="page__section sessions" id="sessions">
            <h2>{t!("account-sessions")}</h2>
            <p class="quiet">{t!("account-sessions-text")}</p>
            <Outcome returned=returned("sessions") refused=t!("account-session-not-ended") />
            <DataTable caption=t!("account-sessions") columns>
                {rows}
            </DataTable>
            {end_others}
        </section>
    }
}

fn row(SessionRow { session, request }: SessionRow) -> impl IntoView {
    let SessionView { id, device, address, created_at, last_seen_at, current } = session;
    let device = device_in_words(&device);
    let end = if current {
        view! { <StatusBadge tone=Tone::Positive word=t!("account-this-session") /> }.into_any()
    } else {
        // Each button says what it ends: a list of equal buttons helps nobody who only hears it.
        let name = t!("account-end-session", device = Arg::Text(device.clone()));
        view! {
            <form action="/rpc/account/end-session" method="post">
                <Hidden name="surface" value=surface().key() />
                <Hidden name="request" value=request.to_string() />
                <Hidden name="session" value=id.to_string() />
                <Button kind=ButtonKind::Quiet attr:aria-label=name>
                    {t!("account-end")}
                </Button>
            </form>
        }
        .into_any()
    };
    view! {
        <tr class="table__row" role="row">
            <Cell kind=CellKind::Main>{device}</Cell>
            <Cell label=t!("account-address")>{address}</Cell>
            <Cell label=t!("account-since")>{moment(created_at)}</Cell>
            <Cell label=t!("account-last-use")>{moment(last_seen_at)}</Cell>
            <Cell kind=CellKind::Actions>{end}</Cell>
        </tr>
    }
}

fn moment(at: Instant) -> impl IntoView {
    let text = format::instant(locale().language(), at);
    view! { <DateText text iso=at.to_rfc3339() /> }
}

/// A device as its owner knows it.
fn device_in_words(device: &DeviceView) -> String {
    let DeviceView { browser, system } = device;
    match (browser.clone(), system.clone()) {
        (Some(browser), Some(system)) => {
            t!("account-browser-on", browser = Arg::Text(browser), system = Arg::Text(system))
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => t!("account-unknown-device"),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_device_says_what_it_knows_of_itself() {
        let device = |browser: Option<&str>, system: Option<&str>| {
            let [browser, system] = [browser, system].map(|name| name.map(str::to_owned));
            device_in_words(&DeviceView { browser, system })
        };
        assert_eq!(device(Some("Edge"), Some("Windows")), "Edge on Windows");
        assert_eq!(device(None, Some("iOS")), "iOS");
        assert_eq!(device(None, None), "Unknown device");
    }
}
