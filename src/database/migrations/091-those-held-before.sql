-- expand
-- What was held before its rows were kept. Locked in the order in which everybody locks letters, so that whoever decides one meanwhile
-- decides it before or after, and no row of it stays behind.
INSERT INTO letters_to_look_at (supporter_key, letter_id, since, because, ask_id, country, lang, lang_read)
  SELECT l.supporter_key, l.id, l.confirmed_at, l.held_because, l.ask_id, a.country, coalesce(h.lang, a.lang), h.letter_id IS NOT NULL
  FROM (SELECT * FROM letters WHERE state = 'held' AND num_nulls(confirmed_at, held_because) = 0
      ORDER BY supporter_key, id FOR SHARE) l
    JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id
    LEFT JOIN held_letters h ON h.supporter_key = l.supporter_key AND h.letter_id = l.id
ON CONFLICT DO NOTHING;
