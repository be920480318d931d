//! What the palette asks of the server.

use domain::hits::Hits;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::failure::Failure;

/// The customers and offers that `words` find.
///
/// # Errors
///
/// As `services::search::find`.
#[server(prefix = "/rpc", endpoint = "search/find", input = GetUrl)]
pub async fn find_hits(
    /// What the reader has typed.
    words: String,
) -> Result<Hits, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        services::search::find(&caller(PartnerCenter).await?, &words, language()).await
    })
    .await
}
