//! Customers: the companies that use the services, and what a partner keeps about them.

mod changes;
mod edit;
mod fault;
mod list;
mod model;
mod new;
mod profile;
mod risk;
mod tags;
mod timeline;
mod view;

pub use changes::{changes, described};
pub use edit::{BillingEdit, EditCustomer, EditCustomerDraft};
pub use fault::CustomerFault;
pub use list::{
    CustomerRights, CustomerRow, CustomerSort, CustomersQuery, CustomersView, PAGE_SIZES, Total,
};
pub use model::{Address, Billing, Company, Contact, MailLanguage, Profile, RelationshipKind};
pub use new::{CreatedCustomer, NewCustomer, NewCustomerDraft, first_admin};
pub(crate) use profile::Faults;
pub use profile::ProfileDraft;
pub use risk::{Risk, RiskFault, RiskView, SavePolicy, SavePolicyDraft, SaveRisk, SaveRiskDraft};
pub use tags::{
    DeleteTag, MAX_TAGS, MAX_TAGS_EACH, MAX_VIEWS, MarkCustomers, MarkCustomersDraft, SaveTag,
    SaveTagDraft, SaveView, SaveViewDraft, SavedView, TagColour, TagFault, TagView,
};
pub use timeline::{TimelineQuery, TimelineView};
pub use view::{BillingPart, CustomerDetails, DomainState, HubView};
