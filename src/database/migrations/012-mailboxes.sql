-- Pace, pause and the wish for one mail a day belong to a mailbox, however many people are reached there.
CREATE TABLE mailboxes (
  -- As mailboxes are compared (src/supporters/mailbox.ts): in lower case throughout.
  address text PRIMARY KEY CHECK (address = lower(address COLLATE "C")),
  domain text NOT NULL GENERATED ALWAYS AS (split_part(address, '@', 2)) STORED,
  -- 'digest': one mail a day instead of one for each letter.
  delivery text NOT NULL DEFAULT 'each' CHECK (delivery IN ('each', 'digest')),
  hourly_budget int NOT NULL DEFAULT 60 CHECK (hourly_budget > 0),
  last_handed_over_at timestamptz NULL,
  refusals int NOT NULL DEFAULT 0,
  paused_at timestamptz NULL,
  paused_because text NULL CHECK (paused_because IN ('unknown-mailbox', 'bounced', 'asked-by-office', 'staff')),
  CHECK ((paused_at IS NULL) = (paused_because IS NULL))
);
CREATE INDEX mailboxes_for_digests ON mailboxes (address) WHERE delivery = 'digest';

-- Several channels of one mailbox become one: the most careful of each counts.
INSERT INTO mailboxes (address, delivery, hourly_budget, last_handed_over_at, refusals, paused_at, paused_because)
  SELECT lower(value COLLATE "C"), CASE WHEN bool_or(delivery = 'digest') THEN 'digest' ELSE 'each' END, min(hourly_budget),
    max(last_handed_over_at), max(refusals), min(paused_at),
    (array_agg(paused_because ORDER BY paused_at) FILTER (WHERE paused_at IS NOT NULL))[1]
  FROM channels WHERE kind = 'email' GROUP BY 1;

DROP INDEX channels_by_address;
ALTER TABLE channels DROP COLUMN delivery, DROP COLUMN hourly_budget, DROP COLUMN last_handed_over_at, DROP COLUMN refusals,
  DROP COLUMN paused_at, DROP COLUMN paused_because;
ALTER TABLE channels ADD COLUMN mailbox text NULL
  GENERATED ALWAYS AS (CASE WHEN kind = 'email' THEN lower(value COLLATE "C") END) STORED REFERENCES mailboxes;
CREATE INDEX channels_by_mailbox ON channels (mailbox) WHERE mailbox IS NOT NULL;

-- One row for each mailbox that has (or lately had) letters waiting: the pace of one office over all campaigns.
DROP TABLE delivery_queues;
CREATE TABLE delivery_queues (
  mailbox text PRIMARY KEY REFERENCES mailboxes ON DELETE CASCADE,
  next_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX delivery_queues_ready ON delivery_queues (next_at);

CREATE FUNCTION open_queues(wanted text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO receiving_domains (domain) SELECT DISTINCT domain FROM mailboxes WHERE address = ANY (wanted) ORDER BY domain
    ON CONFLICT (domain) DO NOTHING;
  INSERT INTO delivery_queues (mailbox) SELECT address FROM mailboxes WHERE address = ANY (wanted) ORDER BY address
    ON CONFLICT (mailbox) DO NOTHING;
$$;

-- No address without its mailbox. A corrected address takes its office's wishes along, and what waits for it.
CREATE FUNCTION keep_mailbox() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  address_now text := lower(NEW.value COLLATE "C");
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.mailbox IS NOT NULL THEN
    INSERT INTO mailboxes (address, delivery, hourly_budget)
      SELECT address_now, m.delivery, m.hourly_budget FROM mailboxes m WHERE m.address = OLD.mailbox
      ON CONFLICT (address) DO NOTHING;
    PERFORM open_queues(ARRAY[address_now]);
  ELSE
    INSERT INTO mailboxes (address) VALUES (address_now) ON CONFLICT (address) DO NOTHING;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_mailbox BEFORE INSERT OR UPDATE OF value, kind ON channels
  FOR EACH ROW WHEN (NEW.kind = 'email') EXECUTE FUNCTION keep_mailbox();

SELECT open_queues(array_agg(DISTINCT c.mailbox)) FROM channels c
  WHERE c.mailbox IS NOT NULL AND EXISTS (SELECT 1 FROM letters l WHERE l.channel_id = c.id AND l.state = 'waiting');
