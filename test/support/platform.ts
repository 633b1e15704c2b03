import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { App } from '../../src/app.ts';
import { deriveKeys } from '../../src/config/keys.ts';
import { root } from '../../src/config/root.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { Lang } from '../../src/locales/langs.ts';
import { PageCache } from '../../src/site/page-cache.ts';
import { viewFor } from '../../src/site/view.ts';
import type { Visit } from '../../src/site/visit.ts';
import { type ActDetails, acceptAct } from '../../src/supporters/accept-act.ts';
import { type Act, actsOf } from '../../src/supporters/act.ts';
import { readMailbox } from '../../src/supporters/mailbox.ts';
import { newId } from '../../src/supporters/new-id.ts';
import { supporterKey } from '../../src/supporters/sealing.ts';
import { controllerName, keepWordings } from '../../src/supporters/wordings.ts';
import { type FreshDatabase, startingDatabase } from './database.ts';

/** The platform without its server: a database with the starting content, run by a test coalition. */
export interface Platform {
  readonly app: App;
  readonly fresh: FreshDatabase;
  readonly campaignId: string;
  /** Somebody types this address, name and country, and sends; nothing is confirmed. */
  offers(email: string, how?: Offer): Promise<Act>;
  keyOf(email: string): Buffer;
  visit(how?: Partial<Pick<Visit, 'lang' | 'params' | 'form' | 'query' | 'network'>>): Visit;
  stop(): Promise<void>;
}

export interface Offer {
  readonly kind?: 'letter' | 'pledge';
  readonly details?: ActDetails;
  readonly consents?: readonly ('news' | 'public-name')[];
  readonly country?: string;
  readonly lang?: Lang;
  /** The text of a letter to a minister of justice whose address is known. */
  readonly body?: string;
}

export async function startPlatform(env: Readonly<Record<string, string>> = {}): Promise<Platform> {
  const fresh = await startingDatabase();
  const settings = readSettings(
    { OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: 'desk@coalition.example', ...env },
    root,
  );
  const keys = deriveKeys(randomBytes(32));
  const app: App = {
    settings,
    keys,
    pool: fresh.pool,
    database: fresh.database,
    pages: new PageCache(0),
    processes: { up: 1 },
    log: pino({ level: 'silent' }),
  };
  await keepWordings(app.database, controllerName(settings));
  const campaign = await fresh.database.selectFrom('campaigns').select('id').executeTakeFirstOrThrow();
  const keyOf = (email: string) => supporterKey(keys, mailboxOf(email).comparable);
  return {
    app,
    fresh,
    campaignId: campaign.id,
    keyOf,
    offers: (email, how = {}) => offer(app, campaign.id, email, how),
    visit: (how = {}) => visitTo(app, how),
    stop: fresh.drop,
  };
}

function mailboxOf(email: string) {
  const mailbox = readMailbox(email);
  if (!mailbox) throw new Error(`${email} is no address`);
  return mailbox;
}

async function offer(app: App, campaignId: string, email: string, how: Offer): Promise<Act> {
  const { kind = 'pledge', details = { name: 'Amina K.' }, consents = [], country = 'KEN', lang = 'en' } = how;
  const mailbox = mailboxOf(email);
  const letters = kind === 'letter' ? [await letterTo(app, campaignId, how.body ?? 'Dear Minister, …')] : [];
  await acceptAct(app, { kind, mailbox, campaignId, lang, country, details, consents, letters });
  const act = (await actsOf(app, supporterKey(app.keys, mailbox.comparable))).at(-1);
  if (!act) throw new Error('nothing was taken');
  return act;
}

async function letterTo(app: App, campaignId: string, body: string) {
  const { database } = app;
  const ask = await database
    .selectFrom('asks')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const minister = await database
    .selectFrom('representatives')
    .select('id')
    .where('state', '=', 'KEN')
    .where('office', '=', 'justice-minister')
    .executeTakeFirstOrThrow();
  await database
    .insertInto('channels')
    .values({ representative_id: minister.id, kind: 'email', value: 'minister@justice.gov.example' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const channel = await database
    .selectFrom('channels')
    .select('id')
    .where('representative_id', '=', minister.id)
    .executeTakeFirstOrThrow();
  const text = JSON.stringify({ subject: 'Justice', body, lang: 'en' });
  return { id: newId(), askId: ask.id, representativeId: minister.id, channelId: channel.id, text, held: null };
}

function visitTo(app: App, how: Partial<Visit>): Visit {
  const lang = how.lang ?? 'en';
  return {
    app,
    lang,
    view: viewFor(app.settings, lang, ''),
    params: {},
    query: new URLSearchParams(),
    form: new URLSearchParams(),
    network: '192.0.2.1',
    acceptLanguage: '',
    fromOurPages: true,
    ...how,
  };
}
