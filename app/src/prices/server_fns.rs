//! What the pages about prices ask of the server.

use domain::ids::{PriceUploadId, RequestId};
use domain::prices::{OperatorPrices, PriceChangesView, PriceQuery, PricingView, PublishPrices};
use domain::time::Day;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// The operator's lists, and the name of the next attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorPricesStart {
    /// As the reader sees them.
    pub seen: OperatorPrices,
    /// Names the attempt.
    pub request: RequestId,
}

/// The price list that `query` asks for.
///
/// # Errors
///
/// As `services::prices::list`.
#[server(prefix = "/rpc", endpoint = "prices/list", input = GetUrl)]
pub async fn list_prices(
    /// What the reader asks for.
    query: PriceQuery,
) -> Result<PricingView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::prices::list(&caller(PartnerCenter).await?, query, language()).await })
        .await
}

/// What a price list does to renewals.
///
/// # Errors
///
/// As `services::prices::changes`.
#[server(prefix = "/rpc", endpoint = "prices/changes", input = GetUrl)]
pub async fn find_price_changes(
    /// The list; the latest, if there is none.
    month: Option<Day>,
    /// The page, from 0.
    page: u32,
) -> Result<PriceChangesView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        services::prices::changes(&caller(PartnerCenter).await?, month, page, language()).await
    })
    .await
}

/// All lists, and what the file `upload` would do.
///
/// # Errors
///
/// As `services::prices::find`.
#[server(prefix = "/rpc", endpoint = "prices/operator", input = GetUrl)]
pub async fn find_operator_prices(
    /// The file, if there is one.
    upload: Option<PriceUploadId>,
) -> Result<OperatorPricesStart, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::BackOffice;

    answer(async {
        let caller = caller(BackOffice).await?;
        let seen = services::prices::find(&caller, upload).await?;
        Ok(OperatorPricesStart { seen, request: caller.new_request() })
    })
    .await
}

/// Publishes what a file says.
///
/// # Errors
///
/// As `services::prices::publish`.
#[server(prefix = "/rpc", endpoint = "prices/publish")]
pub async fn publish_price_list(
    /// The form as it was sent.
    draft: PublishPrices,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::access::Surface::BackOffice;

    let form = Form { name: "prices", draft, surface: BackOffice, done: "prices-published" };
    answer_form(form, async {
        services::prices::publish(&caller(BackOffice).await?, draft).await?;
        redirect("/operator/prices?done=prices-published");
        Ok(())
    })
    .await
}
