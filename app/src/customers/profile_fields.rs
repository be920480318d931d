//! The fields of a customer's profile, in the wizard and in the form that changes it.

use domain::catalogue::Segment;
use domain::customers::MailLanguage;
use domain::error::{Arg, Error};
use domain::input::Province;
use leptos::prelude::*;

use super::server_fns::Values;
use super::words;
use crate::context::locale;
use crate::forms::Returned;
use crate::ui::{Choice, Field, Length, Select};

/// What stands in the fields: what was sent and came back, or what is known.
#[derive(Clone, Debug)]
pub(super) struct Filled {
    /// The form, if it came back.
    pub returned: Returned,
    /// What is known.
    pub values: Values,
}

impl Filled {
    /// The value of `field`.
    pub(super) fn value(&self, field: &str) -> String {
        if self.returned.error().is_some() {
            self.returned.typed(field)
        } else {
            self.values.get(field).cloned().unwrap_or_default()
        }
    }

    /// What somebody else has saved in `field` meanwhile, where that is not what was typed.
    fn saved_meanwhile(&self, field: &str) -> Option<String> {
        let stale = matches!(self.returned.error(), Some(Error::Stale { .. }));
        let saved = self.values.get(field).filter(|_| stale)?;
        (*saved != self.returned.typed(field)).then(|| {
            let value = if saved.is_empty() { t!("none") } else { saved.clone() };
            t!("customer-saved-meanwhile", value = Arg::Text(value))
        })
    }

    /// What is wrong with it.
    pub(super) fn problem(&self, field: &str) -> Option<String> {
        self.returned.problem(field)
    }
}

/// How a field of text is filled in.
pub(super) struct Text {
    /// Its name.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// What helps.
    pub help: String,
    /// Whether it may stay empty.
    pub optional: bool,
    /// How wide it is.
    pub length: Length,
    /// The keyboard: `text`, `email`, `tel`.
    pub kind: &'static str,
}

impl Text {
    pub(super) fn new(name: &'static str, label: String) -> Self {
        let length = Length::Full;
        Self { name, label, help: String::new(), optional: false, length, kind: "text" }
    }

    pub(super) fn help(self, help: String) -> Self {
        Self { help, ..self }
    }

    fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    fn medium(self) -> Self {
        Self { length: Length::Medium, ..self }
    }

    fn kind(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }
}

/// A field of text. The browser checks nothing: its words are not the reader's language.
pub(super) fn text(filled: &Filled, text: Text) -> AnyView {
    let Text { name, label, help, optional, length, kind } = text;
    let optional = if optional { t!("optional") } else { String::new() };
    let help = filled.saved_meanwhile(name).unwrap_or(help);
    let problem = filled.problem(name);
    let wrong = problem.is_some().then_some("true");
    let value = filled.value(name);
    view! {
        <Field id=name label help optional problem=Signal::stored(problem) length>
            <input
                id=name
                name=format!("draft[{name}]")
                type=kind
                value=value
                autocomplete="off"
                aria-describedby=format!("{name}-note")
                aria-invalid=wrong
            />
        </Field>
    }
    .into_any()
}

fn select(
    filled: &Filled,
    name: &'static str,
    label: String,
    help: String,
    choices: Vec<Choice>,
) -> AnyView {
    let help = filled.saved_meanwhile(name).unwrap_or(help);
    view! {
        <Select
            id=name
            name=format!("draft[{name}]")
            label
            help
            choices
            chosen=filled.value(name)
            problem=Signal::stored(filled.problem(name))
            length=Length::Medium
        />
    }
    .into_any()
}

/// The company: name, code, address, phone, segment.
pub(super) fn company(filled: &Filled) -> AnyView {
    let segments = [Segment::Commercial, Segment::Education, Segment::Government];
    let segments = segments.map(|it| Choice::new(it.to_string(), words::segment(it))).into();
    view! {
        <fieldset class="form__group">
            <legend>{t!("customer-company")}</legend>
            {text(filled, Text::new("name", t!("customers-name")).help(t!("customer-name-help")))}
            {text(filled, Text::new("uscc", t!("customer-uscc")).help(t!("customer-uscc-help")).medium())}
            {address(filled, ["address1", "address2", "province", "city", "district", "postcode"])}
            {text(filled, Text::new("phone", t!("customer-phone")).optional().medium().kind("tel"))}
            {select(
                filled,
                "segment",
                t!("customer-segment"),
                String::new(),
                segments,
            )}
            {text(
                filled,
                Text::new("qualification", t!("customer-qualification"))
                    .help(t!("customer-qualification-help"))
                    .optional(),
            )}
        </fieldset>
    }
    .into_any()
}

/// The person to talk to.
pub(super) fn contact(filled: &Filled) -> AnyView {
    view! {
        <fieldset class="form__group">
            <legend>{t!("customer-contact")}</legend>
            {person(filled, ["family_name", "given_name"])}
            {text(filled, Text::new("email", t!("customer-email")).kind("email"))}
            {text(
                filled,
                Text::new("contact_phone", t!("customer-contact-phone")).medium().kind("tel"),
            )}
            {language(filled, "language")}
        </fieldset>
    }
    .into_any()
}

/// Who gets the bills: the primary contact, or the fields below.
pub(super) fn billing(filled: &Filled) -> AnyView {
    // What is wrong must be seen.
    let wrong = filled.returned.error().is_some_and(|error| match error {
        Error::Invalid { fields } => fields.iter().any(|at| at.field.starts_with("billing_")),
        _ => false,
    });
    let own = wrong || filled.value("billing") == "own";
    let choice = |value: &'static str, chosen: bool, label: String| {
        let id = format!("billing-{value}");
        view! {
            <div class="choice">
                <input
                    id=id.clone()
                    name="draft[billing]"
                    type="radio"
                    value=value
                    checked=chosen
                />
                <label for=id>{label}</label>
            </div>
        }
    };
    view! {
        <fieldset class="form__group">
            <legend>{t!("customer-billing")}</legend>
            <div class="choices" id="billing">
                {choice("same", !own, t!("customer-billing-same"))}
                {choice("own", own, t!("customer-billing-own"))}
            </div>
            <details class="customer__own" open=own>
                <summary>{t!("customer-billing-fields")}</summary>
                <div class="form">
                    {text(filled, Text::new("billing_company", t!("customer-billing-company")))}
                    {person(filled, ["billing_family_name", "billing_given_name"])}
                    {text(filled, Text::new("billing_email", t!("customer-email")).kind("email"))}
                    {address(
                        filled,
                        [
                            "billing_address1",
                            "billing_address2",
                            "billing_province",
                            "billing_city",
                            "billing_district",
                            "billing_postcode",
                        ],
                    )}
                    {language(filled, "billing_language")}
                </div>
            </details>
        </fieldset>
    }
    .into_any()
}

fn person(filled: &Filled, [family, given]: [&'static str; 2]) -> AnyView {
    view! {
        <div class="form__pair">
            {text(filled, Text::new(family, t!("customer-family-name")))}
            {text(filled, Text::new(given, t!("customer-given-name")))}
        </div>
    }
    .into_any()
}

fn language(filled: &Filled, name: &'static str) -> AnyView {
    let languages = MailLanguage::ALL.iter();
    let languages = languages.map(|it| Choice::new(it.as_str(), words::language(*it))).collect();
    let help = t!("customer-language-help");
    select(filled, name, t!("customer-language"), help, languages)
}

/// Six fields; a province is chosen from the list.
fn address(filled: &Filled, names: [&'static str; 6]) -> AnyView {
    let [line1, line2, province, city, district, postcode] = names;
    let provinces = Province::ALL.iter().map(|it| {
        let name = locale().say_dynamic(it.message()).unwrap_or_default();
        Choice::new(it.code(), name)
    });
    let choose = Choice::new("", t!("customer-choose"));
    let provinces = std::iter::once(choose).chain(provinces).collect();
    view! {
        <div class="form__pair">
            {select(filled, province, t!("customer-province"), String::new(), provinces)}
            {text(filled, Text::new(city, t!("customer-city")))}
        </div>
        <div class="form__pair">
            {text(filled, Text::new(district, t!("customer-district")).optional())}
            {text(filled, Text::new(postcode, t!("customer-postcode")).medium())}
        </div>
        {text(filled, Text::new(line1, t!("customer-address1")))}
        {text(filled, Text::new(line2, t!("customer-address2")).optional())}
    }
    .into_any()
}

/// The box that wants a second customer with the same code, where one is known.
pub(super) fn confirm_uscc(filled: &Filled) -> Option<AnyView> {
    let known = known_customer(&filled.returned)?;
    Some(
        view! {
            <div class="choice">
                <input id="confirm_uscc" name="draft[confirm_uscc]" type="checkbox" value="yes" />
                <label for="confirm_uscc">{t!("customer-uscc-confirm")}</label>
                <p class="field__note">
                    <a href=format!("/customers/{known}")>{t!("customer-uscc-see")}</a>
                </p>
            </div>
        }
        .into_any(),
    )
}

/// The id of the customer that has the same credit code already.
pub(super) fn known_customer(returned: &Returned) -> Option<String> {
    let Error::Invalid { fields } = returned.error()? else { return None };
    let fault = fields.iter().find(|fault| fault.refusal.code.key == "err-uscc-known")?;
    fault.refusal.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(id) if name == "id" => Some(id.clone()),
        _ => None,
    })
}
