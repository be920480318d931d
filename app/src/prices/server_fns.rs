//! What the pages about prices ask of the server.

use domain::ids::{PriceUploadId, RequestId};
use domain::prices::{
    ComparisonView, EndSpecial, OperatorPrices, PriceChangesView, PriceQuery, PricingView,
    PublishPrices, SpecialDraft, SpecialsView,
};
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

/// How two price lists differ.
///
/// # Errors
///
/// As `services::prices::compare`.
#[server(prefix = "/rpc", endpoint = "prices/compare", input = GetUrl)]
pub async fn compare_prices(
    /// The second list; the latest, if there is none.
    month: Option<Day>,
    /// The first; the one before the second, if there is none.
    before: Option<Day>,
) -> Result<ComparisonView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        services::prices::compare(&caller(PartnerCenter).await?, month, before, language()).await
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

/// Special prices, and the names of the next attempts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialsStart {
    /// As the reader sees them.
    pub seen: SpecialsView,
    /// Names the attempt to agree on another.
    pub add: RequestId,
    /// Names the attempts to end each.
    pub ends: Vec<RequestId>,
}

/// All special prices.
///
/// # Errors
///
/// As `services::prices::specials`.
#[server(prefix = "/rpc", endpoint = "prices/specials", input = GetUrl)]
pub async fn find_specials() -> Result<SpecialsStart, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::BackOffice;

    answer(async {
        let caller = caller(BackOffice).await?;
        let seen = services::prices::specials(&caller, language()).await?;
        let ends = seen.rows.iter().map(|_| caller.new_request()).collect();
        Ok(SpecialsStart { seen, add: caller.new_request(), ends })
    })
    .await
}

/// Agrees on a special price.
///
/// # Errors
///
/// As `SpecialDraft::parse` and `services::prices::add_special`.
#[server(prefix = "/rpc", endpoint = "prices/add-special")]
pub async fn add_special_price(
    /// The form as it was sent.
    draft: SpecialDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::BackOffice;

    let (kept, done) = (draft.clone(), "special-added");
    answer_form(Form { name: "special", draft: kept, surface: BackOffice, done }, async {
        let caller = caller(BackOffice).await?;
        let wanted = draft.parse(caller.system().today())?;
        services::prices::add_special(&caller, wanted).await.map(drop)
    })
    .await
}

/// Ends a special price.
///
/// # Errors
///
/// As `services::prices::end_special`.
#[server(prefix = "/rpc", endpoint = "prices/end-special")]
pub async fn end_special_price(
    /// The form as it was sent.
    draft: EndSpecial,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::BackOffice;

    let form = Form { name: "special-end", draft, surface: BackOffice, done: "special-ended" };
    answer_form(form, async {
        services::prices::end_special(&caller(BackOffice).await?, draft).await
    })
    .await
}
