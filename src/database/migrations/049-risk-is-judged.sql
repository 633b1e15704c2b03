-- expand
-- What writing to one's own government may cost is somebody's judgement. Until somebody made it, writers are told that nobody has
-- looked; and no state is open without a source and the day of it. The version before knows open states without either: they warn
-- until somebody has judged them.
ALTER TABLE states ADD COLUMN risk_source text, ADD COLUMN risk_judged_on date;
UPDATE states SET risk = 'warn' WHERE risk = 'open';
ALTER TABLE states
  ADD CONSTRAINT states_risk_source CHECK (risk_source ~ '\S' AND (risk_source IS NULL OR risk_judged_on IS NOT NULL)),
  ADD CONSTRAINT states_risk_judged_on CHECK (isfinite(risk_judged_on)),
  ADD CONSTRAINT states_open CHECK (risk <> 'open' OR (risk_source IS NOT NULL AND risk_judged_on IS NOT NULL));

-- Who judged what of a state and why, for whoever asks later.
CREATE TABLE risk_judgements (
  id uuid PRIMARY KEY DEFAULT new_id(),
  state text NOT NULL CONSTRAINT risk_judgements_state REFERENCES states,
  level text NOT NULL CONSTRAINT risk_judgements_level CHECK (level IN ('open', 'warn', 'closed')),
  because text NOT NULL CONSTRAINT risk_judgements_because CHECK (because ~ '\S'),
  source text NULL CONSTRAINT risk_judgements_source CHECK (source ~ '\S'),
  judged_on date NOT NULL CONSTRAINT risk_judgements_judged_on CHECK (isfinite(judged_on)),
  made_by uuid NOT NULL CONSTRAINT risk_judgements_made_by REFERENCES actors,
  made_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT risk_judgements_open CHECK (level <> 'open' OR source IS NOT NULL)
);
