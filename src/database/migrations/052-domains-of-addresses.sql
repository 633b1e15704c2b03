-- expand
-- What no address can end in (channels_value) is no receiving domain. No version writes one; what an operator may have typed is set aside.
WITH no_domain AS (DELETE FROM receiving_domains WHERE domain !~ '^[^@[:space:]]+$' RETURNING *)
INSERT INTO set_aside (from_table, refused_by, contents)
  SELECT 'receiving_domains', 'receiving_domains_domain', to_jsonb(no_domain) FROM no_domain;
ALTER TABLE receiving_domains DROP CONSTRAINT receiving_domains_domain,
  ADD CONSTRAINT receiving_domains_domain CHECK (domain ~ '^[^@[:space:]]+$');
