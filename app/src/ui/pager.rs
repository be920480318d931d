//! Where in a long list the reader is.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// Below a list: what part of it is shown, and the way to the next.
#[component]
pub fn Pager(
    /// Names the region, such as "Pages".
    #[prop(into)]
    label: String,
    /// Such as "Showing 1–50 of 3,412".
    #[prop(into)]
    summary: String,
    /// The word for the page before.
    #[prop(into)]
    previous: String,
    /// The word for the page after.
    #[prop(into)]
    next: String,
    /// The address of the page before; none on the first.
    previous_href: Option<String>,
    /// The address of the page after; none on the last.
    next_href: Option<String>,
) -> impl IntoView {
    let [back, on] =
        [(previous_href, previous, false), (next_href, next, true)].map(|(href, word, forward)| {
            let disabled = href.is_none().then_some("true");
            // A link without address cannot be followed; its place stays, so that nothing jumps.
            let role = href.is_none().then_some("link");
            let rel = if forward { "next" } else { "prev" };
            view! {
                <a class="button" href=href rel=rel role=role aria-disabled=disabled>
                    {(!forward).then(|| view! { <Icon glyph=Glyph::ChevronLeft /> })}
                    {word}
                    {forward.then(|| view! { <Icon glyph=Glyph::ChevronRight /> })}
                </a>
            }
        });
    view! {
        <nav class="pager" aria-label=label>
            <span>{summary}</span>
            <span class="pager__links">{back} {on}</span>
        </nav>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_leads_on_only() {
        let html = view! {
            <Pager
                label="Pages"
                summary="Showing 1–50 of 3,412"
                previous="Previous"
                next="Next"
                previous_href=None
                next_href=Some("?page=2".to_owned())
            />
        }
        .to_html();
        assert!(html.contains("Showing 1–50 of 3,412"), "{html}");
        assert_eq!(html.matches("href=").count(), 1, "{html}");
        assert_eq!(html.matches(r#"aria-disabled="true""#).count(), 1, "{html}");
    }
}
