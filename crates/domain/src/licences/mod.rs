//! A customer's people and their licences, one by one and many at once.

mod assign;
mod bulk;
mod fault;
mod import;
mod jobs;
mod people;
mod query;
mod seats;

pub use assign::{
    Held, LicenceStep, OffPlans, ServicePlan, SetLicences, SetLicencesDraft, Sku, Skus, changes,
    check_conflicts,
};
pub use bulk::{
    BULK_HEADER, BulkAction, BulkCells, BulkRow, BulkSelection, BulkSelectionDraft, BulkStep,
    Planner, Present, RowPlan, bulk_sample, bulk_user_name, read_bulk_header, read_bulk_row,
};
pub use fault::{BulkFault, ImportFault, LicenceRefusal, OnBehalfRefusal, UserFault, UserRefusal};
pub use import::{IMPORT_HEADER, ImportCells, ImportRow, MAX_IMPORT_ROWS, NewPerson, read_import};
pub use jobs::{
    BulkCommand, BulkFilter, BulkJobView, BulkOutcome, BulkRowView, BulkStatus, BulkView,
    CellFault, ImportRowView, ImportView, ImportedUser, ImportedUsers,
};
pub use people::{
    AddUser, AddUserDraft, EditUser, EditUserDraft, PersonDetails, RESTORE_DAYS, SetRoles,
    SetRolesDraft, UsageLocation, UserName, UserStatus, check_not_self, check_password_reset,
    check_role_change, check_still_administered, restorable, user_name,
};
pub use query::{
    LicenceView, OwnSubscription, OwnSubscriptionsView, PasswordReset, PlanView, PoolsView,
    Restored, SupportContact, TemporaryPassword, UserAdded, UserCommand, UserDetails, UserFilter,
    UserRow, UsersQuery, UsersView,
};
pub use seats::{PoolSeats, SeatRow, SeatTotals, SeatsQuery, SeatsView};
