-- What stands between an authored thing and its readers. The room that owns the thing says which kind it is (`publications` in its
-- manifest); its id is the thing's own. Nothing is a reference to it: rooms own their tables, and row rules look that each has its other
-- (src/publications/publication-rules.ts).
CREATE TABLE publications (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT publications_kind CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- Not before this moment, in no language; who says so, and why. Past embargoes may stand.
  embargoed_until timestamptz NULL,
  embargoed_by uuid NULL CONSTRAINT publications_embargoed_by REFERENCES actors,
  embargoed_because text NULL,
  -- Taken back by those whose it is; hidden by whoever keeps readers from harm. Each by itself keeps it from everybody.
  withdrawn_at timestamptz NULL,
  withdrawn_by uuid NULL CONSTRAINT publications_withdrawn_by REFERENCES actors,
  withdrawn_because text NULL,
  hidden_at timestamptz NULL,
  hidden_by uuid NULL CONSTRAINT publications_hidden_by REFERENCES actors,
  hidden_because text NULL,
  CONSTRAINT publications_embargoed CHECK (num_nonnulls(embargoed_until, embargoed_by, embargoed_because) IN (0, 3)),
  CONSTRAINT publications_withdrawn CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) IN (0, 3)),
  CONSTRAINT publications_hidden CHECK (num_nonnulls(hidden_at, hidden_by, hidden_because) IN (0, 3)),
  CONSTRAINT publications_reasons CHECK (embargoed_because ~ '\S' AND withdrawn_because ~ '\S' AND hidden_because ~ '\S'),
  CONSTRAINT publications_embargo_ends CHECK (isfinite(embargoed_until))
);

CREATE TABLE publication_languages (
  publication_id uuid NOT NULL CONSTRAINT publication_languages_publication REFERENCES publications ON DELETE CASCADE,
  lang text NOT NULL CONSTRAINT publication_languages_lang CHECK (lang IN ('en', 'fr', 'es', 'ar')),
  state text NOT NULL CONSTRAINT publication_languages_state CHECK (state IN ('draft', 'in-review', 'scheduled', 'published')),
  -- From when everybody may see it. What was scheduled stays so when its moment has come: no job has to run.
  public_from timestamptz NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  decided_by uuid NOT NULL CONSTRAINT publication_languages_decided_by REFERENCES actors,
  PRIMARY KEY (publication_id, lang),
  -- What is scheduled was so for later when that was decided; what is published was not.
  CONSTRAINT publication_languages_public_from CHECK (CASE state
    WHEN 'scheduled' THEN coalesce(public_from > decided_at AND isfinite(public_from), false)
    WHEN 'published' THEN coalesce(public_from <= decided_at AND isfinite(public_from), false)
    ELSE public_from IS NULL END)
);

-- What readers could see until now they can still see.
INSERT INTO publications (id, kind) SELECT id, 'campaign' FROM campaigns UNION ALL SELECT id, 'ask' FROM asks;
INSERT INTO publication_languages (publication_id, lang, state, public_from, decided_by)
  SELECT campaign_id, lang, 'published', now(), '00000000-0000-7000-8000-000000000001'::uuid FROM campaign_texts
  UNION ALL SELECT ask_id, lang, 'published', now(), '00000000-0000-7000-8000-000000000001'::uuid FROM ask_texts;
