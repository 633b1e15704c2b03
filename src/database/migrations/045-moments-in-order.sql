-- expand
-- What happened later is not said to have happened before: each row's moments in one CHECK, by which nothing is stored in another order.
-- Plans and leases (`due_at`, `claimed_at`, `expires_at`) are none of them: they are moved when a clock was set.

-- Clocks may be set back, and those of two machines differ: what happens then is said to have happened at the same moment as what it
-- follows, and neither a withdrawal nor a letter's hand-over is refused for it. What was written down stays.
-- Its arguments are the columns of the moments, the first to happen first.
CREATE FUNCTION keep_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said jsonb := to_jsonb(NEW);
  latest timestamptz;
  moment text;
BEGIN
  FOREACH moment IN ARRAY TG_ARGV LOOP
    IF said ->> moment IS NOT NULL THEN
      latest := greatest(latest, (said ->> moment)::timestamptz);
      said := said || jsonb_build_object(moment, latest);
    END IF;
  END LOOP;
  RETURN jsonb_populate_record(NEW, (SELECT jsonb_object_agg(m, said -> m) FROM unnest(TG_ARGV) AS m));
END
$$;

-- Before any row is looked at: none is put out of order from here on.
CREATE TRIGGER keep_order BEFORE UPDATE OF confirmed_at ON actions FOR EACH ROW
  WHEN (NEW.confirmed_at < NEW.created_at) EXECUTE FUNCTION keep_order('created_at', 'confirmed_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF confirmed_at, handed_over_at, answer_at ON letters FOR EACH ROW
  WHEN (NEW.confirmed_at < NEW.created_at OR NEW.handed_over_at < greatest(NEW.created_at, NEW.confirmed_at)
    OR NEW.answer_at < NEW.handed_over_at)
  EXECUTE FUNCTION keep_order('created_at', 'confirmed_at', 'handed_over_at', 'answer_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF withdrawn_at ON consents FOR EACH ROW
  WHEN (NEW.withdrawn_at < NEW.given_at) EXECUTE FUNCTION keep_order('given_at', 'withdrawn_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF last_act_at ON supporters FOR EACH ROW
  WHEN (NEW.last_act_at < NEW.created_at) EXECUTE FUNCTION keep_order('created_at', 'last_act_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF told_at ON alerts FOR EACH ROW
  WHEN (NEW.told_at < NEW.raised_at) EXECUTE FUNCTION keep_order('raised_at', 'told_at');
CREATE TRIGGER keep_order_of_settling BEFORE UPDATE OF settled_at ON alerts FOR EACH ROW
  WHEN (NEW.settled_at < NEW.raised_at) EXECUTE FUNCTION keep_order('raised_at', 'settled_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF settled_at ON returned_mails FOR EACH ROW
  WHEN (NEW.settled_at < NEW.created_at) EXECUTE FUNCTION keep_order('created_at', 'settled_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF settled_at ON drafts FOR EACH ROW
  WHEN (NEW.settled_at < NEW.created_at) EXECUTE FUNCTION keep_order('created_at', 'settled_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF decided_at ON office_requests FOR EACH ROW
  WHEN (NEW.decided_at < NEW.asked_at) EXECUTE FUNCTION keep_order('asked_at', 'decided_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF decided_at ON content_proposals FOR EACH ROW
  WHEN (NEW.decided_at < NEW.offered_at) EXECUTE FUNCTION keep_order('offered_at', 'decided_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF updated_at ON representatives FOR EACH ROW
  WHEN (NEW.updated_at < NEW.created_at) EXECUTE FUNCTION keep_order('created_at', 'updated_at');
CREATE TRIGGER keep_order BEFORE UPDATE OF active_at, resealed_at, dropped_at ON sealing_keys FOR EACH ROW
  WHEN (NEW.active_at < NEW.added_at OR NEW.resealed_at < NEW.active_at OR NEW.dropped_at < greatest(NEW.active_at, NEW.resealed_at))
  EXECUTE FUNCTION keep_order('added_at', 'active_at', 'resealed_at', 'dropped_at');

-- Whose term never began is of no term to come. For processes of the version before, which say the end alone.
CREATE FUNCTION never_began() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.begins_on := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER never_began BEFORE UPDATE OF ended_on ON representatives FOR EACH ROW
  WHEN (NEW.ended_on IS NOT NULL AND NEW.begins_on IS NOT NULL) EXECUTE FUNCTION never_began();

-- Old rows: a clock was set, as above.
UPDATE actions SET confirmed_at = created_at WHERE confirmed_at < created_at;
UPDATE letters SET confirmed_at = confirmed_at
  WHERE confirmed_at < created_at OR handed_over_at < greatest(created_at, confirmed_at) OR answer_at < handed_over_at;
UPDATE consents SET withdrawn_at = given_at WHERE withdrawn_at < given_at;
UPDATE supporters SET last_act_at = created_at WHERE last_act_at < created_at;
UPDATE alerts SET told_at = greatest(told_at, raised_at), settled_at = greatest(settled_at, raised_at)
  WHERE told_at < raised_at OR settled_at < raised_at;
UPDATE returned_mails SET settled_at = created_at WHERE settled_at < created_at;
UPDATE drafts SET settled_at = created_at WHERE settled_at < created_at;
UPDATE office_requests SET decided_at = asked_at WHERE decided_at < asked_at;
UPDATE content_proposals SET decided_at = offered_at WHERE decided_at < offered_at;
UPDATE representatives SET updated_at = created_at WHERE updated_at < created_at;
UPDATE representatives SET begins_on = NULL WHERE begins_on IS NOT NULL AND ended_on IS NOT NULL;
UPDATE sealing_keys SET active_at = active_at
  WHERE active_at < added_at OR resealed_at < active_at OR dropped_at < greatest(active_at, resealed_at);
-- Nobody can say which of its two days is wrong: the post stays, its days are set aside.
WITH wrong AS (SELECT * FROM mandates WHERE left(ended_on, length(started_on)) < left(started_on, length(ended_on))),
  dayless AS (UPDATE mandates m SET started_on = NULL, ended_on = NULL FROM wrong WHERE m.id = wrong.id)
INSERT INTO set_aside (from_table, refused_by, contents) SELECT 'mandates', 'mandates_in_order', to_jsonb(wrong) FROM wrong;

ALTER TABLE actions ADD CONSTRAINT actions_in_order CHECK (confirmed_at >= created_at);
ALTER TABLE letters ADD CONSTRAINT letters_in_order CHECK (
  confirmed_at >= created_at AND handed_over_at >= greatest(created_at, confirmed_at) AND answer_at >= handed_over_at);
ALTER TABLE consents ADD CONSTRAINT consents_in_order CHECK (withdrawn_at >= given_at);
ALTER TABLE supporters ADD CONSTRAINT supporters_in_order CHECK (last_act_at >= created_at);
ALTER TABLE alerts ADD CONSTRAINT alerts_in_order CHECK (told_at >= raised_at AND settled_at >= raised_at);
ALTER TABLE returned_mails ADD CONSTRAINT returned_mails_in_order CHECK (settled_at >= created_at);
ALTER TABLE drafts ADD CONSTRAINT drafts_in_order CHECK (settled_at >= created_at);
ALTER TABLE office_requests ADD CONSTRAINT office_requests_in_order CHECK (decided_at >= asked_at);
ALTER TABLE content_proposals ADD CONSTRAINT content_proposals_in_order CHECK (decided_at >= offered_at);
ALTER TABLE sealing_keys ADD CONSTRAINT sealing_keys_in_order CHECK (
  active_at >= added_at AND resealed_at >= active_at AND dropped_at >= greatest(active_at, resealed_at));
ALTER TABLE representatives
  ADD CONSTRAINT representatives_in_order CHECK (updated_at >= created_at),
  ADD CONSTRAINT representatives_begins_on CHECK (begins_on IS NULL OR ended_on IS NULL);
-- Days are as precise as known: compared as far as both are.
ALTER TABLE mandates ADD CONSTRAINT mandates_in_order CHECK (left(ended_on, length(started_on)) >= left(started_on, length(ended_on)));
