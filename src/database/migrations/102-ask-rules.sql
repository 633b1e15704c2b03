-- expand
-- What an ask says beside its words: of whom it is asked, of which office, under which aim, with which arguments its letter begins. Every
-- change of it is a version, which stays as it was; what stands is kept in asks.
CREATE TABLE ask_rules (
  ask_id uuid NOT NULL CONSTRAINT ask_rules_ask_id_fkey REFERENCES asks ON DELETE CASCADE,
  number int NOT NULL CONSTRAINT ask_rules_number CHECK (number > 0),
  rules jsonb NOT NULL CONSTRAINT ask_rules_rules CHECK (jsonb_typeof(rules) = 'object'),
  made_at timestamptz NOT NULL DEFAULT now(),
  made_by uuid NOT NULL CONSTRAINT ask_rules_made_by REFERENCES actors,
  PRIMARY KEY (ask_id, number),
  CONSTRAINT ask_rules_in_time CHECK (made_at >= '2000-01-01T00:00Z' AND made_at < '2200-01-01T00:00Z')
);

-- As every column that says who decided (056, 058, 063).
DO $$
BEGIN
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT ON ask_rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(NEW.made_by)) EXECUTE FUNCTION is_audited(%L)', 'ask_rules_made_by_at_once', 'made_by');
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON ask_rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(coalesce(NEW.made_by, OLD.made_by)) AND NEW.* IS DISTINCT FROM OLD.*) EXECUTE FUNCTION is_audited(%L)',
    'ask_rules_made_by_later', 'made_by');
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER DELETE ON ask_rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(OLD.made_by)) EXECUTE FUNCTION goes_by_itself(%L)', 'ask_rules_let_go',
    'NOT EXISTS (SELECT FROM asks a WHERE a.id = was.ask_id)');
END $$;

-- What was said once stays said.
CREATE TRIGGER keep_version BEFORE UPDATE ON ask_rules FOR EACH ROW
  WHEN (NEW.* IS DISTINCT FROM OLD.*) EXECUTE FUNCTION keep_version();

CREATE FUNCTION rules_of(asks) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT jsonb_build_object('aim', $1.aim, 'when', $1.condition, 'office', $1.office, 'defaults', to_jsonb($1.defaults)) $$;

-- What stands is the first version of each; nobody knows any more who made it.
INSERT INTO ask_rules (ask_id, number, rules, made_by)
  SELECT a.id, 1, rules_of(a), '00000000-0000-7000-8000-000000000003'::uuid FROM asks a;

-- Whatever writes an ask leaves a version of it, also the version of the program before, and files: of these nobody says who.
CREATE FUNCTION leave_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest record;
BEGIN
  IF current_setting('audit.filling', true) = 'yes' THEN RETURN NULL; END IF;
  SELECT r.number, r.rules INTO newest FROM ask_rules r WHERE r.ask_id = NEW.id ORDER BY r.number DESC LIMIT 1;
  IF newest.rules IS NOT DISTINCT FROM rules_of(NEW) THEN RETURN NULL; END IF;
  INSERT INTO ask_rules (ask_id, number, rules, made_by)
    VALUES (NEW.id, coalesce(newest.number, 0) + 1, rules_of(NEW), '00000000-0000-7000-8000-000000000003');
  RETURN NULL;
END $$;
CREATE TRIGGER leave_rules AFTER INSERT OR UPDATE ON asks FOR EACH ROW EXECUTE FUNCTION leave_rules();
