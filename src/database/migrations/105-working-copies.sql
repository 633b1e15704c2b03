-- expand
-- What somebody types into a form of the office and has not saved, one a form and person. The version before keeps none.
CREATE TABLE working_copies (
  id uuid PRIMARY KEY DEFAULT new_id(),
  actor_id uuid NOT NULL CONSTRAINT working_copies_account REFERENCES accounts ON DELETE CASCADE,
  -- Where the form is sent, behind the language.
  path text NOT NULL CONSTRAINT working_copies_path CHECK (path ~ '^(/[^/?#]+)+$' AND length(path) <= 500),
  -- Which version of its item the form began with.
  version text NOT NULL CONSTRAINT working_copies_version CHECK (version ~ '^[0-9a-f]{16}$'),
  -- How often it was copied: a tab goes on from the last one alone.
  number integer NOT NULL CONSTRAINT working_copies_number CHECK (number > 0),
  -- The fields with what stood in them, without secrets.
  fields_sealed bytea NOT NULL CONSTRAINT working_copies_fields_sealed CHECK (length(fields_sealed) BETWEEN 30 AND 600000),
  typed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT working_copies_in_time CHECK (typed_at >= '2000-01-01T00:00Z' AND typed_at < '2200-01-01T00:00Z'),
  CONSTRAINT working_copies_one UNIQUE (actor_id, path)
);
