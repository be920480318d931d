//! What is said to the reader, what lies over the page, and what stands for what is not there.

use leptos::prelude::*;

use crate::ui::{
    Banner, Button, ButtonKind, Dialog, DialogButton, DialogKind, EmptyState, ErrorSummary, Field,
    FormProblem, Glyph, Icon, LinkButton, Menu, Shape, Skeleton, Toast, Tone,
};

/// Banners of each tone, the summary of a refused form, and a notice.
pub(super) fn messages() -> AnyView {
    let toast = RwSignal::new(None);
    let words = t!("styleguide-toast");
    let invoices = view! {
        <LinkButton href="#styleguide-pins">{t!("styleguide-overdue-action")}</LinkButton>
    };
    view! {
        <Banner tone=Tone::Positive title=t!("styleguide-saved")>
            {t!("styleguide-saved-text")}
        </Banner>
        <Banner tone=Tone::Caution title=t!("styleguide-renews")>
            {t!("styleguide-renews-text")}
        </Banner>
        <Banner tone=Tone::Negative title=t!("styleguide-overdue") actions=invoices.into_any()>
            {t!("styleguide-overdue-text")}
        </Banner>
        <Banner tone=Tone::Info title=t!("styleguide-prices") />
        <Refused />
        <div class="row">
            <Button submits=false on:click=move |_| toast.set(Some(words.clone()))>
                {t!("styleguide-toast-show")}
            </Button>
        </div>
        <Toast message=toast close=t!("close") />
    }
    .into_any()
}

/// A refused form's summary. It comes after a press, because it takes the focus.
#[component]
fn Refused() -> impl IntoView {
    let problems = RwSignal::new(Vec::new());
    let found = StoredValue::new(vec![
        FormProblem { field: "sg-wrong".to_owned(), text: t!("styleguide-quantity-problem") },
        FormProblem {
            field: "sg-customer-wrong".to_owned(),
            text: t!("styleguide-customer-problem"),
        },
    ]);
    view! {
        <ErrorSummary title=t!("styleguide-refused") problems />
        <div class="row">
            <Button submits=false on:click=move |_| problems.set(found.get_value())>
                {t!("styleguide-add-customer")}
            </Button>
        </div>
    }
}

/// A dialog, a panel and a menu.
pub(super) fn overlays() -> AnyView {
    let act = view! {
        <form method="dialog">
            <Button kind=ButtonKind::DangerMain>{t!("styleguide-suspend-for")}</Button>
        </form>
    };
    let keep = view! {
        <form method="dialog">
            <Button kind=ButtonKind::Main>{t!("save")}</Button>
        </form>
    };
    view! {
        <div class="row">
            <DialogButton dialog="sg-dialog" kind=ButtonKind::Danger>
                {t!("styleguide-suspend")}
            </DialogButton>
            <DialogButton dialog="sg-panel">{t!("styleguide-panel")}</DialogButton>
            <Menu label=t!("styleguide-menu")>
                <p class="menu__text">{t!("styleguide-menu-text")}</p>
                <hr />
                <a href="#styleguide-pins">
                    <Icon glyph=Glyph::Device />
                    {t!("styleguide-sessions")}
                </a>
                <button type="button">
                    <Icon glyph=Glyph::SignOut />
                    {t!("styleguide-sign-out")}
                </button>
                <button type="button" disabled>
                    {t!("styleguide-unavailable")}
                </button>
            </Menu>
        </div>
        <Dialog
            id="sg-dialog"
            title=t!("styleguide-suspend")
            close=t!("close")
            actions=act.into_any()
        >
            <p>{t!("styleguide-dialog-text")}</p>
        </Dialog>
        <Dialog
            id="sg-panel"
            title=t!("styleguide-panel")
            close=t!("close")
            kind=DialogKind::Panel
            actions=keep.into_any()
        >
            <Field id="sg-panel-note" label=t!("styleguide-note") optional=t!("optional")>
                <textarea id="sg-panel-note"></textarea>
            </Field>
        </Dialog>
    }
    .into_any()
}

/// Skeletons of each shape, and a list with nothing in it.
pub(super) fn waiting() -> AnyView {
    let loading = || t!("styleguide-loading-offers");
    view! {
        <div class="styleguide__specimens">
            <Skeleton label=loading() />
            <Skeleton label=loading() shape=Shape::Table count=4 />
        </div>
        <Skeleton label=loading() shape=Shape::Tiles />
        <div id="styleguide-pins">
            <EmptyState
                glyph=Glyph::Pin
                title=t!("styleguide-empty-pins")
                text=t!("styleguide-empty-pins-text")
            >
                <Button kind=ButtonKind::Main submits=false>
                    {t!("styleguide-pin")}
                </Button>
            </EmptyState>
        </div>
    }
    .into_any()
}
