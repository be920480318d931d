-- What can be sold, in three languages, at which price.
CREATE TABLE service_plans (
    id      TEXT    NOT NULL PRIMARY KEY,
    family  TEXT,
    name_en TEXT    NOT NULL,
    name_fr TEXT    NOT NULL,
    name_zh TEXT    NOT NULL
) STRICT;

CREATE TABLE offers (
    id         BLOB    NOT NULL PRIMARY KEY,
    code       TEXT    NOT NULL,
    sku_id     BLOB    NOT NULL,
    string_id  TEXT    NOT NULL,
    category   TEXT    NOT NULL CHECK (category IN ('enterprise', 'small-business', 'trial', 'add-on', 'usage')),
    segment    TEXT    NOT NULL CHECK (segment IN ('commercial', 'education', 'government')),
    billing    TEXT    NOT NULL CHECK (billing IN ('license', 'usage')),
    unit       TEXT    NOT NULL CHECK (unit IN ('licences', 'gigabytes', 'none')),
    minimum    INTEGER NOT NULL,
    maximum    INTEGER NOT NULL,
    per_customer INTEGER,
    add_on     INTEGER NOT NULL CHECK (add_on IN (0, 1)),
    rank       INTEGER NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1,
    CHECK (minimum <= maximum)
) STRICT;
CREATE UNIQUE INDEX offers_code_key ON offers (code);

CREATE TABLE offer_texts (
    offer_id    BLOB    NOT NULL REFERENCES offers (id),
    language    TEXT    NOT NULL CHECK (language IN ('en', 'fr', 'zh-CN')),
    name        TEXT    NOT NULL,
    description TEXT    NOT NULL,
    search_key  TEXT    NOT NULL,
    sort_key    BLOB    NOT NULL,
    PRIMARY KEY (offer_id, language)
) STRICT;

CREATE TABLE offer_service_plans (
    offer_id        BLOB    NOT NULL REFERENCES offers (id),
    position        INTEGER NOT NULL,
    service_plan_id TEXT    NOT NULL REFERENCES service_plans (id),
    PRIMARY KEY (offer_id, position)
) STRICT;

CREATE TABLE offer_links (
    offer_id  BLOB    NOT NULL REFERENCES offers (id),
    kind      TEXT    NOT NULL CHECK (kind IN ('needs-one-of', 'upgrades-to', 'converts-to')),
    position  INTEGER NOT NULL,
    target_id BLOB    NOT NULL REFERENCES offers (id),
    PRIMARY KEY (offer_id, kind, position)
) STRICT;

-- month is the first day of the month in which the list is in force.
CREATE TABLE price_lists (
    month        TEXT    NOT NULL PRIMARY KEY,
    published_on TEXT    NOT NULL
) STRICT;

-- Prices of one unit and month, in 1/10000 yuan.
CREATE TABLE prices (
    month         TEXT    NOT NULL REFERENCES price_lists (month),
    offer_id      BLOB    NOT NULL REFERENCES offers (id),
    partner_price INTEGER NOT NULL CHECK (partner_price >= 0),
    retail_price  INTEGER NOT NULL CHECK (retail_price >= 0),
    PRIMARY KEY (month, offer_id)
) STRICT;

CREATE TABLE pin_boards (
    partner_id BLOB    NOT NULL PRIMARY KEY REFERENCES partners (id),
    version    INTEGER NOT NULL,
    changed_by BLOB    NOT NULL,
    changed_by_name TEXT    NOT NULL,
    changed_at TEXT    NOT NULL
) STRICT;

CREATE TABLE pinned_offers (
    partner_id BLOB    NOT NULL REFERENCES partners (id),
    position   INTEGER NOT NULL CHECK (position BETWEEN 1 AND 5),
    offer_id   BLOB    NOT NULL REFERENCES offers (id),
    PRIMARY KEY (partner_id, position)
) STRICT;
CREATE UNIQUE INDEX pinned_offers_offer_id_key ON pinned_offers (partner_id, offer_id);
