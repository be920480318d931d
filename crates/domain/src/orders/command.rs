//! An order as it is asked for, and what is shown of it.

use serde::{Deserialize, Serialize};

use crate::billing::{Ahead, Credit};
use crate::catalogue::OfferCard;
use crate::error::{Error, FieldError, Refusal as Reason};
use crate::ids::{CustomerId, OfferId, OrderId, RequestId, SubscriptionId};
use crate::input::{PurchaseOrder, purchase_order, whole_number};
use crate::subscriptions::SubscriptionRefusal as Refusal;
use crate::time::Day;

/// Most lines of an order.
pub const MAX_LINES: usize = 50;

/// So many units of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// What.
    pub offer: OfferId,
    /// How many units.
    pub quantity: u32,
}

/// Orders for a customer: one subscription a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceOrder {
    /// This attempt.
    pub request: RequestId,
    /// For whom.
    pub customer: CustomerId,
    /// What, at least one line.
    pub lines: Vec<OrderLine>,
    /// The partner's own reference.
    pub po_number: Option<PurchaseOrder>,
}

/// Orders an add-on for a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderAddOn {
    /// This attempt.
    pub request: RequestId,
    /// For whom.
    pub customer: CustomerId,
    /// What it adds to.
    pub parent: SubscriptionId,
    /// What, and how many units.
    pub line: OrderLine,
}

/// A line as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLineDraft {
    /// The offer's id.
    #[serde(default)]
    pub offer: String,
    /// What was typed; nothing orders nothing.
    #[serde(default)]
    pub quantity: String,
}

/// [`PlaceOrder`] as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderDraft {
    /// This attempt.
    pub request: RequestId,
    /// For whom.
    pub customer: CustomerId,
    /// What was typed, offer by offer.
    #[serde(default)]
    pub lines: Vec<OrderLineDraft>,
    /// What was typed.
    #[serde(default)]
    pub po_number: String,
}

/// The name of the field in which the units of `offer` are typed.
#[must_use]
pub fn line_field(offer: &impl std::fmt::Display) -> String {
    format!("quantity-{offer}")
}

impl OrderLineDraft {
    /// The line, if something is ordered; faults stand at `field`.
    fn parse(&self, field: &str) -> Result<Option<OrderLine>, FieldError> {
        if self.quantity.trim().is_empty() {
            return Ok(None);
        }
        let unknown = |_| FieldError::new(field, Refusal::NothingOrdered);
        let offer = self.offer.parse().map_err(unknown)?;
        let fault = |fault| FieldError::new(field, fault);
        let quantity = whole_number(&self.quantity).map_err(fault)?;
        Ok(Some(OrderLine { offer, quantity }))
    }
}

impl OrderDraft {
    /// The order, if all of it can be read. A fault in a line stands at [`line_field`].
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every fault; at `lines` if nothing, or too much, is ordered.
    pub fn parse(self) -> Result<PlaceOrder, Error> {
        let Self { request, customer, lines: drafts, po_number } = self;
        let mut fields = Vec::new();
        let mut lines = Vec::new();
        for draft in &drafts {
            match draft.parse(&line_field(&draft.offer)) {
                Ok(line) => lines.extend(line),
                Err(fault) => fields.push(fault),
            }
        }
        if fields.is_empty() && (lines.is_empty() || lines.len() > MAX_LINES) {
            fields.push(FieldError::new("lines", Refusal::NothingOrdered));
        }
        let po_number = purchase_order(&po_number)
            .map_err(|fault| fields.push(FieldError::new("po_number", fault)))
            .unwrap_or_default();
        if fields.is_empty() {
            Ok(PlaceOrder { request, customer, lines, po_number })
        } else {
            Err(Error::Invalid { fields })
        }
    }
}

/// [`OrderAddOn`] as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddOnDraft {
    /// This attempt.
    pub request: RequestId,
    /// For whom.
    pub customer: CustomerId,
    /// What it adds to.
    pub parent: SubscriptionId,
    /// The offer's id.
    #[serde(default)]
    pub offer: String,
    /// What was typed.
    #[serde(default)]
    pub quantity: String,
}

impl AddOnDraft {
    /// The order, if it can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] at `offer` or `quantity`.
    pub fn parse(self) -> Result<OrderAddOn, Error> {
        let Self { request, customer, parent, offer, quantity } = self;
        let unknown = |_| Error::invalid("offer", Refusal::NothingOrdered);
        let offer = offer.parse().map_err(unknown)?;
        let quantity =
            whole_number(&quantity).map_err(|fault| Error::invalid("quantity", fault))?;
        Ok(OrderAddOn { request, customer, parent, line: OrderLine { offer, quantity } })
    }
}

/// A subscription that an order has created.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderedView {
    /// Its id.
    pub id: SubscriptionId,
    /// The offer's name in the reader's language.
    pub name: String,
    /// Units.
    pub quantity: u32,
}

/// An order that has been placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedView {
    /// Its id.
    pub order: OrderId,
    /// Its number.
    pub number: i64,
    /// The first day on which all can be used.
    pub starts_on: Day,
    /// What it created, in the order of its lines.
    pub subscriptions: Vec<OrderedView>,
}

/// An offer in the catalogue of one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AvailableOffer {
    /// What the catalogue shows of it.
    pub card: OfferCard,
    /// Why it cannot be ordered, if it cannot.
    pub unavailable: Option<Reason>,
}

/// What one customer can be sold: base offers, the partner's pinned ones first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerCatalogue {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub customer_name: String,
    /// The offers.
    pub offers: Vec<AvailableOffer>,
    /// The first day of the month whose price list is in force; `None` if none is.
    pub month: Option<Day>,
    /// Whether prices belong to what this reader sees.
    pub priced: bool,
    /// The day on which what is ordered now starts.
    pub starts_on: Day,
    /// The first day that is billed; free before it.
    pub first_billed_on: Day,
    /// Why nothing at all can be ordered, such as the partner's debt.
    pub refused: Option<Reason>,
    /// How the customer stands to the limit that the partner has set; `None` without one.
    pub credit: Option<Credit>,
    /// What is still to be charged of what is ordered now.
    pub ahead: Ahead,
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn draft(lines: &[(&str, &str)]) -> OrderDraft {
        let line = |(offer, quantity): &(&str, &str)| OrderLineDraft {
            offer: (*offer).into(),
            quantity: (*quantity).into(),
        };
        OrderDraft {
            request: RequestId::from(Uuid::from_u128(1)),
            customer: CustomerId::from(Uuid::from_u128(2)),
            lines: lines.iter().map(line).collect(),
            po_number: String::new(),
        }
    }

    fn faults(draft: OrderDraft) -> Vec<(String, String)> {
        match draft.parse() {
            Err(Error::Invalid { fields }) => fields
                .into_iter()
                .map(|fault| (fault.field, fault.refusal.code.key.into_owned()))
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    const OFFER: &str = "652c4e76-a88c-538e-b341-83bb814f1315";

    #[test]
    fn empty_lines_order_nothing_and_wide_digits_are_digits() {
        let order = draft(&[(OFFER, ""), (OFFER, "１０"), (OFFER, " 3 ")]).parse().unwrap();
        let quantities: Vec<_> = order.lines.iter().map(|line| line.quantity).collect();
        assert_eq!(quantities, [10, 3]);
    }

    #[test]
    fn every_fault_is_named_at_its_line() {
        let found = faults(OrderDraft {
            po_number: "x".repeat(36),
            ..draft(&[(OFFER, "1.5"), (OFFER, "2"), ("nonsense", "2"), (OFFER, "-1")])
        });
        let expected = [
            (line_field(&OFFER), "err-not-whole"),
            (line_field(&"nonsense"), "err-order-empty"),
            (line_field(&OFFER), "err-not-whole"),
            ("po_number".to_owned(), "err-too-long"),
        ];
        assert_eq!(found, expected.map(|(field, key)| (field, key.to_owned())));
        for nothing in [draft(&[]), draft(&[(OFFER, " ")])] {
            assert_eq!(faults(nothing)[0].0, "lines");
        }
    }
}
