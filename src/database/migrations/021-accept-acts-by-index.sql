-- The same as in migration 016; what was written to a mailbox before is asked for all acts at once, and by an index, also where the plan
-- was made while the table was still small: the setting sees to that.
CREATE OR REPLACE FUNCTION accept_acts(
  whos bytea[], plains bytea[], mailboxes bytea[], addresses_sealed bytea[],
  acts uuid[], campaigns uuid[], kinds text[], langs text[], countries text[], details_sealed bytea[], ticked jsonb[], at timestamptz,
  letter_acts int[], letter_ids uuid[], ask_ids uuid[], representative_ids uuid[], channel_ids uuid[], texts_sealed bytea[], held text[]
) RETURNS void LANGUAGE plpgsql VOLATILE SET enable_seqscan = off AS $$
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
  INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, details_sealed, consents, created_at, expires_at,
    mail_due_at, mailbox)
    SELECT a.who, a.id, a.campaign, a.kind, a.lang, a.country, a.details, a.consents, at, at + interval '7 days',
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
