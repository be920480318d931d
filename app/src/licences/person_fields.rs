//! The fields of a person, new or known.

use domain::access::CustomerRole;
use leptos::prelude::*;

use super::words;
use crate::forms::Returned;
use crate::ui::{Choice, Field, Length, Select};

/// What stands in the fields before anybody types.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) display_name: String,
    pub(super) family_name: String,
    pub(super) given_name: String,
    pub(super) phone: String,
    pub(super) usage_location: String,
}

impl Known {
    /// What was typed, where the form has come back.
    pub(super) fn or_typed(self, returned: &Returned) -> Self {
        if returned.error().is_none() {
            return self;
        }
        Self {
            display_name: returned.typed("display_name"),
            family_name: returned.typed("family_name"),
            given_name: returned.typed("given_name"),
            phone: returned.typed("phone"),
            usage_location: returned.typed("usage_location"),
        }
    }
}

/// One line of text.
#[component]
pub(super) fn TextField(
    /// Its name in the draft, and its id.
    name: &'static str,
    /// Its label.
    label: String,
    /// What stands in it.
    value: String,
    /// The form that came back, if one did.
    returned: Returned,
    /// Shown while nothing is wrong.
    #[prop(optional, into)]
    help: String,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let problem = returned.problem(name);
    let invalid = problem.is_some().then_some("true");
    let optional = if optional { t!("optional") } else { String::new() };
    view! {
        <Field id=name label help optional length=Length::Medium problem=Signal::stored(problem)>
            <input
                id=name
                name=format!("draft[{name}]")
                value=value
                autocomplete="off"
                maxlength="256"
                aria-describedby=format!("{name}-note")
                aria-invalid=invalid
            />
        </Field>
    }
}

/// Names, telephone and the place where the services are used.
#[component]
pub(super) fn PersonFields(
    /// What stands in them.
    known: Known,
    /// The form that came back, if one did.
    returned: Returned,
) -> impl IntoView {
    let Known { display_name, family_name, given_name, phone, usage_location } = known;
    let field = |name, label, value, optional| {
        view! { <TextField name label value optional returned=returned.clone() /> }.into_any()
    };
    let problem = Signal::stored(returned.problem("usage_location"));
    view! {
        {field("display_name", t!("users-display-name"), display_name, false)}
        <div class="form__pair">
            {field("family_name", t!("users-family-name"), family_name, true)}
            {field("given_name", t!("users-given-name"), given_name, true)}
        </div>
        {field("phone", t!("users-phone"), phone, true)}
        <Select
            id="usage_location"
            name="draft[usage_location]"
            label=t!("users-location")
            help=t!("users-location-help")
            choices=vec![Choice::new("CN", t!("users-china")), Choice::new("", t!("none"))]
            chosen=usage_location
            problem
            length=Length::Medium
        />
    }
}

/// A box for each role.
#[component]
pub(super) fn RoleBoxes(
    /// The roles that are ticked.
    ticked: Vec<String>,
    /// Whether a heading says already what they are.
    #[prop(optional)]
    below_heading: bool,
) -> impl IntoView {
    let boxes = words::ROLES.iter().map(|role| {
        let value = CustomerRole::as_str(*role);
        let id = format!("role-{value}");
        let checked = ticked.iter().any(|ticked| ticked == value);
        view! {
            <div class="choice">
                <input id=id.clone() type="checkbox" name="draft[roles][]" value=value checked=checked />
                <label for=id>{words::role(*role)}</label>
            </div>
        }
    });
    view! {
        <fieldset class="choices" id="roles">
            <legend class:unseen=below_heading>{t!("users-roles")}</legend>
            {boxes.collect_view()}
            <p class="field__note">{t!("users-roles-help")}</p>
        </fieldset>
    }
}
