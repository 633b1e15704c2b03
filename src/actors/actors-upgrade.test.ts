import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OldDatabase, oldDatabase } from '../../test/support/old-database.ts';
import { SYSTEM } from './actors.ts';
import { operatorAt } from './at-the-machine.ts';

let old: OldDatabase;
beforeAll(async () => {
  old = await oldDatabase('028');
  await old.query(`
    INSERT INTO states (iso3, iso2) VALUES ('KEN', 'KE');
    INSERT INTO representatives (state, name, source_key, external_id) VALUES ('KEN', 'One', 'k', '1');
    INSERT INTO channels (representative_id, kind, value) SELECT id, 'email', 'one@gov.example' FROM representatives;
    INSERT INTO revisions (id, dataset, made_by, why)
      VALUES (1, 'record', 'installation', 'start'), (2, 'record', 'Nadia O.', 'import'), (3, 'states', ' ', '?');
    INSERT INTO office_requests (channel_id, kind, state, decided_at, decided_by)
      SELECT c.id, k, s, CASE WHEN s <> 'asked' THEN now() END, w FROM channels c,
        (VALUES ('pause', 'done', 'the office'), ('digest', 'refused', 'operator'), ('report-forgery', 'asked', NULL)) AS r (k, s, w);
    INSERT INTO returned_mails (bounce_id, kind, message_sealed, settled_at, settled_by)
      VALUES ('\\x00010203040506070809', 'answer', '\\x00', now(), 'Nadia O.'), ('\\x00010203040506070809', 'answer', '\\x00', NULL, NULL);
    INSERT INTO drafts (revision, kind, content, settled_at) VALUES (2, 'asks', '{}', now()), (2, 'asks', '{}', NULL);
    INSERT INTO alerts (kind, subject, detail, settled_at) VALUES ('complaint', 'over', 'd', now()), ('complaint', 'open', 'd', NULL)`);
  await old.upgrade();
});
afterAll(() => old.drop());

const whoOf = (table: string, column: string) =>
  old.query(
    `SELECT coalesce(a.name, a.kind, 'nobody') AS who FROM ${table} t LEFT JOIN actors a ON a.id = t.${column} ORDER BY 1`,
  );
const named = (...who: string[]) => who.map((one) => ({ who: one }));

it('whoever did something in an older version is an actor afterwards, and nobody is lost', async () => {
  expect(await whoOf('revisions', 'made_by')).toEqual(named('Nadia O.', 'system', 'unknown'));
  expect(await whoOf('addressee_requests', 'decided_by')).toEqual(named('addressee', 'nobody', 'operator'));
  expect(await whoOf('returned_mails', 'settled_by')).toEqual(named('Nadia O.', 'nobody'));
  expect(await whoOf('drafts', 'settled_by')).toEqual(named('nobody', 'unknown'));
  expect(await whoOf('alerts', 'settled_by')).toEqual(named('nobody', 'unknown'));
});

it('what a new version starts with, and who works there again, are the same actors', async () => {
  expect(await old.query(`SELECT made_by FROM revisions WHERE id = 1`)).toEqual([{ made_by: SYSTEM }]);
  const again = await operatorAt(old.database, 'Nadia O.');
  expect(await old.query('SELECT made_by FROM revisions WHERE id = 2')).toEqual([{ made_by: again }]);
});
