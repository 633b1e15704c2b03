import pg from 'pg';

/** Letters that wait for a look: most in English from Kenya, every hundredth in French, the last twenty in Arabic from France. */
export function fillHeldLetters(databaseUrl: string, count: number): Promise<void> {
  return filled(databaseUrl, [
    'TRUNCATE supporters CASCADE',
    `INSERT INTO channels (representative_id, kind, value) SELECT id, 'email', 'desk@held.example' FROM representatives LIMIT 1
      ON CONFLICT DO NOTHING`,
    `INSERT INTO supporters (key, address_sealed) SELECT decode(md5('s' || i), 'hex'), decode(repeat(md5('a' || i), 2), 'hex')
      FROM generate_series(1, ${count}) i`,
    `INSERT INTO actions (supporter_key, id, campaign_id, controller_id, kind, lang, country, details_sealed,
        state, confirmed_at, mail_state, bounce_id, created_at, expires_at, mail_due_at)
      SELECT decode(md5('s' || i), 'hex'), new_id(), c.id, c.controller_id, 'letter',
        CASE WHEN i > ${count - 20} THEN 'ar' WHEN i % 100 = 0 THEN 'fr' ELSE 'en' END,
        CASE WHEN i > ${count - 20} THEN 'FRA' ELSE 'KEN' END,
        decode(repeat(md5('d' || i), 3), 'hex'), 'confirmed', now(), 'sent', substring(decode(md5('b' || i), 'hex') FROM 1 FOR 10),
        now() - make_interval(secs => ${count} - i), now(), now()
      FROM generate_series(1, ${count}) i, campaigns c WHERE c.slug = 'united-by-common-bonds'`,
    `INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, state,
        text_sealed, held_because, created_at, confirmed_at)
      SELECT a.supporter_key, new_id(), a.id, a.campaign_id,
        (SELECT id FROM asks k WHERE k.campaign_id = a.campaign_id
          ORDER BY k.slug <> CASE WHEN a.lang = 'ar' THEN 'join' ELSE 'general' END LIMIT 1),
        gen_random_uuid(), (SELECT id FROM channels LIMIT 1), 'held', decode(repeat(md5(a.id::text), 60), 'hex'),
        CASE WHEN a.lang = 'ar' THEN 'threat' ELSE 'link' END, a.created_at, a.created_at
      FROM actions a`,
    `INSERT INTO held_letters (supporter_key, letter_id, lang)
      SELECT l.supporter_key, l.id, a.lang FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id`,
    'VACUUM ANALYZE supporters, actions, letters, held_letters, letters_to_look_at',
  ]);
}

/** Names of those who wrote such letters, all of which they agreed to have shown: every second waits, the others are decided. */
export function fillNames(databaseUrl: string): Promise<void> {
  return filled(databaseUrl, [
    `UPDATE states SET risk = 'open', risk_source = 'A report', risk_judged_on = '2026-03-02' WHERE iso3 IN ('KEN', 'FRA')`,
    `INSERT INTO consent_texts (id, lang, words) SELECT decode(md5(l), 'hex'), l, 'You may name me.'
      FROM unnest('{en,fr,es,ar}'::text[]) l ON CONFLICT DO NOTHING`,
    `INSERT INTO consents (supporter_key, action_id, purpose, controller_id, controller, wording, lang, given_at)
      SELECT supporter_key, id, 'public-name', controller_id, 'Coalition', decode(md5(lang), 'hex'), lang,
        confirmed_at - (now() - created_at) FROM actions`,
    `UPDATE offered_names n SET state = d.state, because = CASE d.state WHEN 'refused' THEN 'other' END
      FROM (SELECT consent_id, (ARRAY['shown', 'offered', 'refused', 'offered'])[1 + row_number() OVER (ORDER BY consent_id) % 4] AS state
        FROM offered_names) d WHERE d.consent_id = n.consent_id AND d.state <> 'offered'`,
    'VACUUM ANALYZE states, consents, offered_names',
  ]);
}

/**
 * People who can be written to, in every state but a handful in Tuvalu: every fifth has left, every tenth has no address, every
 * thousandth has a term to come, of every two thousand one is paused.
 */
export function fillAddressees(databaseUrl: string, count: number): Promise<void> {
  return filled(databaseUrl, [
    `INSERT INTO representatives (state, source_key, external_id, name, ended_on, begins_on, created_at, updated_at)
      SELECT CASE WHEN i <= 5 THEN 'TUV' ELSE s.codes[1 + i % cardinality(s.codes)] END, 'bench', 'B' || i,
        'Somebody ' || substr(md5('n' || i), 1, 8) || ' ' || substr(md5('m' || i), 1, 6),
        CASE WHEN i % 5 = 0 THEN '2024' END, CASE WHEN i % 5 <> 0 AND i % 1000 = 1 THEN '2199-01-01'::date END,
        now() - make_interval(secs => i), now() - make_interval(secs => i)
      FROM generate_series(1, ${count}) i, (SELECT array_agg(iso3 ORDER BY iso3) AS codes FROM states WHERE iso3 <> 'TUV') s`,
    `INSERT INTO mandates (representative_id, body, role)
      SELECT id, 'Assembly', 'Member' FROM representatives WHERE source_key = 'bench'`,
    `INSERT INTO channels (representative_id, kind, value)
      SELECT id, 'email', external_id || '@assembly' || left(state, 1) || '.example' FROM representatives
      WHERE source_key = 'bench' AND ended_on IS NULL AND right(external_id, 1) <> '3'`,
    `UPDATE mailboxes SET paused_at = now(), paused_because = 'bounced' WHERE address IN (SELECT mailbox FROM channels
      WHERE value LIKE 'B%@assembly%' ORDER BY id LIMIT ${count / 2_000})`,
    'VACUUM ANALYZE representatives, mandates, channels, mailboxes, receiving_domains',
  ]);
}

/** What five people changed: most of it letters, of which each is another; one of them nothing but ten campaigns. */
export function fillAudit(databaseUrl: string, count: number): Promise<void> {
  return filled(databaseUrl, [
    `INSERT INTO actors (kind, name) SELECT 'operator', 'Somebody ' || n FROM generate_series(1, 5) n`,
    `INSERT INTO audit_entries (made_at, made_by, operation, item_kind, item)
      SELECT now() - make_interval(secs => i), (SELECT array_agg(id ORDER BY name) FROM actors WHERE name LIKE 'Somebody %')[
          CASE WHEN i % ${count / 10} = 7 THEN 5 ELSE 1 + i % 4 END],
        CASE WHEN i % ${count / 10} = 7 THEN 'campaigns.change' ELSE 'letters.release' END,
        CASE WHEN i % ${count / 10} = 7 THEN 'campaign' ELSE 'letter' END, md5('l' || i)
      FROM generate_series(1, ${count}) i`,
    'VACUUM ANALYZE audit_entries, actors',
  ]);
}

async function filled(databaseUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
