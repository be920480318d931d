//! Server functions of orders.

#[cfg(feature = "ssr")]
use domain::billing::{Agreed, WhatIfToken};
use domain::ids::{CustomerId, RequestId};
use domain::orders::{AddOnDraft, CustomerCatalogue, OrderDraft};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// What a customer can be sold, with the name of the next attempt to order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderToPlace {
    /// As the reader sees it.
    pub seen: CustomerCatalogue,
    /// Repeating this attempt orders nothing again.
    pub request: RequestId,
}

/// What a customer can be sold, and why not.
///
/// # Errors
///
/// As `services::orders::catalogue`.
#[server(prefix = "/rpc", endpoint = "orders/catalogue", input = GetUrl)]
pub async fn find_customer_catalogue(
    /// The customer.
    customer: CustomerId,
) -> Result<OrderToPlace, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::orders::catalogue(&caller, customer, language()).await?;
        Ok(OrderToPlace { seen, request: caller.new_request() })
    })
    .await
}

/// Places an order, and goes to the customer's subscriptions, which say its number.
///
/// # Errors
///
/// As `OrderDraft::parse` and `services::orders::place`.
#[server(name = PlaceOrderAction, prefix = "/rpc", endpoint = "orders/place")]
pub async fn place_order(
    /// The form as it was sent.
    draft: OrderDraft,
    /// Stands for the lines that the reader was shown; empty if none were.
    #[server(default)]
    token: String,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language, redirect};
    use domain::access::Surface::PartnerCenter;

    // The quantities stand in the address of the page.
    let kept = [("po_number", draft.po_number.clone())];
    let kept = std::collections::BTreeMap::from(kept);
    let form = Form { name: "order", draft: kept, surface: PartnerCenter, done: "order-placed" };
    answer_form(form, async {
        let wanted = draft.parse()?;
        let customer = wanted.customer;
        let caller = caller(PartnerCenter).await?;
        let agreed = Agreed::to(wanted, WhatIfToken::sent(&token));
        let placed = services::orders::place(&caller, agreed, language()).await?;
        redirect(&format!("/customers/{customer}?ordered={}", placed.number));
        Ok(())
    })
    .await
}

/// Orders an add-on for a subscription.
///
/// # Errors
///
/// As `AddOnDraft::parse` and `services::orders::order_add_on`.
#[server(name = OrderAddOnAction, prefix = "/rpc", endpoint = "orders/order-add-on")]
pub async fn order_add_on(
    /// The form as it was sent.
    draft: AddOnDraft,
    /// Stands for the lines that the reader was shown; empty if none were.
    #[server(default)]
    token: String,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::PartnerCenter;

    let done = "add-on-ordered";
    let form = Form { name: "add-on", draft: draft.clone(), surface: PartnerCenter, done };
    answer_form(form, async {
        let wanted = draft.parse()?;
        let caller = caller(PartnerCenter).await?;
        let agreed = Agreed::to(wanted, WhatIfToken::sent(&token));
        services::orders::order_add_on(&caller, agreed, language()).await?;
        Ok(())
    })
    .await
}
