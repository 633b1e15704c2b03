-- Dated, sourced facts as rows of text, the way they are exported. The record is small and always read whole, and its rules (an order of
-- events, slugs that exist) bind rows to each other in ways that constraints can't say: `src/record` and `src/states` check them before
-- anything is written.

-- A change of a data set, never altered afterwards: a correction is another revision.
CREATE TABLE revisions (
  -- One after the other over both data sets; from no sequence, which a backup would not hold.
  id int PRIMARY KEY,
  dataset text NOT NULL CHECK (dataset IN ('record', 'states')),
  at timestamptz NOT NULL DEFAULT now(),
  made_by text NOT NULL,
  why text NOT NULL
);

-- A row as it stood from one revision until another. What was before and after a change are the row that ended and the row that began
-- with it.
CREATE TABLE facts (
  dataset text NOT NULL CHECK (dataset IN ('record', 'states')),
  file text NOT NULL,
  key text NOT NULL,
  since int NOT NULL REFERENCES revisions,
  until int NULL REFERENCES revisions,
  -- Where it stands in its file, so that an export reads like what was imported.
  position int NOT NULL,
  fields jsonb NOT NULL,
  PRIMARY KEY (dataset, file, key, since)
);
CREATE UNIQUE INDEX facts_standing ON facts (dataset, file, key) WHERE until IS NULL;
CREATE INDEX facts_ended ON facts (until) WHERE until IS NOT NULL;

-- What a change of the record leaves for staff to look at: a note for the newsroom, the states whose ask changed.
CREATE TABLE drafts (
  id uuid PRIMARY KEY DEFAULT new_id(),
  revision int NOT NULL REFERENCES revisions,
  kind text NOT NULL CHECK (kind IN ('newsroom', 'asks')),
  content jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz NULL
);

-- Groups and membership of the United Nations are facts of the states' record now.
ALTER TABLE states DROP COLUMN icc_group, DROP COLUMN un_member;
