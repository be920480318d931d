-- Companies, people, sign-in.
CREATE TABLE settings (
    key   TEXT    NOT NULL PRIMARY KEY,
    value TEXT    NOT NULL
);

CREATE TABLE partners (
    id            UUID    NOT NULL PRIMARY KEY,
    name          TEXT    NOT NULL,
    latin_name    TEXT    NOT NULL,
    uscc          TEXT    NOT NULL,
    mpn_id        TEXT,
    model         TEXT    NOT NULL CHECK (model IN ('direct', 'indirect-provider', 'indirect-reseller')),
    domain_prefix TEXT    NOT NULL,
    billing_day   BIGINT  NOT NULL CHECK (billing_day BETWEEN 1 AND 28),
    suspended     BOOLEAN NOT NULL DEFAULT FALSE,
    version       BIGINT  NOT NULL DEFAULT 1,
    created_at    TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX partners_domain_prefix_key ON partners (domain_prefix);

CREATE TABLE onboarding_steps (
    partner_id UUID    NOT NULL REFERENCES partners (id),
    step       TEXT    NOT NULL,
    done_by    UUID    NOT NULL,
    done_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (partner_id, step)
);

CREATE TABLE customers (
    id            UUID    NOT NULL PRIMARY KEY,
    company_name  TEXT    NOT NULL,
    domain_prefix TEXT    NOT NULL,
    uscc          TEXT,
    search_key    TEXT    NOT NULL,
    sort_key      BYTEA   NOT NULL,
    version       BIGINT  NOT NULL DEFAULT 1,
    created_at    TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX customers_domain_prefix_key ON customers (domain_prefix);

CREATE TABLE relationships (
    partner_id      UUID    NOT NULL REFERENCES partners (id),
    customer_id     UUID    NOT NULL REFERENCES customers (id),
    delegated_admin BOOLEAN NOT NULL,
    established_at  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (partner_id, customer_id)
);

-- tenant_id is the partner, the customer, or (for the operator's staff) the nil id.
CREATE TABLE users (
    id                   UUID    NOT NULL PRIMARY KEY,
    tenant_id            UUID    NOT NULL,
    surface              TEXT    NOT NULL CHECK (surface IN ('partner-center', 'admin-center', 'back-office')),
    sign_in_name         TEXT    NOT NULL,
    family_name          TEXT    NOT NULL,
    given_name           TEXT    NOT NULL,
    roles                TEXT    NOT NULL,
    status               TEXT    NOT NULL CHECK (status IN ('active', 'disabled', 'deleted')),
    password_hash        TEXT    NOT NULL,
    must_change_password BOOLEAN NOT NULL,
    totp_secret          BYTEA,
    totp_confirmed       BOOLEAN NOT NULL DEFAULT FALSE,
    totp_last_step       BIGINT  NOT NULL DEFAULT 0,
    totp_offered_at      TIMESTAMPTZ,
    language             TEXT,
    theme                TEXT,
    shortcuts            BOOLEAN NOT NULL DEFAULT TRUE,
    demo                 BOOLEAN NOT NULL DEFAULT FALSE,
    version              BIGINT  NOT NULL DEFAULT 1,
    created_at           TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX users_surface_sign_in_name_key ON users (surface, sign_in_name);
CREATE INDEX users_tenant_id_idx ON users (tenant_id, surface, status);

CREATE TABLE recovery_codes (
    user_id   UUID    NOT NULL REFERENCES users (id),
    code_hash BYTEA   NOT NULL,
    used_at   TIMESTAMPTZ,
    PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE sessions (
    id           UUID    NOT NULL PRIMARY KEY,
    token_hash   BYTEA   NOT NULL,
    user_id      UUID    NOT NULL REFERENCES users (id),
    surface      TEXT    NOT NULL CHECK (surface IN ('partner-center', 'admin-center', 'back-office')),
    stage        TEXT    NOT NULL CHECK (stage IN ('password-change', 'second-factor', 'enrol-second-factor', 'complete')),
    browser      TEXT,
    system       TEXT,
    address      TEXT    NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX sessions_token_hash_key ON sessions (token_hash);
CREATE INDEX sessions_user_id_idx ON sessions (user_id, last_seen_at);

CREATE TABLE sign_in_failures (
    subject        TEXT    NOT NULL PRIMARY KEY,
    failures       BIGINT  NOT NULL,
    last_failed_at TIMESTAMPTZ NOT NULL,
    blocked_until  TIMESTAMPTZ
);

-- Work: attempts, log, kept forms, jobs.
CREATE TABLE attempts (
    request_id  UUID    NOT NULL PRIMARY KEY,
    actor_id    UUID    NOT NULL,
    use_case    TEXT    NOT NULL,
    fingerprint BYTEA   NOT NULL,
    outcome     TEXT    NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX attempts_created_at_idx ON attempts (created_at);

-- One chain of entries a tenant: each hash covers the entry and the hash before it.
CREATE TABLE activity_heads (
    tenant_id UUID    NOT NULL PRIMARY KEY,
    seq       BIGINT  NOT NULL,
    hash      BYTEA   NOT NULL
);

CREATE TABLE activity_log (
    tenant_id   UUID    NOT NULL,
    seq         BIGINT  NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    actor_id    UUID    NOT NULL,
    actor_name  TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    customer_id UUID,
    before      TEXT,
    after       TEXT,
    hash        BYTEA   NOT NULL,
    PRIMARY KEY (tenant_id, seq)
);
CREATE INDEX activity_log_at_idx ON activity_log (tenant_id, at);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the activity log is append-only'; END $$;
CREATE TRIGGER activity_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON activity_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE kept_forms (
    id         UUID    NOT NULL PRIMARY KEY,
    form       TEXT    NOT NULL,
    draft      TEXT    NOT NULL,
    error      TEXT    NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE leases (
    name       TEXT    NOT NULL PRIMARY KEY,
    holder     UUID    NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE job_runs (
    name        TEXT    NOT NULL PRIMARY KEY,
    day         DATE    NOT NULL,
    finished_at TIMESTAMPTZ NOT NULL
);
