//! Signing in, and what belongs to one's own account.

use domain::access::{Action, Surface};
use domain::account::Actor;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::frame::PageHead;

/// The actor's roles, as the reader calls them.
pub(crate) fn roles_in_words(_: &Actor) -> Vec<String> {
    Vec::new()
}

/// Names of people in the reader's company who may do `action`.
pub(crate) async fn colleagues_who_may(_: Surface, _: Action) -> Result<Vec<String>, crate::failure::Failure> {
    Ok(Vec::new())
}

/// SignInPage.
pub struct SignInPage;

#[lazy_route]
impl LazyRoute for SignInPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("frame-sign-in") />
            </div>
        }
        .into_any()
    }
}

/// FirstPasswordPage.
pub struct FirstPasswordPage;

#[lazy_route]
impl LazyRoute for FirstPasswordPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("frame-sign-in") />
            </div>
        }
        .into_any()
    }
}

/// SecondFactorPage.
pub struct SecondFactorPage;

#[lazy_route]
impl LazyRoute for SecondFactorPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("frame-sign-in") />
            </div>
        }
        .into_any()
    }
}

/// EnrolPage.
pub struct EnrolPage;

#[lazy_route]
impl LazyRoute for EnrolPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("frame-sign-in") />
            </div>
        }
        .into_any()
    }
}

/// AccountPage.
pub struct AccountPage;

#[lazy_route]
impl LazyRoute for AccountPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("account-title") />
            </div>
        }
        .into_any()
    }
}

/// ChangePasswordPage.
pub struct ChangePasswordPage;

#[lazy_route]
impl LazyRoute for ChangePasswordPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("account-change-password") />
            </div>
        }
        .into_any()
    }
}

/// SecondFactorSettingsPage.
pub struct SecondFactorSettingsPage;

#[lazy_route]
impl LazyRoute for SecondFactorSettingsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("account-second-factor") />
            </div>
        }
        .into_any()
    }
}
