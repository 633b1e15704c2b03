-- expand
-- What somebody sent by a form of the office after their session had ended, until they have signed in again. The version before keeps none.
CREATE TABLE unsent_forms (
  id uuid PRIMARY KEY DEFAULT new_id(),
  actor_id uuid NOT NULL CONSTRAINT unsent_forms_account REFERENCES accounts ON DELETE CASCADE,
  -- Where it was sent, behind the language.
  path text NOT NULL CONSTRAINT unsent_forms_path CHECK (path ~ '^(/[^/?#]+)+$' AND length(path) <= 500),
  -- The fields with what stood in them, without secrets.
  fields_sealed bytea NOT NULL CONSTRAINT unsent_forms_fields_sealed CHECK (length(fields_sealed) BETWEEN 30 AND 600000),
  sent_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT unsent_forms_in_time CHECK (sent_at >= '2000-01-01T00:00Z' AND sent_at < '2200-01-01T00:00Z')
);
CREATE INDEX unsent_forms_of_account ON unsent_forms (actor_id, sent_at);
