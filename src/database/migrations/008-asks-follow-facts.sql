-- When an ask applies to a state, in the words of `src/states/conditions.ts`, and the office it is best addressed to.
ALTER TABLE asks ADD COLUMN condition text NOT NULL DEFAULT 'always';
ALTER TABLE asks ADD COLUMN office text NULL CHECK (office IN ('head-of-government', 'foreign-minister', 'justice-minister',
  'speaker-of-parliament'));

-- A treaty act that answered an ask, and how many people had asked by then.
CREATE TABLE ask_outcomes (
  id uuid PRIMARY KEY DEFAULT new_id(),
  campaign_id uuid NOT NULL REFERENCES campaigns ON DELETE CASCADE,
  ask_id uuid NOT NULL REFERENCES asks ON DELETE CASCADE,
  state char(3) NOT NULL REFERENCES states,
  -- The act's key in the states' record, and its day.
  act text NOT NULL,
  happened_on date NOT NULL,
  revision int NOT NULL REFERENCES revisions,
  people int NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (ask_id, state, act)
);
