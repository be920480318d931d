//! Mails about subscriptions, as rows of the outbox.

use domain::access::{Action, Surface};
use domain::account::Roles;
use domain::ids::{CustomerId, PartnerId};
use domain::subscriptions::{Subscription, SuspendReason};
use domain::time::Day;
use storage::Tx;
use storage::subscriptions::notices as rows;
use storage::subscriptions::notices::Recipient;
use uuid::Uuid;

use crate::failure::{Result, Stored, report};
use crate::system::System;

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice<'a> {
    /// An order was placed.
    Ordered {
        /// Its number.
        number: i64,
        /// The first day of use.
        starts_on: Day,
    },
    /// A subscription was suspended.
    Suspended(&'a Subscription),
    /// A subscription was reactivated.
    Reactivated(&'a Subscription),
    /// A subscription became another.
    Upgraded(&'a Subscription),
    /// A deletion is so many days off.
    DeletionNear(&'a Subscription, i64),
    /// The data of a subscription was deleted.
    Deleted(&'a Subscription),
}

impl Notice<'_> {
    const fn kind(self) -> &'static str {
        match self {
            Self::Ordered { .. } => "subscription-ordered",
            Self::Suspended(_) => "subscription-suspended",
            Self::Reactivated(_) => "subscription-reactivated",
            Self::Upgraded(_) => "subscription-upgraded",
            Self::DeletionNear(..) => "subscription-deletion-near",
            Self::Deleted(_) => "subscription-deleted",
        }
    }

    /// Whether the customer is told: not of a deletion that it asked for.
    fn concerns_customer(self) -> bool {
        match self {
            Self::DeletionNear(subscription, _) => {
                subscription.reason != Some(SuspendReason::CustomerRequest)
            }
            _ => true,
        }
    }

    /// Whether the partner's people are told who can still do something.
    const fn concerns_partner(self) -> bool {
        matches!(self, Self::DeletionNear(..) | Self::Deleted(_))
    }

    /// What the sentences need, by name.
    fn arguments(self, name: &str, customer: &str) -> Vec<(&'static str, String)> {
        let mut arguments =
            vec![("subscription", name.to_owned()), ("customer", customer.to_owned())];
        match self {
            Self::Ordered { number, starts_on } => {
                arguments.push(("number", number.to_string()));
                arguments.push(("day", starts_on.to_string()));
            }
            Self::Suspended(subscription) => {
                let day = subscription.deletes_on().map(|day| day.to_string());
                arguments.push(("day", day.unwrap_or_default()));
            }
            Self::DeletionNear(subscription, left) => {
                let day = subscription.deletes_on().map(|day| day.to_string());
                arguments.push(("day", day.unwrap_or_default()));
                arguments.push(("days", left.to_string()));
            }
            Self::Reactivated(subscription) | Self::Upgraded(subscription) => {
                arguments.push(("quantity", subscription.quantity.to_string()));
            }
            Self::Deleted(_) => {}
        }
        arguments
    }
}

/// Whom and what a notice is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About<'a> {
    /// Who sells.
    pub(crate) partner: PartnerId,
    /// Who uses.
    pub(crate) customer: CustomerId,
    /// The customer's name.
    pub(crate) customer_name: &'a str,
    /// What the subscription, or what is ordered, is called.
    pub(crate) name: &'a str,
}

/// Writes the mails of `notice`, in the languages of those who get them.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub(crate) async fn notify(
    tx: &mut Tx,
    system: &System,
    about: About<'_>,
    notice: Notice<'_>,
) -> Result<()> {
    let mut mails: Vec<(Uuid, Recipient)> = Vec::new();
    if notice.concerns_customer() {
        let contact = rows::customer_contact(tx, about.partner, about.customer).await.stored()?;
        mails.extend(contact.map(|contact| (Uuid::from(about.customer), contact)));
    }
    if notice.concerns_partner() {
        let people = rows::colleagues(tx, about.partner).await.stored()?;
        let may = people.into_iter().filter(|(_, roles)| may_reactivate(roles));
        mails.extend(may.map(|(person, _)| (Uuid::from(about.partner), person)));
    }
    let arguments = notice.arguments(about.name, about.customer_name);
    let arguments = serde_json::to_string(&arguments).map_err(|error| report(&error))?;
    for (tenant, to) in mails {
        let (id, now, wall) = (system.next_id(), system.now(), system.wall());
        let written = rows::write(tx, id, tenant, notice.kind(), &to, &arguments, now, wall);
        written.await.stored()?;
    }
    Ok(())
}

fn may_reactivate(roles: &str) -> bool {
    match Roles::from_text(Surface::PartnerCenter, roles) {
        Ok(Roles::Partner(roles)) => roles.access(Action::ReactivateSubscription).may_change(),
        _ => false,
    }
}
