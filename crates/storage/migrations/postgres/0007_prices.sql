-- What one partner pays for one unit and month instead of the list's price, in 1/10000 yuan: for
-- orders and renewals from first_day to last_day, both included.
CREATE TABLE special_prices (
    id            UUID    NOT NULL PRIMARY KEY,
    partner_id    UUID    NOT NULL REFERENCES partners (id),
    offer_id      UUID    NOT NULL REFERENCES offers (id),
    partner_price BIGINT  NOT NULL CHECK (partner_price >= 0),
    first_day     DATE    NOT NULL,
    last_day      DATE    NOT NULL,
    CHECK (first_day <= last_day)
);
CREATE INDEX special_prices_partner_id_idx ON special_prices (partner_id, offer_id, first_day);

-- Files of prices that have been looked through; rows is the table as JSON.
CREATE TABLE price_uploads (
    id         UUID    NOT NULL PRIMARY KEY,
    month      DATE    NOT NULL,
    rows       TEXT    NOT NULL,
    created_by UUID    NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
