//! Who is billed, and on which terms.

use serde::{Deserialize, Serialize};

use super::calendar::BillingDay;
use super::dues::FinanceTerms;
use super::exact::Percent;
use crate::customers::MailLanguage;
use crate::ids::PartnerId;
use crate::time::Day;

/// A name with an address, as an invoice shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Name of the company.
    pub name: String,
    /// First line of the address.
    pub address_line1: String,
    /// Second line.
    pub address_line2: Option<String>,
    /// District or county.
    pub district: Option<String>,
    /// City.
    pub city: String,
    /// Two-letter code of the division.
    pub province: String,
    /// Six digits.
    pub postal_code: String,
}

/// A partner as its invoices see it.
///
/// Source: domain book, "billing" (B1, B2, B5, B6) and "update-your-partner-profile" (billing).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillingAccount {
    /// The partner.
    pub partner: PartnerId,
    /// Its registered name.
    pub partner_name: String,
    /// Its number in the Microsoft Partner Network.
    pub mpn_id: Option<String>,
    /// Whether it sells through resellers.
    pub indirect: bool,
    /// Day of the month on which it is billed.
    pub billing_day: BillingDay,
    /// Who the invoices are made out to.
    pub bill_to: Party,
    /// Family name and given name of the one person who gets the invoices.
    pub contact: (String, String),
    /// That person's address.
    pub contact_email: String,
    /// The language of mails to them.
    pub mail_language: MailLanguage,
    /// The partner's own reference.
    pub po_number: Option<String>,
    /// Days from the billing date to the due date.
    pub payment_days: u64,
    /// Days past due after which the account is suspended.
    pub suspend_after_days: u64,
    /// What the law allows at most for being late, if it sets a limit.
    pub legal_max_monthly: Option<Percent>,
    /// Whether being late costs anything.
    pub finance_charges: bool,
    /// Whether the account is suspended.
    pub suspended: bool,
    /// When somebody of the operator reinstated it last.
    pub reinstated_on: Option<Day>,
    /// Version of the terms.
    pub version: i64,
}

impl BillingAccount {
    /// What late payment costs this partner.
    #[must_use]
    pub fn finance_terms(&self) -> FinanceTerms {
        let terms = FinanceTerms::default();
        let monthly = if self.finance_charges { terms.monthly } else { Percent::ZERO };
        FinanceTerms { monthly, legal_max_monthly: self.legal_max_monthly }
    }
}
