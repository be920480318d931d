//! The page and the order of its parts.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::{charts, controls, lists, messages, tokens};
use crate::frame::PageHead;

/// Every component in all its states. Open to everybody: it shows no data.
pub struct StyleguidePage;

#[lazy_route]
impl LazyRoute for StyleguidePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let StyleguidePage = this;
        view! {
            <div class="page">
                <PageHead title=t!("styleguide-title") text=t!("styleguide-intro") />
                <div>{parts()}</div>
            </div>
        }
        .into_any()
    }
}

fn parts() -> AnyView {
    view! {
        {part(t!("styleguide-colours"), tokens::colours())}
        {part(t!("styleguide-icons"), tokens::icons())}
        {part(t!("styleguide-buttons"), controls::buttons())}
        {part(t!("styleguide-fields"), controls::fields())}
        {part(t!("styleguide-choices"), controls::choices())}
        {part(t!("styleguide-figures"), tokens::figures())}
        {part(t!("styleguide-tables"), lists::tables())}
        {part(t!("styleguide-facts"), lists::facts())}
        {part(t!("styleguide-charts"), charts::charts())}
        {part(t!("styleguide-navigation"), lists::navigation())}
        {part(t!("styleguide-messages"), messages::messages())}
        {part(t!("styleguide-overlays"), messages::overlays())}
        {part(t!("styleguide-waiting"), messages::waiting())}
    }
    .into_any()
}

fn part(title: String, specimens: AnyView) -> AnyView {
    view! {
        <section class="styleguide__part">
            <h2>{title}</h2>
            {specimens}
        </section>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use i18n::{Language, Locale};

    use super::*;

    #[test]
    fn every_specimen_speaks_every_language() {
        for language in Language::ALL {
            let owner = Owner::new();
            owner.with(|| {
                provide_context(Locale::new(language));
                let html = parts().to_html();
                assert!(html.contains(&t!("styleguide-empty-pins")), "{language:?}");
                assert!(!html.contains(">styleguide-") && !html.contains(">ui-"), "{language:?}");
            });
        }
    }

    #[test]
    fn no_specimen_needs_a_style_attribute() {
        let owner = Owner::new();
        owner.with(|| {
            let html = parts().to_html();
            assert!(!html.contains(" style="), "the security policy forbids them");
        });
    }
}
