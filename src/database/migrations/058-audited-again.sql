-- expand
-- What a person decided was looked at again only where its moment or its author changed: a published language became a draft, a release a
-- refusal, a judgement another level without an entry, as long as both stayed. Now every column of such a row is looked at, also one that
-- comes later, but for what the program writes beside the decision: sealed anew, told by mail. A row with several deciders keeps to what
-- each decided (056).
CREATE OR REPLACE FUNCTION is_audited() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  who uuid;
  who_before uuid;
  audited text := coalesce(current_setting('audit.actors', true), '');
BEGIN
  IF current_setting('audit.filling', true) = 'yes' THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND NOT EXISTS (SELECT FROM jsonb_each(to_jsonb(NEW)) n JOIN jsonb_each(to_jsonb(OLD)) o USING (key)
    WHERE n.value <> o.value AND key NOT LIKE '%\_sealed' AND key <> 'told_at') THEN RETURN NULL; END IF;
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO who USING NEW;
  IF TG_OP = 'UPDATE' THEN EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO who_before USING OLD; END IF;
  IF who IS NULL AND audited <> '' THEN RETURN NULL; END IF;
  IF strpos(audited, coalesce(who, who_before)::text) = 0 THEN
    RAISE EXCEPTION '%.% is by a person, without an audit entry', TG_TABLE_NAME, TG_ARGV[0]
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT f.conrelid::regclass AS of_table, c.relname AS name, min(a.attname) AS who
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND f.conkey = ARRAY[a.attnum]
    WHERE f.contype = 'f' AND f.confrelid = 'actors'::regclass AND c.relname <> 'audit_entries'
    GROUP BY f.conrelid, c.relname HAVING count(*) = 1
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', one.name || '_' || one.who || '_later', one.of_table);
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (is_person(coalesce(NEW.%3$I, OLD.%3$I)) AND NEW.* IS DISTINCT FROM OLD.*) EXECUTE FUNCTION is_audited(%3$L)',
      one.name || '_' || one.who || '_later', one.of_table, one.who);
  END LOOP;
END $$;

-- What the program does by itself is no entry; none was ever written.
ALTER TABLE audit_entries ADD CONSTRAINT audit_entries_of_person CHECK (is_person(made_by));

-- What an account may do, and by which address it is found, is somebody's decision too.
CREATE FUNCTION has_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('audit.filling', true) = 'yes' OR coalesce(current_setting('audit.actors', true), '') <> '' THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% is changed without an audit entry', TG_TABLE_NAME;
END $$;
CREATE CONSTRAINT TRIGGER accounts_noted AFTER UPDATE ON accounts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.role IS DISTINCT FROM OLD.role OR NEW.mailbox IS DISTINCT FROM OLD.mailbox) EXECUTE FUNCTION has_entry();
