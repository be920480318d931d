-- Who a customer is, and what a partner keeps about it.
ALTER TABLE customers ADD COLUMN segment TEXT NOT NULL DEFAULT 'commercial' CHECK (segment IN ('commercial', 'education', 'government'));
-- The first letters of the name's pinyin, folded: what is typed to find it.
ALTER TABLE customers ADD COLUMN initials TEXT NOT NULL DEFAULT '';

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
CREATE INDEX outbox_created_at_idx ON outbox (created_at);
