-- expand
-- Words that say something, counts that count, and JSON of a shape. What older databases hold otherwise is mended with the least change,
-- and what it was is set aside.

-- Whether there is anything to read: more than blanks, as wide or as narrow as they are.
CREATE FUNCTION says_something(words text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN words ~ '[^[:space:]\u00A0\u00AD\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF]';
CREATE FUNCTION each_matches(words text[], pattern text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(bool_and(coalesce(word ~ pattern, false)), true) FROM unnest(words) AS word);
CREATE FUNCTION each_says_something(words text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(bool_and(coalesce(says_something(word), false)), true) FROM unnest(words) AS word);

ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_because, DROP CONSTRAINT audit_entries_item,
  ADD CONSTRAINT audit_entries_item CHECK (length(item) <= 400);
ALTER TABLE actors DROP CONSTRAINT actors_kind, ADD CONSTRAINT actors_kind CHECK (CASE kind
    WHEN 'system' THEN id = '00000000-0000-7000-8000-000000000001' AND name IS NULL
    WHEN 'addressee' THEN id = '00000000-0000-7000-8000-000000000002' AND name IS NULL
    WHEN 'unknown' THEN id = '00000000-0000-7000-8000-000000000003' AND name IS NULL
    WHEN 'operator' THEN name IS NOT NULL
    WHEN 'staff' THEN name IS NOT NULL
    ELSE false END);
ALTER TABLE controllers DROP CONSTRAINT controllers_kind, ADD CONSTRAINT controllers_kind CHECK (CASE kind
    WHEN 'demonstration' THEN id = '00000000-0000-7000-8000-0000000000c1' AND name IS NULL AND email IS NULL
    WHEN 'operator' THEN id = '00000000-0000-7000-8000-0000000000c2' AND name IS NOT NULL AND email IS NULL
    WHEN 'member' THEN name IS NOT NULL AND coalesce(email ~ '^[^@[:space:]]+@[^@[:space:]]+$', false)
    ELSE false END);
ALTER TABLE ask_outcomes DROP CONSTRAINT ask_outcomes_act;
ALTER TABLE consent_texts DROP CONSTRAINT consent_texts_words;
ALTER TABLE consents DROP CONSTRAINT consents_controller;
ALTER TABLE controller_changes DROP CONSTRAINT controller_changes_name;
ALTER TABLE publications DROP CONSTRAINT publications_reasons;
ALTER TABLE representatives DROP CONSTRAINT representatives_name;
ALTER TABLE risk_judgements DROP CONSTRAINT risk_judgements_because, DROP CONSTRAINT risk_judgements_source;
ALTER TABLE states DROP CONSTRAINT states_risk_source,
  ADD CONSTRAINT states_risk_source CHECK (risk_source IS NULL OR risk_judged_on IS NOT NULL);

-- What a source doesn't say is not known. The version before writes a body that is not known as no words.
ALTER TABLE mandates ALTER body DROP NOT NULL;
CREATE FUNCTION no_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.body := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER no_body BEFORE INSERT OR UPDATE OF body ON mandates FOR EACH ROW
  WHEN (NOT says_something(NEW.body)) EXECUTE FUNCTION no_body();
UPDATE mandates SET role = CASE WHEN says_something(role) THEN role END, body = CASE WHEN says_something(body) THEN body END,
    party = CASE WHEN says_something(party) THEN party END, area = CASE WHEN says_something(area) THEN area END,
    term = CASE WHEN says_something(term) THEN term END
  WHERE NOT (says_something(role) AND says_something(body) AND says_something(party) AND says_something(area) AND says_something(term));
UPDATE representatives SET source = NULL WHERE NOT says_something(source);

-- One rule for all of a table's columns that must say something where they say anything. Not of these: what a mail server answered
-- (letters.reply) may be nothing; a room's starting content as a whole has no unit (content_units.unit); mailboxes follow the values of
-- channels, also of those that ended.
DO $$
DECLARE
  one record;
  words text;
  dash text;
BEGIN
  FOR one IN SELECT t.of_table, array_agg(t.of_column ORDER BY t.place) AS columns,
      (SELECT array_agg(k.attname::text) FROM pg_constraint p JOIN pg_attribute k ON k.attrelid = p.conrelid AND k.attnum = ANY (p.conkey)
        WHERE p.conrelid = t.of_table::regclass AND p.contype = 'p') AS keys,
      (SELECT k.attname::text FROM pg_attribute k WHERE k.attrelid = t.of_table::regclass AND k.attname = 'supporter_key') AS whose
    FROM unnest('{actors,addressee_requests,alerts,alerts,ask_outcomes,asks,audit_entries,audit_entries,consent_texts,consents,
        content_ledger,content_ledger,content_ledger,content_ledger,content_proposals,content_proposals,content_proposals,
        content_proposals,content_proposals,content_units,content_units,controller_changes,controllers,facts,facts,
        found_with,mandates,mandates,mandates,mandates,mandates,migrations,processes,publications,publications,publications,
        receiving_domains,representatives,representatives,representatives,representatives,representatives,reviews,revisions,
        risk_judgements,risk_judgements,row_checks,row_checks,sealing_keys,set_aside,set_aside,states}'::text[],
      '{name,detail,subject,detail,act,slug,item,because,words,controller,
        room,unit,key,version,room,unit,key,
        because,version,room,digest,name,name,file,key,
        lookup_print,role,body,party,area,term,name,host,embargoed_because,withdrawn_because,hidden_because,
        paused_because,name,source,source_key,external_id,fingerprint,reason,why,
        because,source,rule,example,key_print,from_table,refused_by,risk_source}'::text[]) WITH ORDINALITY AS t (of_table, of_column, place)
    GROUP BY 1 ORDER BY 1
  LOOP
    SELECT string_agg(format('says_something(%I)', c), ' AND ') INTO words FROM unnest(one.columns) AS c;
    IF one.of_table <> 'audit_entries' THEN
      EXECUTE format('INSERT INTO set_aside (from_table, refused_by, supporter_key, contents)
        SELECT %1$L, %2$L, %4$s, (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(r)) WHERE key = ANY ($1))
        FROM %1$I r WHERE NOT (%3$s)', one.of_table, one.of_table || '_says', words, coalesce(quote_ident(one.whose), 'NULL::bytea'))
        USING one.columns || one.keys;
      -- A dash says that nothing was said; where it has to be another than any other, with a print.
      SELECT string_agg(format($dash$%1$I = CASE WHEN says_something(%1$I) IS DISTINCT FROM false THEN %1$I ELSE %2$s END$dash$, c,
        CASE WHEN EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
          WHERE i.indrelid = one.of_table::regclass AND i.indisunique AND a.attname = c)
          THEN $print$'— ' || left(md5(random()::text), 8)$print$
        ELSE $only$'—'$only$ END), ', ') INTO dash FROM unnest(one.columns) AS c;
      EXECUTE format('UPDATE %I SET %s WHERE NOT (%s)', one.of_table, dash, words);
    END IF;
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%s)', one.of_table, one.of_table || '_says', words);
  END LOOP;
END
$$;

-- An address of a channel that goes on can be read.
UPDATE channels SET ended_at = now() WHERE ended_at IS NULL AND kind <> 'email' AND NOT says_something(value);
ALTER TABLE channels DROP CONSTRAINT channels_value, ADD CONSTRAINT channels_value CHECK (ended_at IS NOT NULL
  OR CASE kind WHEN 'email' THEN value ~ '^[^@[:space:]]+@[^@[:space:]]+$' ELSE says_something(value) END);

-- Lists of words.
INSERT INTO set_aside (from_table, refused_by, contents)
  SELECT 'campaigns', 'campaigns_hashtags', jsonb_build_object('id', id, 'hashtags', hashtags) FROM campaigns
    WHERE NOT each_matches(hashtags, '^#\w+$')
  UNION ALL SELECT 'asks', 'asks_defaults', jsonb_build_object('id', id, 'defaults', defaults) FROM asks
    WHERE NOT each_says_something(defaults)
  UNION ALL SELECT 'representatives', 'representatives_languages', jsonb_build_object('id', id, 'languages', languages)
    FROM representatives WHERE NOT each_says_something(languages);
UPDATE campaigns SET hashtags = array(SELECT tag FROM unnest(hashtags) AS tag WHERE tag ~ '^#\w+$')
  WHERE NOT each_matches(hashtags, '^#\w+$');
UPDATE asks SET defaults = array(SELECT d FROM unnest(defaults) AS d WHERE says_something(d)) WHERE NOT each_says_something(defaults);
UPDATE representatives SET languages = array(SELECT l FROM unnest(languages) AS l WHERE says_something(l))
  WHERE NOT each_says_something(languages);
-- What names no pages removed none.
DELETE FROM page_removals WHERE NOT each_says_something(tags);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_hashtags CHECK (each_matches(hashtags, '^#\w+$'));
ALTER TABLE asks ADD CONSTRAINT asks_defaults CHECK (each_says_something(defaults));
ALTER TABLE representatives ADD CONSTRAINT representatives_languages CHECK (each_says_something(languages));
ALTER TABLE page_removals DROP CONSTRAINT page_removals_tags, ADD CONSTRAINT page_removals_tags CHECK (each_says_something(tags));

-- Counts. What a count is below nothing stays as a mark beside it, which is told once a day.
INSERT INTO tally_marks (campaign_id, country, people, letters, tried)
  SELECT campaign_id, country, least(people, 0), least(letters, 0), false FROM tallies WHERE least(people, letters) < 0
  UNION ALL SELECT campaign_id, country, least(tried_people, 0), least(tried_letters, 0), true FROM tallies
    WHERE least(tried_people, tried_letters) < 0;
UPDATE tallies SET people = greatest(people, 0), letters = greatest(letters, 0), tried_people = greatest(tried_people, 0),
  tried_letters = greatest(tried_letters, 0) WHERE least(people, letters, tried_people, tried_letters) < 0;
-- The version before proposes what is less as a row of its own, which would be refused before it is added to the one there is.
CREATE FUNCTION take_from_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tallies t SET people = t.people + NEW.people, letters = t.letters + NEW.letters,
      tried_people = t.tried_people + NEW.tried_people, tried_letters = t.tried_letters + NEW.tried_letters
    WHERE t.campaign_id = NEW.campaign_id AND t.country = NEW.country;
  RETURN CASE WHEN FOUND THEN NULL ELSE NEW END;
END $$;
CREATE TRIGGER take_from_tally BEFORE INSERT ON tallies FOR EACH ROW
  WHEN (least(NEW.people, NEW.letters, NEW.tried_people, NEW.tried_letters) < 0) EXECUTE FUNCTION take_from_tally();
ALTER TABLE tallies ADD CONSTRAINT tallies_counts CHECK (least(people, letters, tried_people, tried_letters) >= 0);
UPDATE facts SET position = 0 WHERE position < 0;
ALTER TABLE facts ADD CONSTRAINT facts_position CHECK (position >= 0);
UPDATE row_checks SET found = 0 WHERE found < 0;
ALTER TABLE row_checks ADD CONSTRAINT row_checks_found CHECK (found >= 0);
UPDATE content_proposals SET id = (SELECT greatest(max(id), 0) FROM content_proposals) - id + 1 WHERE id < 1;
ALTER TABLE content_proposals ADD CONSTRAINT content_proposals_id CHECK (id > 0);
-- A process says anew what it holds, each minute.
DELETE FROM processes WHERE cardinality(holds) = 0 OR NOT 0 < ALL (holds);
ALTER TABLE processes ADD CONSTRAINT processes_holds CHECK (0 < ALL (holds));

-- JSON. A campaign's words have its name, an ask's are some: older versions had others than now. They wrote that
-- there is no video as JSON, too.
INSERT INTO set_aside (from_table, refused_by, contents)
  SELECT 'campaigns', 'campaigns_video', jsonb_build_object('id', id, 'video', video) FROM campaigns
    WHERE NOT (video = 'null'
      OR video @? '$ ? (@.youtube.type() == "string" && @.facebook.type() == "string" && @.tweet.type() == "string")')
  UNION ALL SELECT 'campaign_texts', 'campaign_texts_text', to_jsonb(t) FROM campaign_texts t
    WHERE coalesce(says_something(text ->> 'name'), false) IS FALSE
  UNION ALL SELECT 'ask_texts', 'ask_texts_text', to_jsonb(t) FROM ask_texts t WHERE text = '{}'
  UNION ALL SELECT 'representatives', 'representatives_links', jsonb_build_object('id', id, 'links', links) FROM representatives
    WHERE links @? '$[*] ? (!(@.url.type() == "string"))';
UPDATE campaigns SET video = NULL
  WHERE NOT (video @? '$ ? (@.youtube.type() == "string" && @.facebook.type() == "string" && @.tweet.type() == "string")');
UPDATE campaign_texts SET text = text || '{"name": "—"}' WHERE coalesce(says_something(text ->> 'name'), false) IS FALSE;
DELETE FROM ask_texts WHERE text = '{}';
UPDATE representatives SET links = (SELECT coalesce(jsonb_agg(l), '[]') FROM jsonb_array_elements(links) AS l
    WHERE jsonb_typeof(l -> 'url') = 'string') WHERE links @? '$[*] ? (!(@.url.type() == "string"))';
UPDATE set_aside SET contents = jsonb_build_object('contents', contents) WHERE jsonb_typeof(contents) <> 'object';
ALTER TABLE campaigns ADD CONSTRAINT campaigns_video CHECK (video = 'null'
  OR video @? '$ ? (@.youtube.type() == "string" && @.facebook.type() == "string" && @.tweet.type() == "string")');
ALTER TABLE campaign_texts DROP CONSTRAINT campaign_texts_text, ADD CONSTRAINT campaign_texts_text
  CHECK (jsonb_typeof(text) = 'object' AND coalesce(says_something(text ->> 'name'), false));
ALTER TABLE ask_texts DROP CONSTRAINT ask_texts_text, ADD CONSTRAINT ask_texts_text
  CHECK (jsonb_typeof(text) = 'object' AND text <> '{}');
ALTER TABLE representatives DROP CONSTRAINT representatives_links, ADD CONSTRAINT representatives_links
  CHECK (jsonb_typeof(links) = 'array' AND NOT links @? '$[*] ? (!(@.url.type() == "string"))');
ALTER TABLE set_aside ADD CONSTRAINT set_aside_contents CHECK (jsonb_typeof(contents) = 'object');
