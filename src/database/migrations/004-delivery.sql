-- One row for each address that has (or lately had) letters waiting: the pace of one office over all campaigns.
CREATE TABLE delivery_queues (
  channel_id uuid PRIMARY KEY REFERENCES channels ON DELETE CASCADE,
  domain text NOT NULL,
  next_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX delivery_queues_ready ON delivery_queues (next_at);

CREATE TABLE receiving_domains (
  domain text PRIMARY KEY,
  hourly_budget int NOT NULL DEFAULT 600 CHECK (hourly_budget > 0),
  next_at timestamptz NOT NULL DEFAULT now(),
  paused_at timestamptz NULL,
  paused_because text NULL
);

-- Mail that stays on this machine: demonstrations, installs without SMTP, and addresses that can't exist (RFC 2606).
CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT new_id(),
  message_sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- What the operator must know, until somebody says it is dealt with.
CREATE TABLE alerts (
  id uuid PRIMARY KEY DEFAULT new_id(),
  kind text NOT NULL,
  subject text NOT NULL,
  detail text NOT NULL,
  raised_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz NULL
);
CREATE UNIQUE INDEX alerts_open ON alerts (kind, subject) WHERE settled_at IS NULL;
