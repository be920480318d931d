//! What a partner owes, and why: from histories to lines, from lines to invoices.

mod account;
mod asked;
mod book;
mod calendar;
mod changes;
mod charge;
mod commitment;
mod credit_note;
mod dispute;
mod dues;
mod engine;
mod exact;
mod examples;
mod exposure;
mod fapiao;
mod file_view;
mod history;
mod invoice;
mod line;
mod payment;
mod recon;
mod recorded;
mod refusal;
mod replay;
mod spend;
mod standing;
mod usage;
mod usage_file;
mod views;
mod whatif;

pub use account::{BillingAccount, Party};
pub use asked::{AskedQuery, AskedView};
pub use book::{Book, Deed, Event, Issued, IssuedLine};
pub use calendar::{BillingDay, Dated, Days, LAST_BILLING_DAY, Period};
pub use changes::{ChangesView, Charged, CustomerChange, Earlier, Parts, Side, sort_changes};
pub use charge::{ChargeType, Section};
pub use commitment::{Ahead, Commitments};
pub use credit_note::{
    CreditNoteDraft, CreditNoteFault, IssueCreditNote, check_credit_note, credit_note_number,
    credit_note_sections, creditable,
};
pub use dispute::{
    CloseDispute, CloseDisputeDraft, Contested, CustomerBill, CustomerBills, DISPUTE_DAYS,
    DecideDispute, DecideDisputeDraft, Decision, DisputableView, DisputeFault, DisputeLineView,
    DisputeReason, DisputeRefusal, DisputeStatus, DisputeSummary, DisputeView, DisputesQuery,
    DisputesView, LinePlace, MOST_LINES, RaiseDispute, RaiseDisputeDraft, SUPPORT_MONTHS,
    check_dispute, last_day_to_dispute,
};
pub use dues::{FinanceTerms, PAYMENT_DAYS, due_date, finance_charge, is_past_due, started_months};
pub use engine::{lines, upcoming_lines};
pub use exact::{Percent, Rounding, Step, TooLarge, VatRate};
pub use examples::{
    FirstBill, LatePayment, Scenario, ScenarioView, ScenariosView, UsageExample, examples,
};
pub use exposure::{
    Credit, Exposure, ExposureSort, ExposureView, Outlook, outlook, share_out, sort_exposures,
};
pub use fapiao::{
    FAPIAO_WAIT_DAYS, FapiaoDelivery, FapiaoDetails, FapiaoFault, FapiaoFormView, FapiaoKind,
    FapiaoQuery, FapiaoRefusal, FapiaoStatus, FapiaoStep, FapiaoSummary, FapiaoView, FapiaosView,
    MoveFapiao, MoveFapiaoDraft, RequestFapiao, RequestFapiaoDraft, check_fapiao, check_title,
};
pub use file_view::{
    FileKind, FileQuery, FileRows, FileView, MAX_PRINTED, PrintedInvoice, UsageLineView,
};
pub use history::{
    Change, DAYS_TO_DELETION, History, MAX_SEATS, Origin, Status, Stretch, TERM_MONTHS, Terms,
};
pub use invoice::Sections;
pub use line::{Amounts, Explanation, Kind, Line};
pub use payment::{Debtor, MAX_REFERENCE, PaymentDraft, PaymentFault, PaymentView, RecordPayment};
pub use recon::{
    LICENCE_COLUMNS, LicenceRow, from_midnight, platform_id, reseller_cell, until_midnight,
};
pub use recorded::{RecordedEvent, RecordedTerms, recorded_history};
pub use refusal::HistoryRefusal;
pub use replay::{ReplayError, replay};
pub use spend::{SERVICES, SpendMonth, SpendView, Spent, spend};
pub use standing::{
    ChangeStanding, LateInvoice, RunAgain, RunAgainDraft, StandingDraft, StandingRefusal,
    StandingStep, StandingView, SuspensionReason, check_standing, suspends,
};
pub use usage::{UsageCharge, UsageQuantity, effective_rates, usage_charge};
pub use usage_file::{Meter, REGION, USAGE_COLUMNS, UsageRow};
pub use views::{
    BillingView, CustomerShare, InvoiceHeader, InvoiceKind, InvoiceStatus, InvoiceSummary,
    InvoiceView, LineView, LinesView, MAX_LISTED, ParkedRun, Proof, Seller, listed,
};
pub use whatif::{
    Agreed, ForeseenLine, Proposal, ProposalDraft, Proposed, Share, WhatIf, WhatIfChanged,
    WhatIfToken, compare, total,
};
