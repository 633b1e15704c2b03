-- expand
-- Those whom mail reached before that was kept. Nobody writes or ends an address meanwhile.
LOCK TABLE channels IN SHARE MODE;
UPDATE representatives r SET by_mail = true
  WHERE EXISTS (SELECT FROM channels c WHERE c.representative_id = r.id AND c.kind = 'email' AND c.ended_at IS NULL) AND NOT by_mail;
