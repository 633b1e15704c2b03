-- expand
-- Of what was deleted, how many letters lay in the outbox of this machine; the version before counted them among the unsent.
ALTER TABLE erased_actions
  ADD COLUMN in_outbox int NOT NULL DEFAULT 0 CONSTRAINT erased_actions_in_outbox CHECK (in_outbox >= 0);
