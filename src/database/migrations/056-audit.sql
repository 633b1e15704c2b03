-- expand
-- What people who run this have changed: one row a change, written in the transaction that made it, by the table's owner alone
-- (src/audit). The version before writes none; while both run, what somebody decides by it is refused.
CREATE TABLE audit_entries (
  id uuid PRIMARY KEY DEFAULT new_id(),
  made_at timestamptz NOT NULL DEFAULT now(),
  made_by uuid NOT NULL CONSTRAINT audit_entries_made_by REFERENCES actors,
  -- The room and what was done there: publications.hide
  operation text NOT NULL CONSTRAINT audit_entries_operation CHECK (operation ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  item_kind text NOT NULL CONSTRAINT audit_entries_item_kind CHECK (item_kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- As whoever runs this knows it: a campaign's name in addresses, a state's code, a letter's id.
  item text NOT NULL CONSTRAINT audit_entries_item CHECK (item ~ '\S' AND length(item) <= 400),
  because text NULL CONSTRAINT audit_entries_because CHECK (because ~ '\S'),
  before jsonb NULL CONSTRAINT audit_entries_before CHECK (jsonb_typeof(before) = 'object' AND length(before::text) <= 100000),
  after jsonb NULL CONSTRAINT audit_entries_after CHECK (jsonb_typeof(after) = 'object' AND length(after::text) <= 100000),
  CONSTRAINT audit_entries_finite CHECK (isfinite(made_at))
);
-- Entries come in the order of time: a small index finds a day among years of them.
CREATE INDEX audit_entries_by_day ON audit_entries USING brin (made_at) WITH (pages_per_range = 16);
CREATE INDEX audit_entries_of_item ON audit_entries (item_kind, item);

-- Nothing of it is changed, nor deleted before 24 months have passed.
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.made_at < now() - interval '24 months' THEN RETURN OLD; END IF;
  -- A restored backup empties what was just made.
  IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT 1 FROM audit_entries) THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'an audit entry is never changed, nor deleted within 24 months';
END $$;
CREATE TRIGGER keep_audit BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION keep_audit();
CREATE TRIGGER keep_all_audit BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();

-- Which actors have an entry in this transaction.
CREATE FUNCTION note_audited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('audit.actors', coalesce(current_setting('audit.actors', true), '') || ' ' || NEW.made_by, true)
    WHERE strpos(coalesce(current_setting('audit.actors', true), ''), NEW.made_by::text) = 0;
  RETURN NULL;
END $$;
CREATE TRIGGER note_audited AFTER INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION note_audited();

-- What a person decided can't be stored without its entry: looked at when the transaction ends. Whoever fills a whole database again
-- (a restored backup) says so.
CREATE FUNCTION is_audited() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  who uuid;
  who_before uuid;
  audited text := coalesce(current_setting('audit.actors', true), '');
BEGIN
  IF current_setting('audit.filling', true) = 'yes' THEN RETURN NULL; END IF;
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO who USING NEW;
  IF TG_OP = 'UPDATE' THEN EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO who_before USING OLD; END IF;
  IF who IS NULL AND audited <> '' THEN RETURN NULL; END IF;
  IF strpos(audited, coalesce(who, who_before)::text) = 0 THEN
    RAISE EXCEPTION '%.% is by a person, without an audit entry', TG_TABLE_NAME, TG_ARGV[0]
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- Not the program itself, an addressee, or whom nobody knows any more (028).
CREATE FUNCTION is_person(actor uuid) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN actor NOT IN ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002',
    '00000000-0000-7000-8000-000000000003');

DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT f.conrelid::regclass AS of_table, c.relname AS name, a.attname AS who,
      -- Whoever decides once more is told by the moment, not by the name.
      (SELECT string_agg(format('NEW.%1$I IS DISTINCT FROM OLD.%1$I', s.attname), ' OR ') FROM pg_attribute s
        WHERE s.attrelid = c.oid AND s.attnum > 0 AND NOT s.attisdropped
        AND starts_with(s.attname, regexp_replace(a.attname, 'by$', ''))) AS decided_again
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND f.conkey = ARRAY[a.attnum]
    WHERE f.contype = 'f' AND f.confrelid = 'actors'::regclass AND c.relname <> 'audit_entries'
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (is_person(NEW.%I)) EXECUTE FUNCTION is_audited(%L)',
      one.name || '_' || one.who || '_at_once', one.of_table, one.who, one.who);
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (is_person(coalesce(NEW.%4$I, OLD.%4$I)) AND (%3$s)) EXECUTE FUNCTION is_audited(%4$L)',
      one.name || '_' || one.who || '_later', one.of_table, one.decided_again, one.who);
  END LOOP;
END $$;
