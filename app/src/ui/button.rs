//! Buttons, and links that look like them.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Beside the main action.
    #[default]
    Normal,
    /// The one main action of a page.
    Main,
    /// Without border: in tools and at the end of rows.
    Quiet,
    /// Begins something dangerous.
    Danger,
    /// Does the dangerous thing; stands below the words that say what follows.
    DangerMain,
    /// Looks like a link, does something.
    Link,
    /// A square with one icon; the icon has a name.
    Icon,
}

impl ButtonKind {
    /// The classes of an element that looks so.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Normal => "button",
            Self::Main => "button button--main",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
            Self::DangerMain => "button button--danger-main",
            Self::Link => "button button--link",
            Self::Icon => "button button--quiet button--icon",
        }
    }
}

/// A button; `on:click` and `attr:…` go to its element.
#[component]
pub fn Button(
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether it sends its form; one that does not only answers `on:click`.
    #[prop(default = true)]
    submits: bool,
    /// Whether it cannot be pressed now. Where the reader can change that, say how:
    /// [`BlockedButton`].
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether what it began still runs; it cannot be pressed again meanwhile.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Its words, perhaps with an icon.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class=kind.class()
            type=if submits { "submit" } else { "button" }
            disabled=move || disabled.get() || busy.get()
            aria-busy=move || busy.get().then_some("true")
        >
            {children()}
        </button>
    }
}

/// A link that looks like a button, because it leads to an action.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Its words, perhaps with an icon.
    children: Children,
) -> impl IntoView {
    view! { <a class=kind.class() href=href>{children()}</a> }
}

/// A link to a file; the browser keeps it, and the page stays.
#[component]
pub fn DownloadLink(
    /// The file's address.
    #[prop(into)]
    href: String,
    /// What it is.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    view! {
        <a class=ButtonKind::Quiet.class() href=href rel="external" download="">
            <Icon glyph=Glyph::Download />
            {name}
        </a>
    }
}

/// Something that cannot be done now, with the reason and the way out.
///
/// It keeps its place in the order of the keyboard, so that everybody can learn why.
#[component]
pub fn BlockedButton(
    /// Names the reason for assistive technology; unique on the page.
    #[prop(into)]
    id: String,
    /// What it would do.
    #[prop(into)]
    label: String,
    /// Why it does not, and what would help.
    #[prop(into)]
    reason: String,
    /// The way out, if there is one: a [`LinkButton`].
    #[prop(optional)]
    way_out: Option<AnyView>,
) -> impl IntoView {
    view! {
        <span class="blocked">
            <button class="button" type="button" aria-disabled="true" aria-describedby=id.clone()>
                {label}
            </button>
            <span class="blocked__why" id=id>
                {reason}
            </span>
            {way_out}
        </span>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_busy_button_cannot_be_pressed_again() {
        let owner = Owner::new();
        owner.set();
        let html = view! { <Button busy=Signal::stored(true)>"Save"</Button> }.to_html();
        assert!(html.contains("disabled") && html.contains(r#"aria-busy="true""#), "{html}");
    }

    #[test]
    fn a_button_at_rest_sends_its_form() {
        let owner = Owner::new();
        owner.set();
        let html = view! { <Button kind=ButtonKind::Main>"Save"</Button> }.to_html();
        assert!(html.contains(r#"type="submit""#) && html.contains("button--main"), "{html}");
        assert!(!html.contains("disabled"), "{html}");
    }

    #[test]
    fn a_blocked_button_says_why() {
        let html =
            view! { <BlockedButton id="why" label="Pin" reason="Five are pinned." /> }.to_html();
        assert!(html.contains(r#"aria-describedby="why""#), "{html}");
        assert!(html.contains("Five are pinned."), "{html}");
    }
}
