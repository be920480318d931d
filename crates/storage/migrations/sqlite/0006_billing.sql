-- What partners owe, and what they have paid. Money in fen, days in Shanghai, percentages in
-- 1/10000 of a percent.

-- On every line until the first renewal.
ALTER TABLE subscriptions ADD COLUMN discount INTEGER NOT NULL DEFAULT 0 CHECK (discount BETWEEN 0 AND 1000000);
CREATE INDEX subscriptions_partner_id_created_at_idx ON subscriptions (partner_id, created_at, id);

-- Since when and why a partner is held back.
ALTER TABLE partners ADD COLUMN suspended_on TEXT;
ALTER TABLE partners ADD COLUMN suspend_reason TEXT CHECK (suspend_reason IN ('overdue', 'operator'));

-- Who gets a partner's invoices, and on which terms. The monthly rate of finance charges is the
-- house's unless the law allows less.
CREATE TABLE billing_accounts (
    partner_id          BLOB    NOT NULL PRIMARY KEY REFERENCES partners (id),
    company_name        TEXT    NOT NULL,
    address_line1       TEXT    NOT NULL,
    address_line2       TEXT,
    district            TEXT,
    city                TEXT    NOT NULL,
    province            TEXT    NOT NULL,
    postal_code         TEXT    NOT NULL,
    contact_family_name TEXT    NOT NULL,
    contact_given_name  TEXT    NOT NULL,
    contact_email       TEXT    NOT NULL,
    mail_language       TEXT    NOT NULL CHECK (mail_language IN ('en', 'fr', 'zh-CN')),
    po_number           TEXT,
    payment_days        INTEGER NOT NULL DEFAULT 30 CHECK (payment_days BETWEEN 0 AND 365),
    suspend_after_days  INTEGER NOT NULL DEFAULT 30 CHECK (suspend_after_days BETWEEN 0 AND 365),
    legal_max_monthly   INTEGER CHECK (legal_max_monthly BETWEEN 0 AND 1000000),
    finance_charges     INTEGER NOT NULL DEFAULT 1 CHECK (finance_charges IN (0, 1)),
    version             INTEGER NOT NULL DEFAULT 1
) STRICT;

-- One row a partner and billing date that has been run: with an invoice, without charges, or parked
-- because something was wrong, until it is run again.
CREATE TABLE billing_runs (
    partner_id   BLOB    NOT NULL REFERENCES partners (id),
    billing_date TEXT    NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN ('issued', 'no-charges', 'parked')),
    reason       TEXT,
    attempts     INTEGER NOT NULL DEFAULT 1,
    ran_at       TEXT    NOT NULL,
    PRIMARY KEY (partner_id, billing_date)
) STRICT;
CREATE INDEX billing_runs_status_idx ON billing_runs (status, billing_date);

-- The last number of each month: its row is locked until the invoice is there or never was, so
-- that numbers have no gaps.
CREATE TABLE invoice_numbers (
    month TEXT    NOT NULL PRIMARY KEY,
    last  INTEGER NOT NULL
) STRICT;

-- An invoice as it was issued; header is who and where, as JSON. A credit note has negative sums
-- and says which invoice it corrects. payable is total + finance_charge.
CREATE TABLE invoices (
    id               BLOB    NOT NULL PRIMARY KEY,
    partner_id       BLOB    NOT NULL REFERENCES partners (id),
    number           TEXT    NOT NULL,
    kind             TEXT    NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
    corrects         BLOB    REFERENCES invoices (id),
    billing_date     TEXT    NOT NULL,
    period_first     TEXT    NOT NULL,
    period_last      TEXT    NOT NULL,
    issued_at        TEXT    NOT NULL,
    due_on           TEXT    NOT NULL,
    header           TEXT    NOT NULL,
    lines            INTEGER NOT NULL,
    usage_lines      INTEGER NOT NULL,
    recurring        INTEGER NOT NULL,
    other_products   INTEGER NOT NULL,
    usage            INTEGER NOT NULL,
    usage_discounts  INTEGER NOT NULL,
    discounts        INTEGER NOT NULL,
    credits          INTEGER NOT NULL,
    tax              INTEGER NOT NULL,
    total            INTEGER NOT NULL,
    previous_balance INTEGER NOT NULL,
    payments         INTEGER NOT NULL,
    finance_charge   INTEGER NOT NULL CHECK (finance_charge >= 0),
    payable          INTEGER NOT NULL,
    CHECK (recurring + other_products + usage + usage_discounts + discounts + credits + tax = total),
    CHECK (total + finance_charge = payable)
) STRICT;
CREATE UNIQUE INDEX invoices_number_key ON invoices (number);
CREATE INDEX invoices_partner_id_billing_date_idx ON invoices (partner_id, billing_date);
CREATE INDEX invoices_corrects_idx ON invoices (corrects);
-- A second invoice of one billing date is impossible.
CREATE UNIQUE INDEX invoices_partner_id_billing_date_key ON invoices (partner_id, billing_date) WHERE kind = 'invoice';

-- Where an invoice stands: what changes after it has been issued.
CREATE TABLE invoice_settlements (
    invoice_id     BLOB    NOT NULL PRIMARY KEY REFERENCES invoices (id),
    partner_id     BLOB    NOT NULL REFERENCES partners (id),
    due_on         TEXT    NOT NULL,
    payable        INTEGER NOT NULL,
    paid           INTEGER NOT NULL DEFAULT 0,
    paid_on        TEXT,
    finance_waived INTEGER NOT NULL DEFAULT 0 CHECK (finance_waived IN (0, 1)),
    version        INTEGER NOT NULL DEFAULT 1,
    CHECK (paid <= payable OR payable <= 0)
) STRICT;
CREATE INDEX invoice_settlements_partner_id_idx ON invoice_settlements (partner_id, paid_on, due_on);

-- One row a charge: the invoice's line and the row of the license-based file. What a reader of the
-- file sees is as it was when the invoice was issued. The lines are written before the invoice, whose
-- sums are known when the last of them is.
CREATE TABLE invoice_lines (
    invoice_id       BLOB    NOT NULL REFERENCES invoices (id) DEFERRABLE INITIALLY DEFERRED,
    position         INTEGER NOT NULL,
    customer_id      BLOB    NOT NULL REFERENCES customers (id),
    subscription_id  BLOB    NOT NULL REFERENCES subscriptions (id),
    offer_id         BLOB    NOT NULL REFERENCES offers (id),
    order_number     INTEGER NOT NULL,
    charge_type      TEXT    NOT NULL,
    first_day        TEXT    NOT NULL,
    last_day         TEXT    NOT NULL,
    period_first     TEXT    NOT NULL,
    unit_price       INTEGER NOT NULL,
    quantity         INTEGER NOT NULL,
    discount_percent INTEGER NOT NULL,
    vat              INTEGER NOT NULL,
    amount           INTEGER NOT NULL,
    discount         INTEGER NOT NULL,
    tax              INTEGER NOT NULL,
    starts_on        TEXT    NOT NULL,
    ends_on          TEXT    NOT NULL,
    customer_name    TEXT    NOT NULL,
    domain_prefix    TEXT    NOT NULL,
    nickname         TEXT,
    reseller_mpn_id  TEXT,
    dispute_id       BLOB,
    PRIMARY KEY (invoice_id, position)
) STRICT;
CREATE INDEX invoice_lines_customer_id_idx ON invoice_lines (customer_id, invoice_id);
CREATE INDEX invoice_lines_subscription_id_idx ON invoice_lines (subscription_id, first_day);

-- What meters have counted, in millionths of a unit; one row a day and meter.
CREATE TABLE usage_records (
    id              BLOB    NOT NULL PRIMARY KEY,
    partner_id      BLOB    NOT NULL REFERENCES partners (id),
    customer_id     BLOB    NOT NULL REFERENCES customers (id),
    subscription_id BLOB    NOT NULL REFERENCES subscriptions (id),
    used_on         TEXT    NOT NULL,
    meter           TEXT    NOT NULL,
    item            INTEGER NOT NULL,
    consumed        INTEGER NOT NULL CHECK (consumed >= 0),
    list_price      INTEGER NOT NULL CHECK (list_price >= 0),
    invoice_id      BLOB    REFERENCES invoices (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX usage_records_partner_id_idx ON usage_records (partner_id, invoice_id, used_on);
CREATE INDEX usage_records_subscription_id_idx ON usage_records (subscription_id);

-- One row of the usage-based file; meter is what is known of the meter, as JSON.
CREATE TABLE usage_lines (
    invoice_id      BLOB    NOT NULL REFERENCES invoices (id) DEFERRABLE INITIALLY DEFERRED,
    position        INTEGER NOT NULL,
    customer_id     BLOB    NOT NULL REFERENCES customers (id),
    subscription_id BLOB    NOT NULL REFERENCES subscriptions (id),
    offer_id        BLOB    NOT NULL REFERENCES offers (id),
    order_number    INTEGER NOT NULL,
    charge_type     TEXT    NOT NULL,
    first_day       TEXT    NOT NULL,
    last_day        TEXT    NOT NULL,
    meter           TEXT    NOT NULL,
    item            INTEGER NOT NULL,
    consumed        INTEGER NOT NULL,
    included        INTEGER NOT NULL,
    list_price      INTEGER NOT NULL,
    vat             INTEGER NOT NULL,
    amount          INTEGER NOT NULL,
    tax             INTEGER NOT NULL,
    customer_name   TEXT    NOT NULL,
    domain_prefix   TEXT    NOT NULL,
    nickname        TEXT,
    reseller_mpn_id TEXT,
    PRIMARY KEY (invoice_id, position)
) STRICT;
CREATE INDEX usage_lines_customer_id_idx ON usage_lines (customer_id, invoice_id);

-- What has been issued stays as it is.
CREATE TRIGGER invoices_no_update BEFORE UPDATE ON invoices
BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;
CREATE TRIGGER invoices_no_delete BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;
CREATE TRIGGER invoice_lines_no_update BEFORE UPDATE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;
CREATE TRIGGER invoice_lines_no_delete BEFORE DELETE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;
CREATE TRIGGER usage_lines_no_update BEFORE UPDATE ON usage_lines
BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;
CREATE TRIGGER usage_lines_no_delete BEFORE DELETE ON usage_lines
BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;

-- Bank transfers, as the operator records them; what is not allocated is credit.
CREATE TABLE payments (
    id          BLOB    NOT NULL PRIMARY KEY,
    partner_id  BLOB    NOT NULL REFERENCES partners (id),
    received_on TEXT    NOT NULL,
    amount      INTEGER NOT NULL CHECK (amount > 0),
    allocated   INTEGER NOT NULL DEFAULT 0 CHECK (allocated BETWEEN 0 AND amount),
    reference   TEXT    NOT NULL,
    recorded_by BLOB    NOT NULL,
    recorded_at TEXT    NOT NULL
) STRICT;
CREATE INDEX payments_partner_id_idx ON payments (partner_id, received_on);
-- The same transfer is recorded once.
CREATE UNIQUE INDEX payments_partner_id_reference_key ON payments (partner_id, reference);

-- What paid an invoice: a payment or a credit note.
CREATE TABLE payment_allocations (
    id             BLOB    NOT NULL PRIMARY KEY,
    invoice_id     BLOB    NOT NULL REFERENCES invoices (id),
    payment_id     BLOB    REFERENCES payments (id),
    credit_note_id BLOB    REFERENCES invoices (id),
    amount         INTEGER NOT NULL CHECK (amount > 0),
    allocated_on   TEXT    NOT NULL
) STRICT;
CREATE INDEX payment_allocations_invoice_id_idx ON payment_allocations (invoice_id);
CREATE INDEX payment_allocations_payment_id_idx ON payment_allocations (payment_id);
CREATE INDEX payment_allocations_credit_note_id_idx ON payment_allocations (credit_note_id);

-- What being late has cost so far: one row an overdue invoice and the invoice it was charged on.
CREATE TABLE finance_charges (
    overdue_id BLOB    NOT NULL REFERENCES invoices (id),
    invoice_id BLOB    NOT NULL REFERENCES invoices (id),
    months     INTEGER NOT NULL CHECK (months > 0),
    amount     INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (overdue_id, invoice_id)
) STRICT;
CREATE INDEX finance_charges_invoice_id_idx ON finance_charges (invoice_id);

-- Reminders that have been sent, each once.
CREATE TABLE billing_notices (
    invoice_id BLOB    NOT NULL REFERENCES invoices (id),
    kind       TEXT    NOT NULL,
    sent_on    TEXT    NOT NULL,
    PRIMARY KEY (invoice_id, kind)
) STRICT;

-- Lines that a partner disputes; an accepted one becomes an offset line of the next invoice.
CREATE TABLE disputes (
    id          BLOB    NOT NULL PRIMARY KEY,
    partner_id  BLOB    NOT NULL REFERENCES partners (id),
    invoice_id  BLOB    NOT NULL REFERENCES invoices (id),
    number      INTEGER NOT NULL,
    reason      TEXT    NOT NULL CHECK (reason IN ('quantity', 'price', 'cancelled', 'tax', 'other')),
    text        TEXT    NOT NULL,
    amount      INTEGER NOT NULL CHECK (amount > 0),
    status      TEXT    NOT NULL CHECK (status IN ('open', 'accepted', 'refused', 'closed')),
    accepted    INTEGER CHECK (accepted > 0),
    answer      TEXT,
    raised_by   BLOB    NOT NULL,
    raised_by_name TEXT NOT NULL,
    raised_at   TEXT    NOT NULL,
    decided_by  BLOB,
    decided_at  TEXT,
    informed_on TEXT,
    informed_by_name TEXT,
    offset_invoice_id BLOB REFERENCES invoices (id),
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX disputes_number_key ON disputes (number);
CREATE INDEX disputes_partner_id_idx ON disputes (partner_id, status);
CREATE INDEX disputes_invoice_id_idx ON disputes (invoice_id);

CREATE TABLE dispute_lines (
    dispute_id BLOB    NOT NULL REFERENCES disputes (id),
    invoice_id BLOB    NOT NULL,
    position   INTEGER NOT NULL,
    PRIMARY KEY (dispute_id, position),
    FOREIGN KEY (invoice_id, position) REFERENCES invoice_lines (invoice_id, position)
) STRICT;
CREATE INDEX dispute_lines_invoice_id_idx ON dispute_lines (invoice_id, position);

-- Requests for the official paper; details are the title's tax data and the delivery, as JSON.
CREATE TABLE fapiao_requests (
    id           BLOB    NOT NULL PRIMARY KEY,
    partner_id   BLOB    NOT NULL REFERENCES partners (id),
    invoice_id   BLOB    NOT NULL REFERENCES invoices (id),
    kind         TEXT    NOT NULL CHECK (kind IN ('general', 'special')),
    title        TEXT    NOT NULL,
    details      TEXT    NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN ('submitted', 'issued', 'mailed', 'unavailable')),
    expected_on  TEXT,
    fapiao_number TEXT,
    requested_by BLOB    NOT NULL,
    requested_at TEXT    NOT NULL,
    changed_at   TEXT    NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;
-- One title, one request an invoice.
CREATE UNIQUE INDEX fapiao_requests_invoice_id_key ON fapiao_requests (invoice_id);
CREATE INDEX fapiao_requests_partner_id_idx ON fapiao_requests (partner_id);
CREATE INDEX fapiao_requests_status_idx ON fapiao_requests (status, requested_at);
