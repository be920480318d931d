//! Forms that work without JavaScript: what was typed comes back, with what was wrong.

use domain::error::{Error, FieldError};
use domain::ids::RequestId;
use leptos::prelude::*;

use crate::context::{Kept, locale, with_page};
use crate::ui::{Banner, Button, ButtonKind, ErrorSummary, FileDrop, FormProblem, Tone};

/// A form that came back to its page.
#[derive(Clone, Debug, Default)]
pub struct Returned {
    kept: Option<Kept>,
}

/// What the server keeps of the form `name`, if it is the one that this page load brought back.
#[must_use]
pub fn returned(name: &str) -> Returned {
    Returned { kept: with_page(|page| page.kept.clone()).filter(|kept| kept.form == name) }
}

impl Returned {
    /// The value typed into `field`; empty if nothing came back.
    #[must_use]
    pub fn typed(&self, field: &str) -> String {
        self.kept.as_ref().and_then(|kept| string_field(&kept.draft, field)).unwrap_or_default()
    }

    /// The boxes of `field` that were ticked; `None` if nothing came back.
    #[must_use]
    pub fn ticked(&self, field: &str) -> Option<Vec<String>> {
        self.kept.as_ref().map(|kept| list_field(&kept.draft, field))
    }

    /// Why the form came back.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        self.kept.as_ref().map(|kept| &kept.error)
    }

    /// What is wrong at `field`, in the reader's words.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<String> {
        problem_at(self.error()?, field)
    }
}

/// What `error` says at `field`.
#[must_use]
pub fn problem_at(error: &Error, field: &str) -> Option<String> {
    let Error::Invalid { fields } = error else { return None };
    let fault = fields.iter().find(|fault| fault.field == field)?;
    Some(locale().say_refusal(&fault.refusal))
}

/// What is wrong with a form as a whole and with each of its fields; `id` makes the `id` of an
/// input from a field's name.
#[must_use]
pub fn problems(error: &Error, id: fn(&str) -> String) -> Vec<FormProblem> {
    match error {
        Error::Invalid { fields } if !fields.is_empty() => {
            let at_field = |fault: &FieldError| FormProblem {
                field: id(&fault.field),
                text: locale().say_refusal(&fault.refusal),
            };
            fields.iter().map(at_field).collect()
        }
        // The reader has just signed in again to send it: nothing is wrong with the form.
        Error::Unauthenticated => Vec::new(),
        other => vec![FormProblem { field: String::new(), text: locale().say_error(other) }],
    }
}

/// What became of a form that was sent without script: what was done, or what is wrong.
#[component]
pub fn Outcome(
    /// The form that came back, if one did.
    returned: Returned,
    /// What did not happen, such as "You are not signed in".
    #[prop(into)]
    refused: String,
) -> impl IntoView {
    let late = matches!(returned.error(), Some(Error::Unauthenticated));
    let problems = returned.error().map(|error| problems(error, str::to_owned)).unwrap_or_default();
    view! {
        {late.then(|| view! { <Banner tone=Tone::Info title=t!("form-kept") /> })}
        <ErrorSummary title=refused problems=Signal::stored(problems) />
    }
}

/// What has just been done, if this page load follows a form.
#[component]
pub fn Done() -> impl IntoView {
    let words = with_page(|page| page.done.clone())
        .and_then(|done| locale().say_dynamic(&format!("done-{done}")));
    words.map(|title| view! { <Banner tone=Tone::Positive title /> })
}

/// The text under `field` in the flat JSON object `draft`; a browser needs no JSON reader for it.
fn string_field(draft: &str, field: &str) -> Option<String> {
    let draft: std::collections::BTreeMap<String, Value> = from_json(draft)?;
    match draft.get(field)? {
        Value::Text(text) => Some(text.clone()),
        Value::List(_) | Value::Other(_) => None,
    }
}

/// The texts under `field`; none is no list.
fn list_field(draft: &str, field: &str) -> Vec<String> {
    let draft: Option<std::collections::BTreeMap<String, Value>> = from_json(draft);
    match draft.and_then(|mut draft| draft.remove(field)) {
        Some(Value::List(list)) => list,
        _ => Vec::new(),
    }
}

#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    List(Vec<String>),
    Other(serde::de::IgnoredAny),
}

fn from_json<T: serde::de::DeserializeOwned>(json: &str) -> Option<T> {
    leptos::serde_json::from_str(json).ok()
}

/// The hidden fields that every changing form carries.
#[component]
pub fn Hidden(
    /// The field's name in the draft.
    name: &'static str,
    /// Its value.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! { <input type="hidden" name=format!("draft[{name}]") value=value /> }
}
/// A form that sends a file, with the fields above it; templates stand beside its button.
#[component]
pub fn UploadForm(
    /// Where the file goes.
    action: &'static str,
    /// This attempt.
    request: RequestId,
    /// The form as it came back.
    returned: Returned,
    /// What to do, such as "Choose a file or drop it here".
    prompt: String,
    /// What the file has to say.
    help: String,
    /// The button's words.
    send: String,
    /// What else is asked.
    #[prop(optional)]
    fields: Option<AnyView>,
    /// Links to templates.
    children: Children,
) -> impl IntoView {
    let problem = Signal::stored(returned.problem("file"));
    view! {
        <form action=action method="post" enctype="multipart/form-data" class="form">
            <input type="hidden" name="request" value=request.to_string() />
            {fields}
            <FileDrop id="file" name="file" prompt help accept=".csv,.txt,.xlsx" problem />
            <div class="form__actions">
                <Button kind=ButtonKind::Main>{send}</Button>
                {children()}
            </div>
        </form>
    }
}
