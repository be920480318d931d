//! What the admin center's forms send. Each is a plain form; a password that the server has made is
//! told in the answer itself and kept nowhere.

use domain::licences::{EditUserDraft, SetLicencesDraft};
use leptos::prelude::*;

use super::drafts::{NewUserDraft, RolesDraft, UserDraft};
use crate::failure::Failure;

/// The page of `user`, which says what has been done.
#[cfg(feature = "ssr")]
fn user_page(user: domain::ids::UserId, done: &str) -> String {
    format!("/admin/users/{user}?done={done}")
}

/// Adds a person; the answer tells the temporary password once.
///
/// # Errors
///
/// As `AddUserDraft::parse` and `services::licences::add`.
#[server(prefix = "/rpc", endpoint = "users/add")]
pub async fn add_user(
    /// The form as it was sent.
    draft: NewUserDraft,
) -> Result<(), Failure> {
    use crate::context::{Told, ToldKind};
    use crate::ssr::{Form, answer_form, caller, redirect, tell_once};
    use domain::access::Surface::AdminCenter;
    use domain::licences::AddUserDraft;

    let form = Form { name: "add-user", draft: draft.clone(), surface: AdminCenter, done: "" };
    answer_form(form, async {
        let caller = caller(AdminCenter).await?;
        let wanted = AddUserDraft::from(draft).parse()?;
        let added = services::licences::add(&caller, wanted).await?;
        redirect(&user_page(added.id, "user-added"));
        if let Some(password) = added.password {
            let (user, passwords) = (Some(added.id), vec![(added.sign_in_name, password)]);
            tell_once(Told { kind: ToldKind::UserAdded, user, passwords });
        }
        Ok(())
    })
    .await
}

/// Gives a person another temporary password, which the answer tells once.
///
/// # Errors
///
/// As `services::licences::reset_password`.
#[server(prefix = "/rpc", endpoint = "users/reset-password")]
pub async fn reset_user_password(
    /// The form as it was sent.
    draft: UserDraft,
) -> Result<(), Failure> {
    use crate::context::{Told, ToldKind};
    use crate::ssr::{Form, answer_form, caller, redirect, tell_once};
    use domain::access::Surface::AdminCenter;

    let form = Form { name: "user", draft, surface: AdminCenter, done: "" };
    answer_form(form, async {
        let caller = caller(AdminCenter).await?;
        let reset = services::licences::reset_password(&caller, draft.into()).await?;
        redirect(&user_page(draft.user, "user-password-reset"));
        if let Some(password) = reset.password {
            let (user, passwords) = (Some(draft.user), vec![(reset.sign_in_name, password)]);
            tell_once(Told { kind: ToldKind::PasswordReset, user, passwords });
        }
        Ok(())
    })
    .await
}

/// Edits a person.
///
/// # Errors
///
/// As `EditUserDraft::parse` and `services::licences::edit`.
#[server(prefix = "/rpc", endpoint = "users/edit")]
pub async fn edit_user(
    /// The form as it was sent.
    draft: EditUserDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::AdminCenter;

    let kept = draft.clone();
    let form = Form { name: "edit-user", draft: kept, surface: AdminCenter, done: "user-saved" };
    answer_form(form, async {
        let caller = caller(AdminCenter).await?;
        services::licences::edit(&caller, draft.parse()?).await
    })
    .await
}

/// Gives and takes roles.
///
/// # Errors
///
/// As `SetRolesDraft::parse` and `services::licences::set_roles`.
#[server(prefix = "/rpc", endpoint = "users/set-roles")]
pub async fn set_roles(
    /// The form as it was sent.
    draft: RolesDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::AdminCenter;
    use domain::licences::SetRolesDraft;

    let kept = draft.clone();
    let form = Form { name: "roles", draft: kept, surface: AdminCenter, done: "user-roles-saved" };
    answer_form(form, async {
        let caller = caller(AdminCenter).await?;
        let wanted = SetRolesDraft::from(draft).parse()?;
        services::licences::set_roles(&caller, wanted).await
    })
    .await
}

/// Sets what a person holds.
///
/// # Errors
///
/// As `SetLicencesDraft::parse` and `services::licences::set_licences`.
#[server(prefix = "/rpc", endpoint = "licences/set")]
pub async fn set_licences(
    /// The form as it was sent.
    draft: SetLicencesDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::AdminCenter;

    let kept = draft.clone();
    let form = Form { name: "licences", draft: kept, surface: AdminCenter, done: "licences-saved" };
    answer_form(form, async {
        let caller = caller(AdminCenter).await?;
        services::licences::set_licences(&caller, draft.parse()?, language()).await
    })
    .await
}

/// Keeps a person from signing in.
///
/// # Errors
///
/// As `services::licences::block`.
#[server(prefix = "/rpc", endpoint = "users/block")]
pub async fn block_user(
    /// The form as it was sent.
    draft: UserDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::AdminCenter;

    let form = Form { name: "user", draft, surface: AdminCenter, done: "user-blocked" };
    answer_form(form, async {
        services::licences::block(&caller(AdminCenter).await?, draft.into()).await
    })
    .await
}

/// Lets a person sign in again.
///
/// # Errors
///
/// As `services::licences::unblock`.
#[server(prefix = "/rpc", endpoint = "users/unblock")]
pub async fn unblock_user(
    /// The form as it was sent.
    draft: UserDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::AdminCenter;

    let form = Form { name: "user", draft, surface: AdminCenter, done: "user-unblocked" };
    answer_form(form, async {
        services::licences::unblock(&caller(AdminCenter).await?, draft.into()).await
    })
    .await
}

/// Deletes a person, who can be restored for 30 days.
///
/// # Errors
///
/// As `services::licences::delete`.
#[server(prefix = "/rpc", endpoint = "users/delete")]
pub async fn delete_user(
    /// The form as it was sent.
    draft: UserDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::AdminCenter;

    let form = Form { name: "user", draft, surface: AdminCenter, done: "user-deleted" };
    answer_form(form, async {
        services::licences::delete(&caller(AdminCenter).await?, draft.into()).await
    })
    .await
}

/// Brings a deleted person back, with the licences of which seats are left.
///
/// # Errors
///
/// As `services::licences::restore`.
#[server(prefix = "/rpc", endpoint = "users/restore")]
pub async fn restore_user(
    /// The form as it was sent.
    draft: UserDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::access::Surface::AdminCenter;

    let form = Form { name: "user", draft, surface: AdminCenter, done: "user-restored" };
    answer_form(form, async {
        let caller = caller(AdminCenter).await?;
        let restored = services::licences::restore(&caller, draft.into()).await?;
        if !restored.missing.is_empty() {
            redirect(&user_page(draft.user, "user-restored-without"));
        }
        Ok(())
    })
    .await
}
