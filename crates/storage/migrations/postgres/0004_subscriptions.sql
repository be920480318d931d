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

-- The number of the last order: its row is locked until the order is there or never was, so that
-- numbers have no gaps.
CREATE TABLE order_numbers (
    name TEXT    NOT NULL PRIMARY KEY CHECK (name = 'orders'),
    last BIGINT NOT NULL
);
INSERT INTO order_numbers (name, last) VALUES ('orders', 0);

-- All days are days in Shanghai. unit_price is of one unit and month in 1/10000 yuan, locked until
-- renews_on, at whose beginning what does not renew (a trial) ends; free until the day before
-- first_billed_on. inactive_since is the first of the last days without a break on which it was not
-- active; the data dies at the beginning of deletes_on.
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
    renews          BOOLEAN NOT NULL,
    unit_price      BIGINT  NOT NULL CHECK (unit_price >= 0),
    reseller_mpn_id TEXT,
    inactive_since  DATE,
    reactivated_on  DATE,
    suspend_reason  TEXT    CHECK (suspend_reason IN ('customer-request', 'non-payment', 'fraud-or-misuse', 'operator', 'parent')),
    suspend_note    TEXT,
    deletes_on      DATE,
    deleted_on      DATE,
    upgraded_from   UUID    REFERENCES subscriptions (id),
    version         BIGINT  NOT NULL DEFAULT 1,
    created_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX subscriptions_customer_id_idx ON subscriptions (customer_id, partner_id, status);
CREATE INDEX subscriptions_partner_id_renews_on_idx ON subscriptions (partner_id, renews_on);
CREATE INDEX subscriptions_partner_id_deletes_on_idx ON subscriptions (partner_id, deletes_on);
CREATE INDEX subscriptions_order_id_idx ON subscriptions (order_id);
CREATE INDEX subscriptions_parent_id_idx ON subscriptions (parent_id);
CREATE INDEX subscriptions_upgraded_from_idx ON subscriptions (upgraded_from);
CREATE INDEX subscriptions_starts_on_idx ON subscriptions (status, starts_on);
CREATE INDEX subscriptions_renews_on_idx ON subscriptions (renews_on);
CREATE INDEX subscriptions_deletes_on_idx ON subscriptions (deletes_on);

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

-- The secret address at which somebody's calendar reads the deadlines; only its hash is kept.
CREATE TABLE calendar_tokens (
    user_id    UUID    NOT NULL PRIMARY KEY REFERENCES users (id),
    partner_id UUID    NOT NULL REFERENCES partners (id),
    token_hash BYTEA   NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX calendar_tokens_token_hash_key ON calendar_tokens (token_hash);
