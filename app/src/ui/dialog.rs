//! Something to decide before going on.

use leptos::{html, prelude::*, web_sys};
use web_sys::wasm_bindgen::JsCast;

use super::{Button, ButtonKind, Glyph, Icon};

/// How a dialog lies over the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogKind {
    /// In the middle.
    #[default]
    Normal,
    /// In the middle, for tables.
    Wide,
    /// At the side: what it is about stays in sight.
    Panel,
}

/// The browser's own dialog: it keeps the focus, and Escape closes it.
///
/// Opened by a [`DialogButton`], or with `open`, which also works in the server's HTML (the
/// dialog then stands in the page). A form inside that sends `method="dialog"` closes it.
#[component]
pub fn Dialog(
    /// Names it for its [`DialogButton`]; unique on the page.
    #[prop(into)]
    id: String,
    /// What it is about.
    #[prop(into)]
    title: String,
    /// The word for closing it without doing anything.
    #[prop(into)]
    close: String,
    /// How it lies over the page.
    #[prop(optional)]
    kind: DialogKind,
    /// Whether it is open; for dialogs that the page opens by itself.
    #[prop(optional, into)]
    open: Signal<bool>,
    /// Told when the reader closes it.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// The buttons: the act first.
    #[prop(optional)]
    actions: Option<AnyView>,
    /// What is to be decided: its consequence, dates and money.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let at_first = open.get_untracked();
    Effect::new(move |before: Option<bool>| {
        let wanted = open.get();
        if let Some(dialog) = dialog.get() {
            // Closed first: as the server sent it, it is open without being above the page.
            if wanted && before != Some(true) {
                dialog.close();
                // Fails only for an element that is no longer in the page.
                let _ = dialog.show_modal();
            } else if !wanted && before == Some(true) {
                dialog.close();
            }
        }
        wanted
    });
    let class = match kind {
        DialogKind::Normal => "dialog",
        DialogKind::Wide => "dialog dialog--wide",
        DialogKind::Panel => "dialog dialog--panel",
    };
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    // Closing it to open it again as a modal one, above, is not the reader's doing.
    let closed = move |_| {
        let open_again = dialog.get_untracked().is_some_and(|dialog| dialog.open());
        if let Some(on_close) = on_close.filter(|_| !open_again) {
            on_close.run(());
        }
    };
    view! {
        <dialog
            id=id
            class=class
            aria-labelledby=named_by
            open=at_first
            node_ref=dialog
            on:close=closed
        >
            <form class="dialog__head" method="dialog">
                <h2 id=title_id>{title}</h2>
                <Button kind=ButtonKind::Icon>
                    <Icon glyph=Glyph::Close name=close />
                </Button>
            </form>
            <div class="dialog__body">{children()}</div>
            {actions.map(|actions| view! { <div class="dialog__actions">{actions}</div> })}
        </dialog>
    }
}

/// Opens the dialog that has the id `dialog`; in current browsers without JavaScript too.
#[component]
pub fn DialogButton(
    /// The dialog's `id`.
    #[prop(into)]
    dialog: String,
    /// How much the button stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let id = dialog.clone();
    let open = move |event: leptos::ev::MouseEvent| {
        // Or the browser would open it a second time, and complain.
        event.prevent_default();
        let found = document().get_element_by_id(&id);
        if let Some(Ok(dialog)) = found.map(JsCast::dyn_into::<web_sys::HtmlDialogElement>)
            && !dialog.open()
        {
            // Fails only for an element that is no longer in the page.
            let _ = dialog.show_modal();
        }
    };
    view! {
        <button
            class=kind.class()
            type="button"
            commandfor=dialog
            command="show-modal"
            aria-haspopup="dialog"
            on:click=open
        >
            {children()}
        </button>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_dialog_is_named_by_its_title_and_closed_at_first() {
        let owner = Owner::new();
        owner.set();
        let html =
            view! { <Dialog id="end" title="End it" close="Close">"Now?"</Dialog> }.to_html();
        assert!(html.contains(r#"aria-labelledby="end-title""#), "{html}");
        assert!(!html.contains(" open"), "{html}");
    }

    #[test]
    fn an_open_dialog_is_open_in_the_html_of_the_server() {
        let owner = Owner::new();
        owner.set();
        let open = Signal::stored(true);
        let html =
            view! { <Dialog id="end" title="End it" close="Close" open>"Now?"</Dialog> }.to_html();
        assert!(html.contains(" open"), "{html}");
    }

    #[test]
    fn its_button_opens_it_without_javascript() {
        let html = view! { <DialogButton dialog="end">"End"</DialogButton> }.to_html();
        assert!(html.contains(r#"commandfor="end""#) && html.contains("show-modal"), "{html}");
    }
}
