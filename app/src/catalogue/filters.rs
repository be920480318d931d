//! The fields that every list of offers is filtered by.

use domain::catalogue::{Billing, Category};
use leptos::prelude::*;

use super::words;
use crate::ui::{Choice, Field, Length, Select};

/// Words, category and billing, inside a form.
#[component]
pub(crate) fn OfferFilters(
    /// Where words are looked for.
    label: String,
    /// The words asked for.
    words: String,
    /// The category asked for.
    category: Option<Category>,
    /// The billing asked for.
    billing: Option<Billing>,
) -> impl IntoView {
    let categories = Category::ALL.iter().map(|it| Choice::new(it.as_str(), words::category(*it)));
    let billings = Billing::ALL.iter().map(|it| Choice::new(it.as_str(), words::billing(*it)));
    view! {
        <Field id="words" label compact=true length=Length::Medium>
            <input id="words" type="search" name="words" value=words maxlength="100" />
        </Field>
        <AnyOf
            id="category"
            label=t!("catalogue-category")
            choices=categories.collect()
            chosen=category.map(Category::as_str)
        />
        <AnyOf
            id="billing"
            label=t!("catalogue-billing")
            choices=billings.collect()
            chosen=billing.map(Billing::as_str)
        />
    }
}

/// One of `choices`, or any.
#[component]
pub(crate) fn AnyOf(
    /// The field's name.
    id: &'static str,
    /// What it asks for.
    label: String,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// The one asked for.
    chosen: Option<&'static str>,
) -> impl IntoView {
    let any = Choice::new("", t!("catalogue-any"));
    view! {
        <Select
            id
            name=id
            label
            choices=std::iter::once(any).chain(choices).collect()
            chosen=chosen.unwrap_or_default().to_owned()
            compact=true
            length=Length::Medium
        />
    }
}
