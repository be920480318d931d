-- Companies, people, sign-in.
CREATE TABLE settings (
    key   TEXT    NOT NULL PRIMARY KEY,
    value TEXT    NOT NULL
) STRICT;

CREATE TABLE partners (
    id            BLOB    NOT NULL PRIMARY KEY,
    name          TEXT    NOT NULL,
    latin_name    TEXT    NOT NULL,
    uscc          TEXT    NOT NULL,
    mpn_id        TEXT,
    model         TEXT    NOT NULL CHECK (model IN ('direct', 'indirect-provider', 'indirect-reseller')),
    domain_prefix TEXT    NOT NULL,
    billing_day   INTEGER NOT NULL CHECK (billing_day BETWEEN 1 AND 28),
    suspended     INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)),
    version       INTEGER NOT NULL DEFAULT 1,
    created_at    TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX partners_domain_prefix_key ON partners (domain_prefix);

CREATE TABLE onboarding_steps (
    partner_id BLOB    NOT NULL REFERENCES partners (id),
    step       TEXT    NOT NULL,
    done_by    BLOB    NOT NULL,
    done_at    TEXT    NOT NULL,
    PRIMARY KEY (partner_id, step)
) STRICT;

CREATE TABLE customers (
    id            BLOB    NOT NULL PRIMARY KEY,
    company_name  TEXT    NOT NULL,
    domain_prefix TEXT    NOT NULL,
    uscc          TEXT,
    search_key    TEXT    NOT NULL,
    sort_key      BLOB    NOT NULL,
    version       INTEGER NOT NULL DEFAULT 1,
    created_at    TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX customers_domain_prefix_key ON customers (domain_prefix);

CREATE TABLE relationships (
    partner_id      BLOB    NOT NULL REFERENCES partners (id),
    customer_id     BLOB    NOT NULL REFERENCES customers (id),
    delegated_admin INTEGER NOT NULL CHECK (delegated_admin IN (0, 1)),
    established_at  TEXT    NOT NULL,
    PRIMARY KEY (partner_id, customer_id)
) STRICT;

-- tenant_id is the partner, the customer, or (for the operator's staff) the nil id.
CREATE TABLE users (
    id                   BLOB    NOT NULL PRIMARY KEY,
    tenant_id            BLOB    NOT NULL,
    surface              TEXT    NOT NULL CHECK (surface IN ('partner-center', 'admin-center', 'back-office')),
    sign_in_name         TEXT    NOT NULL,
    family_name          TEXT    NOT NULL,
    given_name           TEXT    NOT NULL,
    roles                TEXT    NOT NULL,
    status               TEXT    NOT NULL CHECK (status IN ('active', 'disabled', 'deleted')),
    password_hash        TEXT    NOT NULL,
    must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
    totp_secret          BLOB,
    totp_confirmed       INTEGER NOT NULL DEFAULT 0 CHECK (totp_confirmed IN (0, 1)),
    totp_last_step       INTEGER NOT NULL DEFAULT 0,
    totp_offered_at      TEXT,
    language             TEXT,
    theme                TEXT,
    shortcuts            INTEGER NOT NULL DEFAULT 1 CHECK (shortcuts IN (0, 1)),
    demo                 INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
    version              INTEGER NOT NULL DEFAULT 1,
    created_at           TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX users_surface_sign_in_name_key ON users (surface, sign_in_name);
CREATE INDEX users_tenant_id_idx ON users (tenant_id, surface, status);

CREATE TABLE recovery_codes (
    user_id   BLOB    NOT NULL REFERENCES users (id),
    code_hash BLOB    NOT NULL,
    used_at   TEXT,
    PRIMARY KEY (user_id, code_hash)
) STRICT;

CREATE TABLE sessions (
    id           BLOB    NOT NULL PRIMARY KEY,
    token_hash   BLOB    NOT NULL,
    user_id      BLOB    NOT NULL REFERENCES users (id),
    surface      TEXT    NOT NULL CHECK (surface IN ('partner-center', 'admin-center', 'back-office')),
    stage        TEXT    NOT NULL CHECK (stage IN ('password-change', 'second-factor', 'enrol-second-factor', 'complete')),
    browser      TEXT,
    system       TEXT,
    address      TEXT    NOT NULL,
    created_at   TEXT    NOT NULL,
    last_seen_at TEXT    NOT NULL,
    expires_at   TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX sessions_token_hash_key ON sessions (token_hash);
CREATE INDEX sessions_user_id_idx ON sessions (user_id, last_seen_at);

CREATE TABLE sign_in_failures (
    subject        TEXT    NOT NULL PRIMARY KEY,
    failures       INTEGER NOT NULL,
    last_failed_at TEXT    NOT NULL,
    blocked_until  TEXT
) STRICT;

-- Work: attempts, log, kept forms, jobs.
CREATE TABLE attempts (
    request_id  BLOB    NOT NULL PRIMARY KEY,
    actor_id    BLOB    NOT NULL,
    use_case    TEXT    NOT NULL,
    fingerprint BLOB    NOT NULL,
    outcome     TEXT    NOT NULL,
    created_at  TEXT    NOT NULL
) STRICT;
CREATE INDEX attempts_created_at_idx ON attempts (created_at);

-- One chain of entries a tenant: each hash covers the entry and the hash before it.
CREATE TABLE activity_heads (
    tenant_id BLOB    NOT NULL PRIMARY KEY,
    seq       INTEGER NOT NULL,
    hash      BLOB    NOT NULL
) STRICT;

CREATE TABLE activity_log (
    tenant_id   BLOB    NOT NULL,
    seq         INTEGER NOT NULL,
    at          TEXT    NOT NULL,
    actor_id    BLOB    NOT NULL,
    actor_name  TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    customer_id BLOB,
    before      TEXT,
    after       TEXT,
    hash        BLOB    NOT NULL,
    PRIMARY KEY (tenant_id, seq)
) STRICT;
CREATE INDEX activity_log_at_idx ON activity_log (tenant_id, at);
CREATE TRIGGER activity_log_no_update BEFORE UPDATE ON activity_log
BEGIN SELECT RAISE(ABORT, 'the activity log is append-only'); END;
CREATE TRIGGER activity_log_no_delete BEFORE DELETE ON activity_log
BEGIN SELECT RAISE(ABORT, 'the activity log is append-only'); END;

CREATE TABLE kept_forms (
    id         BLOB    NOT NULL PRIMARY KEY,
    form       TEXT    NOT NULL,
    draft      TEXT    NOT NULL,
    error      TEXT    NOT NULL,
    expires_at TEXT    NOT NULL
) STRICT;

CREATE TABLE leases (
    name       TEXT    NOT NULL PRIMARY KEY,
    holder     BLOB    NOT NULL,
    expires_at TEXT    NOT NULL
) STRICT;

CREATE TABLE job_runs (
    name        TEXT    NOT NULL PRIMARY KEY,
    day         TEXT    NOT NULL,
    finished_at TEXT    NOT NULL
) STRICT;
