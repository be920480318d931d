//! All offers, loaded once for a use case.

use std::collections::HashMap;

use domain::catalogue::{LinkKind, OfferCard};
use domain::error::{Entity, Error};
use domain::ids::{OfferId, PartnerId};
use domain::money::UnitPrice;
use domain::prices::renewal_price;
use domain::subscriptions::{Bundle, Subscription};
use domain::time::{Day, first_of_month};
use storage::offers::{self as rows, Known};
use storage::{Tx, catalogue, prices};

use crate::failure::{Result, Stored};

/// Every offer, sold or not, in the catalogue's order.
pub(crate) struct Shelf {
    /// The first day of the month whose price list is in force.
    pub(crate) month: Option<Day>,
    offers: Vec<Known>,
    places: HashMap<OfferId, usize>,
    links: Vec<(OfferId, LinkKind, OfferId)>,
    plans: HashMap<OfferId, Vec<String>>,
}

impl Shelf {
    /// Loads it with words in `language` and the prices of `today`.
    pub(crate) async fn load(tx: &mut Tx, today: Day, language: &str) -> Result<Self> {
        let month = catalogue::month_in_force(tx, today).await.stored()?;
        let offers = rows::known(tx, month, language).await.stored()?;
        let places = offers.iter().enumerate().map(|(at, known)| (known.offer.id, at)).collect();
        let links = rows::links(tx).await.stored()?;
        let plans = rows::plans(tx).await.stored()?;
        Ok(Self { month, offers, places, links, plans })
    }

    /// The same with what `partner` pays instead of the list's prices, where that can be had today.
    pub(crate) async fn load_for(
        tx: &mut Tx,
        partner: PartnerId,
        today: Day,
        language: &str,
    ) -> Result<Self> {
        let mut shelf = Self::load(tx, today, language).await?;
        let specials = prices::specials(tx, partner, today).await.stored()?;
        for known in &mut shelf.offers {
            if let (Some(prices), Some(special)) =
                (&mut known.prices, specials.get(&known.offer.id))
            {
                prices.partner = *special;
            }
        }
        Ok(shelf)
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Known] {
        &self.offers
    }

    /// The offer `id`.
    pub(crate) fn get(&self, id: OfferId) -> Result<&Known> {
        let place = self.places.get(&id).ok_or(Error::NotFound { entity: Entity::Offer })?;
        Ok(&self.offers[*place])
    }

    /// The name of `subscription`: its nickname, or its offer's name.
    pub(crate) fn name(&self, subscription: &Subscription) -> Result<String> {
        match &subscription.nickname {
            Some(nickname) => Ok(nickname.clone()),
            None => Ok(self.get(subscription.offer)?.name.clone()),
        }
    }

    /// What the log calls `subscription`: the offer's code, which needs no translation, and its id.
    pub(crate) fn subject(&self, subscription: &Subscription) -> Result<String> {
        let code = &self.get(subscription.offer)?.offer.code;
        Ok(format!("{code} {}", subscription.id))
    }

    /// The services of the offer `id`.
    pub(crate) fn bundle(&self, id: OfferId) -> Result<Bundle> {
        let known = self.get(id)?;
        let plans = self.plans.get(&id).cloned().unwrap_or_default();
        Ok(Bundle { offer: id, name: known.name.clone(), plans })
    }

    /// Where an upgrade of the offer `id` leads, in the order of the matrix; a trial continues as
    /// what it tries.
    pub(crate) fn targets(&self, id: OfferId) -> Vec<OfferId> {
        let leads = |kind| matches!(kind, LinkKind::UpgradesTo | LinkKind::ConvertsTo);
        let found = self.links.iter().filter(|(from, kind, _)| *from == id && leads(*kind));
        found.map(|(_, _, to)| *to).collect()
    }

    /// Whether the add-on `add_on` is for subscriptions of the offer `parent`.
    pub(crate) fn fits(&self, add_on: OfferId, parent: OfferId) -> bool {
        self.links.contains(&(add_on, LinkKind::NeedsOneOf, parent))
    }
}

/// What a unit of `offer` costs `partner` in the term that begins on `day`, after one at the price
/// `locked`, as far as prices are published by now: the partner's own on that day, else the list's
/// then in force; what has left the list keeps its price.
pub(crate) async fn price_at_renewal(
    tx: &mut Tx,
    partner: PartnerId,
    offer: OfferId,
    day: Day,
    locked: UnitPrice,
) -> Result<UnitPrice> {
    let list = rows::price(tx, first_of_month(day), offer).await.stored()?;
    let special = prices::specials(tx, partner, day).await.stored()?.get(&offer).copied();
    Ok(renewal_price(locked, list, special))
}

/// What a reader is shown of an offer; prices are left out here, not hidden later.
pub(crate) fn card(known: &Known, priced: bool) -> OfferCard {
    OfferCard {
        offer: known.offer.clone(),
        name: known.name.clone(),
        description: known.description.clone(),
        slot: None,
        prices: known.prices.filter(|_| priced),
    }
}
