//! What the account's forms are made of.
//!
//! They are plain forms, posted by the browser itself: what follows is a page load anyway, and
//! so they work before the page has woken.

use domain::access::Surface;
use domain::account::{PasswordFault, SecondFactorSetup};
use domain::error::{Coded, Refusal};
use domain::input;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::places::local_path;
use crate::context::locale;
use crate::forms::Returned;
use crate::ui::{Button, ButtonKind, CopyButton, Field, Glyph, Icon, Length, awake};

/// The page that the reader came for, if the address names one of this portal.
pub(super) fn then() -> Option<String> {
    use_query_map().with_untracked(|query| query.get("return")).and_then(|path| local_path(&path))
}

/// The hidden field that carries [`then`] from step to step.
#[component]
pub(super) fn Then(
    /// The page that the reader came for.
    page: Option<String>,
) -> impl IntoView {
    page.map(|page| view! { <input type="hidden" name="then" value=page /> })
}

/// A field for a secret, whose letters can be shown once the page has woken.
#[component]
pub(super) fn PasswordField(
    /// Its name in the draft, and its id.
    name: &'static str,
    /// Its label.
    label: String,
    /// What a password manager may do here.
    autocomplete: &'static str,
    /// Shown while nothing is wrong.
    #[prop(optional, into)]
    help: String,
    /// What is wrong with it.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// Told what stands in it, at each key and when it is left.
    #[prop(optional)]
    typed: Option<WriteSignal<String>>,
    /// Told when it has been left.
    #[prop(optional)]
    left: Option<WriteSignal<bool>>,
    /// Whether the reader begins here.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let awake = awake();
    let shown = RwSignal::new(false);
    let keep = move |event: &leptos::web_sys::Event| {
        if let Some(typed) = typed {
            typed.set(event_target_value(event));
        }
    };
    let leave = move |event: leptos::ev::FocusEvent| {
        // What was typed before the page woke is only heard of now.
        keep(&event);
        if let Some(left) = left {
            left.set(true);
        }
    };
    let eye = move || {
        let name =
            if shown.get() { t!("account-hide-password") } else { t!("account-show-password") };
        view! { <Icon glyph=Glyph::Eye name /> }
    };
    view! {
        <Field id=name label help problem>
            <span class="secret">
                <input
                    id=name
                    name=format!("draft[{name}]")
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="off"
                    spellcheck="false"
                    autofocus=first
                    aria-describedby=format!("{name}-note")
                    aria-invalid=move || problem.read().is_some().then_some("true")
                    on:input=move |event| keep(&event)
                    on:blur=leave
                />
                <Button
                    kind=ButtonKind::Icon
                    submits=false
                    attr:hidden=move || !awake.get()
                    attr:aria-pressed=move || shown.get().to_string()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {eye}
                </Button>
            </span>
        </Field>
    }
}

/// Tells a password manager whose passwords follow. First in its form: browsers take what stands
/// before a name for another form's.
#[component]
pub(super) fn Whose(
    /// The name to sign in with.
    sign_in_name: String,
) -> impl IntoView {
    view! { <input type="text" autocomplete="username" value=sign_in_name readonly hidden /> }
}

/// A new password, twice. The rule that the server applies also runs here, once a field has
/// been left.
#[component]
pub(super) fn NewPassword(
    /// Whose password: its own name may not be in it.
    sign_in_name: String,
    /// The form that came back, if one did.
    returned: Returned,
    /// Whether the reader begins here.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let (new, set_new) = signal(String::new());
    let (new_left, set_new_left) = signal(false);
    let (repeat, set_repeat) = signal(String::new());
    let (repeat_left, set_repeat_left) = signal(false);
    let [sent_new, sent_repeat] = ["new", "repeat"].map(|field| returned.problem(field));
    let new_problem = Signal::derive(move || {
        if !new_left.get() {
            return sent_new.clone();
        }
        let fault = input::password(&new.read(), &sign_in_name).err();
        fault.filter(|_| !new.read().is_empty()).map(|fault| say(&fault))
    });
    let repeat_problem = Signal::derive(move || {
        if !repeat_left.get() {
            return sent_repeat.clone();
        }
        let differs = !repeat.read().is_empty() && *repeat.read() != *new.read();
        differs.then(|| say(&PasswordFault::Mismatch))
    });
    view! {
        <PasswordField
            name="new"
            label=t!("account-new-password")
            autocomplete="new-password"
            help=t!("account-password-rules")
            problem=new_problem
            typed=set_new
            left=set_new_left
            first
        />
        <PasswordField
            name="repeat"
            label=t!("account-repeat-password")
            autocomplete="new-password"
            problem=repeat_problem
            typed=set_repeat
            left=set_repeat_left
        />
    }
}

fn say(fault: &impl Coded) -> String {
    locale().say_refusal(&Refusal::new(fault))
}

/// Six digits from an authenticator.
#[component]
pub(super) fn CodeField(
    /// Shown while nothing is wrong.
    help: String,
    /// The form that came back, if one did.
    returned: Returned,
    /// Whether the reader begins here.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let problem = returned.problem("code");
    let invalid = problem.is_some().then_some("true");
    view! {
        <Field
            id="code"
            label=t!("account-code")
            help
            length=Length::Short
            problem=Signal::stored(problem)
        >
            <input
                id="code"
                name="draft[code]"
                inputmode="numeric"
                autocomplete="one-time-code"
                maxlength="20"
                autofocus=first
                aria-describedby="code-note"
                aria-invalid=invalid
            />
        </Field>
    }
}

/// How an authenticator learns the secret: by picture, by link, by typing.
#[component]
pub(super) fn Authenticator(
    /// The secret.
    setup: SecondFactorSetup,
) -> impl IntoView {
    let SecondFactorSetup { secret_base32, uri, qr_svg } = setup;
    view! {
        <ol class="steps">
            <li>
                <p>{t!("account-scan")}</p>
                <img
                    class="steps__code"
                    src=picture(&qr_svg)
                    alt=t!("account-qr")
                    width="200"
                    height="200"
                />
                <p>
                    <a href=uri rel="external">
                        {t!("account-open-authenticator")}
                    </a>
                </p>
            </li>
            <li>
                <p>{t!("account-secret")}</p>
                <CopyButton text=secret_base32 label=t!("copy") copied=t!("copied") />
            </li>
            <li>
                <p>{t!("account-confirm")}</p>
            </li>
        </ol>
    }
}

/// The SVG element `svg` as the address of a picture.
fn picture(svg: &str) -> String {
    let mut address = String::from("data:image/svg+xml,");
    for letter in svg.chars() {
        match letter {
            '%' => address.push_str("%25"),
            '#' => address.push_str("%23"),
            '"' => address.push_str("%22"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            _ => address.push(letter),
        }
    }
    address
}

/// Leaves a way in that has been begun.
#[component]
pub(super) fn SomebodyElse(
    /// Where.
    surface: Surface,
) -> impl IntoView {
    view! {
        <form action="/rpc/account/sign-out" method="post">
            <crate::forms::Hidden name="surface" value=surface.key() />
            <Button kind=ButtonKind::Link>{t!("account-somebody-else")}</Button>
        </form>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_an_address_that_ends_where_it_should() {
        let address = picture(r##"<svg fill="#fff"><path d="M0 0h4%"/></svg>"##);
        let rest = address.strip_prefix("data:image/svg+xml,").expect("a picture");
        assert!(!rest.contains(['<', '>', '"', '#']), "{rest}");
        assert!(rest.starts_with("%3Csvg fill=%22%23fff%22%3E"), "{rest}");
        assert!(rest.contains("h4%25"), "{rest}");
    }

    #[test]
    fn a_secret_is_hidden_and_its_button_waits_for_the_page() {
        let owner = Owner::new();
        owner.set();
        let html = view! {
            <PasswordField
                name="current"
                label="Password".to_owned()
                autocomplete="current-password"
                problem=Signal::stored(Some("Wrong".to_owned()))
            />
        }
        .to_html();
        for part in [
            r#"type="password""#,
            r#"name="draft[current]""#,
            r#"autocomplete="current-password""#,
            r#"aria-invalid="true""#,
            "Wrong",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        let (_, button) = html.split_once("<button").expect("a button");
        assert!(button.split('>').next().is_some_and(|tag| tag.contains("hidden")), "{button}");
    }
}
