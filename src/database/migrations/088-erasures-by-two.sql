-- expand
-- Everything that is held of somebody is erased on proof by other means than the link to their data: one of the staff asks for it, another
-- confirms. Of whom it is about stands here a code alone, which is no supporter's key, and goes when it is decided, as the words do.
CREATE TABLE erasures (
  id uuid PRIMARY KEY DEFAULT new_id(),
  -- A keyed hash of the address, by which whoever confirms it is held to the same.
  about bytea NULL CONSTRAINT erasures_about CHECK (length(about) = 16),
  proof text NOT NULL CONSTRAINT erasures_proof CHECK (proof IN ('document', 'known', 'call-back', 'authority')),
  -- Why, and what was shown, in the words of whoever asks.
  reason text NULL,
  state text NOT NULL DEFAULT 'waiting' CONSTRAINT erasures_state CHECK (state IN ('waiting', 'confirmed', 'refused')),
  requested_by uuid NOT NULL CONSTRAINT erasures_requested_by REFERENCES actors,
  requested_at timestamptz NOT NULL DEFAULT now(),
  decided_by uuid NULL CONSTRAINT erasures_decided_by REFERENCES actors,
  decided_at timestamptz NULL,
  CONSTRAINT erasures_says CHECK (says_something(reason)),
  CONSTRAINT erasures_waiting CHECK (CASE WHEN state = 'waiting'
    THEN num_nonnulls(about, reason) = 2 AND num_nonnulls(decided_by, decided_at) = 0
    ELSE num_nonnulls(about, reason) = 0 AND num_nonnulls(decided_by, decided_at) = 2 END),
  CONSTRAINT erasures_two_people CHECK (state <> 'confirmed' OR decided_by <> requested_by),
  CONSTRAINT erasures_in_order CHECK (decided_at >= requested_at),
  CONSTRAINT erasures_in_time CHECK (least(requested_at, decided_at) >= '2000-01-01T00:00Z'
    AND greatest(requested_at, decided_at) < '2200-01-01T00:00Z')
);
CREATE INDEX erasures_by_moment ON erasures (requested_at, id);
CREATE INDEX erasures_waiting_in_order ON erasures (requested_at, id) WHERE state = 'waiting';
CREATE UNIQUE INDEX erasures_once ON erasures (about);
CREATE TRIGGER keep_order BEFORE UPDATE OF decided_at ON erasures FOR EACH ROW
  WHEN (NEW.decided_at < NEW.requested_at) EXECUTE FUNCTION keep_order('requested_at', 'decided_at');

-- As every column that says who decided (056, 058, 063).
DO $$
DECLARE
  who text;
BEGIN
  FOREACH who IN ARRAY ARRAY['requested_by', 'decided_by'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT ON erasures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (is_person(NEW.%I)) EXECUTE FUNCTION is_audited(%L)', 'erasures_' || who || '_at_once', who, who);
  END LOOP;
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON erasures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(coalesce(NEW.requested_by, OLD.requested_by)) AND NEW.requested_by IS DISTINCT FROM OLD.requested_by)
    EXECUTE FUNCTION is_audited(%L)', 'erasures_requested_by_later', 'requested_by');
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON erasures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(coalesce(NEW.decided_by, OLD.decided_by)) AND NEW.* IS DISTINCT FROM OLD.*) EXECUTE FUNCTION is_audited(%L)',
    'erasures_decided_by_later', 'decided_by');
  EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER DELETE ON erasures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (is_person(OLD.requested_by) OR is_person(OLD.decided_by)) EXECUTE FUNCTION goes_by_itself(%L)', 'erasures_let_go',
    'coalesce(was.decided_at, was.requested_at) < now() - interval ''29 days''');
END $$;

-- Staff sends somebody the link to their data.
ALTER TABLE mail_allowances DROP CONSTRAINT mail_allowances_kind_check;
ALTER TABLE mail_allowances ADD CONSTRAINT mail_allowances_kind_check
  CHECK (kind IN ('data-link', 'renewed-link', 'addressee-link', 'confirmation-again', 'staff-data-link'));
