import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { daysBefore } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import { SIGN_IN_DAYS } from './retention.ts';
import { hashOf, newSecret } from './secrets.ts';
import {
  deleteSessions,
  deleteSignInsBefore,
  insertSession,
  noteBrowser,
  type SessionRow,
  type Stage,
  selectSession,
  selectSessions,
  touchSession,
} from './session-queries.ts';

export type { SessionRow, Stage } from './session-queries.ts';
export { setProved } from './session-queries.ts';

/** Minutes for which a dangerous act needs no factor afresh. */
const FRESH = 10;

/** The browser somebody acts in: what it holds of ours, and what it calls itself. */
export interface Browser {
  readonly token: string;
  /** `firefox linux` */
  readonly words: string;
}

/** A session that begins: what its browser holds from now on. */
export interface Begun {
  readonly token: string;
  readonly actor: ActorId;
  /** Whether the account was signed in to before, and never in this browser. */
  readonly newBrowser: boolean;
}

/** From now on whoever holds its token acts as this account, as far as the stage lets them. */
export async function beginSession(trx: Queries, actor: ActorId, stage: Stage, browser: Browser): Promise<Begun> {
  const { token, hash } = newSecret();
  await insertSession(trx, { actor_id: actor, token_hash: hash, stage, browser: browser.words });
  const met = stage === 'signed-in' ? await noteBrowser(trx, actor, hashOf(browser.token)) : 'known';
  return { token, actor, newBrowser: met === 'new' };
}

/** The session that a browser holds, if it lasts; it is in use from now on. */
export function findSession(queries: Queries, token: string): Promise<SessionRow | undefined> {
  return touchSession(queries, hashOf(token));
}

/** The same for what a browser asks by itself: nobody uses it by that. */
export function lookAtSession(queries: Queries, token: string): Promise<SessionRow | undefined> {
  return selectSession(queries, hashOf(token));
}

export function sessionsOf(queries: Queries, actor: ActorId): Promise<SessionRow[]> {
  return selectSessions(queries, actor);
}

/** Whether a factor was shown so lately that a dangerous act needs no other. */
export function isFresh({ proved_at }: SessionRow, now = new Date()): boolean {
  return now.getTime() - proved_at.getTime() < FRESH * 60_000;
}

/** Signs out. */
export async function signOut(queries: Queries, { actor_id, id }: SessionRow): Promise<void> {
  await deleteSessions(queries, actor_id, { id });
}

/** Ends one of one's own sessions. @param which of one's own; undefined: all but the one in which this is done */
export async function endSessions(database: Database, own: SessionRow, which?: string): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const ended = await deleteSessions(trx, own.actor_id, which === undefined ? { but: own.id } : { id: which });
    if (ended === 0) return;
    const item = ['account', own.actor_id] as const;
    await writeAudit(trx, { by: own.actor_id, operation: 'accounts.end-sessions', item, after: { ended } });
  });
}

/** The duty. @returns how many went */
export function forgetOldSignIns(queries: Queries, now: Date): Promise<number> {
  return deleteSignInsBefore(queries, daysBefore(now, SIGN_IN_DAYS));
}
