//! Buttons, fields, and the ways to choose.

use domain::error::Arg;
use leptos::prelude::*;

use crate::ui::{
    BlockedButton, Button, ButtonKind, Choice, Combobox, CopyButton, DateField, Field, FileDrop,
    Glyph, Icon, InlineHelp, Length, LinkButton, Select,
};

/// Every kind of button, at rest, busy, and not available.
pub(super) fn buttons() -> AnyView {
    let way_out = view! {
        <LinkButton kind=ButtonKind::Link href="#styleguide-pins">
            {t!("styleguide-to-pinned")}
        </LinkButton>
    };
    view! {
        <div class="row">
            <Button kind=ButtonKind::Main submits=false>
                {t!("styleguide-order")}
            </Button>
            <Button submits=false>
                <Icon glyph=Glyph::Download />
                {t!("styleguide-export")}
            </Button>
            <Button kind=ButtonKind::Quiet submits=false>
                <Icon glyph=Glyph::Refresh />
                {t!("reload")}
            </Button>
            <Button kind=ButtonKind::Danger submits=false>
                {t!("styleguide-suspend")}
            </Button>
            <Button kind=ButtonKind::DangerMain submits=false>
                {t!("styleguide-suspend-for")}
            </Button>
            <Button kind=ButtonKind::Link submits=false>
                {t!("styleguide-show-details")}
            </Button>
            <Button kind=ButtonKind::Icon submits=false>
                <Icon glyph=Glyph::Pencil name=t!("edit") />
            </Button>
            <LinkButton href="#styleguide-pins">{t!("styleguide-to-pinned")}</LinkButton>
        </div>
        <div class="row">
            <Button kind=ButtonKind::Main submits=false disabled=Signal::stored(true)>
                {t!("styleguide-unavailable")}
            </Button>
            <Button submits=false disabled=Signal::stored(true)>
                {t!("styleguide-unavailable")}
            </Button>
            <Button kind=ButtonKind::Main submits=false busy=Signal::stored(true)>
                {t!("styleguide-working")}
            </Button>
            <BlockedButton
                id="styleguide-blocked"
                label=t!("styleguide-pin")
                reason=t!("styleguide-pin-blocked")
                way_out=way_out.into_any()
            />
        </div>
        <div class="row">
            <Button submits=false>{t!("styleguide-long-button")}</Button>
        </div>
    }
    .into_any()
}

fn wrong(words: String) -> Signal<Option<String>> {
    Signal::stored(Some(words))
}

/// Fields: at rest, filled, wrong, closed, read only, long.
pub(super) fn fields() -> AnyView {
    view! {
        <div class="styleguide__specimens">
            <Field
                id="sg-quantity"
                label=t!("styleguide-quantity")
                help=t!("styleguide-quantity-help")
                length=Length::Short
            >
                <input id="sg-quantity" inputmode="numeric" aria-describedby="sg-quantity-note" />
            </Field>
            <Field
                id="sg-wrong"
                label=t!("styleguide-quantity")
                problem=wrong(t!("styleguide-quantity-problem"))
                length=Length::Short
            >
                <input
                    id="sg-wrong"
                    inputmode="numeric"
                    value="301"
                    aria-invalid="true"
                    aria-describedby="sg-wrong-note"
                />
            </Field>
            <Field
                id="sg-company"
                label=t!("styleguide-company")
                help=t!("styleguide-company-help")
            >
                <input
                    id="sg-company"
                    value=t!("styleguide-company-value")
                    aria-describedby="sg-company-note"
                />
            </Field>
            <Field id="sg-domain" label=t!("styleguide-domain") help=t!("styleguide-domain-help")>
                <input id="sg-domain" value="jixiang" disabled aria-describedby="sg-domain-note" />
            </Field>
            <Field id="sg-read" label=t!("styleguide-domain")>
                <input id="sg-read" value="jixiang.partner.example.cn" readonly />
            </Field>
            <Field id="sg-long" label=t!("styleguide-long-label") length=Length::Medium>
                <input id="sg-long" />
            </Field>
            <Field
                id="sg-note"
                label=t!("styleguide-note")
                optional=t!("optional")
                help=t!("styleguide-note-help")
            >
                <textarea id="sg-note" aria-describedby="sg-note-note"></textarea>
            </Field>
            <div class="stack stack--tight">
                <div class="choice">
                    <input type="checkbox" id="sg-terms" />
                    <label for="sg-terms">{t!("styleguide-terms")}</label>
                </div>
                <div class="choice">
                    <input type="checkbox" id="sg-terms-off" checked disabled />
                    <label for="sg-terms-off">{t!("styleguide-terms")}</label>
                </div>
                <InlineHelp question=t!("styleguide-tenant")>
                    {t!("styleguide-tenant-help")}
                </InlineHelp>
                <span class="quiet">{t!("styleguide-id")}</span>
                <CopyButton
                    text="6c1f8a52-3b0e-4d6a-9a77-2f14c0f3a9e1"
                    label=t!("copy")
                    copied=t!("copied")
                />
            </div>
        </div>
    }
    .into_any()
}

fn customers() -> Vec<Choice> {
    vec![
        Choice::new("jixiang", t!("styleguide-customer-jixiang")).noted("jixiang.example.cn"),
        Choice::new("huaxia", t!("styleguide-customer-huaxia")).noted("huaxia.example.cn"),
        Choice::new("nanfang", t!("styleguide-customer-nanfang")).noted("nanfang.example.cn"),
    ]
}

/// The ways to choose: each at rest, wrong, and closed.
pub(super) fn choices() -> AnyView {
    let none = RwSignal::new(String::new());
    let jixiang = RwSignal::new("jixiang".to_owned());
    // The words are looked up now: a callback runs where the language is out of reach.
    let words = crate::context::locale();
    let found = move |count: usize| {
        let count = Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
        words.say(i18n::message!("ui-matches"), &[("count", count)])
    };
    let billing = || {
        vec![
            Choice::new("monthly", t!("styleguide-billing-monthly")),
            Choice::new("yearly", t!("styleguide-billing-yearly")),
        ]
    };
    view! {
        <div class="styleguide__specimens">
            <Select
                id="sg-billing"
                name="billing"
                label=t!("styleguide-billing")
                choices=billing()
                chosen="yearly"
                length=Length::Medium
            />
            <Select
                id="sg-billing-off"
                name="billing-off"
                label=t!("styleguide-billing")
                choices=billing()
                disabled=true
                length=Length::Medium
            />
            <Combobox
                id="sg-customer"
                name="customer"
                label=t!("styleguide-customer")
                help=t!("styleguide-customer-help")
                choices=customers()
                chosen=jixiang
                none=t!("styleguide-customer-none")
                found
            />
            <Combobox
                id="sg-customer-wrong"
                name="customer-wrong"
                label=t!("styleguide-customer")
                problem=wrong(t!("styleguide-customer-problem"))
                choices=customers()
                chosen=none
                none=t!("styleguide-customer-none")
                found
            />
            <DateField
                id="sg-from"
                name="from"
                label=t!("styleguide-from")
                help=t!("styleguide-from-help")
                typed=RwSignal::new("2026-03-01".to_owned())
                min="2026-01-01"
            />
            <DateField
                id="sg-from-wrong"
                name="from-wrong"
                label=t!("styleguide-from")
                problem=wrong(t!("styleguide-from-problem"))
                typed=RwSignal::new("2025-12-31".to_owned())
            />
            <FileDrop
                id="sg-file"
                name="file"
                prompt=t!("styleguide-file")
                help=t!("styleguide-file-help")
                accept=".csv"
            />
            <FileDrop
                id="sg-file-wrong"
                name="file-wrong"
                prompt=t!("styleguide-file")
                help=t!("styleguide-file-help")
                accept=".csv"
                problem=wrong(t!("styleguide-file-problem"))
            />
            <fieldset class="choices">
                <legend>{t!("styleguide-view")}</legend>
                <div class="choice">
                    <input type="radio" name="sg-view" id="sg-view-list" checked />
                    <label for="sg-view-list">{t!("styleguide-view-list")}</label>
                </div>
                <div class="choice">
                    <input type="radio" name="sg-view" id="sg-view-tiles" />
                    <label for="sg-view-tiles">{t!("styleguide-view-tiles")}</label>
                </div>
            </fieldset>
        </div>
    }
    .into_any()
}
