-- What was brought from content/, row by row, so that a later version can tell what nobody has edited since from what somebody has
-- (src/starting-content).
CREATE TABLE content_ledger (
  room text NOT NULL,
  -- One kind of row of a room, and the row's name in it.
  unit text NOT NULL,
  key text NOT NULL,
  -- Of what the files said when this was settled: it was brought, it stood so already, or an operator kept what stood instead.
  hash text NOT NULL CONSTRAINT content_ledger_hash CHECK (hash ~ '^[0-9a-f]{32}$'),
  version text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (room, unit, key)
);

-- The files that a unit was last compared with, so that a start that finds the same ones compares nothing.
CREATE TABLE content_units (
  room text NOT NULL,
  unit text NOT NULL,
  digest text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (room, unit)
);

-- What the files say otherwise than what somebody edited here, for an operator to decide.
CREATE TABLE content_proposals (
  -- One after the other; from no sequence, which a backup would not hold.
  id int PRIMARY KEY,
  room text NOT NULL,
  unit text NOT NULL,
  key text NOT NULL,
  -- NULL: the files have it no more.
  offered jsonb NULL,
  hash text NULL CONSTRAINT content_proposals_hash CHECK (hash ~ '^[0-9a-f]{32}$'),
  because text NOT NULL,
  version text NOT NULL,
  offered_at timestamptz NOT NULL DEFAULT now(),
  decision text NULL CONSTRAINT content_proposals_decision CHECK (decision IN ('accepted', 'kept')),
  decided_at timestamptz NULL,
  decided_by uuid NULL CONSTRAINT content_proposals_decided_by REFERENCES actors,
  CONSTRAINT content_proposals_offered CHECK ((offered IS NULL) = (hash IS NULL)),
  CONSTRAINT content_proposals_decided CHECK (num_nonnulls(decision, decided_at, decided_by) IN (0, 3))
);
CREATE UNIQUE INDEX content_proposals_waiting ON content_proposals (room, unit, key) WHERE decided_at IS NULL;
