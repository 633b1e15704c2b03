-- Supporters and what they did. A supporter's key is a keyed hash of the address: without the secret it says nothing.
-- Every table here leads its primary key with that key, so that it can be partitioned by it.
CREATE TABLE supporters (
  key bytea PRIMARY KEY CHECK (octet_length(key) = 16),
  address_sealed bytea NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_act_at timestamptz NOT NULL DEFAULT now(),
  -- When a link to one's own data was last mailed: asking often must not fill somebody's mailbox.
  link_mailed_at timestamptz NULL
);
CREATE INDEX supporters_to_forget ON supporters (last_act_at) WHERE address_sealed IS NOT NULL;

-- The exact words somebody was shown when they agreed.
CREATE TABLE wordings (
  id bytea PRIMARY KEY CHECK (octet_length(id) = 16),
  lang text NOT NULL,
  words text NOT NULL,
  first_used_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE actions (
  supporter_key bytea NOT NULL,
  id uuid NOT NULL,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  kind text NOT NULL CHECK (kind IN ('letter', 'pledge')),
  lang text NOT NULL CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  country char(3) NOT NULL,
  -- Name, locality, organisation, kind of supporter and wishes of this act, sealed.
  details_sealed bytea NULL,
  state text NOT NULL DEFAULT 'unconfirmed' CHECK (state IN ('unconfirmed', 'confirmed', 'withdrawn')),
  -- Consents ticked, as [{purpose, wording}]; they count from confirmation on, when they become rows of consents.
  consents jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  confirmed_at timestamptz NULL,
  -- The confirmation mail: its own outbox row. At least once; an unlucky crash may send it twice.
  mail_state text NOT NULL DEFAULT 'due' CHECK (mail_state IN ('due', 'sent', 'refused', 'bounced')),
  mail_due_at timestamptz NOT NULL,
  mail_attempts int NOT NULL DEFAULT 0,
  bounce_id bytea NULL,
  PRIMARY KEY (supporter_key, id)
);
CREATE INDEX actions_mail_due ON actions (mail_due_at) WHERE mail_state = 'due' AND state = 'unconfirmed';
CREATE INDEX actions_expiring ON actions (expires_at) WHERE state = 'unconfirmed';
CREATE INDEX actions_by_bounce ON actions (bounce_id) WHERE bounce_id IS NOT NULL;

CREATE TABLE consents (
  supporter_key bytea NOT NULL,
  id uuid NOT NULL DEFAULT new_id(),
  action_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('act', 'news', 'public-name')),
  -- To whom it was given: the operator's name as it stood then.
  controller text NOT NULL,
  wording bytea NOT NULL REFERENCES wordings,
  lang text NOT NULL,
  given_at timestamptz NOT NULL,
  withdrawn_at timestamptz NULL,
  PRIMARY KEY (supporter_key, id)
);

-- Who has joined which campaign, by whichever act came first: the unique key makes a duplicate a success.
CREATE TABLE campaign_supporters (
  supporter_key bytea NOT NULL,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  country char(3) NOT NULL,
  joined_at timestamptz NOT NULL,
  PRIMARY KEY (supporter_key, campaign_id)
);

CREATE TABLE letters (
  supporter_key bytea NOT NULL,
  id uuid NOT NULL,
  action_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  ask_id uuid NOT NULL,
  representative_id uuid NOT NULL,
  -- NULL: no address is known, the writer sends it by their own means.
  channel_id uuid NULL,
  text_sealed bytea NULL,
  state text NOT NULL DEFAULT 'unconfirmed' CHECK (state IN
    ('unconfirmed', 'by-hand', 'held', 'waiting', 'claimed', 'handing-over', 'handed-over', 'refused', 'bounced',
     'unknown', 'duplicate', 'withdrawn')),
  held_because text NULL CHECK (held_because IN ('link', 'threat', 'unlike-campaign', 'restored')),
  due_at timestamptz NULL,
  expected_on date NULL,
  attempts int NOT NULL DEFAULT 0,
  claim uuid NULL,
  claimed_at timestamptz NULL,
  bounce_id bytea NULL,
  handed_over_at timestamptz NULL,
  -- The receiving server's last word: enhanced status code and text, with addresses taken out.
  reply text NULL,
  answer text NULL CHECK (answer IN ('asked', 'yes', 'no')),
  answer_at timestamptz NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz NULL,
  PRIMARY KEY (supporter_key, id)
);
-- Uniqueness binds confirmed letters only: a stranger using somebody's address can neither block nor speak for them.
CREATE UNIQUE INDEX letters_once ON letters (supporter_key, campaign_id, ask_id, representative_id)
  WHERE confirmed_at IS NOT NULL AND state <> 'duplicate' AND state <> 'withdrawn';
CREATE INDEX letters_queue ON letters (channel_id, due_at) WHERE state = 'waiting';
CREATE INDEX letters_in_hand ON letters (claimed_at) WHERE state IN ('claimed', 'handing-over');
CREATE INDEX letters_held ON letters (confirmed_at) WHERE state = 'held';
CREATE INDEX letters_by_bounce ON letters (bounce_id) WHERE bounce_id IS NOT NULL;
CREATE INDEX letters_to_follow ON letters (handed_over_at) WHERE state = 'handed-over' AND answer IS NULL;
-- The text of a letter that is on its way, or held for a look, is still needed; all others wait here to be forgotten.
CREATE INDEX letters_text_to_forget ON letters (coalesce(handed_over_at, confirmed_at, created_at))
  WHERE text_sealed IS NOT NULL AND state NOT IN ('unconfirmed', 'held', 'waiting', 'claimed', 'handing-over');

CREATE TABLE reviews (
  id uuid PRIMARY KEY DEFAULT new_id(),
  supporter_key bytea NOT NULL,
  letter_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('released', 'refused')),
  reason text NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now()
);
