-- expand
-- What was taken away at once, for somebody's safety: its id, of which kind it was, and the kind of reason, and nothing that tells what it
-- was. It is kept for good, so that a backup that is put back does not bring it back. The version before knows none.
CREATE TABLE safety_removals (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT safety_removals_kind CHECK (kind IN ('campaign', 'ask', 'picture')),
  reason text NOT NULL CONSTRAINT safety_removals_reason
    CHECK (reason IN ('danger', 'asked', 'child', 'whereabouts', 'no-right', 'unlawful')),
  removed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT safety_removals_in_time CHECK (removed_at >= '2000-01-01T00:00Z' AND removed_at < '2200-01-01T00:00Z')
);
CREATE INDEX safety_removals_by_moment ON safety_removals (removed_at, id);
