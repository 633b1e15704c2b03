import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import { selectFactors } from './factor-queries.ts';
import {
  ALGORITHMS,
  challengeOf,
  type MadeAnswer,
  readMade,
  readSigned,
  type SignedAnswer,
  userHandle,
  verifyMade,
  verifySigned,
} from './passkey-answer.ts';
import {
  deleteChallenge,
  insertChallenge,
  insertPasskey,
  noteUse,
  type PasskeyRow,
  type Purpose,
  selectPasskey,
  selectPasskeys,
  selectRelyingParties,
  setPasskeyName,
} from './passkey-queries.ts';
import type { RelyingParty } from './relying-party.ts';
import { hashOf, newSecret } from './secrets.ts';
import { type Begun, type Browser, beginSession, type SessionRow, setProved } from './sessions.ts';
import { webauthn } from './webauthn.ts';

export type { PasskeyRow } from './passkey-queries.ts';

/** Of one person. */
const MOST_PASSKEYS = 20;
const FIVE_MINUTES = 300_000;

interface Asking {
  readonly database: Database;
  readonly party: RelyingParty;
  readonly browser: Browser;
}

/** A passkey that signed, and whether it says that it was used less often than it said before: it may be one of two. */
export interface Signed {
  readonly passkey: PasskeyRow;
  readonly wentBack: boolean;
}

/** What a browser asks any passkey of this site to sign, so that its person signs in. */
export async function askToSignIn({ database, party, browser }: Asking): Promise<object> {
  const challenge = await newChallenge(database, browser, 'sign-in', null);
  return (await webauthn()).generateAuthenticationOptions({
    ...ask(party, challenge),
    userVerification: 'required',
  });
}

/** The same of one of somebody's own, to show that it is them. */
export async function askToProve({ database, party, browser }: Asking, actor: ActorId): Promise<object> {
  const challenge = await newChallenge(database, browser, 'prove', actor);
  const allowCredentials = await ownIn(database, party, actor);
  return (await webauthn()).generateAuthenticationOptions({
    ...ask(party, challenge),
    ...{ allowCredentials, userVerification: 'required' },
  });
}

/** By which a browser makes another passkey for somebody. @param rpName who runs the site */
export async function askToAdd(
  { database, party, browser }: Asking,
  { actor_id, name }: Pick<SessionRow, 'actor_id' | 'name'>,
  rpName: string,
): Promise<object> {
  const { challenge, timeout, rpID } = ask(party, await newChallenge(database, browser, 'add', actor_id));
  return (await webauthn()).generateRegistrationOptions({
    ...{ rpName, rpID, challenge, timeout, userID: userHandle(actor_id), userName: name, userDisplayName: name },
    attestationType: 'none',
    excludeCredentials: await ownIn(database, party, actor_id),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

function ask({ id }: RelyingParty, challenge: string) {
  return { rpID: id, challenge: new Uint8Array(Buffer.from(challenge, 'base64url')), timeout: FIVE_MINUTES };
}

async function newChallenge(database: Database, browser: Browser, purpose: Purpose, actor_id: ActorId | null) {
  const { token, hash: challenge_hash } = newSecret();
  const challenge = { challenge_hash, browser_hash: hashOf(browser.token), purpose, actor_id };
  await database.transaction().execute((trx) => insertChallenge(trx, challenge));
  return token;
}

async function ownIn(queries: Queries, { id }: RelyingParty, actor: ActorId) {
  const own = (await selectPasskeys(queries, actor)).filter(({ rp_id }) => rp_id === id);
  return own.map(({ credential_id }) => ({ id: credential_id.toString('base64url') }));
}

/** Spends what a browser was asked. @returns undefined where it was not asked this, or not lately */
async function answered(
  trx: Queries,
  browser: Browser,
  answer: MadeAnswer | SignedAnswer,
  { purpose, actor }: { readonly purpose: Purpose; readonly actor: ActorId | null },
): Promise<string | undefined> {
  const challenge = challengeOf(answer);
  const hashes = { challenge_hash: hashOf(challenge), browser_hash: hashOf(browser.token) };
  return (await deleteChallenge(trx, { ...hashes, purpose, actor_id: actor })) ? challenge : undefined;
}

async function signedBy(
  trx: Queries,
  { party, browser }: Omit<Asking, 'database'>,
  typed: string,
  wanted: { readonly purpose: Purpose; readonly actor: ActorId | null },
): Promise<Signed | undefined> {
  const answer = readSigned(typed);
  const challenge = answer && (await answered(trx, browser, answer, wanted));
  const passkey = challenge && (await selectPasskey(trx, party.id, Buffer.from(answer.id, 'base64url')));
  if (!passkey || (wanted.actor !== null && passkey.actor_id !== wanted.actor)) return undefined;
  const counter = await verifySigned(answer, challenge, party, passkey);
  if (counter === undefined) return undefined;
  await noteUse(trx, passkey.id, counter);
  const wentBack = counter < passkey.counter;
  if (wentBack) {
    const item = ['account', passkey.actor_id] as const;
    await writeAudit(trx, { by: passkey.actor_id, operation: 'accounts.passkey-counter-went-back', item });
  }
  return { passkey, wentBack };
}

/** A passkey alone signs in: it is one factor, and what it asks its person for the other. @param typed the browser's answer, as JSON */
export function signInByPasskey(
  { database, ...asking }: Asking,
  typed: string,
): Promise<(Begun & Pick<Signed, 'wentBack'>) | undefined> {
  return database.transaction().execute(async (trx) => {
    const signed = await signedBy(trx, asking, typed, { purpose: 'sign-in', actor: null });
    if (!signed) return undefined;
    const begun = await beginSession(trx, signed.passkey.actor_id, 'signed-in', asking.browser);
    return { ...begun, wentBack: signed.wentBack };
  });
}

/** Shows afresh that it is them. @returns undefined where the passkey is not theirs, or did not sign what it was asked */
export function proveByPasskey(
  { database, ...asking }: Asking,
  session: SessionRow,
  typed: string,
): Promise<Signed | undefined> {
  return database.transaction().execute(async (trx) => {
    const signed = await signedBy(trx, asking, typed, { purpose: 'prove', actor: session.actor_id });
    if (signed) await setProved(trx, session.id);
    return signed;
  });
}

/** Keeps a passkey that a browser made for somebody. @returns why not: what came is none, or they have too many */
export async function addPasskey(
  trx: Queries,
  { party, browser }: Omit<Asking, 'database'>,
  actor: ActorId,
  typed: { readonly answer: string; readonly name: string },
): Promise<'added' | 'no' | 'many'> {
  const answer = readMade(typed.answer);
  const challenge = answer && (await answered(trx, browser, answer, { purpose: 'add', actor }));
  const passkey = challenge && (await verifyMade(answer, challenge, party));
  if (!passkey || !(await selectFactors(trx, actor))) return 'no';
  if ((await selectPasskeys(trx, actor)).length >= MOST_PASSKEYS) return 'many';
  const { id: credential_id, publicKey: public_key, counter } = passkey;
  const row = { actor_id: actor, credential_id, public_key, counter, rp_id: party.id, name: typed.name };
  if (!(await insertPasskey(trx, row))) return 'no';
  await writeAudit(trx, { by: actor, operation: 'accounts.add-passkey', item: ['account', actor] });
  return 'added';
}

/** Whether a text can be what somebody calls one of theirs. */
export function isPasskeyName(name: string): boolean {
  return /^[^\p{C}]{1,80}$/u.test(name) && /[\p{L}\p{N}\p{S}\p{P}]/u.test(name);
}

/** @returns false where it is none of theirs */
export function renamePasskey(database: Database, actor: ActorId, id: string, name: string): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    const renamed = await setPasskeyName(trx, actor, id, name);
    if (renamed) await writeAudit(trx, { by: actor, operation: 'accounts.rename-passkey', item: ['account', actor] });
    return renamed;
  });
}

/** Somebody's passkeys, the first first. */
export function passkeysOf(queries: Queries, actor: ActorId): Promise<PasskeyRow[]> {
  return selectPasskeys(queries, actor);
}

/** Those that work no more, as they were made for another host: each with how many there are. */
export async function lostPasskeys(queries: Queries, party: RelyingParty | undefined) {
  return (await selectRelyingParties(queries)).filter(({ rp_id }) => rp_id !== party?.id);
}
