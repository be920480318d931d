//! What the pages about fapiao ask of the server.

use domain::billing::{
    FapiaoFormView, FapiaoQuery, FapiaoView, FapiaosView, MoveFapiaoDraft, RequestFapiaoDraft,
};
use domain::ids::{FapiaoId, InvoiceId};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::catalogue::Editable;
use crate::failure::Failure;

/// What the form for an invoice begins with.
///
/// # Errors
///
/// As `services::billing::fapiao_form`.
#[server(prefix = "/rpc", endpoint = "fapiao/form", input = GetUrl)]
pub async fn find_fapiao_form(
    /// Of which invoice.
    invoice: InvoiceId,
) -> Result<Editable<FapiaoFormView>, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::billing::fapiao_form(&caller, invoice).await?;
        Ok(Editable { seen, request: caller.new_request().to_string() })
    })
    .await
}

/// Requests a fapiao.
///
/// # Errors
///
/// As `RequestFapiaoDraft::parse` and `services::billing::request_fapiao`.
#[server(prefix = "/rpc", endpoint = "fapiao/request")]
pub async fn request_fapiao(
    /// The form as it was sent.
    draft: RequestFapiaoDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::access::Surface::PartnerCenter;

    let (kept, done) = (draft.clone(), "fapiao-requested");
    answer_form(Form { name: "fapiao", draft: kept, surface: PartnerCenter, done }, async {
        let caller = caller(PartnerCenter).await?;
        services::billing::request_fapiao(&caller, draft.parse()?).await?;
        redirect(&format!("/billing/fapiao?done={done}"));
        Ok(())
    })
    .await
}

/// The requests of the reader's partner.
///
/// # Errors
///
/// As `services::billing::own_fapiao`.
#[server(prefix = "/rpc", endpoint = "fapiao/list", input = GetUrl)]
pub async fn list_fapiao(
    /// Which.
    #[server(default)]
    query: FapiaoQuery,
) -> Result<FapiaosView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::billing::own_fapiao(&caller(PartnerCenter).await?, query).await })
        .await
}

/// The requests of all partners.
///
/// # Errors
///
/// As `services::billing::all_fapiao`.
#[server(prefix = "/rpc", endpoint = "operator-fapiao/list", input = GetUrl)]
pub async fn list_all_fapiao(
    /// Which.
    #[server(default)]
    query: FapiaoQuery,
) -> Result<FapiaosView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::BackOffice;

    answer(async { services::billing::all_fapiao(&caller(BackOffice).await?, query).await }).await
}

/// A request of any partner.
///
/// # Errors
///
/// As `services::billing::any_fapiao`.
#[server(prefix = "/rpc", endpoint = "operator-fapiao/find", input = GetUrl)]
pub async fn find_any_fapiao(
    /// Which.
    id: FapiaoId,
) -> Result<Editable<FapiaoView>, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::BackOffice;

    answer(async {
        let caller = caller(BackOffice).await?;
        let seen = services::billing::any_fapiao(&caller, id).await?;
        Ok(Editable { seen, request: caller.new_request().to_string() })
    })
    .await
}

/// Moves a request on.
///
/// # Errors
///
/// As `MoveFapiaoDraft::parse` and `services::billing::move_fapiao`.
#[server(prefix = "/rpc", endpoint = "operator-fapiao/move")]
pub async fn move_fapiao(
    /// The form as it was sent.
    draft: MoveFapiaoDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::BackOffice;

    let (kept, done) = (draft.clone(), "fapiao-moved");
    answer_form(Form { name: "move-fapiao", draft: kept, surface: BackOffice, done }, async {
        let caller = caller(BackOffice).await?;
        let wanted = draft.parse(caller.system().today())?;
        services::billing::move_fapiao(&caller, wanted).await.map(drop)
    })
    .await
}
