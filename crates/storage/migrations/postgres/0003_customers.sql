-- Who a customer is, and what a partner keeps about it.
ALTER TABLE customers ADD COLUMN segment TEXT NOT NULL DEFAULT 'commercial' CHECK (segment IN ('commercial', 'education', 'government'));
-- search_key holds, each on a line of its own and folded: the name, the first letters of its pinyin
-- as far as they are known, the initial domain.
UPDATE customers SET search_key = search_key || chr(10) || chr(10) || domain_prefix || '.partner.onmschina.cn';
CREATE INDEX customers_uscc_idx ON customers (uscc);

-- A partner's list of customers is read from here alone, in three orders: what it sorts and
-- searches by is copied from the customer.
ALTER TABLE relationships ADD COLUMN kind TEXT NOT NULL DEFAULT 'reseller' CHECK (kind IN ('reseller', 'indirect-provider'));
ALTER TABLE relationships ADD COLUMN sort_key BYTEA NOT NULL DEFAULT '';
ALTER TABLE relationships ADD COLUMN domain_prefix TEXT NOT NULL DEFAULT '';
ALTER TABLE relationships ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
UPDATE relationships
SET sort_key = (SELECT c.sort_key FROM customers c WHERE c.id = customer_id),
    domain_prefix = (SELECT c.domain_prefix FROM customers c WHERE c.id = customer_id),
    search_key = (SELECT c.search_key FROM customers c WHERE c.id = customer_id);
CREATE INDEX relationships_name_idx ON relationships (partner_id, sort_key, customer_id, delegated_admin, search_key);
CREATE INDEX relationships_domain_idx ON relationships (partner_id, domain_prefix, customer_id, delegated_admin, search_key);
CREATE INDEX relationships_kind_idx ON relationships (partner_id, kind, delegated_admin, sort_key, customer_id, search_key);
CREATE INDEX relationships_established_at_idx ON relationships (partner_id, established_at);
CREATE INDEX relationships_customer_id_idx ON relationships (customer_id);

-- What happened to one customer.
CREATE INDEX activity_log_customer_id_idx ON activity_log (tenant_id, customer_id, seq);

CREATE TABLE customer_profiles (
    customer_id         UUID    NOT NULL PRIMARY KEY REFERENCES customers (id),
    qualification       TEXT,
    address_line1       TEXT    NOT NULL,
    address_line2       TEXT,
    district            TEXT,
    city                TEXT    NOT NULL,
    province            TEXT    NOT NULL,
    postal_code         TEXT    NOT NULL,
    phone               TEXT,
    contact_family_name TEXT    NOT NULL,
    contact_given_name  TEXT    NOT NULL,
    contact_email       TEXT    NOT NULL,
    contact_phone       TEXT    NOT NULL,
    mail_language       TEXT    NOT NULL CHECK (mail_language IN ('en', 'fr', 'zh-CN')),
    billing             TEXT,
    agreement_at        TIMESTAMPTZ,
    agreement_by        TEXT
);

CREATE TABLE tags (
    id         UUID    NOT NULL PRIMARY KEY,
    partner_id UUID    NOT NULL REFERENCES partners (id),
    name       TEXT    NOT NULL,
    search_key TEXT    NOT NULL,
    colour     TEXT    NOT NULL,
    version    BIGINT  NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX tags_partner_id_search_key_key ON tags (partner_id, search_key);

CREATE TABLE customer_tags (
    partner_id  UUID    NOT NULL REFERENCES partners (id),
    customer_id UUID    NOT NULL REFERENCES customers (id),
    tag_id      UUID    NOT NULL REFERENCES tags (id),
    PRIMARY KEY (partner_id, customer_id, tag_id)
);
CREATE INDEX customer_tags_tag_id_idx ON customer_tags (tag_id, customer_id);

-- A person's named filters of a list; query is the address's part after the question mark.
CREATE TABLE saved_views (
    id      UUID    NOT NULL PRIMARY KEY,
    user_id UUID    NOT NULL REFERENCES users (id),
    list    TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    query   TEXT    NOT NULL
);
CREATE UNIQUE INDEX saved_views_user_id_list_name_key ON saved_views (user_id, list, name);

-- What somebody has begun and not yet sent.
CREATE TABLE drafts (
    user_id  UUID    NOT NULL REFERENCES users (id),
    form     TEXT    NOT NULL,
    draft    TEXT    NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, form)
);

-- What a partner notes about a customer that may not pay; credit_limit in fen.
CREATE TABLE customer_risks (
    partner_id      UUID    NOT NULL REFERENCES partners (id),
    customer_id     UUID    NOT NULL REFERENCES customers (id),
    notes           TEXT    NOT NULL,
    overdue         BOOLEAN NOT NULL,
    credit_limit    BIGINT ,
    version         BIGINT  NOT NULL,
    changed_by_name TEXT    NOT NULL,
    changed_at      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (partner_id, customer_id)
);

CREATE TABLE collections_policies (
    partner_id UUID    NOT NULL PRIMARY KEY REFERENCES partners (id),
    policy     TEXT    NOT NULL,
    version    BIGINT  NOT NULL
);

-- Mails written with the change they tell of, sent afterwards.
CREATE TABLE outbox (
    id         UUID    NOT NULL PRIMARY KEY,
    tenant_id  UUID    NOT NULL,
    kind       TEXT    NOT NULL,
    language   TEXT    NOT NULL CHECK (language IN ('en', 'fr', 'zh-CN')),
    address    TEXT    NOT NULL,
    arguments  TEXT    NOT NULL,
    status     TEXT    NOT NULL CHECK (status IN ('waiting', 'sent', 'failed')),
    attempts   BIGINT  NOT NULL DEFAULT 0,
    send_after TIMESTAMPTZ NOT NULL,
    sent_at    TIMESTAMPTZ,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX outbox_send_after_idx ON outbox (status, send_after);
