//! Licence work by file: what its pages ask and send. The file itself comes by a plain address.

use domain::ids::{BulkJobId, RequestId};
use domain::licences::{BulkCommand, BulkFilter, BulkJobView, BulkSelectionDraft, BulkView};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// Earlier files, and the name of the attempt to send another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkStart {
    /// Names the attempt.
    pub request: RequestId,
    /// The newest first.
    pub jobs: Vec<BulkJobView>,
}

/// A file that has been looked through, and the names of the attempts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkJob {
    /// The file and some of its rows.
    pub seen: BulkView,
    /// Names the attempt to do or undo it.
    pub request: RequestId,
}

/// The files of the reader's company.
///
/// # Errors
///
/// As `services::licences::jobs`.
#[server(prefix = "/rpc", endpoint = "licences/jobs", input = GetUrl)]
pub async fn find_bulk_jobs() -> Result<BulkStart, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::AdminCenter;

    answer(async {
        let caller = caller(AdminCenter).await?;
        let jobs = services::licences::jobs(&caller).await?;
        Ok(BulkStart { request: caller.new_request(), jobs })
    })
    .await
}

/// A file and some of its rows.
///
/// # Errors
///
/// As `services::licences::job`.
#[server(prefix = "/rpc", endpoint = "licences/job", input = GetUrl)]
pub async fn find_bulk_job(
    /// Which.
    job: BulkJobId,
    /// Which rows.
    filter: BulkFilter,
) -> Result<BulkJob, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::AdminCenter;

    answer(async {
        let caller = caller(AdminCenter).await?;
        let seen = services::licences::job(&caller, job, filter).await?;
        Ok(BulkJob { seen, request: caller.new_request() })
    })
    .await
}

/// Looks through the same licence for everybody who is ticked, and leads to what it would do.
///
/// # Errors
///
/// As `BulkSelectionDraft::parse` and `services::licences::check_selection`.
#[server(prefix = "/rpc", endpoint = "licences/check-selection")]
pub async fn check_selection(
    /// The form as it was sent.
    draft: BulkSelectionDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language, redirect};
    use domain::access::Surface::AdminCenter;

    let form = Form { name: "selection", draft: draft.clone(), surface: AdminCenter, done: "" };
    answer_form(form, async {
        let caller = caller(AdminCenter).await?;
        let wanted = draft.parse()?;
        let found = services::licences::check_selection(&caller, wanted, language()).await?;
        redirect(&format!("/admin/licences/bulk/{}", found.job.id));
        Ok(())
    })
    .await
}

/// Does what the rows of a file say.
///
/// # Errors
///
/// As `services::licences::apply`.
#[server(prefix = "/rpc", endpoint = "licences/apply")]
pub async fn apply_bulk_job(
    /// The form as it was sent.
    draft: BulkCommand,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::AdminCenter;

    let form = Form { name: "bulk", draft, surface: AdminCenter, done: "bulk-applied" };
    answer_form(form, async {
        services::licences::apply(&caller(AdminCenter).await?, draft, language()).await?;
        Ok(())
    })
    .await
}

/// Takes back what a file has changed.
///
/// # Errors
///
/// As `services::licences::undo`.
#[server(prefix = "/rpc", endpoint = "licences/undo")]
pub async fn undo_bulk_job(
    /// The form as it was sent.
    draft: BulkCommand,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::AdminCenter;

    let form = Form { name: "bulk", draft, surface: AdminCenter, done: "bulk-undone" };
    answer_form(form, async {
        services::licences::undo(&caller(AdminCenter).await?, draft, language()).await?;
        Ok(())
    })
    .await
}
