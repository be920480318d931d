//! `Ctrl K`: pages and actions by name. `?`: what the keys do. `/`: to the search.

use leptos::ev::keydown;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::menu::entries;
use crate::context::{at, locale, surface, with_page};
use crate::ui::{Glyph, Icon};

/// Something the palette leads to.
#[derive(Clone, PartialEq)]
struct Target {
    href: String,
    name: String,
}

fn targets() -> Vec<Target> {
    let (first, second) = entries();
    let pages = first.into_iter().chain(second);
    let mut targets: Vec<_> = pages
        .map(|entry| Target { href: entry.href.to_owned(), name: locale().say(entry.name, &[]) })
        .collect();
    let own = |path: &str, name: String| Target { href: at(surface(), path), name };
    if !crate::context::on_behalf() {
        targets.push(own("/account", t!("account-title")));
        targets.push(own("/account/password", t!("account-change-password")));
        targets.push(own("/account/second-factor", t!("account-second-factor")));
    }
    targets
}

/// Asleep in the server's HTML: without JavaScript nothing opens it.
#[component]
pub(super) fn Palette() -> impl IntoView {
    let shortcuts = with_page(|page| page.viewer.as_ref().is_some_and(|viewer| viewer.shortcuts));
    let palette = NodeRef::<Dialog>::new();
    let keys = NodeRef::<Dialog>::new();
    let words = RwSignal::new(String::new());
    let all = StoredValue::new(targets());
    let found = Memo::new(move |_| {
        let words = domain::text::search_key(&words.read());
        all.with_value(|all| {
            let hits =
                all.iter().filter(|target| domain::text::search_key(&target.name).contains(&words));
            hits.cloned().collect::<Vec<_>>()
        })
    });
    let listener = window_event_listener(keydown, move |event| {
        let key = event.key();
        if (event.ctrl_key() || event.meta_key()) && key.eq_ignore_ascii_case("k") {
            event.prevent_default();
            words.set(String::new());
            open(palette);
        } else if shortcuts
            && !event.ctrl_key()
            && !event.meta_key()
            && !event.alt_key()
            && !is_typing()
        {
            match key.as_str() {
                "?" => open(keys),
                "/" => {
                    event.prevent_default();
                    focus("search");
                }
                _ => {}
            }
        }
    });
    on_cleanup(move || listener.remove());
    let results = move || {
        found
            .get()
            .into_iter()
            .map(|Target { href, name }| {
                view! {
                    <li>
                        <a class="palette__option" href=href on:click=move |_| close(palette)>
                            {name}
                        </a>
                    </li>
                }
            })
            .collect_view()
    };
    // Enter opens the first hit.
    let go = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter"
            && let Some(first) = found.get_untracked().into_iter().next()
        {
            event.prevent_default();
            close(palette);
            let go = leptos_router::hooks::use_navigate();
            go(&first.href, leptos_router::NavigateOptions::default());
        }
    };
    view! {
        <dialog class="palette" node_ref=palette aria-label=t!("frame-palette")>
            <div class="palette__input">
                <Icon glyph=Glyph::Search />
                <input
                    type="text"
                    aria-label=t!("frame-palette")
                    placeholder=t!("frame-palette")
                    autocomplete="off"
                    prop:value=words
                    on:input=move |event| words.set(event_target_value(&event))
                    on:keydown=go
                />
            </div>
            <ul class="palette__list">{results}</ul>
        </dialog>
        <dialog class="dialog" node_ref=keys aria-labelledby="keys-title">
            <h2 id="keys-title">{t!("frame-keys")}</h2>
            <dl class="facts">
                <div>
                    <dt>
                        <kbd>"Ctrl K"</kbd>
                    </dt>
                    <dd>{t!("frame-palette")}</dd>
                </div>
                <div>
                    <dt>
                        <kbd>"/"</kbd>
                    </dt>
                    <dd>{t!("frame-keys-search")}</dd>
                </div>
                <div>
                    <dt>
                        <kbd>"?"</kbd>
                    </dt>
                    <dd>{t!("frame-keys")}</dd>
                </div>
            </dl>
            <p>{t!("frame-keys-off")}</p>
            <form method="dialog">
                <button class="button">{t!("close")}</button>
            </form>
        </dialog>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
fn open(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked()
        && !dialog.open()
    {
        // Refused only if the element has left the page, and then nobody sees it.
        drop(dialog.show_modal());
    }
}

#[cfg(feature = "hydrate")]
fn close(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}

/// Whether the reader is writing: a letter is then a letter.
#[cfg(feature = "hydrate")]
fn is_typing() -> bool {
    let Some(element) = document().active_element() else { return false };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || element.closest("[contenteditable]").ok().flatten().is_some()
}

#[cfg(feature = "hydrate")]
fn focus(id: &str) {
    use wasm_bindgen::JsCast as _;
    let element = document().get_element_by_id(id);
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        drop(element.focus());
    }
}

// On the server nobody presses a key.
#[cfg(not(feature = "hydrate"))]
fn open(_: NodeRef<Dialog>) {}
#[cfg(not(feature = "hydrate"))]
fn close(_: NodeRef<Dialog>) {}
#[cfg(not(feature = "hydrate"))]
fn is_typing() -> bool {
    false
}
#[cfg(not(feature = "hydrate"))]
fn focus(_: &str) {}
