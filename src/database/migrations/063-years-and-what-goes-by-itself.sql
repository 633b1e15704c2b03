-- expand
-- Moments and days of years that can be, and decisions that go with what they were of or with their time, or leave an entry.

-- One rule of each table for all its moments and days, in place of the one that refused those that never come. What happens here, or is
-- planned, is of no year before 2000: no install is as old, and a machine that lost its clock begins in 1970. Days that sources tell are of
-- no year before 1900, as everywhere in the program (`isDay`), and of no act on the Statute before it was adopted. Nothing lies beyond
-- 2199: what has no end says none. Rows are mended first, then tables are held, each for a moment; 068 has the rules hold for all rows.
CREATE FUNCTION pg_temp.from_day(of_column text) RETURNS text LANGUAGE sql IMMUTABLE RETURN CASE
  WHEN of_column = 'ask_outcomes.happened_on' THEN '1998-07-17'
  WHEN of_column IN ('representatives.as_of', 'representatives.begins_on', 'states.risk_judged_on', 'risk_judgements.judged_on')
    THEN '1900-01-01'
  ELSE '2000-01-01' END;
DO $$
DECLARE
  held record;
  found bigint;
  rules text[] := '{}';
  of_table text[];
BEGIN
  FOR held IN
    WITH moments AS (
      SELECT c.oid, c.relname, a.attnum, a.attname, t.typcategory, d.first || z.zone AS first, '2199-12-31' || z.zone AS last,
        '2200-01-01' || z.zone AS beyond
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid,
        LATERAL (SELECT pg_temp.from_day(c.relname || '.' || a.attname) AS first) d,
        LATERAL (SELECT CASE t.typname WHEN 'date' THEN '' ELSE 'T00:00Z' END AS zone) z
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        AND t.typname IN ('timestamptz', 'date', '_timestamptz')),
    -- What has the same bounds is looked at together: each statement reads the rules of its table anew.
    together AS (
      SELECT oid, min(attnum) AS place, CASE
        WHEN min(typcategory) = 'A' THEN string_agg(format('%1$L <= ALL (%2$I) AND %3$L > ALL (%2$I)', first, attname, beyond), ' AND ')
        WHEN count(*) = 1 THEN string_agg(format('%2$I >= %1$L AND %2$I < %3$L', first, attname, beyond), ' AND ')
        ELSE format('least(%1$s) >= %2$L AND greatest(%1$s) < %3$L', string_agg(quote_ident(attname), ', ' ORDER BY attnum), first, beyond)
        END AS rule
      FROM moments GROUP BY oid, first, beyond, typcategory)
    SELECT m.relname AS name, (SELECT string_agg(rule, ' AND ' ORDER BY place) FROM together t WHERE t.oid = m.oid) AS rule,
      string_agg(CASE m.typcategory
        WHEN 'A' THEN format('%1$I = ARRAY(SELECT least(greatest(m, %2$L), %3$L) FROM unnest(%1$I) AS m)', m.attname, m.first, m.last)
        ELSE format('%1$I = CASE WHEN %1$I < %2$L THEN %2$L WHEN %1$I >= %4$L THEN %3$L ELSE %1$I END', m.attname, m.first, m.last,
          m.beyond) END, ', ') AS some_day,
      (SELECT format('r.%I', k.attname) FROM pg_attribute k WHERE k.attrelid = m.oid AND k.attname = CASE m.relname
        WHEN 'supporters' THEN 'key' WHEN 'mail_allowances' THEN 'mailbox' ELSE 'supporter_key' END) AS whose,
      array_agg(m.attname::text) || coalesce((SELECT array_agg(k.attname::text) FROM pg_constraint p JOIN pg_attribute k
        ON k.attrelid = p.conrelid AND k.attnum = ANY (p.conkey) WHERE p.conrelid = m.oid AND p.contype = 'p'), '{}') AS told
    -- What supporters write to is held last, in the order in which they do, and for the shortest.
    FROM moments m GROUP BY m.oid, m.relname ORDER BY array_position('{supporters,actions,letters}', m.relname::text) NULLS FIRST, m.relname
  LOOP
    rules := rules || ARRAY[ARRAY[held.name::text, held.rule]];
    EXECUTE format('INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
      SELECT %1$L, %2$L, %4$s, (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(r)) WHERE key = ANY ($1))
      FROM %1$I r WHERE NOT (%3$s)', held.name, held.name || '_in_time', held.rule,
      coalesce(held.whose, 'NULL::bytea')) USING held.told;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found > 0 THEN
      EXECUTE format('UPDATE %I SET %s WHERE NOT (%s)', held.name, held.some_day, held.rule);
    END IF;
  END LOOP;
  FOREACH of_table SLICE 1 IN ARRAY rules LOOP
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I, ADD CONSTRAINT %I CHECK (%s) NOT VALID',
      of_table[1], of_table[1] || '_finite', of_table[1] || '_in_time', of_table[2]);
  END LOOP;
END
$$;

-- As precise as they are known, too.
INSERT INTO set_aside (from_table, refused_by, contents)
  SELECT 'representatives', 'representatives_ended_on', jsonb_build_object('id', id, 'ended_on', ended_on) FROM representatives
    WHERE left(ended_on, 4) NOT BETWEEN '1900' AND '2199'
  UNION ALL SELECT 'mandates', 'mandates_started_on', to_jsonb(m) FROM mandates m WHERE left(started_on, 4) NOT BETWEEN '1900' AND '2199'
  UNION ALL SELECT 'mandates', 'mandates_ended_on', to_jsonb(m) FROM mandates m WHERE left(ended_on, 4) NOT BETWEEN '1900' AND '2199';
-- Whoever left stays so.
UPDATE representatives SET ended_on = CASE WHEN left(ended_on, 4) < '1900' THEN '1900' ELSE '2199' END
  WHERE left(ended_on, 4) NOT BETWEEN '1900' AND '2199';
UPDATE mandates SET started_on = CASE WHEN left(started_on, 4) BETWEEN '1900' AND '2199' THEN started_on END,
    ended_on = CASE WHEN left(ended_on, 4) BETWEEN '1900' AND '2199' THEN ended_on END
  WHERE left(started_on, 4) NOT BETWEEN '1900' AND '2199' OR left(ended_on, 4) NOT BETWEEN '1900' AND '2199';
CREATE OR REPLACE FUNCTION is_partial_day(day text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT
  RETURN day ~ '^(19|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$' AND day !~ '-(02-3\d|(04|06|09|11)-31)$'
    AND (day !~ '-02-29$' OR (left(day, 4)::int % 4 = 0 AND (left(day, 4)::int % 100 <> 0 OR left(day, 4)::int % 400 = 0)));

-- What a person decided is deleted by an entry of the same transaction, or goes with what it was of: a letter or a publication that is
-- gone, a mail that came back for somebody who is erased, what was only tried; or with its time, as the rooms keep it.
CREATE FUNCTION goes_by_itself() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  goes boolean;
BEGIN
  IF current_setting('audit.filling', true) = 'yes' OR coalesce(current_setting('audit.actors', true), '') <> '' THEN RETURN NULL; END IF;
  EXECUTE format('SELECT %s FROM (SELECT ($1).*) AS was', TG_ARGV[0]) INTO goes USING OLD;
  IF goes THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'what a person decided of % is deleted without an audit entry', TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT c.relname AS name, string_agg(format('is_person(OLD.%I)', a.attname), ' OR ') AS of_person, CASE c.relname
      WHEN 'reviews' THEN
        'NOT EXISTS (SELECT FROM letters l WHERE l.supporter_key = was.supporter_key AND l.id = was.letter_id)'
      WHEN 'publication_languages' THEN 'NOT EXISTS (SELECT FROM publications p WHERE p.id = was.publication_id)'
      WHEN 'returned_mails' THEN $goes$was.created_at < now() - interval '29 days'
        OR NOT EXISTS (SELECT FROM letters l WHERE l.bounce_id = was.bounce_id
          UNION ALL SELECT FROM actions a WHERE a.bounce_id = was.bounce_id)$goes$
      WHEN 'alerts' THEN $goes$was.tried OR was.settled_at < now() - interval '364 days'$goes$
      WHEN 'addressee_requests' THEN $goes$was.tried OR was.decided_at < now() - interval '364 days'$goes$
      WHEN 'accounts' THEN $goes$was.removed_at < now() - interval '29 days'$goes$
      ELSE 'false' END AS goes
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_attribute a ON a.attrelid = f.conrelid AND f.conkey = ARRAY[a.attnum]
    WHERE f.contype = 'f' AND f.confrelid = 'actors'::regclass AND c.relname <> 'audit_entries' GROUP BY 1
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (%s) EXECUTE FUNCTION goes_by_itself(%L)', one.name || '_let_go', one.name, one.of_person, one.goes);
  END LOOP;
END $$;
