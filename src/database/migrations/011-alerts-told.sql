-- Which alerts the operator has had by mail.
ALTER TABLE alerts ADD COLUMN told_at timestamptz NULL;
UPDATE alerts SET told_at = now() WHERE settled_at IS NOT NULL;
CREATE INDEX alerts_untold ON alerts (kind, raised_at) WHERE told_at IS NULL;

-- When the operator last got a mail of a kind: whichever process sets it sends, so that there is at most one an hour.
CREATE TABLE alert_mails (
  kind text PRIMARY KEY,
  mailed_at timestamptz NOT NULL
);
