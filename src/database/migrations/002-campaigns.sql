-- Campaigns: the call, its asks and their words, language by language.
CREATE TABLE campaigns (
  id uuid PRIMARY KEY DEFAULT new_id(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NULL,
  -- How many office-holders one supporter may write to at once.
  letter_limit int NOT NULL DEFAULT 5 CHECK (letter_limit BETWEEN 1 AND 20),
  hashtags text[] NOT NULL,
  video jsonb NULL
);

CREATE TABLE campaign_texts (
  campaign_id uuid NOT NULL REFERENCES campaigns ON DELETE CASCADE,
  lang text NOT NULL CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  text jsonb NOT NULL,
  PRIMARY KEY (campaign_id, lang)
);

CREATE TABLE asks (
  id uuid PRIMARY KEY DEFAULT new_id(),
  campaign_id uuid NOT NULL REFERENCES campaigns ON DELETE CASCADE,
  slug text NOT NULL,
  aim text NOT NULL CHECK (aim IN ('global-justice', 'strong-court', 'state-support')),
  position int NOT NULL,
  -- The arguments put forward unless the writer chooses otherwise, in this order.
  defaults text[] NOT NULL DEFAULT '{}',
  UNIQUE (campaign_id, slug)
);

CREATE TABLE ask_texts (
  ask_id uuid NOT NULL REFERENCES asks ON DELETE CASCADE,
  lang text NOT NULL CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  text jsonb NOT NULL,
  PRIMARY KEY (ask_id, lang)
);

-- Counts are kept by aggregation: acts append marks (no row is shared, so nobody queues), a duty adds them up.
CREATE TABLE tally_marks (
  campaign_id uuid NOT NULL,
  country char(3) NOT NULL,
  people int NOT NULL,
  letters int NOT NULL
);

CREATE TABLE tallies (
  campaign_id uuid NOT NULL REFERENCES campaigns ON DELETE CASCADE,
  country char(3) NOT NULL,
  people bigint NOT NULL,
  letters bigint NOT NULL,
  PRIMARY KEY (campaign_id, country)
);
