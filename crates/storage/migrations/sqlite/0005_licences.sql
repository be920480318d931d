-- Customers' people and their licences.
CREATE TABLE user_profiles (
    user_id        BLOB    NOT NULL PRIMARY KEY REFERENCES users (id),
    customer_id    BLOB    NOT NULL REFERENCES customers (id),
    display_name   TEXT    NOT NULL,
    search_key     TEXT    NOT NULL,
    sort_key       BLOB    NOT NULL,
    phone          TEXT,
    usage_location TEXT    CHECK (usage_location IN ('CN')),
    deleted_at     TEXT
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

-- Licence work on many people at once: what each row does, did, and how to undo it.
CREATE TABLE bulk_jobs (
    id          BLOB    NOT NULL PRIMARY KEY,
    customer_id BLOB    NOT NULL REFERENCES customers (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('licences', 'users')),
    file_name   TEXT,
    status      TEXT    NOT NULL CHECK (status IN ('checked', 'running', 'done', 'undone')),
    rows        INTEGER NOT NULL,
    applied     INTEGER NOT NULL DEFAULT 0,
    failed      INTEGER NOT NULL DEFAULT 0,
    created_by  BLOB    NOT NULL,
    created_at  TEXT    NOT NULL,
    finished_at TEXT,
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX bulk_jobs_customer_id_idx ON bulk_jobs (customer_id, created_at);

CREATE TABLE bulk_rows (
    job_id   BLOB    NOT NULL REFERENCES bulk_jobs (id),
    number   INTEGER NOT NULL,
    cells    TEXT    NOT NULL,
    outcome  TEXT    NOT NULL CHECK (outcome IN ('waiting', 'nothing', 'refused', 'applied', 'undone')),
    problem  TEXT,
    inverse  TEXT,
    PRIMARY KEY (job_id, number)
) STRICT;

-- A partner's agent in a customer's admin center: the session carries the customer.
ALTER TABLE sessions ADD COLUMN on_behalf_of BLOB REFERENCES customers (id);
