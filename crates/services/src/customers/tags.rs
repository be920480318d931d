//! Tags, and saved views of the list.

use domain::access::Action;
use domain::customers::{
    DeleteTag, MAX_TAGS, MAX_VIEWS, MarkCustomers, SaveTag, SaveView, SavedView, TagFault, TagView,
};
use domain::error::{Entity, Error};
use domain::ids::{RequestId, SavedViewId, TagId};
use storage::Tx;
use storage::customers as rows;

use super::{LIST, NOT_FOUND};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::{Change, Start};

/// The tags of the reader's company, by name.
///
/// # Errors
///
/// `Forbidden` without the right to view customers.
pub async fn tags(caller: &Caller) -> Result<Vec<TagView>> {
    let grant = caller.authorize(Action::ViewCustomer)?;
    let mut tx = grant.read().await?;
    rows::tags(&mut tx, grant.partner()).await.stored()
}

/// Makes a tag, or renames and recolours one; the company's tags afterwards.
///
/// # Errors
///
/// `Forbidden` without the right to edit customers; `NotFound`, `Stale`; [`TagFault::Taken`] at
/// `name`, also for names that differ in nothing but case or width; [`TagFault::TooMany`].
pub async fn save_tag(caller: &Caller, wanted: SaveTag) -> Result<Vec<TagView>> {
    const USE_CASE: &str = "customers.save-tag";
    let grant = caller.authorize(Action::EditCustomer)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let SaveTag { tag, name, colour, .. } = wanted;
    let partner = grant.partner();
    let (change, written) = match tag {
        None => {
            let count = rows::count_tags(&mut work.tx, partner).await.stored()?;
            if usize::try_from(count).is_ok_and(|count| count >= MAX_TAGS) {
                return Err(TagFault::TooMany.into());
            }
            let id = TagId::from(grant.system.next_id());
            let change = Change {
                kind: "tag-created",
                subject: name.clone(),
                after: Some(format!("{name} ({colour})")),
                ..Change::default()
            };
            (change, rows::insert_tag(&mut work.tx, partner, id, &name, colour).await)
        }
        Some((id, seen)) => {
            let old = known_tag(&mut work.tx, &grant, id).await?;
            if old.version != seen {
                return Err(Error::Stale { entity: Entity::Tag });
            }
            let change = Change {
                kind: "tag-changed",
                subject: old.name.clone(),
                before: Some(format!("{} ({})", old.name, old.colour)),
                after: Some(format!("{name} ({colour})")),
                ..Change::default()
            };
            (change, rows::update_tag(&mut work.tx, partner, (id, seen), &name, colour).await)
        }
    };
    if let Err(error) = &written
        && error.violates("tags_partner_id_search_key_key", "tags.search_key")
    {
        return Err(Error::invalid("name", TagFault::Taken));
    }
    written.stored()?;
    let tags = rows::tags(&mut work.tx, partner).await.stored()?;
    work.commit(change, tags).await
}

async fn known_tag(tx: &mut Tx, grant: &Grant, id: TagId) -> Result<TagView> {
    let tag = rows::find_tag(tx, grant.partner(), id).await.stored()?;
    tag.ok_or(Error::NotFound { entity: Entity::Tag })
}

/// Takes a tag off all customers and deletes it; the company's tags afterwards.
///
/// # Errors
///
/// `Forbidden` without the right to edit customers; `NotFound`, `Stale`.
pub async fn delete_tag(caller: &Caller, wanted: DeleteTag) -> Result<Vec<TagView>> {
    const USE_CASE: &str = "customers.delete-tag";
    let grant = caller.authorize(Action::EditCustomer)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let old = known_tag(&mut work.tx, &grant, wanted.id).await?;
    let partner = grant.partner();
    let had = rows::delete_tag(&mut work.tx, partner, wanted.id, wanted.seen).await.stored()?;
    let tags = rows::tags(&mut work.tx, partner).await.stored()?;
    let change = Change {
        kind: "tag-deleted",
        subject: old.name,
        before: Some(had.to_string()),
        ..Change::default()
    };
    work.commit(change, tags).await
}

/// Puts a tag on customers or takes it off; for how many that changed something.
///
/// # Errors
///
/// `Forbidden` without the right to edit customers; `NotFound` for an unknown tag, and if one of
/// the customers is not the caller's partner's: then nothing is marked.
pub async fn mark_customers(caller: &Caller, wanted: MarkCustomers) -> Result<u64> {
    const USE_CASE: &str = "customers.mark";
    let grant = caller.authorize(Action::EditCustomer)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let MarkCustomers { tag, customers, on, .. } = wanted;
    let partner = grant.partner();
    let known = known_tag(&mut work.tx, &grant, tag).await?;
    let ours = rows::known_customers(&mut work.tx, partner, &customers).await.stored()?;
    if usize::try_from(ours) != Ok(customers.len()) {
        return Err(NOT_FOUND);
    }
    let changed = if on {
        rows::mark(&mut work.tx, partner, tag, &customers).await.stored()?
    } else {
        rows::unmark(&mut work.tx, partner, tag, &customers).await.stored()?
    };
    if changed == 0 {
        return work.commit_unlogged(changed).await;
    }
    let kind = if on { "customers-tagged" } else { "customers-untagged" };
    let change = Change {
        kind,
        subject: known.name,
        // One customer's timeline shows it; many are one entry, which belongs to none.
        customer: customers.first().copied().filter(|_| customers.len() == 1),
        after: Some(changed.to_string()),
        ..Change::default()
    };
    work.commit(change, changed).await
}

/// Keeps a view of the list of customers for the caller; the caller's views afterwards.
///
/// Not logged: it concerns nobody else.
///
/// # Errors
///
/// `Forbidden` without the right to see the list; [`TagFault::TooManyViews`].
pub async fn save_view(caller: &Caller, wanted: SaveView) -> Result<Vec<SavedView>> {
    const USE_CASE: &str = "customers.save-view";
    let grant = caller.authorize_reading(Action::ListCustomers)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let SaveView { name, query, .. } = wanted;
    let user = grant.user();
    let others = rows::count_views(&mut work.tx, user, LIST, &name).await.stored()?;
    if usize::try_from(others).is_ok_and(|others| others >= MAX_VIEWS) {
        return Err(TagFault::TooManyViews.into());
    }
    let view = SavedView { id: SavedViewId::from(grant.system.next_id()), name, query };
    rows::put_view(&mut work.tx, user, LIST, &view).await.stored()?;
    let views = rows::views(&mut work.tx, user, LIST).await.stored()?;
    work.commit_unlogged(views).await
}

/// Forgets a saved view of the caller; the caller's views afterwards. One that is gone already is
/// no fault.
///
/// # Errors
///
/// `Forbidden` without the right to see the list.
pub async fn delete_view(
    caller: &Caller,
    request: RequestId,
    id: SavedViewId,
) -> Result<Vec<SavedView>> {
    const USE_CASE: &str = "customers.delete-view";
    let grant = caller.authorize_reading(Action::ListCustomers)?;
    let mut work = match grant.work(request, USE_CASE, &id).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    rows::delete_view(&mut work.tx, grant.user(), id).await.stored()?;
    let views = rows::views(&mut work.tx, grant.user(), LIST).await.stored()?;
    work.commit_unlogged(views).await
}
