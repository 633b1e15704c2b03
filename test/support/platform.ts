import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { Action } from '../../src/actions/action.ts';
import { deriveKeys } from '../../src/config/keys.ts';
import { root } from '../../src/config/root.ts';
import { readSettings } from '../../src/config/settings.ts';
import { handedBy } from '../../src/handed.ts';
import type { App } from '../../src/http/app.ts';
import { PageCache } from '../../src/http/page-cache.ts';
import type { SiteRequest } from '../../src/http/request.ts';
import { viewFor } from '../../src/http/view.ts';
import { rooms } from '../../src/rooms.ts';
import { supporterKey } from '../../src/sealing/sealing.ts';
import { settleControllers } from '../../src/settle-controllers.ts';
import { FIRST } from './campaigns.ts';
import { type FreshDatabase, startingDatabase } from './database.ts';
import { mailboxOf, type Offer, offer } from './offer.ts';

export type { Offer } from './offer.ts';

/** The platform without its server: a database with the starting content, run by a test coalition. */
export interface Platform {
  readonly app: App;
  readonly fresh: FreshDatabase;
  readonly campaignId: string;
  /** Somebody types this address, name and country, and sends; nothing is confirmed. */
  offers(email: string, how?: Offer & { readonly campaignId?: string }): Promise<Action>;
  keyOf(email: string): Buffer;
  request(how?: Partial<Pick<SiteRequest, 'lang' | 'params' | 'form' | 'query' | 'network'>>): SiteRequest;
  stop(): Promise<void>;
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
    handed: handedBy(rooms),
    log: pino({ level: 'silent' }),
  };
  await settleControllers(app.database, settings);
  const campaigns = fresh.database.selectFrom('campaigns').select('id').where('slug', '=', FIRST);
  const campaign = await campaigns.executeTakeFirstOrThrow();
  const keyOf = (email: string) => supporterKey(keys, mailboxOf(email).comparable);
  return {
    app,
    fresh,
    campaignId: campaign.id,
    keyOf,
    offers: (email, { campaignId = campaign.id, ...how } = {}) => offer(app, campaignId, email, how),
    request: (how = {}) => requestTo(app, how),
    stop: fresh.drop,
  };
}

function requestTo(app: App, how: Partial<SiteRequest>): SiteRequest {
  const lang = how.lang ?? 'en';
  return {
    app,
    lang,
    view: viewFor(app, lang, ''),
    params: {},
    query: new URLSearchParams(),
    form: new URLSearchParams(),
    network: '192.0.2.1',
    acceptLanguage: '',
    fromOurPages: true,
    ...how,
  };
}
