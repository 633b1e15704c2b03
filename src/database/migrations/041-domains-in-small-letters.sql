-- expand
-- A domain in capitals is met by no mailbox, so its pause would hold back nothing; a key that never sealed anything can't be dropped.
-- No version writes either. What an operator may have typed is written as mailboxes are; a second row of one domain is set aside.
WITH double AS (
  DELETE FROM receiving_domains d WHERE domain <> lower(domain COLLATE "C") AND EXISTS (
    SELECT 1 FROM receiving_domains o WHERE o.domain <> d.domain AND lower(o.domain COLLATE "C") = lower(d.domain COLLATE "C")
      AND (o.domain = lower(o.domain COLLATE "C") OR o.domain < d.domain))
  RETURNING d.*)
INSERT INTO set_aside (from_table, refused_by, contents)
  SELECT 'receiving_domains', 'receiving_domains_small', to_jsonb(double) FROM double;
UPDATE receiving_domains SET domain = lower(domain COLLATE "C") WHERE domain <> lower(domain COLLATE "C");
ALTER TABLE receiving_domains ADD CONSTRAINT receiving_domains_small CHECK (domain = lower(domain COLLATE "C"));

UPDATE sealing_keys SET active_at = added_at WHERE dropped_at IS NOT NULL AND active_at IS NULL;
ALTER TABLE sealing_keys ADD CONSTRAINT sealing_keys_dropped_at CHECK (dropped_at IS NULL OR active_at IS NOT NULL);
