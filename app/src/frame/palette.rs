//! `Ctrl K`: pages and actions by name, customers, offers. `?`: what the keys do. `/`: to the
//! search.

use std::time::Duration;

use domain::access::Surface;
use domain::hits::{Hits, worth_asking};
use leptos::ev::keydown;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::hits::find_hits;
use super::menu::entries;
use crate::context::{at, locale, surface, with_page};
use crate::ui::{Glyph, Icon};

/// How long the reader has stopped typing before the server is asked.
const PAUSE: Duration = Duration::from_millis(150);

/// Something the palette leads to.
#[derive(Clone, PartialEq)]
struct Target {
    href: String,
    name: String,
    /// What tells it from another of that name; nothing for pages.
    note: String,
}

fn page(href: String, name: String) -> Target {
    Target { href, name, note: String::new() }
}

fn targets() -> Vec<Target> {
    let (first, second) = entries();
    let pages = first.into_iter().chain(second);
    let mut targets: Vec<_> =
        pages.map(|entry| page(entry.href.to_owned(), locale().say(entry.name, &[]))).collect();
    let own = |path: &str, name: String| page(at(surface(), path), name);
    if !crate::context::on_behalf() {
        targets.push(own("/account", t!("account-title")));
        targets.push(own("/account/password", t!("account-change-password")));
        targets.push(own("/account/second-factor", t!("account-second-factor")));
    }
    targets
}

/// What the server has found, each kind under its name.
fn groups(hits: Hits) -> [(String, Vec<Target>); 2] {
    let customers = hits.customers.into_iter().map(|hit| Target {
        href: format!("/customers/{}", hit.id),
        name: hit.name,
        note: hit.note,
    });
    let offers = hits.offers.into_iter().map(|hit| Target {
        href: format!("/catalog/{}", hit.id),
        name: hit.name,
        note: hit.note,
    });
    [(t!("customers-title"), customers.collect()), (t!("catalogue-title"), offers.collect())]
}

/// What `words` find on the server, asked for once the reader pauses; nothing elsewhere than in
/// Partner Center.
fn asked(words: RwSignal<String>) -> RwSignal<Hits> {
    let hits = RwSignal::new(Hits::default());
    if surface() != Surface::PartnerCenter {
        return hits;
    }
    let ask = move |typed: String| async move {
        // Without an answer the pages are still there, and opening one of them says what is wrong.
        let found = find_hits(typed.clone()).await.unwrap_or_default();
        // Words that have been typed since have their own answer.
        if words.try_get_untracked().as_ref() == Some(&typed) {
            hits.try_set(found);
        }
    };
    let pausing = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let typed = words.get();
        if let Some(earlier) = pausing.get_value() {
            earlier.clear();
        }
        if worth_asking(&typed).is_none() {
            hits.set(Hits::default());
            return;
        }
        // Refused only where there is no window.
        let pause = set_timeout_with_handle(move || spawn_local(ask(typed)), PAUSE);
        pausing.set_value(pause.ok());
    });
    hits
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
    let hits = asked(words);
    let option = move |Target { href, name, note }: Target| {
        view! {
            <li>
                <a class="palette__option" href=href on:click=move |_| close(palette)>
                    {name}
                    <small>{note}</small>
                </a>
            </li>
        }
    };
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
    let pages = move || found.get().into_iter().map(option).collect_view();
    let others = move || {
        let groups = groups(hits.get()).into_iter().filter(|(_, targets)| !targets.is_empty());
        let group = |(name, targets): (String, Vec<Target>)| {
            view! {
                <li>
                    <p class="palette__group">{name}</p>
                    <ul>{targets.into_iter().map(option).collect_view()}</ul>
                </li>
            }
        };
        groups.map(group).collect_view()
    };
    let nothing = move || {
        let none = found.read().is_empty() && hits.read() == Hits::default();
        none.then(|| {
            view! {
                <li>
                    <p class="palette__group" role="status">
                        {t!("frame-palette-nothing")}
                    </p>
                </li>
            }
        })
    };
    // Enter opens the first hit.
    let first = move || {
        let others = groups(hits.get_untracked()).into_iter().flat_map(|(_, targets)| targets);
        found.get_untracked().into_iter().chain(others).next()
    };
    let go = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter"
            && let Some(first) = first()
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
            <ul class="palette__list">
                {pages} {others} {nothing}
            </ul>
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
