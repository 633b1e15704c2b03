-- expand
-- What of an account changes after a delay, in which its person is told and can stop it. The version before knows nothing of it.
CREATE TABLE account_changes (
  actor_id uuid NOT NULL CONSTRAINT account_changes_account REFERENCES accounts ON DELETE CASCADE,
  -- That they set up anew what they sign in with, as another administrator asked; that codes go to another address, as they did
  -- themselves.
  kind text NOT NULL CONSTRAINT account_changes_kind CHECK (kind IN ('recovery', 'address')),
  asked_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL,
  -- Of the link that stops it; nothing takes effect before its mail is made.
  stop_hash bytea NULL CONSTRAINT account_changes_stop_hash CHECK (length(stop_hash) = 32),
  mailbox bytea NULL CONSTRAINT account_changes_mailbox CHECK (length(mailbox) = 16),
  address_sealed bytea NULL CONSTRAINT account_changes_address_sealed CHECK (length(address_sealed) > 29),
  PRIMARY KEY (actor_id, kind),
  CONSTRAINT account_changes_address
    CHECK ((kind = 'address') = (mailbox IS NOT NULL) AND (kind = 'address') = (address_sealed IS NOT NULL)),
  CONSTRAINT account_changes_in_time CHECK (least(asked_at, due_at) >= '2000-01-01T00:00Z'
    AND greatest(asked_at, due_at) < '2200-01-01T00:00Z')
);
CREATE UNIQUE INDEX account_changes_stopped_once ON account_changes (stop_hash);

-- Whoever opens such a link sets up anew what there is.
ALTER TABLE account_links ADD COLUMN recovers boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT account_links_recovers CHECK (actor_id IS NOT NULL OR NOT recovers);

-- Translators have the languages into which they translate.
ALTER TABLE accounts
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}'
    CONSTRAINT accounts_languages CHECK (each_says_something(languages) AND languages <@ ARRAY['en', 'fr', 'es', 'ar']),
  DROP CONSTRAINT accounts_role,
  ADD CONSTRAINT accounts_role
    CHECK (role IN ('administrator', 'editor', 'translator', 'moderator', 'campaigner', 'record-keeper', 'reader')),
  ADD CONSTRAINT accounts_translates CHECK ((role = 'translator') = (languages <> '{}'));
DROP TRIGGER accounts_noted ON accounts;
CREATE CONSTRAINT TRIGGER accounts_noted AFTER UPDATE ON accounts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.role IS DISTINCT FROM OLD.role OR NEW.languages IS DISTINCT FROM OLD.languages OR NEW.mailbox IS DISTINCT FROM OLD.mailbox)
  EXECUTE FUNCTION has_entry();
