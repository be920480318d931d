//! What the keys do.

use domain::access::{Action, Surface};
use leptos::prelude::*;

use crate::context::{can, surface, with_page};
use crate::ui::{Fact, KeyValueList};

/// The keys, each with what it does; single keys only for those who have an account to switch
/// them off.
#[component]
pub(super) fn Keyboard() -> impl IntoView {
    let (signed_in, shortcuts) = with_page(|page| {
        let viewer = page.viewer.as_ref();
        (viewer.is_some(), viewer.is_some_and(|viewer| viewer.shortcuts))
    });
    let searches = surface() == Surface::PartnerCenter && can(Action::SeeCatalogue);
    let mut keys = vec![
        (&["Tab"] as &[&str], t!("help-key-tab")),
        (&["Shift", "Tab"], t!("help-key-back")),
        (&["Enter"], t!("help-key-enter")),
        (&["Esc"], t!("help-key-escape")),
    ];
    if signed_in {
        keys.push((&["Ctrl", "K"], t!("frame-palette")));
    }
    if shortcuts && searches {
        keys.push((&["/"], t!("frame-keys-search")));
    }
    if shortcuts {
        keys.push((&["?"], t!("frame-keys")));
    }
    let facts = keys.into_iter().map(|(keys, does)| {
        let pressed = keys
            .iter()
            .enumerate()
            .map(|(index, key)| {
                let plus = (index > 0).then_some(" + ");
                view! {
                    {plus}
                    <kbd>{*key}</kbd>
                }
            })
            .collect_view();
        // The words first: they are what is looked for.
        Fact::new(does, pressed)
    });
    view! {
        <section class="page__section prose" id="keyboard">
            <h2>{t!("help-keyboard")}</h2>
            <p>{t!("help-keyboard-text")}</p>
            <KeyValueList facts=facts.collect() />
            {signed_in.then(|| view! { <p class="quiet">{t!("frame-keys-off")}</p> })}
        </section>
    }
}
