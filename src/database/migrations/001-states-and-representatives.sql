-- States and who can be written to.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- unaccent() is only STABLE because its dictionary can be changed; ours never is, and an index needs IMMUTABLE.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(public.unaccent('public.unaccent', words));

CREATE TABLE states (
  iso3 char(3) PRIMARY KEY CHECK (iso3 ~ '^[A-Z]{3}$'),
  iso2 char(2) NOT NULL UNIQUE CHECK (iso2 ~ '^[A-Z]{2}$'),
  icc_group text NULL,
  un_member boolean NOT NULL,
  -- What writing to one's own government may cost a supporter there.
  risk text NOT NULL DEFAULT 'warn' CHECK (risk IN ('open', 'warn', 'closed'))
);

CREATE TABLE representatives (
  id uuid PRIMARY KEY DEFAULT new_id(),
  state char(3) NOT NULL REFERENCES states,
  -- One of the four offices every state has, known by title alone; everybody else is a person with a mandate.
  office text NULL CHECK (office IN ('head-of-government', 'foreign-minister', 'justice-minister', 'speaker-of-parliament')),
  name text NULL,
  languages text[] NOT NULL DEFAULT '{}',
  links jsonb NOT NULL DEFAULT '[]',
  source text NULL,
  as_of date NULL,
  -- Which file keeps this row true; an import ends only what came from the same file's source.
  source_key text NOT NULL,
  external_id text NOT NULL,
  -- Of everything that an import said, so that the next one sees at once what is new.
  fingerprint text NULL,
  ended_on text NULL CHECK (ended_on ~ '^\d{4}(-\d\d(-\d\d)?)?$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK (office IS NOT NULL OR name IS NOT NULL),
  UNIQUE (state, source_key, external_id)
);
CREATE INDEX representatives_by_state ON representatives (state) WHERE ended_on IS NULL;

-- Partial dates ('2024', '2024-05', '2024-05-17') stay as written: a false day is never made up.
CREATE TABLE mandates (
  id uuid PRIMARY KEY DEFAULT new_id(),
  representative_id uuid NOT NULL REFERENCES representatives ON DELETE CASCADE,
  role text NULL,
  body text NOT NULL,
  body_kind text NOT NULL DEFAULT 'legislature' CHECK (body_kind IN ('legislature', 'ministry', 'executive', 'party', 'other')),
  party text NULL,
  area text NULL,
  term text NULL,
  started_on text NULL CHECK (started_on ~ '^\d{4}(-\d\d(-\d\d)?)?$'),
  ended_on text NULL CHECK (ended_on ~ '^\d{4}(-\d\d(-\d\d)?)?$'),
  current boolean NOT NULL DEFAULT true
);
CREATE INDEX mandates_by_representative ON mandates (representative_id);

CREATE TABLE channels (
  id uuid PRIMARY KEY DEFAULT new_id(),
  representative_id uuid NOT NULL REFERENCES representatives ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('email', 'web-form', 'post', 'phone', 'x', 'bluesky', 'facebook')),
  value text NOT NULL,
  -- 'digest': the office asked for one mail a day instead of one for each letter.
  delivery text NOT NULL DEFAULT 'each' CHECK (delivery IN ('each', 'digest')),
  hourly_budget int NOT NULL DEFAULT 60 CHECK (hourly_budget > 0),
  last_handed_over_at timestamptz NULL,
  refusals int NOT NULL DEFAULT 0,
  paused_at timestamptz NULL,
  paused_because text NULL CHECK (paused_because IN ('unknown-mailbox', 'bounced', 'asked-by-office', 'staff')),
  ended_at timestamptz NULL,
  CHECK ((paused_at IS NULL) = (paused_because IS NULL)),
  UNIQUE (representative_id, kind, value)
);
CREATE INDEX channels_by_address ON channels (lower(value)) WHERE kind = 'email';

-- What an office asks of us from the link in a letter. Nothing changes before it is proved from the office's own mailbox or by staff.
CREATE TABLE office_requests (
  id uuid PRIMARY KEY DEFAULT new_id(),
  channel_id uuid NOT NULL REFERENCES channels ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('correct-address', 'pause', 'digest', 'each', 'report-forgery')),
  detail text NULL,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'done', 'refused')),
  asked_at timestamptz NOT NULL DEFAULT now(),
  decided_at timestamptz NULL,
  decided_by text NULL
);
