//! What a partner needs to answer a customer's questions about its bill.
//!
//! Source: domain book, "provide-billing-support" (screen).

use domain::access::Action;
use domain::billing::{CustomerBill, CustomerBills, InvoiceKind, LinePlace, SUPPORT_MONTHS};
use domain::ids::CustomerId;
use domain::time::{days_after, months_before};
use storage::billing::invoices;

use super::disputed_lines::LineReader;
use super::disputes::view_of;
use crate::caller::Caller;
use crate::customers::found;
use crate::failure::{Result, Stored};
use crate::subscriptions::shelf::Shelf;

/// What the customer `id` of the caller's partner has been billed for in the last
/// [`SUPPORT_MONTHS`] months: the first lines of each invoice.
///
/// # Errors
///
/// `Forbidden` without the right to see reconciliation files; `NotFound` for another partner's
/// customer.
pub async fn customer_bills(
    caller: &Caller,
    id: CustomerId,
    language: &str,
) -> Result<CustomerBills> {
    let grant = caller.authorize_reading(Action::ViewReconciliationFiles)?;
    let mut tx = grant.read().await?;
    let customer = found(&mut tx, &grant, id).await?;
    let today = grant.today();
    // On a billing date the invoice of three months ago is no longer among them.
    let span = (days_after(months_before(today, SUPPORT_MONTHS), 1), today);
    let shelf = Shelf::load(&mut tx, today, language).await?;
    let mut bills = Vec::new();
    for invoice in invoices::list(&mut tx, grant.partner(), span).await.stored()? {
        if invoice.kind != InvoiceKind::Invoice {
            continue;
        }
        let of = (grant.partner(), invoice.id);
        let mut reader = LineReader::new(&mut tx, &shelf, of).await?;
        let (lines, next) = reader.page(Some(id), LinePlace::START).await?;
        if lines.is_empty() {
            continue;
        }
        let billing_date = invoice.billing_date;
        bills.push(CustomerBill { billing_date, part: view_of(invoice, lines, next) });
    }
    let may_dispute = caller.authorize(Action::RaiseBillingDispute).is_ok();
    Ok(CustomerBills { name: customer.company_name, bills, may_dispute })
}
