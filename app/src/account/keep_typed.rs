//! Another language without losing what has been typed.
//!
//! The language switch is a form of its own and a page load. Before it is sent, it takes along
//! what stands in another form of the page; the server keeps that and the page shows it again.
//! A form takes part by its name in `data-form`, and by `data-unsaved` if what was changed is
//! not in a field that can be seen.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::web_sys::{Element, SubmitEvent, js_sys, wasm_bindgen::JsCast};

/// Puts what was typed elsewhere on the page into the form that is being sent.
pub(crate) fn keep_typed(event: &SubmitEvent) {
    let Some(switch) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let Some((form, typed)) = changed_form() else { return };
    for (name, value) in [("draft[form]", form), ("draft[typed]", typed)] {
        // Both fail only in a document that is being taken down.
        let Ok(field) = document().create_element("input") else { return };
        for (attribute, value) in [("type", "hidden"), ("name", name), ("value", &value)] {
            drop(field.set_attribute(attribute, value));
        }
        drop(switch.append_child(&field));
    }
}

/// The first form that has been changed: its name, and its fields as JSON.
fn changed_form() -> Option<(String, String)> {
    all(document().as_ref(), "form[data-form]").into_iter().find_map(|form| {
        let name = form.get_attribute("data-form")?;
        let fields = all(form.as_ref(), "input, select, textarea");
        if !form.has_attribute("data-unsaved") && !fields.iter().any(is_changed) {
            return None;
        }
        let typed: BTreeMap<_, _> = fields.iter().filter_map(typed).collect();
        Some((name, leptos::serde_json::to_string(&typed).ok()?))
    })
}

/// The elements below `of` that `selector` finds. By name instead of by web-sys' types, so that
/// the server's build of this file needs none of them.
fn all(of: &js_sys::Object, selector: &str) -> Vec<Element> {
    let found = js_sys::Reflect::get(of, &"querySelectorAll".into())
        .ok()
        .and_then(|query| query.dyn_into::<js_sys::Function>().ok())
        .and_then(|query| query.call1(of, &selector.into()).ok());
    let elements = found.map(|found| js_sys::Array::from(&found)).unwrap_or_default();
    elements.iter().filter_map(|element| element.dyn_into().ok()).collect()
}

fn text(field: &Element, property: &str) -> Option<String> {
    js_sys::Reflect::get(field, &property.into()).ok()?.as_string()
}

fn is_true(field: &Element, property: &str) -> bool {
    js_sys::Reflect::get(field, &property.into()).is_ok_and(|value| value.is_truthy())
}

/// Whether `field` differs from what the server sent.
fn is_changed(field: &Element) -> bool {
    if field.tag_name().eq_ignore_ascii_case("select") {
        let differs =
            |option: &Element| is_true(option, "selected") != is_true(option, "defaultSelected");
        // A list without a chosen option shows its first one.
        let any_chosen = all(field.as_ref(), "option[selected]").len() == 1;
        return any_chosen && all(field.as_ref(), "option").iter().any(differs);
    }
    is_true(field, "checked") != is_true(field, "defaultChecked")
        || text(field, "value") != text(field, "defaultValue")
}

/// The name of `field` in its draft and what stands in it, unless that is a secret.
fn typed(field: &Element) -> Option<(String, String)> {
    let name = text(field, "name")?;
    let name = name.strip_prefix("draft[")?.strip_suffix(']')?.to_owned();
    let kind = text(field, "type").unwrap_or_default();
    let purpose = text(field, "autocomplete").unwrap_or_default();
    let secret = kind == "password" || purpose.contains("password") || purpose == "one-time-code";
    let unticked = matches!(kind.as_str(), "checkbox" | "radio") && !is_true(field, "checked");
    if secret || unticked { None } else { Some((name, text(field, "value")?)) }
}
