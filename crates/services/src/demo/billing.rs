//! What the demo's partners have been billed and have paid, as if the portal had been there all along.

use std::sync::Arc;

use chrono::Duration;
use domain::billing::{BillingAccount, BillingDay, Party};
use domain::customers::MailLanguage;
use domain::ids::{PartnerId, UserId};
use domain::money::Money;
use domain::time::{Day, Instant, days_after, start_of_day};
use storage::Tx;
use storage::billing::{accounts, invoices};
use uuid::Uuid;

use super::companies::{DemoCompanies, DemoPartner};
use crate::billing::{Transfer, due_dates, receive, run_all};
use crate::failure::{Result, Stored};
use crate::system::{Clock, Policy, System};

/// Days after an invoice on which a partner of the demo pays it.
const PAYS_AFTER: u64 = 21;

/// How late the demo's partners may be before they are suspended: the sandbox moves by months.
const SUSPEND_AFTER: u64 = 180;

/// A moment that stands still.
struct At(Instant);

impl Clock for At {
    fn now(&self) -> Instant {
        self.0
    }

    fn wall(&self) -> Instant {
        self.0
    }
}

/// Writes the account of `partner`, unless it has one.
pub(super) async fn put_account(
    tx: &mut Tx,
    partner: &DemoPartner,
    all: &DemoCompanies,
) -> Result<()> {
    let contact = all
        .partner_users
        .iter()
        .find(|user| user.partner == partner.key && user.billing_contact)
        .or_else(|| all.partner_users.iter().find(|user| user.partner == partner.key));
    let Some(contact) = contact else { return Ok(()) };
    let new = BillingAccount {
        partner: partner.id,
        partner_name: partner.name.clone(),
        mpn_id: Some(partner.mpn_id.clone()),
        indirect: partner.model == super::PartnerModel::IndirectProvider,
        billing_day: BillingDay::new(partner.billing_day).unwrap_or(BillingDay::FIRST),
        bill_to: Party {
            name: partner.name.clone(),
            address_line1: "世纪大道 100 号".to_owned(),
            address_line2: None,
            district: None,
            city: partner.city.clone(),
            province: partner.province.clone(),
            postal_code: partner.postal_code.clone(),
        },
        contact: (contact.name.family.clone(), contact.name.given.clone()),
        contact_email: contact.sign_in.clone(),
        mail_language: MailLanguage::Chinese,
        po_number: None,
        payment_days: 30,
        suspend_after_days: SUSPEND_AFTER,
        legal_max_monthly: None,
        finance_charges: true,
        suspended: false,
        reinstated_on: None,
        version: 1,
    };
    accounts::insert(tx, &new).await.stored()
}

/// Issues the invoices of the months before today and lets them be paid: all that were due by now.
pub(super) async fn bill(system: &System, all: &DemoCompanies) -> Result<()> {
    let mut steps: Vec<(Day, Option<PartnerId>)> = Vec::new();
    for partner in &all.partners {
        for date in due_dates(system, partner.id, system.today()).await? {
            steps.push((date, None));
            let paid = days_after(date, PAYS_AFTER);
            if paid < system.today() {
                steps.push((paid, Some(partner.id)));
            }
        }
    }
    steps.sort_unstable();
    steps.dedup();
    // As the sandbox does that serves the demo.
    let policy = Arc::new(Policy { bill_usage: true, ..Policy::clone(&system.policy) });
    for (day, payer) in steps {
        let clock = Arc::new(At(start_of_day(day) + Duration::hours(6)));
        let then = System { clock, policy: policy.clone(), ..system.clone() };
        match payer {
            None => drop(run_all(&then, day).await?),
            Some(partner) => pay(&then, partner, day).await?,
        }
    }
    Ok(())
}

/// Pays everything that is open.
async fn pay(system: &System, partner: PartnerId, day: Day) -> Result<()> {
    let mut tx = system.store.write().await.stored()?;
    let open = invoices::unpaid(&mut tx, partner).await.stored()?;
    let amount: Money = open.iter().map(domain::billing::InvoiceSummary::left).sum();
    if amount > Money::ZERO {
        let reference = format!("DEMO-{}", day.format("%Y%m%d"));
        let by = UserId::from(Uuid::nil());
        let transfer = Transfer { partner, received_on: day, amount, reference: &reference, by };
        receive(&mut tx, system, &transfer).await.stored()??;
    }
    tx.commit().await.stored()
}
