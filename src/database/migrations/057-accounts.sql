-- expand
-- People who run this have accounts: each is an actor of the kind `staff`, with a role (src/accounts/roles.ts). The version before knows
-- none, and shows what they decided by the name of their actor.
ALTER TABLE actors DROP CONSTRAINT actors_kind, ADD CONSTRAINT actors_kind CHECK (CASE kind
  WHEN 'system' THEN id = '00000000-0000-7000-8000-000000000001' AND name IS NULL
  WHEN 'addressee' THEN id = '00000000-0000-7000-8000-000000000002' AND name IS NULL
  WHEN 'unknown' THEN id = '00000000-0000-7000-8000-000000000003' AND name IS NULL
  WHEN 'operator' THEN coalesce(name ~ '\S', false)
  -- As colleagues know them; of who left: what tells them from others, and nobody who they were.
  WHEN 'staff' THEN coalesce(name ~ '\S', false)
  ELSE false END);

CREATE TABLE accounts (
  actor_id uuid PRIMARY KEY CONSTRAINT accounts_actor REFERENCES actors,
  -- By which an account is found: a keyed hash of its address, which is no supporter's key.
  mailbox bytea NOT NULL CONSTRAINT accounts_mailbox CHECK (length(mailbox) = 16),
  address_sealed bytea NOT NULL CONSTRAINT accounts_address_sealed CHECK (length(address_sealed) > 29),
  role text NOT NULL CONSTRAINT accounts_role
    CHECK (role IN ('administrator', 'editor', 'moderator', 'campaigner', 'record-keeper', 'reader')),
  added_by uuid NOT NULL CONSTRAINT accounts_added_by REFERENCES actors,
  added_at timestamptz NOT NULL DEFAULT now(),
  -- Whoever left decides nothing any more; the row stays for a while, so that they can be reached about what they did.
  removed_by uuid NULL CONSTRAINT accounts_removed_by REFERENCES actors,
  removed_at timestamptz NULL,
  CONSTRAINT accounts_finite CHECK (isfinite(added_at) AND isfinite(coalesce(removed_at, added_at))),
  CONSTRAINT accounts_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
  CONSTRAINT accounts_in_order CHECK (removed_at >= added_at)
);
CREATE UNIQUE INDEX accounts_once ON accounts (mailbox) WHERE removed_at IS NULL;
CREATE TRIGGER keep_order BEFORE UPDATE OF removed_at ON accounts FOR EACH ROW
  WHEN (NEW.removed_at < NEW.added_at) EXECUTE FUNCTION keep_order('added_at', 'removed_at');

-- As every column that says who decided (056).
DO $$
DECLARE
  who text;
  decided_again text;
BEGIN
  FOREACH who IN ARRAY ARRAY['added_by', 'removed_by'] LOOP
    decided_again := format('NEW.%1$I IS DISTINCT FROM OLD.%1$I OR NEW.%2$I IS DISTINCT FROM OLD.%2$I', who, replace(who, '_by', '_at'));
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT ON accounts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (is_person(NEW.%I)) EXECUTE FUNCTION is_audited(%L)', 'accounts_' || who || '_at_once', who, who);
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER UPDATE ON accounts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (is_person(coalesce(NEW.%2$I, OLD.%2$I)) AND (%3$s)) EXECUTE FUNCTION is_audited(%2$L)',
      'accounts_' || who || '_later', who, decided_again);
  END LOOP;
END $$;
