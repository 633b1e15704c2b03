import { takeMail } from '../actions/mail-allowance.ts';
import { type ActorId, ADDRESSEE } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { isLang, type Lang } from '../config/langs.ts';
import { isDemonstration } from '../controllers/install.ts';
import { daysBefore } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { dropPages } from '../http/invalidation.ts';
import { words } from '../locales/words.ts';
import { sendAutomatic } from '../mail/automatic-mail.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { nobody, sealLink } from '../sealing/mailed-link.ts';
import { enqueue, type Tasks } from '../work/enqueue.ts';
import {
  type AddresseeRequest,
  correctAddress,
  countRecentRequests,
  deleteRequestsBefore,
  insertRequest,
  type RequestKind,
  selectChannel,
  selectRequest,
  setMailbox,
  settleRequest,
} from './addressee-queries.ts';
import { representativeAddresses } from './addresses.ts';
import { REQUEST_DAYS } from './retention.ts';

declare module '../work/enqueue.ts' {
  interface Tasks {
    'mail-addressee-link': { request: string; lang: string };
  }
}

export { countOpenRequests } from './addressee-queries.ts';
export { selectOpenRequests as requestsForStaff } from './request-queries.ts';

/** The duty. */
export function forgetRequests(queries: Queries, now: Date): Promise<void> {
  return deleteRequestsBefore(queries, daysBefore(now, REQUEST_DAYS));
}

const MOST_A_DAY = 5;
const DAY = 86_400_000;

/** What an addressee can do itself, once it has shown that it reads the mailbox; the rest is for staff. */
export function isOwnToDecide(kind: RequestKind): kind is 'pause' | 'digest' | 'each' {
  return kind === 'pause' || kind === 'digest' || kind === 'each';
}

/**
 * Takes what somebody who holds a letter asks for its addressee. Nothing changes yet: what an addressee may decide is proved from its own
 * mailbox, everything else is looked at by a person.
 * @returns false where this addressee has been asked about too often today
 */
export function askForAddressee(
  app: Pick<App, 'database' | 'keys' | 'settings'>,
  request: { channelId: string; kind: RequestKind; detail: string | null; lang: Lang },
): Promise<boolean> {
  return app.database.transaction().execute(async (trx) => {
    if ((await countRecentRequests(trx, request.channelId, new Date(Date.now() - DAY))) >= MOST_A_DAY) return false;
    if (isOwnToDecide(request.kind) && !(await mayBeMailed(app, trx, request.channelId))) return false;
    const id = await insertRequest(trx, { ...request, tried: isDemonstration(app.settings) });
    if (isOwnToDecide(request.kind)) await enqueue(trx, 'mail-addressee-link', { request: id, lang: request.lang });
    return true;
  });
}

/** Several addressees may share a mailbox: what they are mailed is counted together. */
async function mayBeMailed(app: Pick<App, 'keys'>, trx: Queries, channelId: string): Promise<boolean> {
  const channel = await selectChannel(trx, channelId);
  return channel !== undefined && (await takeMail(app, trx, 'addressee-link', channel.value)) !== undefined;
}

/** Mails the addressee the link by which it proves that the request is its own. @throws where the mail can't leave for now */
export async function mailAddresseeLink(
  app: App,
  post: MailGateway,
  payload: Tasks['mail-addressee-link'],
): Promise<void> {
  const request = await selectRequest(app.database, payload.request);
  const channel = request && (await selectChannel(app.database, request.channel_id));
  if (!request || !channel || !isOwnToDecide(request.kind)) return;
  const lang = isLang(payload.lang) ? payload.lang : 'en';
  const { t } = words(lang);
  const key = sealLink(app.keys, 'addressee-proof', nobody, request.id);
  const link = `${app.settings.PUBLIC_URL}${representativeAddresses.addresseeProof(lang, key)}`;
  const text = [
    t(`representatives.addressee.mail.${request.kind}`),
    link,
    t('representatives.addressee.mail.ignore'),
  ].join('\n\n');
  const result = await sendAutomatic(app, post, {
    to: channel.value,
    lang,
    subject: t('representatives.addressee.mail.subject'),
    text,
  });
  if (result.outcome === 'deferred') throw new Error('the mail to an addressee was deferred');
}

/** Does what the addressee has proved to want; asked twice, it happens once. */
export async function proveRequest(app: Pick<App, 'database'>, id: string): Promise<AddresseeRequest | undefined> {
  return app.database.transaction().execute(async (trx) => {
    const request = await selectRequest(trx, id);
    if (!request || !isOwnToDecide(request.kind)) return undefined;
    if (await settleRequest(trx, id, 'done', ADDRESSEE, new Date()))
      await change(trx, request.channel_id, request.kind);
    return request;
  });
}

async function change(trx: Queries, channelId: string, kind: 'pause' | 'digest' | 'each'): Promise<void> {
  if (kind === 'pause')
    await setMailbox(trx, channelId, { paused_at: new Date(), paused_because: 'asked-by-addressee' });
  else await setMailbox(trx, channelId, { delivery: kind, paused_at: null, paused_because: null });
  await dropPages(trx, ['representatives'], kind === 'pause' ? 'remove' : 'refresh');
}

/** An office-holder is reached already at the address that a request gives as the right one. */
export class AddressKnownError extends Error {
  override readonly name = 'AddressKnownError';
}

interface Decision {
  readonly by: ActorId;
  readonly done: boolean;
}

/**
 * Staff has dealt with a request; a corrected address is taken over, with what waits for it.
 * @returns false where none such waits: also where somebody else was quicker
 * @throws AddressKnownError, and nothing has changed
 */
export function decideRequest(database: Database, id: string, decision: Decision): Promise<boolean> {
  return database.transaction().execute((trx) => decideWithin(trx, id, decision));
}

/** The same for whoever says yes at a screen. @returns quicker: somebody else was; known: the address is, and nothing has changed */
export async function acceptRequest(
  database: Database,
  id: string,
  by: ActorId,
): Promise<'done' | 'quicker' | 'known'> {
  try {
    return (await decideRequest(database, id, { by, done: true })) ? 'done' : 'quicker';
  } catch (error) {
    if (error instanceof AddressKnownError) return 'known';
    throw error;
  }
}

/** Says no to several. @returns to how many */
export function declineRequests(database: Database, ids: readonly string[], by: ActorId): Promise<number> {
  return database.transaction().execute(async (trx) => {
    let declined = 0;
    // In one order, so that two people never wait for each other.
    for (const id of [...ids].sort()) if (await decideWithin(trx, id, { by, done: false })) declined += 1;
    return declined;
  });
}

async function decideWithin(trx: Queries, id: string, { by, done }: Decision): Promise<boolean> {
  const request = await selectRequest(trx, id);
  if (!request || isOwnToDecide(request.kind)) return false;
  if (!(await settleRequest(trx, id, done ? 'done' : 'refused', by, new Date()))) return false;
  if (done && request.kind === 'correct-address' && request.detail)
    await takeOver(trx, request.channel_id, request.detail);
  await writeAudit(trx, {
    by,
    operation: 'representatives.decide-request',
    item: ['addressee-request', id],
    after: { kind: request.kind, channel: request.channel_id, done },
  });
  return true;
}

async function takeOver(trx: Queries, channelId: string, address: string): Promise<void> {
  if (!(await correctAddress(trx, channelId, address)))
    throw new AddressKnownError(
      `this office-holder has the address ${address} already; nothing was changed: decline the request, or import what is right`,
    );
  await dropPages(trx, ['representatives'], 'remove');
}
