import { confirmAction } from '../../src/actions/confirm-action.ts';
import { SYSTEM } from '../../src/actors/actors.ts';
import type { App } from '../../src/http/app.ts';
import { showNames } from '../../src/pledges/names/decide-names.ts';
import { judgeRisk } from '../../src/states/judge-risk.ts';
import { FIRST } from './campaigns.ts';
import { type Offer, offer } from './offer.ts';

let count = 0;

/** Somebody judged that people of a state are not harmed by being named. */
export async function judgedOpen(app: App, state: string): Promise<void> {
  const judgement = { state, level: 'open', because: 'a test', source: 'A report', on: '2026-03-02' } as const;
  await judgeRisk(app.database, judgement, SYSTEM);
}

/** Somebody joins and agrees to be named. @returns the id of that consent, by which staff finds the name */
export async function offerName(app: App, name: string, how: Omit<Offer, 'details'> = {}): Promise<string> {
  const { database } = app;
  const campaign = await database
    .selectFrom('campaigns')
    .select('id')
    .where('slug', '=', FIRST)
    .executeTakeFirstOrThrow();
  count += 1;
  const email = `named.${process.pid}.${count}@mail.example`;
  const action = await offer(app, campaign.id, email, { consents: ['public-name'], ...how, details: { name } });
  await confirmAction(app, action, how.lang ?? 'en');
  const { id } = await database
    .selectFrom('consents')
    .select('id')
    .where('action_id', '=', action.id)
    .where('purpose', '=', 'public-name')
    .executeTakeFirstOrThrow();
  return id;
}

/** One whose name readers see. */
export async function showName(app: App, name: string): Promise<void> {
  await judgedOpen(app, 'KEN');
  await showNames(app, [await offerName(app, name)], SYSTEM);
}
