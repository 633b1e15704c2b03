-- expand
-- From where somebody changed something. What the version before writes does not say.
ALTER TABLE audit_entries
  -- machine: a command line there; office firefox linux: a screen of the office, in a browser of this name.
  ADD COLUMN made_from text NULL CONSTRAINT audit_entries_made_from CHECK (made_from ~ '^(machine|office [a-z]+ [a-z]+)$');
