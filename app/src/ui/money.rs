//! Amounts and days as text.

use leptos::prelude::*;

/// An amount of money: tabular figures, never broken over two lines.
#[component]
pub fn Money(
    /// As the reader's language writes it.
    #[prop(into)]
    text: String,
    /// As machines read it: yuan with a point, such as `-1234.50`.
    #[prop(into)]
    value: String,
    /// The one figure that a page is about.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! {
        <data class=if large { "money money--large" } else { "money" } value=value>
            {text}
        </data>
    }
}

/// A day or an instant.
#[component]
pub fn DateText(
    /// As the reader's language writes it.
    #[prop(into)]
    text: String,
    /// As machines read it: `2026-03-01` or RFC 3339.
    #[prop(into)]
    iso: String,
) -> impl IntoView {
    view! {
        <time class="date" datetime=iso>
            {text}
        </time>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_readable_for_people_and_machines() {
        let html =
            view! { <Money text="CN¥1,234.50" value="1234.50" /> }.to_html().replace("<!>", "");
        assert_eq!(html, r#"<data value="1234.50" class="money">CN¥1,234.50</data>"#);
    }

    #[test]
    fn a_day_is_readable_for_people_and_machines() {
        let html = view! { <DateText text="2026年3月1日" iso="2026-03-01" /> }
            .to_html()
            .replace("<!>", "");
        assert!(html.contains(r#"datetime="2026-03-01""#) && html.contains("3月1日"), "{html}");
    }
}
