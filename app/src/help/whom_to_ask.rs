//! Whom to ask, surface by surface.

use domain::access::{Action, Surface};
use domain::error::Arg;
use leptos::prelude::*;

use crate::account::colleagues_who_may;
use crate::context::{on_behalf, surface, with_page};

/// Who helps with what.
#[component]
pub(super) fn WhomToAsk() -> impl IntoView {
    let here = surface();
    let (operator, signed_in) =
        with_page(|page| (Arg::Text(page.operator.clone()), page.viewer.is_some()));
    let sentences = match here {
        Surface::PartnerCenter => vec![
            t!("help-ask-roles"),
            t!("help-ask-customers"),
            t!("help-ask-operator", operator = operator),
        ],
        Surface::AdminCenter => vec![t!("help-ask-admin"), t!("help-ask-partner")],
        Surface::BackOffice => vec![t!("help-ask-staff", operator = operator)],
    };
    let sentences = sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    // Whoever gives the roles is whom to ask for one.
    let gives_roles = match here {
        Surface::PartnerCenter => Some(Action::SetAdminRole),
        Surface::AdminCenter => Some(Action::GiveCustomerAdminRole),
        Surface::BackOffice => None,
    };
    let names =
        gives_roles.filter(|_| signed_in && !on_behalf()).map(|action| view! { <Admins action /> });
    view! {
        <section class="page__section prose" id="ask">
            <h2>{t!("help-ask")}</h2>
            <ul>{sentences.collect_view()}</ul>
            {names}
        </section>
    }
}

/// The people of the reader's company who give roles.
#[component]
fn Admins(
    /// Giving them.
    action: Action,
) -> impl IntoView {
    let here = surface();
    let admins = Resource::new(|| (), move |()| colleagues_who_may(here, action));
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                let names = admins.await.unwrap_or_default();
                (!names.is_empty())
                    .then(|| {
                        let names = Arg::Text(names.join(" · "));
                        view! { <p>{t!("help-ask-names", names = names)}</p> }
                    })
            })}
        </Suspense>
    }
}
