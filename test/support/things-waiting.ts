import { sql } from 'kysely';
import { confirmAction } from '../../src/actions/confirm-action.ts';
import { SYSTEM } from '../../src/actors/actors.ts';
import type { App } from '../../src/http/app.ts';
import { alertOperator } from '../../src/mail/alerts.ts';
import { publish, unpublish } from '../../src/publications/publications.ts';
import { askForAddressee } from '../../src/representatives/addressee-requests.ts';
import { pauseDomain } from '../../src/representatives/pauses.ts';
import { offer } from './offer.ts';

/** Makes one or two of everything wait that can wait for people; the first of each for three days and a bit. */
export async function makeEverythingWait(app: App): Promise<void> {
  const { database } = app;
  const campaign = await database.selectFrom('campaigns').select('id').executeTakeFirstOrThrow();
  for (const email of ['amina@mail.example', 'omar@mail.example'])
    await confirmAction(app, await offer(app, campaign.id, email, { kind: 'letter' }), 'en');
  await sql`UPDATE letters SET state = 'held', held_because = 'link', due_at = NULL`.execute(database);
  const channel = await database.selectFrom('channels').select('id').executeTakeFirstOrThrow();
  await askForAddressee(app, { channelId: channel.id, kind: 'report-forgery', detail: null, lang: 'en' });
  await sql`INSERT INTO receiving_domains (domain) VALUES ('parliament.example') ON CONFLICT DO NOTHING`.execute(
    database,
  );
  await pauseDomain(app, database, 'parliament.example', '550 5.7.1 not here', new Date());
  await alertOperator(app, database, { kind: 'relay-refuses-us', subject: 'relay', detail: '535 no' });
  await sql`INSERT INTO returned_mails (bounce_id, kind, message_sealed)
    VALUES ('\\x00010203040506070809', 'answer', '\\x00')`.execute(database);
  await noteRecord(app);
  await sql`INSERT INTO content_proposals (id, room, unit, key, offered, hash, because, version)
    VALUES (1, 'campaigns', 'texts', 'one', '"x"', ${'0'.repeat(32)}, 'edited', '0.3.0')`.execute(database);
  const ask = await database.selectFrom('asks').select('id').executeTakeFirstOrThrow();
  const item = { id: ask.id, kind: 'ask', name: 'one', tags: [] };
  await unpublish(database, item, ['fr', 'es'], 'in-review', SYSTEM);
  await publish(database, item, ['ar'], SYSTEM, new Date(Date.now() + 5 * 86_400_000));
  await sql`INSERT INTO erasures (about, proof, reason, requested_by)
    VALUES ('\\x00010203040506070809101112131415', 'known', 'Wrote to us by post', ${SYSTEM})`.execute(database);
  await failJobs(app, 'mail-data-link', 2);
  for (const [table, column] of moments) await makeOld(app, table, column);
}

/** Where something waits, and since when. */
const moments = [
  ['letters', 'confirmed_at'],
  ['addressee_requests', 'asked_at'],
  ['erasures', 'requested_at'],
  ['receiving_domains', 'paused_at'],
  ['alerts', 'raised_at'],
  ['returned_mails', 'created_at'],
  ['drafts', 'created_at'],
  ['content_proposals', 'offered_at'],
] as const;

async function makeOld({ database }: App, table: string, column: string): Promise<void> {
  const earlier = sql`${sql.ref(column)} - interval '3 days 1 hour'`;
  const made = table === 'letters' ? sql`, created_at = created_at - interval '3 days 1 hour'` : sql``;
  await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${earlier}${made}`.execute(database);
}

/** What two revisions of the record left, one of them with a row that is not public yet. */
async function noteRecord({ database }: App): Promise<void> {
  await sql`INSERT INTO revisions (id, dataset, made_by, why, at)
    VALUES (90, 'record', ${SYSTEM}, 'import', now()), (91, 'states', ${SYSTEM}, 'import', now())`.execute(database);
  await sql`INSERT INTO facts (dataset, file, key, since, position, fields)
    VALUES ('record', 'events', 'not-yet', 90, 9000, '{"public_on":"2199-01-01"}')`.execute(database);
  await sql`INSERT INTO drafts (revision, kind, content) VALUES
    (90, 'newsroom', '{"facts":[{"file":"events","key":"known"},{"file":"events","key":"not-yet"}]}'),
    (91, 'asks', '{"changed":[{"campaign":"united-by-common-bonds","state":"KEN","was":"join"}]}')`.execute(database);
}

/** Jobs that were tried as often as they may be. */
export async function failJobs({ database }: App, name: string, count: number): Promise<void> {
  await sql`SELECT graphile_worker.permanently_fail_jobs(ARRAY(
    SELECT (graphile_worker.add_job(${name}, '{"key":"00"}'::json, max_attempts => 2)).id FROM generate_series(1, ${count})),
    'no answer from somebody@mail.example')`.execute(database);
}
