-- expand
-- Words that no list has, moments that never come, and letters that left by no way back. What older databases hold of these is made what
-- can be, with what it said set aside, and told at every start until somebody has dealt with it.

-- Of what no room shows there is no publication.
WITH unknown AS (DELETE FROM publications WHERE kind NOT IN ('campaign', 'ask') RETURNING *),
  hanging AS (SELECT l.* FROM publication_languages l JOIN unknown ON unknown.id = l.publication_id)
INSERT INTO set_aside (from_table, refused_by, contents)
  SELECT 'publications', 'publications_kind', to_jsonb(unknown) FROM unknown
  UNION ALL SELECT 'publication_languages', 'publications_kind', to_jsonb(hanging) FROM hanging;
ALTER TABLE publications DROP CONSTRAINT publications_kind,
  ADD CONSTRAINT publications_kind CHECK (kind IN ('campaign', 'ask'));

-- What there are no words for can't be told to anybody.
WITH unknown AS (DELETE FROM alerts WHERE kind NOT IN
    ('domain-refuses-us', 'relay-refuses-us', 'letter-fails', 'relay-returned-mail', 'complaint') RETURNING *)
INSERT INTO set_aside (from_table, refused_by, contents) SELECT 'alerts', 'alerts_kind', to_jsonb(unknown) FROM unknown;
WITH unknown AS (DELETE FROM alert_mails WHERE kind NOT IN
    ('domain-refuses-us', 'relay-refuses-us', 'letter-fails', 'relay-returned-mail', 'complaint') RETURNING *)
INSERT INTO set_aside (from_table, refused_by, contents) SELECT 'alert_mails', 'alert_mails_kind', to_jsonb(unknown) FROM unknown;
ALTER TABLE alerts ADD CONSTRAINT alerts_kind
  CHECK (kind IN ('domain-refuses-us', 'relay-refuses-us', 'letter-fails', 'relay-returned-mail', 'complaint'));
ALTER TABLE alert_mails ADD CONSTRAINT alert_mails_kind
  CHECK (kind IN ('domain-refuses-us', 'relay-refuses-us', 'letter-fails', 'relay-returned-mail', 'complaint'));

-- What may have left has the way back by which its return would be known. Of what older databases hold without one nobody can say by
-- which it left: it gets one that was mailed to nobody.
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_return_path', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state)
  FROM letters WHERE bounce_id IS NULL AND state = ANY ('{handing-over,handed-over,bounced,unknown}');
UPDATE letters SET bounce_id = substring(uuid_send(gen_random_uuid()) FROM 1 FOR 10)
  WHERE bounce_id IS NULL AND state = ANY ('{handing-over,handed-over,bounced,unknown}');
ALTER TABLE letters ADD CONSTRAINT letters_return_path
  CHECK (bounce_id IS NOT NULL OR state <> ALL ('{handing-over,handed-over,bounced,unknown}'));

-- One rule for every moment and day of every table, instead of four that looked at one each: it comes some day, and came on some day.
ALTER TABLE states DROP CONSTRAINT states_risk_judged_on;
ALTER TABLE risk_judgements DROP CONSTRAINT risk_judgements_judged_on;
ALTER TABLE publications DROP CONSTRAINT publications_embargo_ends;
ALTER TABLE publication_languages DROP CONSTRAINT publication_languages_public_from,
  ADD CONSTRAINT publication_languages_public_from CHECK (CASE state
    WHEN 'scheduled' THEN coalesce(public_from > decided_at, false)
    WHEN 'published' THEN coalesce(public_from <= decided_at, false)
    ELSE public_from IS NULL END);
-- A campaign that never ends has no end.
UPDATE campaigns SET closes_at = NULL WHERE closes_at = 'infinity';
-- What never was is long past, what never comes is far off: in the same order with all that is known.
CREATE FUNCTION pg_temp.some_day(moment timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE
  RETURN CASE moment WHEN '-infinity' THEN '1000-01-01T00:00Z' WHEN 'infinity' THEN '9000-01-01T00:00Z' ELSE moment END;
DO $$
DECLARE
  held record;
  found bigint;
BEGIN
  FOR held IN
    SELECT c.relname AS name, string_agg(CASE t.typcategory WHEN 'A' THEN format('NOT %I && ''{-infinity,infinity}''', a.attname)
        ELSE format('isfinite(%I)', a.attname) END, ' AND ' ORDER BY a.attnum) AS finite,
      string_agg(CASE t.typcategory WHEN 'A' THEN format('%1$I = ARRAY(SELECT pg_temp.some_day(m) FROM unnest(%1$I) AS m)', a.attname)
        ELSE format('%1$I = pg_temp.some_day(%1$I)::%2$s', a.attname, t.typname) END, ', ') AS to_some_day,
      (SELECT format('r.%I', k.attname) FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attname = CASE c.relname
        WHEN 'supporters' THEN 'key' WHEN 'mail_allowances' THEN 'mailbox' ELSE 'supporter_key' END) AS whose,
      array_agg(a.attname::text) || coalesce((SELECT array_agg(k.attname::text) FROM pg_constraint p JOIN pg_attribute k
        ON k.attrelid = p.conrelid AND k.attnum = ANY (p.conkey) WHERE p.conrelid = c.oid AND p.contype = 'p'), '{}') AS told
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND t.typname IN ('timestamptz', 'date', '_timestamptz')
    GROUP BY c.oid, c.relname ORDER BY c.relname
  LOOP
    EXECUTE format('INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
      SELECT %1$L, %2$L, %4$s, (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(r)) WHERE key = ANY ($1))
      FROM %1$I r WHERE NOT (%3$s)', held.name, held.name || '_finite', held.finite,
      coalesce(held.whose, 'NULL::bytea')) USING held.told;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found > 0 THEN
      EXECUTE format('UPDATE %I SET %s WHERE NOT (%s)', held.name, held.to_some_day, held.finite);
    END IF;
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%s)', held.name, held.name || '_finite', held.finite);
  END LOOP;
END
$$;
