-- expand
-- What waits for people is counted on the first page of the office, from the oldest on: each kind has an index of what is open of it, which
-- stays small however much was dealt with.
CREATE INDEX addressee_requests_open ON addressee_requests (asked_at) WHERE state = 'asked';
CREATE INDEX mailboxes_paused ON mailboxes (paused_at) WHERE paused_at IS NOT NULL;
CREATE INDEX receiving_domains_paused ON receiving_domains (paused_at) WHERE paused_at IS NOT NULL;
CREATE INDEX drafts_open ON drafts (kind, created_at, id) WHERE settled_at IS NULL;
CREATE INDEX alerts_open_since ON alerts (raised_at) WHERE settled_at IS NULL;
CREATE INDEX content_proposals_open ON content_proposals (offered_at) WHERE decided_at IS NULL;
CREATE INDEX publication_languages_scheduled ON publication_languages (public_from) WHERE state = 'scheduled';
CREATE INDEX publication_languages_in_review ON publication_languages (decided_at) WHERE state = 'in-review';

-- When backups were made by `npm run backup`; a backup tells of those before it.
CREATE TABLE backups (
  taken_at timestamptz PRIMARY KEY,
  CONSTRAINT backups_in_time CHECK (taken_at >= '2000-01-01T00:00Z' AND taken_at < '2200-01-01T00:00Z')
);
