-- Who answers for people's data (GDPR art. 4(7)): to whom a consent is given. The operator is renamed, members have a mailbox of their
-- own; a demonstration is nobody who exists, so that what was tried in it is never somebody's.
CREATE TABLE controllers (
  id uuid PRIMARY KEY DEFAULT new_id(),
  kind text NOT NULL,
  -- As it is called now; a consent keeps what it was called then.
  name text NULL,
  email text NULL,
  since timestamptz NOT NULL DEFAULT now(),
  -- An installation has one operator and one demonstration; their ids are the same everywhere (src/controllers/controllers.ts).
  CONSTRAINT controllers_kind CHECK (CASE kind
    WHEN 'demonstration' THEN id = '00000000-0000-7000-8000-0000000000c1' AND name IS NULL AND email IS NULL
    WHEN 'operator' THEN id = '00000000-0000-7000-8000-0000000000c2' AND coalesce(name ~ '\S', false) AND email IS NULL
    WHEN 'member' THEN coalesce(name ~ '\S', false) AND coalesce(email ~ '^[^@[:space:]]+@[^@[:space:]]+$', false)
    ELSE false END)
);
INSERT INTO controllers (id, kind) VALUES ('00000000-0000-7000-8000-0000000000c1', 'demonstration');

-- Where nobody says whose a campaign or an act is, it is nobody's.
ALTER TABLE campaigns ADD COLUMN controller_id uuid NOT NULL DEFAULT '00000000-0000-7000-8000-0000000000c1' REFERENCES controllers;

-- Whose an act and a consent are stays what it was, whoever takes the campaign over. No reference from acts: each would lock the
-- controller's row (decision 2); looked at once a day instead. The few that differ from most are written, so that no large table is
-- written anew.
DO $$
DECLARE
  demonstration CONSTANT uuid := '00000000-0000-7000-8000-0000000000c1';
  operator CONSTANT uuid := '00000000-0000-7000-8000-0000000000c2';
  -- As it was called, in every language, until now.
  nobody CONSTANT text := 'Common Bonds (demonstration)';
  -- The words of consents were written down at the first start under a name.
  named_at timestamptz := least((SELECT min(first_used_at) FROM wordings WHERE position(nobody IN words) = 0),
    (SELECT min(given_at) FROM consents WHERE controller <> nobody));
  whose uuid := CASE WHEN named_at IS NULL THEN demonstration ELSE operator END;
BEGIN
  IF named_at IS NOT NULL THEN
    -- The next start says what it is called now.
    INSERT INTO controllers (id, kind, name, since) VALUES (operator, 'operator',
      coalesce((SELECT controller FROM consents WHERE controller <> nobody ORDER BY given_at DESC, id LIMIT 1), 'operator'), named_at);
  END IF;
  UPDATE campaigns SET controller_id = whose;
  EXECUTE format('ALTER TABLE consents ADD COLUMN controller_id uuid NOT NULL DEFAULT %L', whose);
  EXECUTE format('ALTER TABLE actions ADD COLUMN controller_id uuid NOT NULL DEFAULT %L', whose);
  UPDATE consents SET controller_id = demonstration WHERE controller = nobody AND whose = operator;
  UPDATE actions a SET controller_id = demonstration WHERE whose = operator
    AND coalesce((SELECT c.controller = nobody FROM consents c WHERE c.supporter_key = a.supporter_key AND c.action_id = a.id
      ORDER BY c.purpose LIMIT 1),
      a.created_at < named_at);
END
$$;
ALTER TABLE consents ALTER COLUMN controller_id DROP DEFAULT, ADD CONSTRAINT consents_controller_id FOREIGN KEY (controller_id)
  REFERENCES controllers;
ALTER TABLE actions ALTER COLUMN controller_id SET DEFAULT '00000000-0000-7000-8000-0000000000c1';

-- For processes of the version before, which run beside until all are of this one: a consent is to whom its act is.
CREATE FUNCTION fill_controller() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT a.controller_id INTO NEW.controller_id FROM actions a WHERE a.supporter_key = NEW.supporter_key AND a.id = NEW.action_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER fill_controller BEFORE INSERT ON consents FOR EACH ROW WHEN (NEW.controller_id IS NULL) EXECUTE FUNCTION fill_controller();

-- The same as in migration 021; an act is of the controller that its campaign has at that moment. Plans are kept, which
-- the estimate for the look at its campaign would else speak against: half as slow again for one act alone.
CREATE OR REPLACE FUNCTION accept_acts(
  whos bytea[], plains bytea[], mailboxes bytea[], addresses_sealed bytea[],
  acts uuid[], campaigns uuid[], kinds text[], langs text[], countries text[], details_sealed bytea[], ticked jsonb[], at timestamptz,
  letter_acts int[], letter_ids uuid[], ask_ids uuid[], representative_ids uuid[], channel_ids uuid[], texts_sealed bytea[], held text[]
) RETURNS void LANGUAGE plpgsql VOLATILE SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_variable
DECLARE
  newcomers bytea[];
  -- Mailboxes that were written to before under an address that is not their plain one.
  tagged bytea[];
BEGIN
  -- Acts on one mailbox take turns, so that none slips past its limit of mails. In one order, so that two batches never wait for each
  -- other.
  PERFORM pg_advisory_xact_lock(turn) FROM (
    SELECT DISTINCT ('x' || encode(substring(box FROM 1 FOR 8), 'hex'))::bit(64)::bigint AS turn FROM unnest(mailboxes) AS m (box)
      ORDER BY turn) turns;
  WITH made AS (
    INSERT INTO supporters (key, address_sealed, created_at, last_act_at)
      SELECT who, address, at, at FROM unnest(whos, addresses_sealed) AS s (who, address) ORDER BY who
      -- Fills an address that was forgotten.
      ON CONFLICT (key) DO UPDATE SET address_sealed = excluded.address_sealed WHERE supporters.address_sealed IS NULL
      RETURNING key, xmax = 0 AS is_new
  ) SELECT array_agg(made.key) INTO newcomers FROM made WHERE made.is_new;
  tagged := array(SELECT DISTINCT mailbox FROM actions WHERE mailbox = ANY (mailboxes));
  INSERT INTO actions (supporter_key, id, campaign_id, controller_id, kind, lang, country, details_sealed, consents, created_at,
    expires_at, mail_due_at, mailbox)
    SELECT a.who, a.id, a.campaign, (SELECT c.controller_id FROM campaigns c WHERE c.id = a.campaign), a.kind, a.lang, a.country,
      a.details, a.consents, at, at + interval '7 days',
      -- Nothing was ever mailed to somebody of whom nothing was known under any address.
      CASE WHEN a.who = ANY (newcomers) AND a.who = a.plain AND a.box <> ALL (tagged) THEN at
        ELSE confirmation_due_at(a.plain, a.box, at) END,
      CASE WHEN a.who <> a.plain THEN a.box END
    FROM unnest(whos, plains, mailboxes, acts, campaigns, kinds, langs, countries, details_sealed, ticked)
      AS a (who, plain, box, id, campaign, kind, lang, country, details, consents);
  INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, text_sealed, held_because,
    created_at)
    SELECT whos[l.act], l.id, acts[l.act], campaigns[l.act], l.ask, l.representative, l.channel, l.text_sealed, l.held_because, at
    FROM unnest(letter_acts, letter_ids, ask_ids, representative_ids, channel_ids, texts_sealed, held)
      AS l (act, id, ask, representative, channel, text_sealed, held_because);
END
$$;
