//! New people by file: what its pages ask and send. The file itself comes by a plain address.

use domain::ids::{BulkJobId, RequestId};
use domain::licences::{BulkCommand, ImportView};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// A file that has been looked through, and the name of the attempt to add its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFile {
    /// The file.
    pub seen: ImportView,
    /// Names the attempt.
    pub request: RequestId,
}

/// The name of the attempt to send a file.
///
/// # Errors
///
/// `Forbidden` without the right to add people.
#[server(prefix = "/rpc", endpoint = "users/begin-import", input = GetUrl)]
pub async fn begin_import() -> Result<RequestId, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Action;
    use domain::access::Surface::AdminCenter;

    answer(async {
        let caller = caller(AdminCenter).await?;
        caller.authorize(Action::EditUsers)?;
        Ok(caller.new_request())
    })
    .await
}

/// A file of new people that has been looked through.
///
/// # Errors
///
/// As `services::licences::imported`.
#[server(prefix = "/rpc", endpoint = "users/import-file", input = GetUrl)]
pub async fn find_import(
    /// Which.
    job: BulkJobId,
) -> Result<ImportFile, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::AdminCenter;

    answer(async {
        let caller = caller(AdminCenter).await?;
        let seen = services::licences::imported(&caller, job).await?;
        Ok(ImportFile { seen, request: caller.new_request() })
    })
    .await
}

/// Adds the people of a file; the answer tells their temporary passwords once.
///
/// # Errors
///
/// As `services::licences::import_users`.
#[server(prefix = "/rpc", endpoint = "users/import")]
pub async fn import_users(
    /// The form as it was sent.
    draft: BulkCommand,
) -> Result<(), Failure> {
    use crate::context::{Told, ToldKind};
    use crate::ssr::{Form, answer_form, caller, redirect, tell_once};
    use domain::access::Surface::AdminCenter;

    let done = "users-imported";
    let form = Form { name: "import", draft, surface: AdminCenter, done };
    answer_form(form, async {
        let added = services::licences::import_users(&caller(AdminCenter).await?, draft).await?;
        redirect(&format!("/admin/users?done={done}"));
        let told = added.users.into_iter();
        let passwords: Vec<_> =
            told.filter_map(|user| Some((user.sign_in_name, user.password?))).collect();
        if !passwords.is_empty() {
            tell_once(Told { kind: ToldKind::UsersImported, user: None, passwords });
        }
        Ok(())
    })
    .await
}
