-- Sets aside, as they stand, rows that a constraint refuses and that could not be repaired, with what would go with them.
CREATE FUNCTION set_rows_aside(of_table regclass, refused text, because text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  child record;
BEGIN
  FOR child IN
    SELECT f.conrelid::regclass AS of_table, (SELECT string_agg(format('%s.%I = %s.%I', f.confrelid::regclass, p.attname,
        f.conrelid::regclass, c.attname), ' AND ')
      FROM unnest(f.conkey, f.confkey) AS k (here, there) JOIN pg_attribute c ON c.attrelid = f.conrelid AND c.attnum = k.here
      JOIN pg_attribute p ON p.attrelid = f.confrelid AND p.attnum = k.there) AS goes_with
    FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid = of_table AND f.confdeltype = 'c'
  LOOP
    PERFORM set_rows_aside(child.of_table, format('EXISTS (SELECT 1 FROM %s WHERE %s AND (%s))', of_table, child.goes_with, refused),
      because);
  END LOOP;
  EXECUTE format($move$
    WITH moved AS (DELETE FROM %1$s WHERE %2$s RETURNING to_jsonb(%1$s) AS contents)
    INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
      SELECT %3$L, %4$L, (contents->>'supporter_key')::bytea, contents FROM moved$move$, of_table, refused, of_table, because);
END
$$;

-- What refuses a row, as a condition on it; whoever has no parent is refused by a reference.
CREATE FUNCTION refused_by(rule pg_constraint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE rule.contype WHEN 'c' THEN format('NOT (%s)', pg_get_expr(rule.conbin, rule.conrelid))
    ELSE (SELECT format('%s AND NOT EXISTS (SELECT 1 FROM %s parent WHERE %s)',
      string_agg(format('%s.%I IS NOT NULL', rule.conrelid::regclass, c.attname), ' AND '),
      rule.confrelid::regclass, string_agg(format('parent.%I = %s.%I', p.attname, rule.conrelid::regclass, c.attname), ' AND '))
      FROM unnest(rule.conkey, rule.confkey) AS k (here, there) JOIN pg_attribute c ON c.attrelid = rule.conrelid AND c.attnum = k.here
      JOIN pg_attribute p ON p.attrelid = rule.confrelid AND p.attnum = k.there) END
$$;

-- Checks first, then references, the parents' before the children's, as migration 026 made them. What many other rows hang on is never
-- moved: its constraint stays NOT VALID, which is told at every start (src/work/kept-back.ts).
DO $$
DECLARE
  rule pg_constraint;
BEGIN
  FOR rule IN SELECT * FROM pg_constraint WHERE NOT convalidated AND connamespace = 'public'::regnamespace ORDER BY contype, oid LOOP
    BEGIN
      EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', rule.conrelid::regclass, rule.conname);
    EXCEPTION WHEN check_violation OR foreign_key_violation THEN
      BEGIN
        IF rule.conrelid::regclass::text <> ALL (ARRAY['states', 'representatives', 'channels', 'mailboxes', 'campaigns', 'asks',
          'revisions']) THEN
          PERFORM set_rows_aside(rule.conrelid, refused_by(rule), rule.conname);
          EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', rule.conrelid::regclass, rule.conname);
        END IF;
      -- Told like the others: no old row may keep a site from starting.
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
    END;
  END LOOP;
END
$$;

ALTER TABLE letters ALTER COLUMN channel_id SET NOT NULL;
ALTER TABLE letters DROP CONSTRAINT letters_channel;
DROP FUNCTION refused_by, set_rows_aside;
