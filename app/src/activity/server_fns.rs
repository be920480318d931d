//! What the log's page asks of the server.

use domain::activity::{Filter, LogView};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::failure::Failure;

/// The entries of the reader's company that answer `filter`.
///
/// # Errors
///
/// As `services::activity::list`.
#[server(prefix = "/rpc", endpoint = "activity/list", input = GetUrl)]
pub async fn list_activity(
    /// What the reader asks for.
    filter: Filter,
) -> Result<LogView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::activity::list(&caller(PartnerCenter).await?, filter).await }).await
}
