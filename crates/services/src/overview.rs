//! What the start pages show.

use domain::access::Action;
use domain::catalogue::PinnedView;
use domain::error::{Entity, Error};
use domain::overview::{CompanyView, OverviewView};
use storage::{Tx, catalogue, partners};

use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::onboarding;

/// What the reader's company has to show on its start page, with words in `language`.
///
/// Every counter is the reader's own company's, and only those are sent that the reader may know.
///
/// # Errors
///
/// `Unauthenticated`, and `Forbidden` on another surface.
///
/// Source: domain book, "index" (overview cards).
pub async fn find(caller: &Caller, language: &str) -> Result<OverviewView> {
    let grant = caller.authorize(Action::SignIn)?;
    let mut tx = grant.read().await?;
    let customers = if grant.actor().can(Action::ListCustomers) {
        Some(partners::count_customers(&mut tx, grant.partner()).await.stored()?)
    } else {
        None
    };
    let pinned = if grant.actor().can(Action::SeeCatalogue) {
        Some(pinned(&mut tx, &grant, language).await?)
    } else {
        None
    };
    let checklist = onboarding::checklist(&mut tx, &grant).await?;
    Ok(OverviewView { customers, pinned, checklist })
}

/// The pinned offers of this month's price list, in the order of their slots.
async fn pinned(tx: &mut Tx, grant: &Grant, language: &str) -> Result<Vec<PinnedView>> {
    let month = catalogue::month_in_force(tx, grant.today()).await.stored()?;
    let Some(month) = month else { return Ok(Vec::new()) };
    let mut pinned = Vec::new();
    for id in catalogue::pinned(tx, grant.partner()).await.stored()?.offers {
        if let Some(sold) = catalogue::find(tx, month, language, id).await.stored()? {
            pinned.push(PinnedView { id, code: sold.offer.code, name: sold.name });
        }
    }
    Ok(pinned)
}

/// The reader's own company, in the admin center.
///
/// # Errors
///
/// `Unauthenticated`, and `Forbidden` on another surface.
pub async fn own_company(caller: &Caller) -> Result<CompanyView> {
    let grant = caller.authorize(Action::UseServices)?;
    let mut tx = grant.read().await?;
    let company = partners::own_customer(&mut tx, grant.customer()).await.stored()?;
    let company = company.ok_or(Error::NotFound { entity: Entity::Page })?;
    Ok(CompanyView {
        name: company.company_name,
        domain: format!("{}.partner.onmschina.cn", company.domain_prefix),
        uscc: company.uscc,
    })
}
