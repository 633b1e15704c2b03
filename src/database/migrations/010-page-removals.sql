-- What was taken off pages lately, so that a process that could not hear of it for a while learns of it afterwards.
CREATE TABLE page_removals (
  id uuid PRIMARY KEY DEFAULT new_id(),
  -- Of the pages; NULL: of every page.
  tags text[] CHECK (cardinality(tags) > 0),
  removed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX page_removals_by_age ON page_removals (removed_at);
