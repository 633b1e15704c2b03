-- What no version could mean, but older ones could store, is made what it can only have meant, before migration 026 refuses it. What
-- can't be repaired is set aside in 027, as it stood, and told at every start until somebody has dealt with it.
CREATE TABLE set_aside (
  id uuid PRIMARY KEY DEFAULT new_id(),
  from_table text NOT NULL,
  -- The constraint that refused it.
  refused_by text NOT NULL,
  -- Whose it was, so that it is erased with everything else of theirs.
  supporter_key bytea NULL,
  contents jsonb NOT NULL,
  set_aside_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX set_aside_by_supporter ON set_aside (supporter_key) WHERE supporter_key IS NOT NULL;

-- What the daily check of rows found that no constraint can refuse without slowing what is busy: the latest count of each rule.
CREATE TABLE row_checks (
  rule text PRIMARY KEY,
  found int NOT NULL,
  example text NULL,
  checked_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO supporters (key)
  SELECT supporter_key FROM actions UNION SELECT supporter_key FROM campaign_supporters ON CONFLICT DO NOTHING;
UPDATE supporters SET address_sealed = NULL WHERE octet_length(address_sealed) = 0;

UPDATE actions a SET confirmed_at = CASE WHEN state <> 'unconfirmed' THEN coalesce(
    (SELECT min(given_at) FROM consents c WHERE c.supporter_key = a.supporter_key AND c.action_id = a.id),
    (SELECT min(l.confirmed_at) FROM letters l WHERE l.supporter_key = a.supporter_key AND l.action_id = a.id), created_at) END
  WHERE (state = 'unconfirmed') <> (confirmed_at IS NULL);
UPDATE actions SET consents = '[]' WHERE jsonb_typeof(consents) <> 'array' OR (state <> 'unconfirmed' AND consents <> '[]');
UPDATE actions SET mail_attempts = 0 WHERE mail_attempts < 0;
UPDATE actions SET mail_state = 'refused' WHERE mail_state = 'bounced' AND bounce_id IS NULL;
UPDATE actions SET details_sealed = NULL WHERE octet_length(details_sealed) = 0;

-- A letter for which no address was known: no version stored one.
UPDATE letters l SET channel_id = (SELECT c.id FROM channels c WHERE c.representative_id = l.representative_id AND c.kind = 'email'
    ORDER BY c.ended_at IS NOT NULL, c.id LIMIT 1)
  WHERE channel_id IS NULL;
UPDATE letters SET state = 'refused', reply = 'no mail could be made of it' WHERE state = 'by-hand';
-- It is never sent again where something says that it left.
UPDATE letters SET state = CASE state WHEN 'refused' THEN 'bounced' ELSE 'handed-over' END
  WHERE handed_over_at IS NOT NULL AND state IN ('held', 'waiting', 'claimed', 'handing-over', 'unknown', 'refused');
UPDATE letters SET handed_over_at = NULL WHERE handed_over_at IS NOT NULL AND state NOT IN ('handed-over', 'bounced');
UPDATE letters SET handed_over_at = coalesce(claimed_at, confirmed_at, due_at, created_at)
  WHERE handed_over_at IS NULL AND (state = 'handed-over' OR (state = 'bounced' AND answer IN ('yes', 'no')));
-- Nobody confirmed it: it waits for that, or for being forgotten.
UPDATE letters l SET state = 'unconfirmed', claim = NULL FROM actions a
  WHERE a.supporter_key = l.supporter_key AND a.id = l.action_id AND a.state = 'unconfirmed' AND l.confirmed_at IS NULL
    AND l.state IN ('held', 'waiting', 'claimed');
UPDATE letters SET confirmed_at = NULL WHERE state = 'unconfirmed' AND confirmed_at IS NOT NULL;
UPDATE letters l SET confirmed_at = coalesce(
    (SELECT a.confirmed_at FROM actions a WHERE a.supporter_key = l.supporter_key AND a.id = l.action_id), l.created_at)
  WHERE confirmed_at IS NULL AND state NOT IN ('unconfirmed', 'withdrawn')
    AND (state = 'duplicate' OR NOT EXISTS (SELECT 1 FROM letters o WHERE o.supporter_key = l.supporter_key
      AND o.campaign_id = l.campaign_id AND o.ask_id = l.ask_id AND o.representative_id = l.representative_id AND o.id <> l.id
      AND o.state NOT IN ('unconfirmed', 'duplicate', 'withdrawn')));
-- As after a crash (recoverClaims).
UPDATE letters SET state = CASE state WHEN 'claimed' THEN 'waiting' ELSE 'unknown' END
  WHERE state IN ('claimed', 'handing-over') AND claim IS NULL;
UPDATE letters SET claim = NULL WHERE claim IS NOT NULL AND state NOT IN ('claimed', 'handing-over', 'unknown', 'bounced');
UPDATE letters SET claimed_at = coalesce(handed_over_at, confirmed_at, created_at) WHERE claim IS NOT NULL AND claimed_at IS NULL;
UPDATE letters SET held_because = 'restored' WHERE state = 'held' AND held_because IS NULL;
UPDATE letters SET text_sealed = NULL WHERE octet_length(text_sealed) = 0 OR (state = 'withdrawn' AND text_sealed IS NOT NULL);
-- Without its words nothing can leave.
UPDATE letters SET state = CASE state WHEN 'handing-over' THEN 'unknown' ELSE 'refused' END,
    claim = CASE state WHEN 'handing-over' THEN claim END,
    reply = CASE state WHEN 'handing-over' THEN reply ELSE 'no mail could be made of it' END
  WHERE text_sealed IS NULL AND state IN ('held', 'waiting', 'claimed', 'handing-over');
UPDATE letters SET due_at = now() WHERE due_at IS NULL AND state IN ('waiting', 'claimed', 'handing-over');
UPDATE letters SET answer = NULL, answer_at = NULL, ask_again_at = NULL
  WHERE handed_over_at IS NULL AND (answer IS NOT NULL OR answer_at IS NOT NULL OR ask_again_at IS NOT NULL);
UPDATE letters SET answer_at = CASE WHEN answer IN ('yes', 'no') THEN handed_over_at END
  WHERE (answer_at IS NOT NULL) <> (answer IS NOT NULL AND answer IN ('yes', 'no'));
-- What a server said of what never left is nobody's to guess: it is set aside.
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'letters', 'letters_never_left', supporter_key, jsonb_build_object('supporter_key', supporter_key, 'id', id, 'reply', reply)
  FROM letters WHERE reply IS NOT NULL AND (confirmed_at IS NULL OR state = 'duplicate');
UPDATE letters SET reply = NULL WHERE reply IS NOT NULL AND (confirmed_at IS NULL OR state = 'duplicate');
UPDATE letters SET expected_on = NULL WHERE expected_on IS NOT NULL AND confirmed_at IS NULL;
UPDATE letters SET bounce_id = NULL WHERE bounce_id IS NOT NULL
  AND (octet_length(bounce_id) <> 10 OR state IN ('unconfirmed', 'duplicate'));
UPDATE letters SET attempts = 0 WHERE attempts < 0;

-- The same consent twice: the first was given.
WITH twice AS (
  DELETE FROM consents c USING consents f WHERE f.supporter_key = c.supporter_key AND f.action_id = c.action_id AND f.purpose = c.purpose
    AND (f.given_at, f.id) < (c.given_at, c.id) RETURNING c.*)
INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
  SELECT 'consents', 'consents_once', supporter_key, to_jsonb(twice) FROM twice;
UPDATE reviews SET reason = CASE decision WHEN 'refused' THEN '' END WHERE (decision = 'refused') <> (reason IS NOT NULL);

UPDATE receiving_domains SET paused_because = CASE WHEN paused_at IS NOT NULL THEN 'not known' END
  WHERE (paused_at IS NULL) <> (paused_because IS NULL);
UPDATE mailboxes SET refusals = 0 WHERE refusals < 0;
-- Written by no version.
UPDATE mandates SET body_kind = 'other' WHERE body_kind = 'party';
-- One address once for each representative; what waits at the other moves by itself (settle-left).
UPDATE channels c SET ended_at = now() FROM channels f
  WHERE f.representative_id = c.representative_id AND f.mailbox = c.mailbox AND f.id < c.id AND f.ended_at IS NULL AND c.ended_at IS NULL;
UPDATE office_requests SET decided_at = CASE WHEN state <> 'asked' THEN coalesce(decided_at, asked_at) END,
    decided_by = CASE WHEN state <> 'asked' THEN coalesce(decided_by, 'not known') END
  WHERE (state = 'asked') <> (decided_at IS NULL) OR (state = 'asked') <> (decided_by IS NULL);
UPDATE returned_mails SET settled_by = CASE WHEN settled_at IS NOT NULL THEN 'not known' END
  WHERE (settled_at IS NULL) <> (settled_by IS NULL);
UPDATE campaigns SET closes_at = opens_at WHERE closes_at < opens_at;

-- Whether a partial day ('2024', '2024-02', '2024-02-29') is in the calendar, as in `src/facts/partial-day.ts`.
CREATE FUNCTION is_partial_day(day text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT
  RETURN day ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$' AND day !~ '-(02-3\d|(04|06|09|11)-31)$'
    AND (day !~ '-02-29$' OR (left(day, 4)::int % 4 = 0 AND (left(day, 4)::int % 100 <> 0 OR left(day, 4)::int % 400 = 0)));

-- A day that is not in the calendar was known to its month or year at best.
UPDATE representatives SET ended_on = CASE WHEN is_partial_day(left(ended_on, 7)) THEN left(ended_on, 7) ELSE left(ended_on, 4) END
  WHERE NOT is_partial_day(ended_on);
UPDATE mandates SET started_on = CASE WHEN is_partial_day(left(started_on, 7)) THEN left(started_on, 7) ELSE left(started_on, 4) END
  WHERE NOT is_partial_day(started_on);
UPDATE mandates SET ended_on = CASE WHEN is_partial_day(left(ended_on, 7)) THEN left(ended_on, 7) ELSE left(ended_on, 4) END
  WHERE NOT is_partial_day(ended_on);
UPDATE representatives SET name = CASE WHEN office IS NULL THEN external_id END WHERE btrim(name) = '';
-- What is no address reaches nobody.
UPDATE channels SET ended_at = now() WHERE ended_at IS NULL
  AND NOT CASE kind WHEN 'email' THEN value ~ '^[^@[:space:]]+@[^@[:space:]]+$' ELSE btrim(value) <> '' END;
UPDATE asks SET position = 0 WHERE position < 0;
