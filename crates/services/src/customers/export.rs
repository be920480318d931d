//! The list of customers as a file.

use domain::access::Action;
use domain::customers::{CustomersQuery, RelationshipKind};
use domain::ids::PartnerId;
use storage::Tx;
use storage::customers::{self as rows, Listed};
use uuid::Uuid;

use super::whole;
use crate::caller::Caller;
use crate::export::Cell;
use crate::failure::{Result, Stored};

/// The columns of the file.
///
/// Source: domain book, "see-your-customer-list" (rules, export).
pub const COLUMNS: [&str; 4] =
    ["Microsoft ID", "Company name", "Primary domain name", "Relationship"];

/// Customers fetched at once.
const BATCH: u32 = 1000;

/// A customer of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub company_name: String,
    /// Its initial domain, whole.
    pub domain: String,
    /// The relationship, in the words of files.
    pub relationship: &'static str,
}

/// The row of `customer`, under [`COLUMNS`].
#[must_use]
pub fn cells(customer: &Exported) -> [Cell<'_>; 4] {
    [
        Cell::Id(customer.id),
        Cell::Text(&customer.company_name),
        Cell::Text(&customer.domain),
        Cell::Text(customer.relationship),
    ]
}

impl From<Listed> for Exported {
    fn from(listed: Listed) -> Self {
        let relationship = match listed.kind {
            RelationshipKind::Reseller => "Reseller",
            RelationshipKind::IndirectProvider => "Indirect provider",
        };
        Self {
            id: listed.id.into(),
            company_name: listed.company_name,
            domain: whole(&listed.domain_prefix),
            relationship,
        }
    }
}

/// The customers of an export, fetched batch by batch so that a long list needs no long memory.
pub struct Export {
    tx: Tx,
    partner: PartnerId,
    query: CustomersQuery,
    ended: bool,
}

impl Export {
    /// The next customers, in the order that was asked for; empty at the end.
    ///
    /// # Errors
    ///
    /// `Unavailable`.
    pub async fn next(&mut self) -> Result<Vec<Exported>> {
        if self.ended {
            return Ok(Vec::new());
        }
        let listed = rows::list(&mut self.tx, self.partner, &self.query, BATCH).await.stored()?;
        self.ended = listed.len() < BATCH as usize;
        if let Some(last) = listed.last() {
            self.query.after = Some(last.id);
        }
        Ok(listed.into_iter().map(Exported::from).collect())
    }
}

/// Everything that answers `query`, page or not.
///
/// # Errors
///
/// `Forbidden` without the right to export customers.
pub async fn export(caller: &Caller, query: CustomersQuery) -> Result<Export> {
    let grant = caller.authorize(Action::ExportCustomers)?;
    let query = CustomersQuery { after: None, before: None, ..query };
    Ok(Export { tx: grant.read().await?, partner: grant.partner(), query, ended: false })
}
