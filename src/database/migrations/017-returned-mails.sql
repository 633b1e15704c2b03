-- What came to a return path and a person has to read: notices that we can't make out, and answers that went the wrong way.
CREATE TABLE returned_mails (
  id uuid PRIMARY KEY DEFAULT new_id(),
  bounce_id bytea NOT NULL,
  kind text NOT NULL CHECK (kind IN ('not-understood', 'answer')),
  message_sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz NULL,
  settled_by text NULL
);
CREATE INDEX returned_mails_by_bounce ON returned_mails (bounce_id);
CREATE INDEX returned_mails_open ON returned_mails (created_at) WHERE settled_at IS NULL;
