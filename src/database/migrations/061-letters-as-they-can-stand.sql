-- expand
-- What no code writes of letters, actions and consents is refused. Older databases' rows are made what they can only have meant; what
-- they said beyond that is set aside.

-- Due is what is to leave; asked again is of what was handed over and has no answer; what stays here was handed over. For processes of
-- the version before, which leave these as they were.
CREATE FUNCTION settle_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> ALL ('{waiting,claimed,handing-over}') THEN NEW.due_at := NULL; END IF;
  IF NEW.state <> 'handed-over' OR NEW.answer IS NOT NULL THEN NEW.ask_again_at := NULL; END IF;
  IF NEW.state <> 'handed-over' AND NEW.said_here = 'kept-here' THEN NEW.said_here := NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER settle_letter BEFORE UPDATE OF state, answer ON letters FOR EACH ROW
  WHEN (CASE NEW.state WHEN 'handed-over' THEN NEW.due_at IS NOT NULL OR (NEW.answer IS NOT NULL AND NEW.ask_again_at IS NOT NULL)
    ELSE NEW.ask_again_at IS NOT NULL OR NEW.said_here = 'kept-here'
      OR (NEW.due_at IS NOT NULL AND NEW.state <> ALL ('{waiting,claimed,handing-over}')) END)
  EXECUTE FUNCTION settle_letter();
-- A lease begins no sooner than what it is of was confirmed, by whichever clock.
CREATE TRIGGER keep_order_of_claim BEFORE UPDATE OF claimed_at ON letters FOR EACH ROW
  WHEN (NEW.claimed_at < greatest(NEW.created_at, NEW.confirmed_at))
  EXECUTE FUNCTION keep_order('created_at', 'confirmed_at', 'claimed_at');
CREATE TRIGGER keep_order_of_end BEFORE UPDATE OF expires_at ON actions FOR EACH ROW
  WHEN (NEW.expires_at < NEW.created_at) EXECUTE FUNCTION keep_order('created_at', 'expires_at');

-- Without its words it could never be confirmed.
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_words', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state)
  FROM letters WHERE state = 'unconfirmed' AND text_sealed IS NULL;
UPDATE letters SET state = 'withdrawn' WHERE state = 'unconfirmed' AND text_sealed IS NULL;
CREATE FUNCTION pg_temp.says_what_it_can(state text, reply text, said_here text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN CASE state WHEN 'handed-over' THEN reply IS NOT NULL OR said_here IS NOT DISTINCT FROM 'kept-here'
    WHEN 'refused' THEN num_nonnulls(reply, said_here) = 1 AND said_here IS DISTINCT FROM 'kept-here'
    WHEN 'bounced' THEN said_here IS NULL
    WHEN 'left-office' THEN num_nonnulls(reply, said_here) = 0
    ELSE coalesce(said_here = 'no-reply', true) END;
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_said', supporter_key,
    jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state, 'reply', reply, 'said_here', said_here)
  FROM letters WHERE NOT pg_temp.says_what_it_can(state, reply, said_here);
UPDATE letters SET reply = CASE state WHEN 'left-office' THEN NULL ELSE reply END,
    said_here = CASE state WHEN 'refused' THEN 'not-made' END
  WHERE NOT pg_temp.says_what_it_can(state, reply, said_here);
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_never_left', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'state', state,
    'reply', reply, 'said_here', said_here, 'attempts', attempts, 'claimed_at', claimed_at)
  FROM letters WHERE (confirmed_at IS NULL OR state = 'duplicate')
    AND (num_nonnulls(bounce_id, reply, said_here, claimed_at) > 0 OR attempts > 0);
UPDATE letters SET bounce_id = NULL, reply = NULL, said_here = NULL, claimed_at = NULL, attempts = 0
  WHERE (confirmed_at IS NULL OR state = 'duplicate')
    AND (num_nonnulls(bounce_id, reply, said_here, claimed_at) > 0 OR attempts > 0);
UPDATE letters SET held_because = NULL WHERE held_because = 'restored' AND (confirmed_at IS NULL OR state = 'duplicate');
UPDATE letters SET expected_on = NULL WHERE expected_on IS NOT NULL AND (confirmed_at IS NULL OR state = 'duplicate');
UPDATE letters SET due_at = NULL WHERE due_at IS NOT NULL AND state <> ALL ('{waiting,claimed,handing-over}');
UPDATE letters SET ask_again_at = NULL WHERE ask_again_at IS NOT NULL AND (answer IS NOT NULL OR state <> 'handed-over');
UPDATE letters SET attempts = 1 WHERE attempts = 0 AND state = ANY ('{claimed,handing-over,handed-over,bounced,unknown}');
UPDATE letters SET claimed_at = coalesce(handed_over_at, confirmed_at) WHERE claimed_at IS NULL AND attempts > 0;
UPDATE letters SET claimed_at = confirmed_at WHERE claimed_at < confirmed_at;

ALTER TABLE letters
  DROP CONSTRAINT letters_words, DROP CONSTRAINT letters_held_because, DROP CONSTRAINT letters_due_at, DROP CONSTRAINT letters_attempts,
  DROP CONSTRAINT letters_never_left, DROP CONSTRAINT letters_said_of_what_left, DROP CONSTRAINT letters_said,
  DROP CONSTRAINT letters_answer, DROP CONSTRAINT letters_expected_on, DROP CONSTRAINT letters_in_order,
  ADD CONSTRAINT letters_words
    CHECK (text_sealed IS NOT NULL OR state <> ALL ('{unconfirmed,held,waiting,claimed,handing-over}')),
  -- A restore holds what waited.
  ADD CONSTRAINT letters_held_because CHECK (CASE WHEN held_because IS NULL THEN state <> 'held'
    WHEN held_because = 'restored' THEN confirmed_at IS NOT NULL AND state <> 'duplicate' ELSE true END),
  ADD CONSTRAINT letters_due_at CHECK ((due_at IS NOT NULL) = (state = ANY ('{waiting,claimed,handing-over}'))),
  -- Each try begins with a claim.
  ADD CONSTRAINT letters_attempts CHECK (attempts >= 0 AND (attempts = 0 OR claimed_at IS NOT NULL)
    AND (attempts > 0 OR state <> ALL ('{claimed,handing-over,handed-over,bounced,unknown}'))),
  ADD CONSTRAINT letters_never_left CHECK ((confirmed_at IS NOT NULL AND state <> 'duplicate')
    OR (num_nonnulls(bounce_id, reply, said_here, claimed_at) = 0 AND attempts = 0)),
  ADD CONSTRAINT letters_said CHECK (CASE state
    WHEN 'handed-over' THEN reply IS NOT NULL OR said_here IS NOT DISTINCT FROM 'kept-here'
    WHEN 'refused' THEN num_nonnulls(reply, said_here) = 1 AND said_here IS DISTINCT FROM 'kept-here'
    WHEN 'bounced' THEN said_here IS NULL
    WHEN 'left-office' THEN num_nonnulls(reply, said_here) = 0
    -- It is tried again, or was.
    ELSE coalesce(said_here = 'no-reply', true) END),
  ADD CONSTRAINT letters_answer CHECK ((answer IS NULL OR handed_over_at IS NOT NULL)
    AND (ask_again_at IS NULL OR (answer IS NULL AND state = 'handed-over'))),
  ADD CONSTRAINT letters_expected_on CHECK (expected_on IS NULL OR (confirmed_at IS NOT NULL AND state <> 'duplicate')),
  ADD CONSTRAINT letters_in_order CHECK (confirmed_at >= created_at AND claimed_at >= confirmed_at
    AND handed_over_at >= greatest(created_at, confirmed_at) AND answer_at >= handed_over_at);

UPDATE actions SET expires_at = created_at WHERE expires_at < created_at;
-- By which it left nobody can say: it has one that was mailed to nobody.
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'actions', 'actions_bounced', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'mail_state', mail_state)
  FROM actions WHERE mail_state = 'sent' AND bounce_id IS NULL;
UPDATE actions SET bounce_id = substring(uuid_send(gen_random_uuid()) FROM 1 FOR 10) WHERE mail_state = 'sent' AND bounce_id IS NULL;
-- What says neither what was agreed to nor in which words is no consent.
CREATE FUNCTION pg_temp.agreed(ticked jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN (
  SELECT coalesce(jsonb_agg(t), '[]') FROM jsonb_array_elements(ticked) AS t
  WHERE jsonb_typeof(t -> 'purpose') = 'string' AND jsonb_typeof(t -> 'wording') = 'string');
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'actions', 'actions_ticked', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'consents', consents)
  FROM actions WHERE consents <> '[]' AND consents <> pg_temp.agreed(consents);
UPDATE actions SET consents = pg_temp.agreed(consents) WHERE consents <> '[]' AND consents <> pg_temp.agreed(consents);
ALTER TABLE actions
  DROP CONSTRAINT actions_in_order, DROP CONSTRAINT actions_bounced, DROP CONSTRAINT actions_ticked,
  ADD CONSTRAINT actions_in_order CHECK (confirmed_at >= created_at AND expires_at >= created_at),
  ADD CONSTRAINT actions_bounced CHECK (bounce_id IS NOT NULL OR mail_state <> ALL ('{sent,bounced}')),
  ADD CONSTRAINT actions_ticked CHECK (CASE state
    WHEN 'unconfirmed' THEN jsonb_typeof(consents) = 'array'
      AND NOT consents @? '$[*] ? (!(@.purpose.type() == "string" && @.wording.type() == "string"))'
    ELSE consents = '[]' END);

-- A consent is in the language of its words.
ALTER TABLE consent_texts ADD CONSTRAINT consent_texts_of_lang UNIQUE (id, lang);
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'consents', 'consents_wording_fkey', c.supporter_key, to_jsonb(c)
  FROM consents c JOIN consent_texts t ON t.id = c.wording WHERE t.lang <> c.lang;
UPDATE consents c SET lang = t.lang FROM consent_texts t WHERE t.id = c.wording AND t.lang <> c.lang;
ALTER TABLE consents DROP CONSTRAINT consents_wording_fkey, DROP CONSTRAINT consents_lang,
  ADD CONSTRAINT consents_wording_fkey FOREIGN KEY (wording, lang) REFERENCES consent_texts (id, lang);
