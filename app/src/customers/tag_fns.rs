//! What the pages of tags ask of the server.

use domain::customers::{CustomerDetails, MarkCustomersDraft, SaveTagDraft, TagView};
use domain::ids::CustomerId;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// A tag with the ids of the next attempts to change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagRow {
    /// The tag.
    pub tag: TagView,
    /// The next attempt to save it.
    pub save: String,
    /// The next attempt to delete it.
    pub delete: String,
}

/// The partner's tags, for who may change them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagsPageView {
    /// The tags, by name.
    pub rows: Vec<TagRow>,
    /// The next attempt to make one.
    pub request: String,
}

/// A customer's account, and the tags that it could have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// The customer.
    pub customer: CustomerDetails,
    /// All tags of the partner, by name.
    pub tags: Vec<TagView>,
    /// The next attempt to put one on or take it off.
    pub request: String,
}

/// The form that deletes a tag, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteTagDraft {
    /// This attempt.
    pub request: String,
    /// Which tag.
    pub id: String,
    /// The version that the reader saw.
    pub version: String,
}

/// The account of one customer.
///
/// # Errors
///
/// As `services::customers::find`.
#[server(prefix = "/rpc", endpoint = "customers/account", input = GetUrl)]
pub async fn find_account(
    /// Which.
    id: CustomerId,
) -> Result<AccountView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let customer = services::customers::find(&caller, id).await?;
        let tags = services::customers::tags(&caller).await?;
        Ok(AccountView { customer, tags, request: caller.new_request().to_string() })
    })
    .await
}

/// The partner's tags.
///
/// # Errors
///
/// As `services::customers::hub`; `Forbidden` without the right to edit customers.
#[server(prefix = "/rpc", endpoint = "customers/tags", input = GetUrl)]
pub async fn find_tags() -> Result<TagsPageView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Action;
    use domain::access::Surface::PartnerCenter;
    use domain::error::Error;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        if !services::customers::hub(&caller).await?.may.edit {
            return Err(Error::Forbidden { action: Action::EditCustomer });
        }
        let next = || caller.new_request().to_string();
        let tags = services::customers::tags(&caller).await?;
        let rows = tags.into_iter().map(|tag| TagRow { tag, save: next(), delete: next() });
        Ok(TagsPageView { rows: rows.collect(), request: next() })
    })
    .await
}

/// Makes a tag or changes one.
///
/// # Errors
///
/// As `SaveTagDraft::parse` and `services::customers::save_tag`.
#[server(prefix = "/rpc", endpoint = "customers/save-tag")]
pub async fn save_tag(
    /// The form as it was sent.
    draft: SaveTagDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;

    let kept = draft.clone();
    let form =
        Form { name: "tag", draft: kept, surface: PartnerCenter, done: "customer-tag-saved" };
    answer_form(form, async {
        let wanted = draft.parse()?;
        services::customers::save_tag(&caller(PartnerCenter).await?, wanted).await.map(drop)
    })
    .await
}

/// Deletes a tag and takes it off all customers.
///
/// # Errors
///
/// As `services::customers::delete_tag`; [`TagFault::Unreadable`] for a form of no page.
///
/// [`TagFault::Unreadable`]: domain::customers::TagFault::Unreadable
#[server(prefix = "/rpc", endpoint = "customers/delete-tag")]
pub async fn delete_tag(
    /// The form as it was sent.
    draft: DeleteTagDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;
    use domain::customers::{DeleteTag, TagFault};
    use domain::error::Error;

    let (kept, done) = (draft.clone(), "customer-tag-deleted");
    let form = Form { name: "tag", draft: kept, surface: PartnerCenter, done };
    answer_form(form, async {
        let unreadable = || Error::from(TagFault::Unreadable);
        let wanted = DeleteTag {
            request: draft.request.parse().map_err(|_| unreadable())?,
            id: draft.id.parse().map_err(|_| unreadable())?,
            seen: draft.version.parse().map_err(|_| unreadable())?,
        };
        services::customers::delete_tag(&caller(PartnerCenter).await?, wanted).await.map(drop)
    })
    .await
}

/// Puts a tag on a customer or takes it off.
///
/// # Errors
///
/// As `MarkCustomersDraft::parse` and `services::customers::mark_customers`.
#[server(prefix = "/rpc", endpoint = "customers/mark")]
pub async fn mark_customers(
    /// The form as it was sent.
    draft: MarkCustomersDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;

    let (kept, done) = (draft.clone(), "customer-marked");
    let form = Form { name: "mark", draft: kept, surface: PartnerCenter, done };
    answer_form(form, async {
        let wanted = draft.parse()?;
        services::customers::mark_customers(&caller(PartnerCenter).await?, wanted).await.map(drop)
    })
    .await
}
