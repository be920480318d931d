-- What customers have bought.
CREATE TABLE orders (
    id          UUID    NOT NULL PRIMARY KEY,
    partner_id  UUID    NOT NULL REFERENCES partners (id),
    customer_id UUID    NOT NULL REFERENCES customers (id),
    number      BIGINT  NOT NULL,
    po_number   TEXT,
    placed_on   DATE    NOT NULL,
    placed_at   TIMESTAMPTZ NOT NULL,
    placed_by   UUID    NOT NULL
);
CREATE UNIQUE INDEX orders_number_key ON orders (number);
CREATE INDEX orders_customer_id_idx ON orders (customer_id, placed_at);

-- All days are days in Shanghai. unit_price is of one unit and month in 1/10000 yuan, locked until
-- renews_on; free until the day before first_billed_on.
CREATE TABLE subscriptions (
    id              UUID    NOT NULL PRIMARY KEY,
    partner_id      UUID    NOT NULL REFERENCES partners (id),
    customer_id     UUID    NOT NULL REFERENCES customers (id),
    order_id        UUID    NOT NULL REFERENCES orders (id),
    offer_id        UUID    NOT NULL REFERENCES offers (id),
    parent_id       UUID    REFERENCES subscriptions (id),
    nickname        TEXT,
    quantity        BIGINT  NOT NULL CHECK (quantity >= 0),
    status          TEXT    NOT NULL CHECK (status IN ('pending', 'active', 'suspended', 'deleted')),
    ordered_on      DATE    NOT NULL,
    starts_on       DATE    NOT NULL,
    first_billed_on DATE    NOT NULL,
    renews_on       DATE    NOT NULL,
    unit_price      BIGINT  NOT NULL CHECK (unit_price >= 0),
    reseller_mpn_id TEXT,
    suspended_on    DATE,
    suspend_reason  TEXT    CHECK (suspend_reason IN ('customer-request', 'non-payment', 'fraud-or-misuse', 'operator', 'parent')),
    suspend_note    TEXT,
    deletes_on      DATE,
    deleted_on      DATE,
    upgraded_from   UUID    REFERENCES subscriptions (id),
    version         BIGINT  NOT NULL DEFAULT 1,
    created_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX subscriptions_customer_id_idx ON subscriptions (customer_id, partner_id, status);
CREATE INDEX subscriptions_partner_id_idx ON subscriptions (partner_id, status);
CREATE INDEX subscriptions_parent_id_idx ON subscriptions (parent_id);
CREATE INDEX subscriptions_deletes_on_idx ON subscriptions (deletes_on);
CREATE INDEX subscriptions_renews_on_idx ON subscriptions (renews_on);

-- The history a subscription is billed by: one row a change, in the order in which they came.
CREATE TABLE subscription_events (
    subscription_id UUID    NOT NULL REFERENCES subscriptions (id),
    seq             BIGINT  NOT NULL,
    kind            TEXT    NOT NULL CHECK (kind IN ('ordered', 'quantity', 'suspended', 'reactivated', 'upgraded-away', 'upgraded-to', 'renewed', 'deleted')),
    day             DATE    NOT NULL,
    quantity        BIGINT  NOT NULL,
    unit_price      BIGINT  NOT NULL,
    at              TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (subscription_id, seq)
);
