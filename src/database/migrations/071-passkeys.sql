-- expand
-- Passkeys (WebAuthn level 3): each signs in by itself, as it asks for a PIN, a finger or a face where it is kept. The version before knows
-- nothing of them, and what stands here it leaves as it is.
CREATE TABLE passkeys (
  id uuid PRIMARY KEY DEFAULT new_id(),
  actor_id uuid NOT NULL CONSTRAINT passkeys_account REFERENCES accounts ON DELETE CASCADE,
  credential_id bytea NOT NULL CONSTRAINT passkeys_credential_id CHECK (length(credential_id) BETWEEN 1 AND 1023),
  -- As COSE writes it (RFC 9052).
  public_key bytea NOT NULL CONSTRAINT passkeys_public_key CHECK (length(public_key) BETWEEN 32 AND 4096),
  -- The host for which it was made: it works for no other.
  rp_id text NOT NULL CONSTRAINT passkeys_rp_id CHECK (rp_id ~ '^[a-z0-9.-]{1,253}$'),
  name text NOT NULL CONSTRAINT passkeys_name CHECK (says_something(name) AND length(name) <= 80),
  -- How often it was used, as it says; those that are synchronised say 0 for ever.
  counter bigint NOT NULL DEFAULT 0 CONSTRAINT passkeys_counter CHECK (counter BETWEEN 0 AND 4294967295),
  added_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NULL,
  CONSTRAINT passkeys_in_time CHECK (least(added_at, last_used_at) >= '2000-01-01T00:00Z'
    AND greatest(added_at, last_used_at) < '2200-01-01T00:00Z'),
  CONSTRAINT passkeys_in_order CHECK (last_used_at >= added_at)
);
CREATE UNIQUE INDEX passkeys_once ON passkeys (credential_id);
CREATE INDEX passkeys_of_account ON passkeys (actor_id);
CREATE TRIGGER keep_order BEFORE UPDATE OF last_used_at ON passkeys FOR EACH ROW
  WHEN (NEW.last_used_at < NEW.added_at) EXECUTE FUNCTION keep_order('added_at', 'last_used_at');

-- What a passkey is asked to sign, once, within five minutes, by the browser that asked.
CREATE TABLE passkey_challenges (
  challenge_hash bytea PRIMARY KEY CONSTRAINT passkey_challenges_challenge_hash CHECK (length(challenge_hash) = 32),
  browser_hash bytea NOT NULL CONSTRAINT passkey_challenges_browser_hash CHECK (length(browser_hash) = 32),
  purpose text NOT NULL CONSTRAINT passkey_challenges_purpose CHECK (purpose IN ('sign-in', 'prove', 'add')),
  -- Whoever signs in is not known yet.
  actor_id uuid NULL CONSTRAINT passkey_challenges_account REFERENCES accounts ON DELETE CASCADE,
  asked_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT passkey_challenges_actor_id CHECK ((purpose = 'sign-in') = (actor_id IS NULL)),
  CONSTRAINT passkey_challenges_in_time CHECK (asked_at >= '2000-01-01T00:00Z' AND asked_at < '2200-01-01T00:00Z')
);
CREATE INDEX passkey_challenges_of_browser ON passkey_challenges (browser_hash);
