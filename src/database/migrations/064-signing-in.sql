-- expand
-- People with an account sign in over the network, always with two factors (src/accounts). The version before knows nothing of it: nobody
-- signs in there, and what stands here it leaves as it is.
ALTER TABLE accounts
  -- The secret of their authenticator app (RFC 6238); the last step of it that was used: none is taken twice.
  ADD COLUMN totp_sealed bytea NULL CONSTRAINT accounts_totp_sealed CHECK (length(totp_sealed) > 29),
  ADD COLUMN totp_step bigint NULL CONSTRAINT accounts_totp_step CHECK (totp_step >= 0),
  -- When wrong codes of it came of late.
  ADD COLUMN totp_wrong_at timestamptz[] NOT NULL DEFAULT '{}'
    CONSTRAINT accounts_totp_wrong_at CHECK (cardinality(totp_wrong_at) <= 5),
  -- Hashes of what is left of ten codes.
  ADD COLUMN recovery_codes bytea[] NOT NULL DEFAULT '{}' CONSTRAINT accounts_recovery_codes CHECK (cardinality(recovery_codes) <= 10),
  -- Hashes of what browsers hold in which they signed in, the latest first.
  ADD COLUMN browsers bytea[] NOT NULL DEFAULT '{}' CONSTRAINT accounts_browsers CHECK (cardinality(browsers) <= 20),
  ADD COLUMN lang text NOT NULL DEFAULT 'en' CONSTRAINT accounts_lang CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  DROP CONSTRAINT accounts_in_time,
  ADD CONSTRAINT accounts_in_time CHECK (least(added_at, removed_at) >= '2000-01-01T00:00Z'
    AND greatest(added_at, removed_at) < '2200-01-01T00:00Z'
    AND '2000-01-01T00:00Z' <= ALL (totp_wrong_at) AND '2200-01-01T00:00Z' > ALL (totp_wrong_at));

CREATE TABLE sessions (
  id uuid PRIMARY KEY DEFAULT new_id(),
  actor_id uuid NOT NULL CONSTRAINT sessions_account REFERENCES accounts ON DELETE CASCADE,
  token_hash bytea NOT NULL CONSTRAINT sessions_token_hash CHECK (length(token_hash) = 32),
  -- Whoever opened a link sets up a second factor, and nothing else.
  stage text NOT NULL CONSTRAINT sessions_stage CHECK (stage IN ('setting-up', 'signed-in')),
  -- In words: firefox linux
  browser text NOT NULL CONSTRAINT sessions_browser CHECK (browser ~ '^[a-z]+ [a-z]+$'),
  began_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now(),
  -- When both factors were last shown, or one afresh.
  proved_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sessions_in_time CHECK (least(began_at, last_used_at, proved_at) >= '2000-01-01T00:00Z'
    AND greatest(began_at, last_used_at, proved_at) < '2200-01-01T00:00Z'),
  CONSTRAINT sessions_in_order CHECK (last_used_at >= began_at AND proved_at >= began_at)
);
CREATE UNIQUE INDEX sessions_once ON sessions (token_hash);
CREATE INDEX sessions_of_account ON sessions (actor_id);
CREATE TRIGGER keep_order BEFORE UPDATE OF last_used_at ON sessions FOR EACH ROW
  WHEN (NEW.last_used_at < NEW.began_at) EXECUTE FUNCTION keep_order('began_at', 'last_used_at');
CREATE TRIGGER keep_order_of_proof BEFORE UPDATE OF proved_at ON sessions FOR EACH ROW
  WHEN (NEW.proved_at < NEW.began_at) EXECUTE FUNCTION keep_order('began_at', 'proved_at');

-- Who asked for a code, whether or not there is an account of the address; the code comes when it is mailed.
CREATE TABLE mailed_codes (
  id uuid PRIMARY KEY DEFAULT new_id(),
  -- Of what the browser holds that asked.
  browser_hash bytea NOT NULL CONSTRAINT mailed_codes_browser_hash CHECK (length(browser_hash) = 32),
  mailbox bytea NOT NULL CONSTRAINT mailed_codes_mailbox CHECK (length(mailbox) = 16),
  code_hash bytea NULL CONSTRAINT mailed_codes_code_hash CHECK (length(code_hash) = 32),
  tries integer NOT NULL DEFAULT 0 CONSTRAINT mailed_codes_tries CHECK (tries BETWEEN 0 AND 5),
  asked_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT mailed_codes_in_time CHECK (asked_at >= '2000-01-01T00:00Z' AND asked_at < '2200-01-01T00:00Z')
);
CREATE INDEX mailed_codes_of_browser ON mailed_codes (browser_hash);
CREATE INDEX mailed_codes_of_mailbox ON mailed_codes (mailbox);

-- Each opens the office once, for an account; without one it makes the first administrator.
CREATE TABLE account_links (
  token_hash bytea PRIMARY KEY CONSTRAINT account_links_token_hash CHECK (length(token_hash) = 32),
  actor_id uuid NULL CONSTRAINT account_links_account REFERENCES accounts ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  ends_at timestamptz NOT NULL,
  CONSTRAINT account_links_in_time CHECK (least(created_at, ends_at) >= '2000-01-01T00:00Z'
    AND greatest(created_at, ends_at) < '2200-01-01T00:00Z')
);
