-- expand
-- Rules that were added without a look at the rows that there were (061 to 063) hold for all of them. Nobody who reads or writes waits for
-- the look. Not of what asks say on which conditions: much hangs on those of older databases (025).
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT conrelid::regclass AS of_table, conname AS rule FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND NOT convalidated AND conname <> 'asks_condition' ORDER BY 1, 2
  LOOP
    EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', one.of_table, one.rule);
  END LOOP;
END
$$;
