-- expand
-- An address that a demonstration makes up, so that there is somebody to write to; ended where an operator is named
-- (src/representatives/tried-offices.ts).
ALTER TABLE channels ADD COLUMN example boolean NOT NULL DEFAULT false;
ALTER TABLE channels ADD CONSTRAINT channels_example CHECK (NOT example OR (kind = 'email' AND value ~ '@([a-z0-9-]+\.)+example$'));
CREATE INDEX channels_examples ON channels (id) WHERE example;
