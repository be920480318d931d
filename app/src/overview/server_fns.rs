//! What the start pages ask of the server.

use domain::ids::RequestId;
use domain::onboarding::{Checklist, ReviewCatalog};
use domain::overview::{CompanyView, MoveClockDraft, OverviewView};
use domain::time::Day;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::catalogue::Editable;
use crate::failure::Failure;

/// What the reader's company has to show on its start page.
///
/// # Errors
///
/// As `services::overview::find`.
#[server(prefix = "/rpc", endpoint = "overview/find", input = GetUrl)]
pub async fn find_overview() -> Result<Editable<OverviewView>, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::overview::find(&caller, language()).await?;
        Ok(Editable { seen, request: caller.new_request().to_string() })
    })
    .await
}

/// The reader's own company, in the admin center.
///
/// # Errors
///
/// As `services::overview::own_company`.
#[server(prefix = "/rpc", endpoint = "overview/own-company", input = GetUrl)]
pub async fn find_own_company() -> Result<CompanyView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::AdminCenter;

    answer(async { services::overview::own_company(&caller(AdminCenter).await?).await }).await
}

/// Says that the catalogue has been reviewed.
///
/// # Errors
///
/// As `services::onboarding::review_catalog`.
#[server(name = ReviewCatalogAction, prefix = "/rpc", endpoint = "onboarding/review-catalog")]
pub async fn review_catalog(
    /// The form as it was sent.
    draft: ReviewCatalog,
) -> Result<Option<Checklist>, Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;

    let form =
        Form { name: "review-catalog", draft, surface: PartnerCenter, done: "catalog-reviewed" };
    answer_form(form, async {
        services::onboarding::review_catalog(&caller(PartnerCenter).await?, draft).await
    })
    .await
}

/// The name of the next attempt to move a sandbox's clock.
///
/// # Errors
///
/// `NotFound` unless this is a sandbox, `Unauthenticated` without a session.
#[server(prefix = "/rpc", endpoint = "sandbox/find", input = GetUrl)]
pub async fn find_clock() -> Result<RequestId, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::BackOffice;
    use domain::error::{Entity, Error};
    use services::jobs::Sandbox;

    answer(async {
        use_context::<Sandbox>().ok_or(Error::NotFound { entity: Entity::Page })?;
        let caller = caller(BackOffice).await?;
        caller.authorize_own_account()?;
        Ok(caller.new_request())
    })
    .await
}

/// Moves a sandbox's clock forward; the new business day.
///
/// # Errors
///
/// `NotFound` unless this is a sandbox; as `MoveClockDraft::parse` and
/// `services::jobs::Sandbox::advance`.
#[server(name = MoveClockAction, prefix = "/rpc", endpoint = "sandbox/advance")]
pub async fn move_clock(
    /// The form as it was sent.
    draft: MoveClockDraft,
) -> Result<Day, Failure> {
    use crate::ssr::{Form, answer, answer_form, caller};
    use domain::access::Surface::BackOffice;
    use domain::error::{Entity, Error};
    use domain::overview::ClockStep;
    use services::jobs::{Sandbox, Step};

    let Some(sandbox) = use_context::<Sandbox>() else {
        // Not a refused form, which would come back to its page: there is no such address.
        return answer(async { Err(Error::NotFound { entity: Entity::Page }) }).await;
    };
    let form =
        Form { name: "move-clock", draft: draft.clone(), surface: BackOffice, done: "clock-moved" };
    answer_form(form, async {
        let (request, step) = draft.parse()?;
        let step = match step {
            ClockStep::Days(days) => Step::Days(days),
            ClockStep::Months(months) => Step::Months(months),
        };
        sandbox.advance(&caller(BackOffice).await?, request, step).await
    })
    .await
}
