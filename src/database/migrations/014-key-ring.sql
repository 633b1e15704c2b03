-- Sealing keys by their numbers, as prints that tell nothing of them. The one that became active last seals what is new.
CREATE TABLE sealing_keys (
  number int PRIMARY KEY CHECK (number BETWEEN 1 AND 9999),
  key_print text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now(),
  -- NULL: known, but not yet held by all processes.
  active_at timestamptz NULL,
  -- When all that was sealed before it, under other keys or bound to no row, had been sealed anew under it.
  resealed_at timestamptz NULL,
  dropped_at timestamptz NULL
);
INSERT INTO sealing_keys (number, key_print, active_at) SELECT 1, key_print, now() FROM sealed_with;

-- Supporters are found by a secret of its own, which outlives the sealing keys.
DELETE FROM sealed_with;
ALTER TABLE sealed_with RENAME TO found_with;
ALTER TABLE found_with RENAME COLUMN key_print TO lookup_print;

-- Which processes are up: an allowance in memory is divided by them, and a key seals once all of them hold it. In no backup.
CREATE UNLOGGED TABLE processes (
  id uuid PRIMARY KEY,
  host text NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  holds int[] NOT NULL,
  seals_with int NOT NULL
);
