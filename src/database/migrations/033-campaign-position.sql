-- Where a campaign stands among those that are open: 1 leads. Those without a place come after, the latest opened first
-- (src/campaigns/shown-campaigns.ts).
ALTER TABLE campaigns ADD COLUMN position int NULL CONSTRAINT campaigns_position CHECK (position BETWEEN 1 AND 1000);
