-- expand
-- The rules that 080 added without a look at the rows that there were hold for all of them, as in 068.
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
