//! Cards, and tiles that lead somewhere.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// A bordered part of a page with a heading.
#[component]
pub fn Card(
    /// Its heading.
    #[prop(into)]
    title: String,
    /// At the end of the heading: one or two quiet buttons, a status.
    #[prop(optional)]
    aside: Option<AnyView>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            <div class="card__head">
                <h2>{title}</h2>
                {aside}
            </div>
            {children()}
        </section>
    }
}

/// A card that is one link.
#[component]
pub fn Tile(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What it is about, drawn.
    glyph: Glyph,
    /// What it is about.
    #[prop(into)]
    title: String,
    /// What is found there, in a sentence.
    #[prop(into)]
    text: String,
    /// The figure that matters there, formatted; empty for none.
    #[prop(optional, into)]
    figure: String,
) -> impl IntoView {
    let figure = (!figure.is_empty()).then(|| view! { <p class="tile__figure">{figure}</p> });
    view! {
        <article class="tile">
            <Icon glyph large=true />
            <h2>
                <a href=href>{title}</a>
            </h2>
            {figure}
            <p>{text}</p>
        </article>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_one_link_named_by_its_title() {
        let html = view! {
            <Tile href="/billing" glyph=Glyph::Receipt title="Billing" text="Invoices" figure="3" />
        }
        .to_html()
        .replace("<!>", "");
        assert!(html.contains(r#"<a href="/billing">Billing</a>"#), "{html}");
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        assert!(html.contains(r#"<p class="tile__figure">3</p>"#), "{html}");
    }

    #[test]
    fn a_card_has_a_heading() {
        let html = view! { <Card title="Prices"><p>"None"</p></Card> }.to_html().replace("<!>", "");
        assert!(html.contains("<h2>Prices</h2>"), "{html}");
    }
}
