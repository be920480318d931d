//! What the admin center's pages ask of the server.

use domain::ids::{RequestId, SkuId, UserId};
use domain::licences::{
    OwnSubscriptionsView, PoolsView, SeatsQuery, SeatsView, UserDetails, UsersQuery, UsersView,
};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// Names the next attempt of each form on a person's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    /// To edit the person.
    pub edit: RequestId,
    /// To change the licences.
    pub licences: RequestId,
    /// To give and take roles.
    pub roles: RequestId,
    /// To reset the password.
    pub reset: RequestId,
    /// To block or unblock.
    pub block: RequestId,
    /// To delete or restore.
    pub delete: RequestId,
}

/// A person, with the names of the next attempts to change something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserView {
    /// The person.
    pub user: UserDetails,
    /// The attempts.
    pub attempts: Attempts,
}

/// What the form for a new person needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUserView {
    /// The company's domain, behind the @ of every name.
    pub domain: String,
    /// Names the attempt.
    pub request: RequestId,
}

/// People, and what can be done with those who are ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsersPageView {
    /// The people.
    pub found: UsersView,
    /// The company's licences with their names, for whoever may assign them.
    pub licences: Vec<(SkuId, String)>,
    /// Names the attempt with those who are ticked.
    pub request: RequestId,
}

/// The people of the reader's company who answer `query`.
///
/// # Errors
///
/// As `services::licences::list`.
#[server(prefix = "/rpc", endpoint = "users/list", input = GetUrl)]
pub async fn list_users(
    /// What the reader asks for.
    query: UsersQuery,
) -> Result<UsersPageView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::AdminCenter;

    answer(async {
        let caller = caller(AdminCenter).await?;
        let found = services::licences::list(&caller, query, language()).await?;
        let licences = if found.may_assign {
            let pools = services::licences::pools(&caller, language()).await?;
            pools.licences.into_iter().map(|licence| (licence.sku, licence.name)).collect()
        } else {
            Vec::new()
        };
        Ok(UsersPageView { found, licences, request: caller.new_request() })
    })
    .await
}

/// A person of the reader's company.
///
/// # Errors
///
/// As `services::licences::find`.
#[server(prefix = "/rpc", endpoint = "users/find", input = GetUrl)]
pub async fn find_user(
    /// Whom.
    user: UserId,
) -> Result<UserView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::AdminCenter;

    answer(async {
        let caller = caller(AdminCenter).await?;
        let user = services::licences::find(&caller, user, language()).await?;
        let attempt = || caller.new_request();
        let attempts = Attempts {
            edit: attempt(),
            licences: attempt(),
            roles: attempt(),
            reset: attempt(),
            block: attempt(),
            delete: attempt(),
        };
        Ok(UserView { user, attempts })
    })
    .await
}

/// What is needed to add a person.
///
/// # Errors
///
/// `Forbidden` without the right to edit people.
#[server(prefix = "/rpc", endpoint = "users/new", input = GetUrl)]
pub async fn find_new_user() -> Result<NewUserView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::{Action, Surface::AdminCenter};

    answer(async {
        let caller = caller(AdminCenter).await?;
        caller.authorize(Action::EditUsers)?;
        let domain = services::overview::own_company(&caller).await?.domain;
        Ok(NewUserView { domain, request: caller.new_request() })
    })
    .await
}

/// The licences of the reader's company.
///
/// # Errors
///
/// As `services::licences::pools`.
#[server(prefix = "/rpc", endpoint = "licences/pools", input = GetUrl)]
pub async fn find_pools() -> Result<PoolsView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::AdminCenter;

    answer(async { services::licences::pools(&caller(AdminCenter).await?, language()).await }).await
}

/// The subscriptions of the reader's company.
///
/// # Errors
///
/// As `services::licences::own_subscriptions`.
#[server(prefix = "/rpc", endpoint = "licences/own-subscriptions", input = GetUrl)]
pub async fn find_own_subscriptions() -> Result<OwnSubscriptionsView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::AdminCenter;

    answer(async {
        services::licences::own_subscriptions(&caller(AdminCenter).await?, language()).await
    })
    .await
}

/// What the reader's company has sold, and how much of it is idle.
///
/// # Errors
///
/// As `services::licences::seats`.
#[server(prefix = "/rpc", endpoint = "licences/seats", input = GetUrl)]
pub async fn find_seats(
    /// What the reader asks for.
    query: SeatsQuery,
) -> Result<SeatsView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        services::licences::seats(&caller(PartnerCenter).await?, query, language()).await
    })
    .await
}
