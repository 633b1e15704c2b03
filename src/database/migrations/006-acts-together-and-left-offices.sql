DROP FUNCTION accept_act;

-- Never changes what is known of a supporter: whoever typed an address has proved nothing yet.
-- Several acts at once, each of another supporter: those that arrive together share one round trip and one flush to disk. In PL/pgSQL
-- because it keeps the plans of its statements for the session, and because each statement sees what others committed while the one
-- before waited.
CREATE FUNCTION accept_acts(
  whos bytea[], addresses_sealed bytea[], acts uuid[], campaigns uuid[], kinds text[], langs text[], countries text[],
    details_sealed bytea[], ticked jsonb[], at timestamptz,
  letter_acts int[], letter_ids uuid[], ask_ids uuid[], representative_ids uuid[], channel_ids uuid[], texts_sealed bytea[], held text[]
) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_variable
DECLARE
  newcomers bytea[];
BEGIN
  WITH made AS (
    INSERT INTO supporters (key, address_sealed, created_at, last_act_at)
      -- In one order, so that two batches never wait for each other.
      SELECT who, address, at, at FROM unnest(whos, addresses_sealed) AS s (who, address) ORDER BY who
      -- Fills an address that was forgotten. And locks the row: acts on one mailbox take turns, so that none slips past its limit of mails.
      ON CONFLICT (key) DO UPDATE SET address_sealed = excluded.address_sealed WHERE supporters.address_sealed IS NULL
      RETURNING key, xmax = 0 AS is_new
  ) SELECT array_agg(made.key) INTO newcomers FROM made WHERE made.is_new;
  INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, details_sealed, consents, created_at, expires_at, mail_due_at)
    -- Nothing was ever mailed to somebody of whom nothing was known.
    SELECT a.who, a.id, a.campaign, a.kind, a.lang, a.country, a.details, a.consents, at, at + interval '7 days',
      CASE WHEN a.who = ANY (newcomers) THEN at ELSE confirmation_due_at(a.who, at) END
    FROM unnest(whos, acts, campaigns, kinds, langs, countries, details_sealed, ticked) AS a (who, id, campaign, kind, lang, country,
      details, consents);
  INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, text_sealed, held_because,
    created_at)
    SELECT whos[l.act], l.id, acts[l.act], campaigns[l.act], l.ask, l.representative, l.channel, l.text_sealed, l.held_because, at
    FROM unnest(letter_acts, letter_ids, ask_ids, representative_ids, channel_ids, texts_sealed, held)
      AS l (act, id, ask, representative, channel, text_sealed, held_because);
END
$$;

-- The office-holder left before the letter did.
ALTER TABLE letters DROP CONSTRAINT letters_state_check;
ALTER TABLE letters ADD CONSTRAINT letters_state_check CHECK (state IN
  ('unconfirmed', 'by-hand', 'held', 'waiting', 'claimed', 'handing-over', 'handed-over', 'refused', 'bounced',
   'unknown', 'duplicate', 'withdrawn', 'left-office'));
