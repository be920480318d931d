//! What the catalogue's pages ask of the server.

use domain::catalogue::{CatalogueQuery, CatalogueView, OfferDetails, PinBoardView, SavePinsDraft};
use domain::ids::OfferId;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// What the reader sees, with the name of their next attempt to change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Editable<T> {
    /// As the reader sees it.
    pub seen: T,
    /// The id of the next attempt: repeating it repeats nothing.
    pub request: String,
}

/// The offers that answer `query`.
///
/// # Errors
///
/// As `services::catalogue::list`.
#[server(prefix = "/rpc", endpoint = "catalogue/list", input = GetUrl)]
pub async fn list_offers(
    /// What the reader asks for.
    query: CatalogueQuery,
) -> Result<CatalogueView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        services::catalogue::list(&caller(PartnerCenter).await?, query, language()).await
    })
    .await
}

/// One offer of this month's price list.
///
/// # Errors
///
/// As `services::catalogue::find`.
#[server(prefix = "/rpc", endpoint = "catalogue/find", input = GetUrl)]
pub async fn find_offer(
    /// Which.
    id: OfferId,
) -> Result<OfferDetails, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::catalogue::find(&caller(PartnerCenter).await?, id, language()).await })
        .await
}

/// The partner's pinned offers, and what could be pinned.
///
/// # Errors
///
/// As `services::catalogue::pin_board`.
#[server(prefix = "/rpc", endpoint = "catalogue/pin-board", input = GetUrl)]
pub async fn find_pin_board() -> Result<Editable<PinBoardView>, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::catalogue::pin_board(&caller, language()).await?;
        Ok(Editable { seen, request: caller.new_request().to_string() })
    })
    .await
}

/// Saves the partner's pinned offers, after the step that the form's button asked for.
///
/// # Errors
///
/// As `SavePinsDraft::parse` and `services::catalogue::save_pins`.
#[server(name = SavePinsAction, prefix = "/rpc", endpoint = "catalogue/save-pins")]
pub async fn save_pins(
    /// The form as it was sent.
    draft: SavePinsDraft,
) -> Result<PinBoardView, Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::PartnerCenter;
    use domain::catalogue::apply;

    // Without JavaScript the button's step is what the reader did: it must not be lost either.
    let kept = draft.clone().after_step();
    let form = Form { name: "pins", draft: kept, surface: PartnerCenter, done: "pins-saved" };
    answer_form(form, async {
        let wanted = apply(draft.parse()?)?;
        services::catalogue::save_pins(&caller(PartnerCenter).await?, wanted, language()).await
    })
    .await
}
