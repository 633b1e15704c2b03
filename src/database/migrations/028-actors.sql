-- Who did something: one row each, which every decision refers to. Later kinds (staff, members) bring their accounts with them.
CREATE TABLE actors (
  id uuid PRIMARY KEY DEFAULT new_id(),
  kind text NOT NULL,
  -- Of an operator: as they called themselves at the machine, or their login there.
  name text NULL,
  since timestamptz NOT NULL DEFAULT now(),
  -- There is one of each kind that has no name; their ids are the same everywhere (src/actors/actors.ts).
  CONSTRAINT actors_kind CHECK (CASE kind
    WHEN 'system' THEN id = '00000000-0000-7000-8000-000000000001' AND name IS NULL
    WHEN 'addressee' THEN id = '00000000-0000-7000-8000-000000000002' AND name IS NULL
    WHEN 'unknown' THEN id = '00000000-0000-7000-8000-000000000003' AND name IS NULL
    WHEN 'operator' THEN coalesce(name ~ '\S', false)
    ELSE false END),
  -- By hash: older versions took names of any length.
  CONSTRAINT actors_once EXCLUDE USING hash (name WITH =)
);
INSERT INTO actors (id, kind) VALUES
  ('00000000-0000-7000-8000-000000000001', 'system'),
  ('00000000-0000-7000-8000-000000000002', 'addressee'),
  ('00000000-0000-7000-8000-000000000003', 'unknown');

-- Until now names stood as text: those who worked at the machine, and two words for who did not.
INSERT INTO actors (kind, name, since)
  SELECT 'operator', name, min(at) FROM (
    SELECT made_by, at FROM revisions WHERE made_by <> 'installation'
    UNION ALL SELECT decided_by, decided_at FROM reviews
    UNION ALL SELECT decided_by, coalesce(decided_at, asked_at) FROM office_requests WHERE decided_by <> 'the office'
    UNION ALL SELECT settled_by, coalesce(settled_at, created_at) FROM returned_mails) AS said (name, at)
  WHERE name ~ '\S' AND name <> 'not known' GROUP BY name;

CREATE FUNCTION actor_named(said text) RETURNS uuid LANGUAGE sql STABLE RETURNS NULL ON NULL INPUT
  RETURN coalesce((SELECT id FROM actors WHERE name = said), '00000000-0000-7000-8000-000000000003');

ALTER TABLE revisions
  ALTER COLUMN made_by TYPE uuid USING CASE made_by WHEN 'installation' THEN '00000000-0000-7000-8000-000000000001'
    ELSE actor_named(made_by) END,
  ADD CONSTRAINT revisions_made_by FOREIGN KEY (made_by) REFERENCES actors;
ALTER TABLE reviews
  ALTER COLUMN decided_by TYPE uuid USING actor_named(decided_by),
  ADD CONSTRAINT reviews_decided_by FOREIGN KEY (decided_by) REFERENCES actors;
ALTER TABLE office_requests
  ALTER COLUMN decided_by TYPE uuid USING CASE decided_by WHEN 'the office' THEN '00000000-0000-7000-8000-000000000002'
    ELSE actor_named(decided_by) END,
  ADD CONSTRAINT office_requests_decided_by FOREIGN KEY (decided_by) REFERENCES actors;
ALTER TABLE returned_mails
  ALTER COLUMN settled_by TYPE uuid USING actor_named(settled_by),
  ADD CONSTRAINT returned_mails_settled_by FOREIGN KEY (settled_by) REFERENCES actors;
DROP FUNCTION actor_named;

-- Where nobody was named until now.
ALTER TABLE alerts ADD COLUMN settled_by uuid NULL REFERENCES actors;
UPDATE alerts SET settled_by = '00000000-0000-7000-8000-000000000003' WHERE settled_at IS NOT NULL;
ALTER TABLE alerts ADD CONSTRAINT alerts_settled CHECK ((settled_at IS NULL) = (settled_by IS NULL));
ALTER TABLE drafts ADD COLUMN settled_by uuid NULL REFERENCES actors;
UPDATE drafts SET settled_by = '00000000-0000-7000-8000-000000000003' WHERE settled_at IS NOT NULL;
ALTER TABLE drafts ADD CONSTRAINT drafts_settled CHECK ((settled_at IS NULL) = (settled_by IS NULL));
