-- Who a customer is, and what a partner keeps about it.
ALTER TABLE customers ADD COLUMN segment TEXT NOT NULL DEFAULT 'commercial' CHECK (segment IN ('commercial', 'education', 'government'));
-- The first letters of the name's pinyin, folded: what is typed to find it.
ALTER TABLE customers ADD COLUMN initials TEXT NOT NULL DEFAULT '';

CREATE TABLE customer_profiles (
    customer_id         BLOB    NOT NULL PRIMARY KEY REFERENCES customers (id),
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
    agreement_at        TEXT,
    agreement_by        TEXT
) STRICT;

CREATE TABLE tags (
    id         BLOB    NOT NULL PRIMARY KEY,
    partner_id BLOB    NOT NULL REFERENCES partners (id),
    name       TEXT    NOT NULL,
    search_key TEXT    NOT NULL,
    colour     TEXT    NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX tags_partner_id_search_key_key ON tags (partner_id, search_key);

CREATE TABLE customer_tags (
    partner_id  BLOB    NOT NULL REFERENCES partners (id),
    customer_id BLOB    NOT NULL REFERENCES customers (id),
    tag_id      BLOB    NOT NULL REFERENCES tags (id),
    PRIMARY KEY (partner_id, customer_id, tag_id)
) STRICT;
CREATE INDEX customer_tags_tag_id_idx ON customer_tags (tag_id, customer_id);

-- A person's named filters of a list; query is the address's part after the question mark.
CREATE TABLE saved_views (
    id      BLOB    NOT NULL PRIMARY KEY,
    user_id BLOB    NOT NULL REFERENCES users (id),
    list    TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    query   TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX saved_views_user_id_list_name_key ON saved_views (user_id, list, name);

-- What somebody has begun and not yet sent.
CREATE TABLE drafts (
    user_id  BLOB    NOT NULL REFERENCES users (id),
    form     TEXT    NOT NULL,
    draft    TEXT    NOT NULL,
    saved_at TEXT    NOT NULL,
    PRIMARY KEY (user_id, form)
) STRICT;

-- Mails written with the change they tell of, sent afterwards.
CREATE TABLE outbox (
    id         BLOB    NOT NULL PRIMARY KEY,
    tenant_id  BLOB    NOT NULL,
    kind       TEXT    NOT NULL,
    language   TEXT    NOT NULL CHECK (language IN ('en', 'fr', 'zh-CN')),
    address    TEXT    NOT NULL,
    arguments  TEXT    NOT NULL,
    status     TEXT    NOT NULL CHECK (status IN ('waiting', 'sent', 'failed')),
    attempts   INTEGER NOT NULL DEFAULT 0,
    send_after TEXT    NOT NULL,
    sent_at    TEXT,
    last_error TEXT,
    created_at TEXT    NOT NULL
) STRICT;
CREATE INDEX outbox_send_after_idx ON outbox (status, send_after);
CREATE INDEX outbox_created_at_idx ON outbox (created_at);
