-- expand
-- Whoever had their data deleted is told by their old link what had been sent before: numbers and days, found by a digest that only the
-- link makes up, and nothing of who they were, of the campaign, or of whom they wrote to. Kept for 90 days (decision 22).
CREATE TABLE erased_actions (
  digest bytea PRIMARY KEY,
  erased_at timestamptz NOT NULL,
  -- At their wish; else its time had passed.
  asked boolean NOT NULL,
  sent int NOT NULL,
  -- Sent, and came back.
  returned int NOT NULL,
  -- Nobody knows whether it arrived.
  unsure int NOT NULL,
  unsent int NOT NULL,
  first_sent_on date NULL,
  last_sent_on date NULL,
  CONSTRAINT erased_actions_digest CHECK (octet_length(digest) = 32),
  CONSTRAINT erased_actions_counts CHECK (least(sent, returned, unsure, unsent) >= 0),
  CONSTRAINT erased_actions_sent_on CHECK (
    num_nonnulls(first_sent_on, last_sent_on) = CASE WHEN sent + returned > 0 THEN 2 ELSE 0 END AND first_sent_on <= last_sent_on),
  CONSTRAINT erased_actions_in_time CHECK (
    erased_at >= '2000-01-01T00:00Z' AND erased_at < '2200-01-01T00:00Z'
    AND least(first_sent_on, last_sent_on) >= '2000-01-01' AND greatest(first_sent_on, last_sent_on) < '2200-01-01')
);
CREATE INDEX erased_actions_erased_at ON erased_actions (erased_at);
