-- The operator ends a partner's own price.
ALTER TABLE special_prices ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- Whose files nobody has published are removed by age.
CREATE INDEX price_uploads_created_at_idx ON price_uploads (created_at);
