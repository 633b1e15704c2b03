-- expand
-- Whoever looks after those who can be written to reads them by the page: what offices ask and what is paused from the longest waiting on,
-- addressees by name, by state and by when they last changed; parts of a name are found by their letters.
CREATE INDEX addressee_requests_for_staff ON addressee_requests (asked_at, id)
  WHERE state = 'asked' AND kind IN ('correct-address', 'report-forgery');
CREATE INDEX mailboxes_paused_in_order ON mailboxes (paused_at, address) WHERE paused_at IS NOT NULL;
CREATE INDEX receiving_domains_paused_in_order ON receiving_domains (paused_at, domain) WHERE paused_at IS NOT NULL;
DROP INDEX addressee_requests_open, mailboxes_paused, receiving_domains_paused;
CREATE INDEX representatives_by_name ON representatives (folded(coalesce(name, office)), id);
CREATE INDEX representatives_by_state_in_order ON representatives ((state::text), id);
CREATE INDEX representatives_by_change ON representatives (updated_at, id);
CREATE INDEX representatives_by_letters ON representatives USING gin (folded(name) gin_trgm_ops);
