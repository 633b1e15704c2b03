-- expand
-- When the last of the people who joined were added up; unknown of those that were counted before.
ALTER TABLE tallies ADD COLUMN last_joined_at timestamptz;
