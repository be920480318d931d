//! Partners are warned of what renews, and of what it costs from then on.
//!
//! One mail a partner and day of renewal, however many subscriptions renew: to those who may see what
//! the partner pays.
//!
//! Source: domain book, "common-billing-scenarios", P14.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use domain::access::{Action, Surface};
use domain::account::Roles;
use domain::catalogue::Prices;
use domain::customers::MailLanguage;
use domain::ids::{OfferId, PartnerId};
use domain::mails::NewMail;
use domain::money::{Money, UnitPrice};
use domain::prices::{monthly, renewal_price, visible};
use domain::subscriptions::Subscription;
use domain::time::{Day, first_of_month};
use storage::prices::Special;
use storage::subscriptions::{self as rows, notices};
use storage::{Tx, prices};

use crate::failure::{Result, Stored};
use crate::mails::queue;
use crate::system::System;

/// What renews on one day, and what it costs a month, without tax.
#[derive(Clone, Copy, Debug, Default)]
struct Renewing {
    count: u32,
    before: Money,
    after: Money,
}

/// Warns of what renews as many days after `day` as the book says.
pub(super) async fn warn(tx: &mut Tx, system: &System, day: Day) -> Result<()> {
    let mut due: BTreeMap<PartnerId, Vec<Subscription>> = BTreeMap::new();
    for (partner, subscription) in rows::due_to_warn(tx, day).await.stored()? {
        due.entry(partner).or_default().push(subscription);
    }
    if due.is_empty() {
        return Ok(());
    }
    let mut lists = Lists::published(tx, day).await?;
    for (partner, subscriptions) in due {
        let specials = prices::list_specials(tx, partner, day).await.stored()?;
        let mut days: BTreeMap<Day, Renewing> = BTreeMap::new();
        for one in &subscriptions {
            let listed = lists.price(tx, one).await?;
            let after = renewal_price(one.unit_price, listed, own_price(&specials, one));
            // What cannot be added up is billed by nobody either: the run of the partner stops there.
            let [Some(before), Some(after)] =
                [one.unit_price, after].map(|price| monthly(one.quantity, price))
            else {
                continue;
            };
            let sum = days.entry(one.renews_on).or_default();
            sum.count += 1;
            (sum.before, sum.after) = (sum.before + before, sum.after + after);
        }
        tell(tx, system, (partner, day), &days).await?;
    }
    Ok(())
}

/// The partner's own price on the day of the renewal; of several, the lowest.
fn own_price(specials: &[Special], of: &Subscription) -> Option<UnitPrice> {
    let own = specials.iter().filter(|special| special.offer == of.offer);
    own.filter(|special| special.counts_on(of.renews_on)).map(|special| special.price).min()
}

/// The price lists that can be seen, each read once.
struct Lists {
    /// The latest first.
    months: Vec<Day>,
    read: HashMap<Day, HashMap<OfferId, Prices>>,
}

impl Lists {
    async fn published(tx: &mut Tx, day: Day) -> Result<Self> {
        let lists = prices::lists(tx).await.stored()?.into_iter();
        let seen = lists.filter(|list| visible(list.published_on, day));
        Ok(Self { months: seen.map(|list| list.month).collect(), read: HashMap::new() })
    }

    /// What the list of the renewal's month says or, while there is none, the latest before it.
    async fn price(&mut self, tx: &mut Tx, of: &Subscription) -> Result<Option<UnitPrice>> {
        let renews = first_of_month(of.renews_on);
        let Some(month) = self.months.iter().copied().find(|month| *month <= renews) else {
            return Ok(None);
        };
        let list = match self.read.entry(month) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(unread) => unread.insert(prices::of_month(tx, month).await.stored()?),
        };
        Ok(list.get(&of.offer).map(|prices| prices.partner))
    }
}

async fn tell(
    tx: &mut Tx,
    system: &System,
    (partner, today): (PartnerId, Day),
    days: &BTreeMap<Day, Renewing>,
) -> Result<()> {
    let people = notices::colleagues(tx, partner).await.stored()?;
    for (person, _) in people.into_iter().filter(|(_, roles)| may_see(roles)) {
        for (day, renewing) in days {
            let left = (*day - today).num_days();
            let argument = |name: &str, value: String| (name.to_owned(), value);
            let mail = NewMail {
                tenant: partner.into(),
                kind: "renewals-near".to_owned(),
                language: person.language.parse().unwrap_or(MailLanguage::Chinese),
                address: person.address.clone(),
                arguments: vec![
                    argument("count", renewing.count.to_string()),
                    argument("day", day.to_string()),
                    argument("days", left.to_string()),
                    argument("before", renewing.before.to_string()),
                    argument("amount", renewing.after.to_string()),
                ],
            };
            queue(tx, system, mail).await?;
        }
    }
    Ok(())
}

/// Whether somebody with these roles may see what the partner pays.
fn may_see(roles: &str) -> bool {
    match Roles::from_text(Surface::PartnerCenter, roles) {
        Ok(Roles::Partner(roles)) => roles.access(Action::SeePartnerPrices).may_read(),
        _ => false,
    }
}
