-- Limits of mails hold for a mailbox, under whichever of its addresses it is written to (src/supporters/mail-limit.ts). Who a supporter
-- is does not change.

-- A keyed hash of the mailbox, where the address typed is not its plain one; emptied when no limit looks so far back.
ALTER TABLE actions ADD COLUMN mailbox bytea NULL CHECK (octet_length(mailbox) = 16);
CREATE INDEX actions_by_mailbox ON actions (mailbox, id) WHERE mailbox IS NOT NULL;

-- Other mails that somebody else can cause, by kind: when the last ones left.
CREATE TABLE mail_allowances (
  mailbox bytea NOT NULL CHECK (octet_length(mailbox) = 16),
  kind text NOT NULL CHECK (kind IN ('data-link', 'office-link', 'renewed-link')),
  taken_at timestamptz[] NOT NULL,
  PRIMARY KEY (mailbox, kind)
);
ALTER TABLE supporters DROP COLUMN link_mailed_at;

DROP FUNCTION accept_acts;
DROP FUNCTION confirmation_due_at;

-- When the confirmation of an act may be mailed: at most 5 an hour and 20 a day to one mailbox, whoever typed its address.
-- Ids are in order of time, so two indexes answer this. What lies ahead was made while a clock was wrong, and does not count.
-- The setting is for plans made while the table was still small, which would go on reading all of it when it is large.
CREATE FUNCTION confirmation_due_at(plain bytea, box bytea, at timestamptz) RETURNS timestamptz
  LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  WITH lately AS (
    SELECT a.id, a.mail_due_at FROM (
      (SELECT id, mail_due_at FROM actions WHERE supporter_key = plain AND created_at <= at + interval '5 minutes'
        ORDER BY id DESC LIMIT 20)
      UNION
      (SELECT id, mail_due_at FROM actions WHERE mailbox = box AND created_at <= at + interval '5 minutes' ORDER BY id DESC LIMIT 20)) a
    ORDER BY a.id DESC LIMIT 20)
  SELECT greatest(at,
    (SELECT mail_due_at + interval '1 hour' FROM lately ORDER BY id DESC OFFSET 4 LIMIT 1),
    (SELECT mail_due_at + interval '1 day' FROM lately ORDER BY id DESC OFFSET 19 LIMIT 1))
$$;

-- Never changes what is known of a supporter: whoever typed an address has proved nothing yet.
-- Several acts at once, each to another mailbox: those that arrive together share one round trip and one flush to disk. In PL/pgSQL
-- because it keeps the plans of its statements for the session, and because each statement sees what others committed while the one
-- before waited.
CREATE FUNCTION accept_acts(
  whos bytea[], plains bytea[], mailboxes bytea[], addresses_sealed bytea[],
  acts uuid[], campaigns uuid[], kinds text[], langs text[], countries text[], details_sealed bytea[], ticked jsonb[], at timestamptz,
  letter_acts int[], letter_ids uuid[], ask_ids uuid[], representative_ids uuid[], channel_ids uuid[], texts_sealed bytea[], held text[]
) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_variable
DECLARE
  newcomers bytea[];
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
  INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, details_sealed, consents, created_at, expires_at,
    mail_due_at, mailbox)
    SELECT a.who, a.id, a.campaign, a.kind, a.lang, a.country, a.details, a.consents, at, at + interval '7 days',
      -- Nothing was ever mailed to somebody of whom nothing was known under any address.
      CASE WHEN a.who = ANY (newcomers) AND a.who = a.plain AND NOT EXISTS (SELECT 1 FROM actions o WHERE o.mailbox = a.box) THEN at
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
