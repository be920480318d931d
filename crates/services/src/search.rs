//! What a few words find, wherever the reader is.

use domain::access::Action;
use domain::catalogue::CatalogueQuery;
use domain::customers::CustomersQuery;
use domain::error::Error;
use domain::hits::{Hit, Hits, MOST_HITS, worth_asking};
use domain::ids::{CustomerId, OfferId};
use storage::{catalogue, customers};

use crate::caller::{Caller, Grant};
use crate::customers::whole;
use crate::failure::{Result, Stored};

/// The customers and offers that `words` find, each kind only for who may see its list.
///
/// # Errors
///
/// [`Error::Unauthenticated`] without a session.
pub async fn find(caller: &Caller, words: &str, language: &str) -> Result<Hits> {
    let customers_of = allowed(caller.authorize_reading(Action::ListCustomers))?;
    let offers_of = allowed(caller.authorize(Action::SeeCatalogue))?;
    let Some(words) = worth_asking(words) else { return Ok(Hits::default()) };
    let mut hits = Hits::default();
    if let Some(grant) = customers_of {
        hits.customers = found_customers(&grant, words).await?;
    }
    if let Some(grant) = offers_of {
        hits.offers = found_offers(&grant, words, language).await?;
    }
    Ok(hits)
}

/// The grant; none for a reader who may not, or may not at the moment.
fn allowed(granted: Result<Grant>) -> Result<Option<Grant>> {
    match granted {
        Ok(grant) => Ok(Some(grant)),
        Err(Error::Forbidden { .. } | Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn found_customers(grant: &Grant, words: &str) -> Result<Vec<Hit<CustomerId>>> {
    let query = CustomersQuery { words: words.to_owned(), ..CustomersQuery::default() };
    let mut tx = grant.read().await?;
    let listed = customers::list(&mut tx, grant.partner(), &query, MOST_HITS).await.stored()?;
    let hit = |row: customers::Listed| Hit {
        id: row.id,
        name: row.company_name,
        note: whole(&row.domain_prefix),
    };
    Ok(listed.into_iter().map(hit).collect())
}

async fn found_offers(grant: &Grant, words: &str, language: &str) -> Result<Vec<Hit<OfferId>>> {
    let query = CatalogueQuery { words: words.to_owned(), ..CatalogueQuery::default() };
    let mut tx = grant.read().await?;
    let month = catalogue::month_in_force(&mut tx, grant.today()).await.stored()?;
    let Some(month) = month else { return Ok(Vec::new()) };
    let listed = catalogue::list(&mut tx, month, language, &query).await.stored()?;
    let hit =
        |row: catalogue::Listed| Hit { id: row.offer.id, name: row.name, note: row.offer.code };
    Ok(listed.into_iter().take(MOST_HITS as usize).map(hit).collect())
}
