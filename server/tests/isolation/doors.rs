//! Every address of customers, subscriptions and licences: what it needs, and who may.

use domain::access::Action::{self, *};

/// Where an address is called, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// As the router has it; `{…}` stands for the id of a thing.
    pub path: &'static str,
    /// The query or the form, likewise.
    pub fields: &'static str,
    /// One of these is needed.
    pub who: &'static [Action],
}

const fn door(path: &'static str, fields: &'static str, who: &'static [Action]) -> Door {
    Door { path, fields, who }
}

/// The hidden fields of a form that changes a subscription, with those of its own.
macro_rules! target {
    ($rest:literal) => {
        concat!(
            "draft[target][request]={request}&draft[target][customer]={customer}",
            "&draft[target][subscription]={subscription}&draft[target][seen]=1",
            $rest
        )
    };
}

/// The hidden fields of a form that changes a person, with those of its own.
macro_rules! person {
    ($rest:literal) => {
        concat!("draft[request]={request}&draft[user]={user}&draft[version]=1", $rest)
    };
}

const EDIT: &str = "draft[request]={request}&draft[id]={customer}&draft[version]=1&draft[name]=A\
    &draft[uscc]=91330106MA2DEM033H&draft[address1]=1&draft[province]=ZJ&draft[city]=A\
    &draft[postcode]=310012&draft[family_name]=A&draft[given_name]=B\
    &draft[email]=a@b.example&draft[contact_phone]=13912345678";

/// Of Partner Center.
pub const PARTNER: &[Door] = &[
    door("/rpc/customers/account", "id={customer}", &[ViewCustomer]),
    door("/rpc/customers/create", "draft[request]={request}", &[CreateCustomer]),
    door(
        "/rpc/customers/delete-tag",
        "draft[request]={request}&draft[id]={tag}&draft[version]=1",
        &[EditCustomer],
    ),
    door("/rpc/customers/drop-new", "draft[request]={request}", &[CreateCustomer]),
    door("/rpc/customers/edit", EDIT, &[EditCustomer]),
    door("/rpc/customers/find-editable", "id={customer}", &[EditCustomer]),
    door("/rpc/customers/keep-new", "draft[request]={request}", &[CreateCustomer]),
    door("/rpc/customers/list", "query[words]=", &[ListCustomers]),
    door(
        "/rpc/customers/mark",
        "draft[request]={request}&draft[tag]={tag}&draft[customers]={customer}",
        &[EditCustomer],
    ),
    door("/rpc/customers/review", "", &[CreateCustomer]),
    door(
        "/rpc/customers/save-tag",
        "draft[request]={request}&draft[id]={tag}&draft[version]=1&draft[name]=VIP&draft[colour]=blue",
        &[EditCustomer],
    ),
    door("/rpc/customers/tags", "", &[ViewCustomer]),
    door("/rpc/customers/timeline", "id={customer}&query[kind]=customer-created", &[ViewCustomer]),
    door("/rpc/customers/welcome", "id={customer}", &[ViewCustomer]),
    door("/rpc/customers/wizard", "", &[CreateCustomer]),
    door("/rpc/deadlines/calendar", "", &[SeeSubscriptions]),
    door("/rpc/deadlines/list", "", &[SeeSubscriptions]),
    door("/rpc/deadlines/nearest", "", &[SeeSubscriptions]),
    door("/rpc/deadlines/rotate-calendar", "draft[request]={request}", &[SeeSubscriptions]),
    door("/rpc/deadlines/stop-calendar", "draft[request]={request}", &[SeeSubscriptions]),
    door(
        "/rpc/disputes/close",
        "draft[request]={request}&draft[id]={dispute}&draft[version]=1\
         &draft[informed_on]=2019-06-20",
        &[RaiseBillingDispute],
    ),
    door("/rpc/disputes/chosen", "invoice={invoice}&lines[0]=1", &[RaiseBillingDispute]),
    door("/rpc/disputes/customer", "customer={customer}", &[ViewReconciliationFiles]),
    door("/rpc/disputes/disputable", "invoice={invoice}&after=0", &[RaiseBillingDispute]),
    door("/rpc/disputes/find", "id={dispute}", &[RaiseBillingDispute]),
    door("/rpc/disputes/list", "query[status]=open", &[RaiseBillingDispute]),
    door(
        "/rpc/disputes/raise",
        "draft[request]={request}&draft[invoice]={invoice}&draft[lines][]=1&draft[amount]=1\
         &draft[reason]=tax&draft[text]=1234567890",
        &[RaiseBillingDispute],
    ),
    door("/rpc/fapiao/form", "invoice={invoice}", &[RequestFapiao]),
    door("/rpc/fapiao/list", "query[status]=issued", &[RequestFapiao]),
    door(
        "/rpc/fapiao/request",
        "draft[request]={request}&draft[invoice]={invoice}&draft[kind]=general&draft[title]=AB\
         &draft[delivery]=pick-up&draft[recipient]=A&draft[phone]=13912345678",
        &[RequestFapiao],
    ),
    door(
        "/rpc/licences/seats",
        "query[customer]={customer}&query[idle_only]=false&query[page]=0",
        &[SeeSubscriptions],
    ),
    door("/rpc/on-behalf/find", "customer={customer}", &[ViewCustomer]),
    door("/rpc/on-behalf/open", "draft[customer]={customer}", &[AdministerOnBehalf]),
    door("/rpc/orders/catalogue", "customer={customer}", &[SeeCatalogue]),
    door(
        "/rpc/orders/order-add-on",
        "draft[request]={request}&draft[customer]={customer}&draft[parent]={subscription}\
         &draft[offer]={add_on}&draft[quantity]=1",
        &[OrderAddOn],
    ),
    door(
        "/rpc/orders/place",
        "draft[request]={request}&draft[customer]={customer}\
         &draft[lines][0][offer]={offer}&draft[lines][0][quantity]=1",
        &[CreateSubscription],
    ),
    door("/rpc/subscriptions/change-quantity", target!("&draft[quantity]=7"), &[ChangeQuantity]),
    door("/rpc/subscriptions/change-reseller", target!("&draft[reseller]="), &[ChangeReseller]),
    door("/rpc/subscriptions/find", "customer={customer}&id={subscription}", &[SeeSubscriptions]),
    door("/rpc/subscriptions/list", "customer={customer}", &[SeeSubscriptions]),
    door("/rpc/subscriptions/reactivate", target!(""), &[ReactivateSubscription]),
    door(
        "/rpc/subscriptions/rehearse",
        "customer={customer}&id={subscription}",
        &[SuspendSubscription],
    ),
    door("/rpc/subscriptions/rename", target!("&draft[nickname]=a"), &[RenameSubscription]),
    door(
        "/rpc/subscriptions/suspend",
        target!("&draft[reason]=non-payment&draft[note]="),
        &[SuspendSubscription],
    ),
    door(
        "/rpc/subscriptions/upgrade",
        target!("&draft[offer]={offer}&draft[quantity]=1"),
        &[UpgradeSubscription],
    ),
    door(
        "/rpc/subscriptions/what-if",
        "proposal[Quantity][target][request]={request}\
         &proposal[Quantity][target][customer]={customer}\
         &proposal[Quantity][target][subscription]={subscription}\
         &proposal[Quantity][target][seen]=1&proposal[Quantity][quantity]=7",
        &[EstimateCosts],
    ),
    door(
        "/rpc/customers/delete-view",
        "draft[request]={request}&draft[id]={view}",
        &[ListCustomers],
    ),
    door("/rpc/customers/risk", "id={customer}", &[AssessCustomerRisk]),
    door(
        "/rpc/customers/save-policy",
        "draft[request]={request}&draft[version]=0&draft[policy]=a",
        &[AssessCustomerRisk],
    ),
    door(
        "/rpc/customers/save-risk",
        "draft[request]={request}&draft[customer]={customer}&draft[version]=0&draft[notes]=a",
        &[AssessCustomerRisk],
    ),
    door(
        "/rpc/customers/save-view",
        "draft[request]={request}&draft[name]=a&draft[query]=words%3Da",
        &[ListCustomers],
    ),
    door("/files/customers.csv", "", &[ExportCustomers]),
    door("/files/customers.xlsx", "", &[ExportCustomers]),
    door("/files/subscriptions.csv", "customer={customer}", &[ExportSubscriptions]),
    door("/files/subscriptions.xlsx", "customer={customer}", &[ExportSubscriptions]),
    door("/billing/disputes", "", &[RaiseBillingDispute]),
    door("/billing/disputes/new", "invoice={invoice}", &[RaiseBillingDispute]),
    door("/billing/disputes/new/reason", "invoice={invoice}&lines=1", &[RaiseBillingDispute]),
    door("/billing/disputes/{dispute}", "", &[RaiseBillingDispute]),
    door("/billing/fapiao", "", &[RequestFapiao]),
    door("/billing/fapiao/new", "invoice={invoice}", &[RequestFapiao]),
    door("/customers", "", &[ListCustomers]),
    door("/customers/tags", "", &[ViewCustomer]),
    door("/customers/new", "", &[CreateCustomer]),
    door("/customers/new/review", "", &[CreateCustomer]),
    door("/customers/{customer}", "", &[SeeSubscriptions]),
    door("/customers/{customer}/account", "", &[ViewCustomer]),
    door("/customers/{customer}/account/edit", "", &[EditCustomer]),
    door("/customers/{customer}/billing", "", &[ViewReconciliationFiles]),
    door("/customers/{customer}/risk", "", &[AssessCustomerRisk]),
    // Guidance without anybody's data: for whoever has signed in.
    door("/customers/non-payment", "", &[SignIn]),
    door("/customers/{customer}/services", "", &[ViewCustomer]),
    door("/customers/{customer}/timeline", "", &[ViewCustomer]),
    door("/customers/{customer}/welcome", "", &[ViewCustomer]),
    door("/customers/{customer}/subscriptions/new", "", &[SeeCatalogue]),
    door("/customers/{customer}/subscriptions/{subscription}", "", &[SeeSubscriptions]),
    door("/customers/{customer}/subscriptions/{subscription}/suspend", "", &[SuspendSubscription]),
    door("/customers/{customer}/subscriptions/{subscription}/upgrade", "", &[SeeSubscriptions]),
    door("/deadlines", "", &[SeeSubscriptions]),
    door("/seats", "customer={customer}", &[SeeSubscriptions]),
];

/// Of the customers' admin center.
pub const CUSTOMER: &[Door] = &[
    door(
        "/rpc/licences/apply",
        "draft[request]={request}&draft[job]={job}&draft[seen]=1",
        &[AssignLicences],
    ),
    door(
        "/rpc/licences/check-selection",
        "draft[request]={request}&draft[users][]={user}&draft[licence]={sku}&draft[action]=assign",
        &[AssignLicences],
    ),
    door("/rpc/licences/job", "job={job}&filter[after]=0", &[AssignLicences]),
    door("/rpc/licences/jobs", "", &[AssignLicences]),
    door("/rpc/licences/own-subscriptions", "", &[SeeOwnSubscriptions]),
    door("/rpc/licences/pools", "", &[ListUsers]),
    door("/rpc/licences/set", person!(""), &[AssignLicences]),
    door(
        "/rpc/licences/undo",
        "draft[request]={request}&draft[job]={job}&draft[seen]=1",
        &[AssignLicences],
    ),
    door(
        "/rpc/users/add",
        "draft[request]={request}&draft[display_name]=a&draft[user_name]=a",
        &[EditUsers],
    ),
    door("/rpc/users/block", person!(""), &[EditUsers]),
    door("/rpc/users/delete", person!(""), &[EditUsers]),
    door("/rpc/users/edit", person!("&draft[display_name]=a"), &[EditUsers]),
    door("/rpc/users/find", "user={user}", &[ListUsers]),
    door("/rpc/users/begin-import", "", &[EditUsers]),
    door(
        "/rpc/users/import",
        "draft[request]={request}&draft[job]={job}&draft[seen]=0",
        &[EditUsers],
    ),
    door("/rpc/users/import-file", "job={job}", &[EditUsers]),
    door("/rpc/users/list", "query[words]=&query[size]=0", &[ListUsers]),
    door("/rpc/users/new", "", &[EditUsers]),
    door("/rpc/users/reset-password", person!(""), &[ResetUserPassword]),
    door("/rpc/users/restore", person!(""), &[EditUsers]),
    door("/rpc/users/set-roles", person!(""), &[GiveCustomerAdminRole]),
    door("/rpc/users/unblock", person!(""), &[EditUsers]),
    door("/admin/files/licences-problems.csv", "job={job}", &[AssignLicences]),
    door("/admin/files/licences-problems.xlsx", "job={job}", &[AssignLicences]),
    door("/admin/files/licences-template.csv", "", &[AssignLicences]),
    door("/admin/files/licences-template.xlsx", "", &[AssignLicences]),
    door("/admin/files/users-template.csv", "", &[EditUsers]),
    door("/admin/files/users-template.xlsx", "", &[EditUsers]),
    door("/admin/users/import", "", &[EditUsers]),
    door("/admin/users/import/{job}", "", &[EditUsers]),
    door("/admin/users", "", &[ListUsers]),
    door("/admin/users/new", "", &[EditUsers]),
    door("/admin/users/{user}", "", &[ListUsers]),
    door("/admin/licences", "", &[ListUsers]),
    door("/admin/licences/bulk", "", &[AssignLicences]),
    door("/admin/licences/bulk/{job}", "", &[AssignLicences]),
    door("/admin/subscriptions", "", &[SeeOwnSubscriptions]),
];

/// What is asked in another way, and where that is tested.
pub const ELSEWHERE: &[&str] = &[
    // A file with a form around it: `licences.rs`.
    "/admin/files/licences",
    "/admin/files/users",
    // A secret is the key: `deadlines.rs`.
    "/files/calendar/{file}",
    // Of whoever is in the admin center on behalf: `licences.rs`.
    "/rpc/on-behalf/end",
];
