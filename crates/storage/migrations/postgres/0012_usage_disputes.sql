-- Lines of the usage-based file that a partner disputes.
CREATE TABLE dispute_usage_lines (
    dispute_id UUID    NOT NULL REFERENCES disputes (id),
    invoice_id UUID    NOT NULL,
    position   BIGINT  NOT NULL,
    PRIMARY KEY (dispute_id, position),
    FOREIGN KEY (invoice_id, position) REFERENCES usage_lines (invoice_id, position)
);
CREATE INDEX dispute_usage_lines_invoice_id_idx ON dispute_usage_lines (invoice_id, position);
-- The dispute that a row settles.
ALTER TABLE usage_lines ADD COLUMN dispute_id UUID;
