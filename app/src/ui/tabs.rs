//! Parts of one thing, an address each.

use leptos::prelude::*;

/// One part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tab {
    /// Its address.
    pub href: String,
    /// Its name.
    pub label: String,
    /// How many there are in it, formatted; empty for none.
    pub count: String,
    /// Whether it is the one shown.
    pub current: bool,
}

/// Links between the parts of one thing. They are pages of their own, so they can be
/// bookmarked and work without JavaScript.
#[component]
pub fn Tabs(
    /// What the parts are parts of.
    #[prop(into)]
    label: String,
    /// The parts, in order.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let links = tabs
        .into_iter()
        .map(|Tab { href, label, count, current }| {
            let count =
                (!count.is_empty()).then(|| view! { <span class="tabs__count">{count}</span> });
            view! {
                <li>
                    <a href=href aria-current=current.then_some("page")>
                        {label}
                        {count}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="tabs" aria-label=label>
            <ul>{links}</ul>
        </nav>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn one_tab_is_the_current_page() {
        let tab = |href: &str, current| Tab {
            href: href.to_owned(),
            label: href.to_owned(),
            current,
            ..Tab::default()
        };
        let html =
            view! { <Tabs label="Offer" tabs=vec![tab("/a", true), tab("/b", false)] /> }.to_html();
        assert_eq!(html.matches("aria-current").count(), 1, "{html}");
        assert!(html.contains(r#"href="/a" aria-current="page""#), "{html}");
    }
}
