//! What readers of the admin center see of people, licences and subscriptions.

use std::collections::HashMap;

use domain::access::Action;
use domain::ids::SkuId;
use domain::ids::UserId;
use domain::licences::{
    Held, LicenceView, OwnSubscriptionsView, PlanView, PoolSeats, PoolsView, Sku, Skus,
    UserDetails, UserRow, UserStatus, UsersQuery, UsersView, check_password_reset, restorable,
};
use storage::Tx;
use storage::licences::users::{self as rows, Person};
use storage::licences::{assignments, own, seats};

use super::{NO_USER, skus};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};

/// Rows a page can have; the first is the usual number.
const SIZES: [u32; 3] = [50, 100, 200];

/// The people of the caller's company who answer `query`, with licences' names in `language`.
///
/// # Errors
///
/// `Forbidden` without the right to list people.
///
/// Source: domain book, 2 "assign-licenses-to-users" (screens).
pub async fn list(caller: &Caller, query: UsersQuery, language: &str) -> Result<UsersView> {
    let grant = caller.authorize_reading(Action::ListUsers)?;
    let customer = grant.customer();
    let size = if SIZES.contains(&query.size) { query.size } else { SIZES[0] };
    let mut tx = grant.read().await?;
    let UsersQuery { words, filter, after, .. } = query;
    let limit = i64::from(size) + 1;
    let found = rows::list(&mut tx, customer, &words, filter, after, limit).await;
    let mut found = found.stored()?;
    let more = found.len() > size as usize;
    found.truncate(size as usize);
    let next = found.last().filter(|_| more).map(|person| person.id);
    let ids: Vec<_> = found.iter().map(|person| person.id).collect();
    let held = assignments::held(&mut tx, customer, &ids).await.stored()?;
    let skus = skus(&mut tx, language).await?;
    Ok(UsersView {
        users: found.into_iter().map(|person| row(person, &held, &skus)).collect(),
        total: rows::count(&mut tx, customer, &words, filter).await.stored()?,
        next,
        may_edit: grant.actor().access(Action::EditUsers).may_change(),
        may_assign: grant.actor().access(Action::AssignLicences).may_change(),
    })
}

fn row(person: Person, held: &HashMap<UserId, Vec<Held>>, skus: &Skus) -> UserRow {
    let held = held.get(&person.id).into_iter().flatten();
    UserRow {
        id: person.id,
        display_name: person.display_name,
        sign_in_name: person.sign_in_name,
        roles: person.roles,
        status: person.status,
        licences: held.map(|licence| skus.name(licence.sku)).collect(),
        deleted_at: person.deleted_at,
    }
}

/// The person `user` of the caller's company.
///
/// # Errors
///
/// `Forbidden` without the right to list people; `NotFound`.
pub async fn find(caller: &Caller, user: UserId, language: &str) -> Result<UserDetails> {
    let grant = caller.authorize_reading(Action::ListUsers)?;
    let customer = grant.customer();
    let mut tx = grant.read().await?;
    let person = rows::find(&mut tx, customer, user).await.stored()?.ok_or(NO_USER)?;
    let held = assignments::held(&mut tx, customer, &[user]).await.stored()?;
    let held = held.into_values().next().unwrap_or_default();
    let licences = licences(&mut tx, &grant, language, &held).await?;
    let may = |action| grant.actor().access(action).may_change();
    let deleted = person.status == UserStatus::Deleted;
    let may_reset = may(Action::ResetUserPassword)
        && !deleted
        && check_password_reset(grant.actor(), user, &person.roles).is_ok();
    let until = person.deleted_at.and_then(|at| restorable(at, grant.today()).ok());
    Ok(UserDetails {
        id: person.id,
        version: person.version,
        display_name: person.display_name,
        family_name: person.family_name,
        given_name: person.given_name,
        sign_in_name: person.sign_in_name,
        phone: person.phone,
        usage_location: person.usage_location,
        roles: person.roles,
        status: person.status,
        licences,
        restorable_until: until,
        kept: person.kept,
        may_edit: may(Action::EditUsers),
        may_assign: may(Action::AssignLicences) && !deleted,
        may_reset,
        may_give_roles: may(Action::GiveCustomerAdminRole) && !deleted && grant.user() != user,
    })
}

/// The company's licences and their seats, and whom to ask for more.
///
/// # Errors
///
/// `Forbidden` without the right to list people.
///
/// Source: domain book, 2 "assign-licenses-to-users": valid, suspended, assigned, available.
pub async fn pools(caller: &Caller, language: &str) -> Result<PoolsView> {
    let grant = caller.authorize_reading(Action::ListUsers)?;
    let mut tx = grant.read().await?;
    Ok(PoolsView {
        licences: licences(&mut tx, &grant, language, &[]).await?,
        may_assign: grant.actor().access(Action::AssignLicences).may_change(),
        contacts: own::contacts(&mut tx, grant.customer()).await.stored()?,
    })
}

/// The company's own subscriptions. They are changed by the partner, in Partner Center.
///
/// # Errors
///
/// `Forbidden` without the right to see them.
///
/// Source: domain book, 2 "customer-self-support".
pub async fn own_subscriptions(caller: &Caller, language: &str) -> Result<OwnSubscriptionsView> {
    let grant = caller.authorize_reading(Action::SeeOwnSubscriptions)?;
    let mut tx = grant.read().await?;
    Ok(OwnSubscriptionsView {
        subscriptions: own::subscriptions(&mut tx, grant.customer(), language).await.stored()?,
        contacts: own::contacts(&mut tx, grant.customer()).await.stored()?,
    })
}

/// The licences that the company has bought, by name, and which of them are among `held`.
async fn licences(
    tx: &mut Tx,
    grant: &Grant,
    language: &str,
    held: &[Held],
) -> Result<Vec<LicenceView>> {
    let skus = skus(tx, language).await?;
    let pools: HashMap<SkuId, PoolSeats> =
        seats::list(tx, grant.customer()).await.stored()?.into_iter().collect();
    // With nothing bought left, only who still holds the licence sees it.
    let shown = |sku: &&Sku| {
        pools.get(&sku.id).is_some_and(|seats| seats.bought > 0 || seats.assigned > 0)
            || held.iter().any(|licence| licence.sku == sku.id)
    };
    let mut views: Vec<_> = skus
        .iter()
        .filter(shown)
        .map(|sku| licence(sku, pools.get(&sku.id).copied().unwrap_or_default(), held))
        .collect();
    views.sort_by_cached_key(|view| crate::collation::sort_key(language, &view.name));
    Ok(views)
}

fn licence(sku: &Sku, seats: PoolSeats, held: &[Held]) -> LicenceView {
    let holds = held.iter().find(|licence| licence.sku == sku.id);
    let on = |plan: &str| holds.is_none_or(|licence| !licence.off.contains(plan));
    let plan = |plan: &domain::licences::ServicePlan| PlanView {
        id: plan.id.clone(),
        name: plan.name.clone(),
        on: on(&plan.id),
    };
    LicenceView {
        sku: sku.id,
        name: sku.name.clone(),
        code: sku.codes.first().cloned().unwrap_or_default(),
        seats,
        held: holds.is_some(),
        plans: sku.plans.iter().map(plan).collect(),
    }
}
