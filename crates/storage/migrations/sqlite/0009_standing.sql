-- A partner that somebody has reinstated is not suspended again for what was too late on that day.
ALTER TABLE billing_accounts ADD COLUMN reinstated_on TEXT;
