//! Which page stands at which address, on each of the three surfaces.
//!
//! Every page but the frame is a lazy route: the browser loads it when it is opened.

use domain::error::{Entity, Error};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{Lazy, SsrMode, path};

use crate::account::{
    AccountPage, ChangePasswordPage, EnrolPage, FirstPasswordPage, SecondFactorPage,
    SecondFactorSettingsPage, SignInPage,
};
use crate::activity::ActivityPage;
use crate::billing::{
    BillingPage, ChangesPage, ExposurePage, FilesPage, InvoicePage, PaymentsPage, ScenariosPage,
};
use crate::catalogue::{CataloguePage, CustomizePage, OfferPage};
use crate::context::with_page;
use crate::customers::{
    CustomerAccountPage, CustomerBillsPage, CustomerRiskPage, CustomerTagsPage,
    CustomerTimelinePage, CustomersPage, EditCustomerPage, NewCustomerPage, NonPaymentPage,
    ReviewCustomerPage, WelcomeCustomerPage,
};
use crate::deadlines::DeadlinesPage;
use crate::disputes::{
    ChooseLinesPage, DisputePage, DisputesPage, OperatorDisputePage, OperatorDisputesPage,
    RaiseDisputePage,
};
use crate::fapiao::{FapiaosPage, OperatorFapiaoPage, OperatorFapiaosPage, RequestFapiaoPage};
use crate::frame::{ErrorPage, Frame};
use crate::help::HelpPage;
use crate::licences::{
    BulkJobPage, BulkPage, ImportFilePage, ImportPage, NewUserPage, OnBehalfPage,
    OwnSubscriptionsPage, PoolsPage, SeatsPage, ToldPage, UserPage, UsersPage,
};
use crate::mails::OutboxPage;
use crate::orders::OrderPage;
use crate::overview::{AdminCenterPage, BackOfficePage, HomePage};
use crate::partner_accounts::{PartnerAccountPage, PartnerAccountsPage};
use crate::prices::{OperatorPricesPage, PriceChangesPage, PricingPage, SpecialPricesPage};
use crate::styleguide::StyleguidePage;
use crate::subscriptions::{SubscriptionPage, SubscriptionsPage, SuspendPage, UpgradePage};

/// The whole portal.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    // Such a document carries no script: it stays as the server wrote it.
    if let Some(failure) = with_page(|page| page.failure.clone()) {
        let page = view! {
            <Router>
                <Frame>
                    <ErrorPage failure />
                </Frame>
            </Router>
        };
        return page.into_any();
    }
    if let Some(told) = with_page(|page| page.told.clone()) {
        let page = view! {
            <Router>
                <Frame>
                    <ToldPage told />
                </Frame>
            </Router>
        };
        return page.into_any();
    }
    let missing =
        || view! { <ErrorPage failure=Error::NotFound { entity: Entity::Page }.into() /> };
    view! {
        <Router>
            <Frame>
                <FlatRoutes fallback=missing>
                    <Route path=path!("/") view={Lazy::<HomePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/catalog") view={Lazy::<CataloguePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/pricing") view={Lazy::<PricingPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/pricing/changes") view={Lazy::<PriceChangesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/special-prices") view={Lazy::<SpecialPricesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/prices") view={Lazy::<OperatorPricesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/catalog/:offer") view={Lazy::<OfferPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/settings/catalog") view={Lazy::<CustomizePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/settings/activity") view={Lazy::<ActivityPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers") view={Lazy::<CustomersPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/tags") view={Lazy::<CustomerTagsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/new") view={Lazy::<NewCustomerPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/new/review") view={Lazy::<ReviewCustomerPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/welcome") view={Lazy::<WelcomeCustomerPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/billing") view={Lazy::<CustomerBillsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/account") view={Lazy::<CustomerAccountPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/timeline") view={Lazy::<CustomerTimelinePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/non-payment") view={Lazy::<NonPaymentPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/risk") view={Lazy::<CustomerRiskPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/account/edit") view={Lazy::<EditCustomerPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin") view={Lazy::<AdminCenterPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/users") view={Lazy::<UsersPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/users/new") view={Lazy::<NewUserPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/users/import") view={Lazy::<ImportPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/users/import/:job") view={Lazy::<ImportFilePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/users/:user") view={Lazy::<UserPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/licences") view={Lazy::<PoolsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/licences/bulk") view={Lazy::<BulkPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/licences/bulk/:job") view={Lazy::<BulkJobPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/subscriptions") view={Lazy::<OwnSubscriptionsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/services") view={Lazy::<OnBehalfPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/seats") view={Lazy::<SeatsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator") view={Lazy::<BackOfficePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing") view={Lazy::<BillingPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/disputes") view={Lazy::<DisputesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/disputes/new") view={Lazy::<ChooseLinesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/disputes/new/reason") view={Lazy::<RaiseDisputePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/disputes/:dispute") view={Lazy::<DisputePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/accounts") view={Lazy::<PartnerAccountsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/accounts/:partner") view={Lazy::<PartnerAccountPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/fapiao") view={Lazy::<FapiaosPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/fapiao/new") view={Lazy::<RequestFapiaoPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/fapiao") view={Lazy::<OperatorFapiaosPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/fapiao/:fapiao") view={Lazy::<OperatorFapiaoPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/disputes") view={Lazy::<OperatorDisputesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/disputes/:dispute") view={Lazy::<OperatorDisputePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/exposure") view={Lazy::<ExposurePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/:invoice/changes") view={Lazy::<ChangesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/:invoice") view={Lazy::<InvoicePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/billing/:invoice/files") view={Lazy::<FilesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/payments") view={Lazy::<PaymentsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/outbox") view={Lazy::<OutboxPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/deadlines") view={Lazy::<DeadlinesPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer") view={Lazy::<SubscriptionsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/subscriptions/new") view={Lazy::<OrderPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/subscriptions/:subscription") view={Lazy::<SubscriptionPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/subscriptions/:subscription/suspend") view={Lazy::<SuspendPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:customer/subscriptions/:subscription/upgrade") view={Lazy::<UpgradePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/styleguide") view={Lazy::<StyleguidePage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/sign-in") view={Lazy::<SignInPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/sign-in/password") view={Lazy::<FirstPasswordPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/sign-in/second-factor") view={Lazy::<SecondFactorPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/sign-in/set-up") view={Lazy::<EnrolPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/account") view={Lazy::<AccountPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/account/password") view={Lazy::<ChangePasswordPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/account/second-factor") view={Lazy::<SecondFactorSettingsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/billing-scenarios") view={Lazy::<ScenariosPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help") view={Lazy::<HelpPage>::new()} ssr=SsrMode::Async />
                    // The same pages on the other two surfaces: who the reader is comes with the page load.
                    <Route path=path!("/admin/sign-in") view={Lazy::<SignInPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/sign-in") view={Lazy::<SignInPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/sign-in/password") view={Lazy::<FirstPasswordPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/sign-in/password") view={Lazy::<FirstPasswordPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/sign-in/second-factor") view={Lazy::<SecondFactorPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/sign-in/second-factor") view={Lazy::<SecondFactorPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/sign-in/set-up") view={Lazy::<EnrolPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/sign-in/set-up") view={Lazy::<EnrolPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/account") view={Lazy::<AccountPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/account") view={Lazy::<AccountPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/account/password") view={Lazy::<ChangePasswordPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/account/password") view={Lazy::<ChangePasswordPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/account/second-factor") view={Lazy::<SecondFactorSettingsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/account/second-factor") view={Lazy::<SecondFactorSettingsPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/help") view={Lazy::<HelpPage>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/operator/help") view={Lazy::<HelpPage>::new()} ssr=SsrMode::Async />
                </FlatRoutes>
            </Frame>
        </Router>
    }
    .into_any()
}
