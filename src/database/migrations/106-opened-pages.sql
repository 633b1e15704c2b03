-- expand
-- Who has a form of the office open that changes something, so that others who open it are told; forgotten after minutes.
-- The version before notes nobody.
CREATE TABLE opened_pages (
  -- Where the form is sent, behind the language.
  path text NOT NULL CONSTRAINT opened_pages_path CHECK (path ~ '^(/[^/?#]+)+$' AND length(path) <= 500),
  actor_id uuid NOT NULL CONSTRAINT opened_pages_account REFERENCES accounts ON DELETE CASCADE,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (path, actor_id),
  CONSTRAINT opened_pages_in_time CHECK (seen_at >= '2000-01-01T00:00Z' AND seen_at < '2200-01-01T00:00Z')
);
