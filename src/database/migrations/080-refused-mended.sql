-- expand
-- What people here refused before is written as it is from now on. Where older databases have the reason in the letter alone, it is the
-- review's.
UPDATE reviews r SET reason = l.reply FROM letters l
  WHERE l.supporter_key = r.supporter_key AND l.id = r.letter_id AND l.state = 'refused' AND r.decision = 'refused'
    AND l.reply <> r.reason AND says_something(l.reply);
UPDATE letters l SET reply = NULL, said_here = 'refused-here' FROM reviews r
  WHERE r.supporter_key = l.supporter_key AND r.letter_id = l.id AND r.decision = 'refused'
    AND l.state = 'refused' AND l.said_here IS DISTINCT FROM 'only-tried';
