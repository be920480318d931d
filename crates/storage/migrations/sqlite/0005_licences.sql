-- Customers' people and their licences. kept_licences: what a deleted person held, as JSON.
CREATE TABLE user_profiles (
    user_id        BLOB    NOT NULL PRIMARY KEY REFERENCES users (id),
    customer_id    BLOB    NOT NULL REFERENCES customers (id),
    display_name   TEXT    NOT NULL,
    search_key     TEXT    NOT NULL,
    sort_key       BLOB    NOT NULL,
    phone          TEXT,
    usage_location TEXT    CHECK (usage_location IN ('CN')),
    deleted_at     TEXT,
    kept_licences  TEXT
) STRICT;
CREATE INDEX user_profiles_customer_id_idx ON user_profiles (customer_id, sort_key);

-- One pool a customer and SKU: bought is the sum over its subscriptions that are not deleted, valid
-- of those the active ones. More can be assigned than is valid (suspension), never than is bought.
CREATE TABLE licence_pools (
    customer_id BLOB    NOT NULL REFERENCES customers (id),
    sku_id      BLOB    NOT NULL,
    bought      INTEGER NOT NULL CHECK (bought >= 0),
    valid       INTEGER NOT NULL CHECK (valid BETWEEN 0 AND bought),
    assigned    INTEGER NOT NULL CHECK (assigned BETWEEN 0 AND bought),
    PRIMARY KEY (customer_id, sku_id)
) STRICT;

-- disabled_plans: ids of service plans switched off, in order, with commas between.
CREATE TABLE licence_assignments (
    customer_id    BLOB    NOT NULL REFERENCES customers (id),
    user_id        BLOB    NOT NULL REFERENCES users (id),
    sku_id         BLOB    NOT NULL,
    disabled_plans TEXT    NOT NULL,
    assigned_at    TEXT    NOT NULL,
    PRIMARY KEY (user_id, sku_id)
) STRICT;
CREATE INDEX licence_assignments_customer_id_idx ON licence_assignments (customer_id, sku_id);

-- Work on many people at once, and how far it is.
CREATE TABLE bulk_jobs (
    id          BLOB    NOT NULL PRIMARY KEY,
    customer_id BLOB    NOT NULL REFERENCES customers (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('licences', 'users')),
    file_name   TEXT,
    status      TEXT    NOT NULL CHECK (status IN ('checked', 'running', 'done', 'undone')),
    rows        INTEGER NOT NULL,
    applied     INTEGER NOT NULL DEFAULT 0,
    refused     INTEGER NOT NULL DEFAULT 0,
    unchanged   INTEGER NOT NULL DEFAULT 0,
    created_by  BLOB    NOT NULL,
    created_at  TEXT    NOT NULL,
    finished_at TEXT,
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX bulk_jobs_customer_id_idx ON bulk_jobs (customer_id, created_at);

-- What each row does or did. before_off and after_off are lists as in licence_assignments, NULL
-- where the licence is not held: who goes from after to before undoes the row.
CREATE TABLE bulk_rows (
    customer_id BLOB    NOT NULL REFERENCES customers (id),
    job_id      BLOB    NOT NULL REFERENCES bulk_jobs (id),
    number      INTEGER NOT NULL,
    cells       TEXT    NOT NULL,
    outcome     TEXT    NOT NULL CHECK (outcome IN ('waiting', 'nothing', 'refused', 'applied', 'undone')),
    problem     TEXT,
    user_id     BLOB,
    sku_id      BLOB,
    before_off  TEXT,
    after_off   TEXT,
    before_at   TEXT,
    PRIMARY KEY (job_id, number)
) STRICT;

-- A partner's agent in a customer's admin center: the session carries the customer.
ALTER TABLE sessions ADD COLUMN on_behalf_of BLOB REFERENCES customers (id);

-- How a partner's customers reach its support.
ALTER TABLE partners ADD COLUMN support_url TEXT;
ALTER TABLE partners ADD COLUMN support_email TEXT;
ALTER TABLE partners ADD COLUMN support_phone TEXT;
