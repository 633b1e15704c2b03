-- expand
-- What was tried in a demonstration is counted apart from what is the campaign's, so that naming an operator counts nobody
-- (decision 14). A process of the version before knows no such marks: in a demonstration it counts wrong for as long as it runs.
ALTER TABLE tally_marks ADD COLUMN tried boolean NOT NULL DEFAULT false;
ALTER TABLE tallies ADD COLUMN tried_people bigint NOT NULL DEFAULT 0, ADD COLUMN tried_letters bigint NOT NULL DEFAULT 0,
  ADD COLUMN tried_last_joined_at timestamptz;

-- What stays on this machine, and what somebody is told, of a demonstration.
ALTER TABLE outbox ADD COLUMN tried boolean NOT NULL DEFAULT false;
ALTER TABLE alerts ADD COLUMN tried boolean NOT NULL DEFAULT false;
ALTER TABLE addressee_requests ADD COLUMN tried boolean NOT NULL DEFAULT false;

-- To find what was tried without a look at every act.
CREATE INDEX actions_tried ON actions (supporter_key) WHERE controller_id = '00000000-0000-7000-8000-0000000000c1';

-- 'only-tried': it was on its way in a demonstration when an operator was named.
ALTER TABLE letters DROP CONSTRAINT letters_said_here_check;
ALTER TABLE letters ADD CONSTRAINT letters_said_here_check CHECK (said_here = ANY ('{kept-here,not-made,no-reply,only-tried}'));

-- The same as in migration 013; what was tried is taken out of the counts of what was tried.
CREATE OR REPLACE FUNCTION end_what_was_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  act record;
BEGIN
  SELECT a.state, a.campaign_id, a.country, a.controller_id INTO act FROM actions a
    WHERE a.supporter_key = NEW.supporter_key AND a.id = NEW.action_id FOR SHARE;
  -- What is held is looked at again before it waits.
  IF (FOUND OR NEW.state = 'held') AND act.state IS DISTINCT FROM 'withdrawn' THEN
    RETURN NEW;
  END IF;
  -- The withdrawal could not take it out of the counts, because it was just leaving.
  IF FOUND AND OLD.state <> 'unconfirmed' THEN
    INSERT INTO tally_marks (campaign_id, country, people, letters, tried)
      VALUES (act.campaign_id, act.country, 0, -1, act.controller_id = '00000000-0000-7000-8000-0000000000c1');
  END IF;
  NEW.state := 'withdrawn';
  NEW.text_sealed := NULL;
  NEW.claim := NULL;
  RETURN NEW;
END
$$;

-- What was counted together until now. Where no operator was ever named all of it was tried; else those are moved of whom an act is left.
DO $$
DECLARE
  demonstration CONSTANT uuid := '00000000-0000-7000-8000-0000000000c1';
BEGIN
  IF NOT EXISTS (SELECT 1 FROM controllers WHERE id <> demonstration) THEN
    UPDATE tallies SET tried_people = people, tried_letters = letters, people = 0, letters = 0;
    UPDATE tally_marks SET tried = true;
    UPDATE outbox SET tried = true;
    UPDATE alerts SET tried = true;
    UPDATE addressee_requests SET tried = true;
  ELSE
    CREATE TEMP TABLE moved ON COMMIT DROP AS
      SELECT campaign_id, country, sum(people)::int AS people, sum(letters)::int AS letters FROM (
        SELECT j.campaign_id, j.country, 1 AS people, 0 AS letters FROM campaign_supporters j
          WHERE EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = j.supporter_key AND a.campaign_id = j.campaign_id
              AND a.controller_id = demonstration AND a.state = 'confirmed')
            AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = j.supporter_key AND a.campaign_id = j.campaign_id
              AND a.controller_id <> demonstration AND a.state = 'confirmed')
        UNION ALL
        SELECT a.campaign_id, a.country, 0, 1 FROM actions a JOIN letters l ON l.supporter_key = a.supporter_key AND l.action_id = a.id
          WHERE a.controller_id = demonstration AND l.state NOT IN ('unconfirmed', 'duplicate', 'withdrawn')) t
      GROUP BY 1, 2;
    INSERT INTO tally_marks (campaign_id, country, people, letters, tried) SELECT campaign_id, country, -people, -letters, false FROM moved;
    INSERT INTO tally_marks (campaign_id, country, people, letters, tried) SELECT campaign_id, country, people, letters, true FROM moved;
  END IF;
END
$$;
