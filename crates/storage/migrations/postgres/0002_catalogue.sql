-- What can be sold, in three languages, at which price.
CREATE TABLE service_plans (
    id      TEXT    NOT NULL PRIMARY KEY,
    family  TEXT,
    name_en TEXT    NOT NULL,
    name_fr TEXT    NOT NULL,
    name_zh TEXT    NOT NULL
);

CREATE TABLE offers (
    id         UUID    NOT NULL PRIMARY KEY,
    code       TEXT    NOT NULL,
    sku_id     UUID    NOT NULL,
    string_id  TEXT    NOT NULL,
    category   TEXT    NOT NULL CHECK (category IN ('enterprise', 'small-business', 'trial', 'add-on', 'usage')),
    segment    TEXT    NOT NULL CHECK (segment IN ('commercial', 'education', 'government')),
    billing    TEXT    NOT NULL CHECK (billing IN ('license', 'usage')),
    unit       TEXT    NOT NULL CHECK (unit IN ('licences', 'gigabytes', 'none')),
    minimum    BIGINT  NOT NULL,
    maximum    BIGINT  NOT NULL,
    per_customer BIGINT,
    add_on     BOOLEAN NOT NULL,
    rank       BIGINT  NOT NULL,
    version    BIGINT  NOT NULL DEFAULT 1,
    CHECK (minimum <= maximum)
);
CREATE UNIQUE INDEX offers_code_key ON offers (code);

CREATE TABLE offer_texts (
    offer_id    UUID    NOT NULL REFERENCES offers (id),
    language    TEXT    NOT NULL CHECK (language IN ('en', 'fr', 'zh-CN')),
    name        TEXT    NOT NULL,
    description TEXT    NOT NULL,
    search_key  TEXT    NOT NULL,
    sort_key    BYTEA   NOT NULL,
    PRIMARY KEY (offer_id, language)
);

CREATE TABLE offer_service_plans (
    offer_id        UUID    NOT NULL REFERENCES offers (id),
    position        BIGINT  NOT NULL,
    service_plan_id TEXT    NOT NULL REFERENCES service_plans (id),
    PRIMARY KEY (offer_id, position)
);

CREATE TABLE offer_links (
    offer_id  UUID    NOT NULL REFERENCES offers (id),
    kind      TEXT    NOT NULL CHECK (kind IN ('needs-one-of', 'upgrades-to', 'converts-to')),
    position  BIGINT  NOT NULL,
    target_id UUID    NOT NULL REFERENCES offers (id),
    PRIMARY KEY (offer_id, kind, position)
);

-- month is the first day of the month in which the list is in force.
CREATE TABLE price_lists (
    month        DATE    NOT NULL PRIMARY KEY,
    published_on DATE    NOT NULL
);

-- Prices of one unit and month, in 1/10000 yuan.
CREATE TABLE prices (
    month         DATE    NOT NULL REFERENCES price_lists (month),
    offer_id      UUID    NOT NULL REFERENCES offers (id),
    partner_price BIGINT  NOT NULL CHECK (partner_price >= 0),
    retail_price  BIGINT  NOT NULL CHECK (retail_price >= 0),
    PRIMARY KEY (month, offer_id)
);

CREATE TABLE pin_boards (
    partner_id UUID    NOT NULL PRIMARY KEY REFERENCES partners (id),
    version    BIGINT  NOT NULL,
    changed_by UUID    NOT NULL,
    changed_by_name TEXT    NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE pinned_offers (
    partner_id UUID    NOT NULL REFERENCES partners (id),
    position   BIGINT  NOT NULL CHECK (position BETWEEN 1 AND 5),
    offer_id   UUID    NOT NULL REFERENCES offers (id),
    PRIMARY KEY (partner_id, position)
);
CREATE UNIQUE INDEX pinned_offers_offer_id_key ON pinned_offers (partner_id, offer_id);
