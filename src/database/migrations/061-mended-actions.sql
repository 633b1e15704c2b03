-- expand
-- As of letters: older databases' rows are made what they can only have meant.

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
  DROP CONSTRAINT IF EXISTS actions_in_order, DROP CONSTRAINT IF EXISTS actions_bounced, DROP CONSTRAINT IF EXISTS actions_ticked,
  ADD CONSTRAINT actions_in_order CHECK (confirmed_at >= created_at AND expires_at >= created_at) NOT VALID,
  ADD CONSTRAINT actions_bounced CHECK (bounce_id IS NOT NULL OR mail_state <> ALL ('{sent,bounced}')) NOT VALID,
  ADD CONSTRAINT actions_ticked CHECK (CASE state
    WHEN 'unconfirmed' THEN jsonb_typeof(consents) = 'array'
      AND NOT consents @? '$[*] ? (!(@.purpose.type() == "string" && @.wording.type() == "string"))'
    ELSE consents = '[]' END) NOT VALID;
