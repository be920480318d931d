//! The door, one on each surface.

use domain::access::Surface;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::parts::{PasswordField, Then, then};
use crate::context::{at, surface};
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::PageHead;
use crate::ui::{Button, ButtonKind, Field};

/// The id of the form, for the language switch, which takes along what is typed.
pub(crate) const SIGN_IN_FORM: &str = "sign-in";

/// Name and password.
pub struct SignInPage {
    then: Option<String>,
}

#[lazy_route]
impl LazyRoute for SignInPage {
    fn data() -> Self {
        Self { then: then() }
    }

    fn view(this: Self) -> AnyView {
        view! { <SignIn then=this.then /> }.into_any()
    }
}

/// What the door of `surface` is called, and for whom it is.
fn words(surface: Surface) -> (String, String) {
    match surface {
        Surface::PartnerCenter => {
            (t!("account-sign-in-partner-center"), t!("account-for-partners"))
        }
        Surface::AdminCenter => (t!("account-sign-in-admin-center"), t!("account-for-customers")),
        Surface::BackOffice => (t!("account-sign-in-back-office"), t!("account-for-operator")),
    }
}

#[component]
fn SignIn(then: Option<String>) -> impl IntoView {
    let surface = surface();
    let (title, text) = words(surface);
    let returned = returned("sign-in");
    let refused = returned.error().is_some();
    let name = returned.typed("name");
    let [name_problem, password_problem] =
        ["name", "password"].map(|field| returned.problem(field));
    let invalid = name_problem.is_some().then_some("true");
    view! {
        <div class="entry">
            <PageHead title text />
            <Outcome returned refused=t!("account-not-signed-in") />
            <form
                id=SIGN_IN_FORM
                action="/rpc/account/sign-in"
                method="post"
                class="form"
                data-form="sign-in"
            >
                <Hidden name="surface" value=surface.key() />
                <Then page=then />
                <Field id="name" label=t!("account-name") problem=Signal::stored(name_problem)>
                    <input
                        id="name"
                        name="draft[name]"
                        value=name.clone()
                        autocomplete="username"
                        autocapitalize="off"
                        spellcheck="false"
                        autofocus=!refused && name.is_empty()
                        aria-describedby="name-note"
                        aria-invalid=invalid
                    />
                </Field>
                <PasswordField
                    name="password"
                    label=t!("account-password")
                    autocomplete="current-password"
                    problem=Signal::stored(password_problem)
                />
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("frame-sign-in")}</Button>
                </div>
            </form>
            <p class="row quiet">
                {(surface == Surface::PartnerCenter)
                    .then(|| view! { <a href="/">{t!("account-welcome")}</a> })}
                <a href=at(surface, "/help") rel="help">
                    {t!("account-sign-in-help")}
                </a>
            </p>
        </div>
    }
}
