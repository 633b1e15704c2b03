import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { type Algorithm, type Said, SoftPasskey } from '../../test/support/soft-passkey.ts';
import { type ActorId, SYSTEM } from '../actors/actors.ts';
import { selectEntries } from '../audit/audit-queries.ts';
import type { Keys } from '../config/keys.ts';
import { keysInUse } from '../sealing/keys-in-use.ts';
import { addAccount, findAccount, readAddress, removeAccount } from './accounts.ts';
import {
  addPasskey,
  askToAdd,
  askToProve,
  askToSignIn,
  isPasskeyName,
  passkeysOf,
  proveByPasskey,
  signInByPasskey,
} from './passkeys.ts';
import { relyingParty } from './relying-party.ts';
import { removeApp, removePasskey } from './remove-factor.ts';
import type { SessionRow } from './sessions.ts';

const ORIGIN = 'https://justice.example';
const settings = { DATA_DIR: '/nowhere', SEALING_KEY: randomBytes(32).toString('base64') };
const party = { id: 'justice.example', origin: ORIGIN };
const browser = { token: 'here', words: 'firefox linux' };
const elsewhere = { token: 'there', words: 'firefox linux' };

let fresh: FreshDatabase;
let keys: Keys;
let amina: ActorId;
let bilal: ActorId;
beforeEach(async () => {
  fresh = await freshDatabase();
  keys = await keysInUse(settings, fresh.database, { make: false });
  [amina, bilal] = [await newAccount('Amina K.'), await newAccount('Bilal N.')];
});
afterEach(() => fresh.drop());

async function newAccount(name: string): Promise<ActorId> {
  const email = `${name.slice(0, 5)}@staff.example`;
  await addAccount({ database: fresh.database, keys, by: SYSTEM }, { email, name, role: 'administrator' });
  return (await findAccount(fresh.database, keys, readAddress(email)))?.actor_id ?? amina;
}

const asking = (from = browser) => ({ database: fresh.database, party, browser: from });
const own = (actor: ActorId) => ({ actor_id: actor, name: 'Somebody' });
const add = (actor: ActorId, answer: string, name = 'A phone') =>
  fresh.database.transaction().execute((trx) => addPasskey(trx, asking(), actor, { answer, name }));

async function withPasskey(actor: ActorId, algorithm: Algorithm = 'ES256'): Promise<SoftPasskey> {
  const passkey = new SoftPasskey(ORIGIN, algorithm);
  expect(await add(actor, passkey.made(await askToAdd(asking(), own(actor), 'Justice')))).toBe('added');
  return passkey;
}

const signs = async (passkey: SoftPasskey, said: Said = {}, from = browser) =>
  signInByPasskey(asking(from), passkey.signed(await askToSignIn(asking()), said));

const wrong: [string, Said][] = [
  ['for another origin', { origin: 'https://elsewhere.example' }],
  ['for another origin of the same host', { origin: 'https://justice.example:8443' }],
  ['for another host', { rpId: 'elsewhere.example' }],
  ['without its person being asked', { verified: false }],
  ['in a frame of another site', { crossOrigin: true }],
  ['to another challenge', { challenge: 'x'.repeat(43) }],
];

describe('a passkey', () => {
  it.each([...wrong, ['as if it signed', { type: 'webauthn.get' }] as [string, Said]])(
    'that is made %s is not kept',
    async (_, said) => {
      const answer = new SoftPasskey(ORIGIN).made(await askToAdd(asking(), own(amina), 'Justice'), said);
      expect([await add(amina, answer), await passkeysOf(fresh.database, amina)]).toEqual(['no', []]);
    },
  );

  it.each<Algorithm>(['ES256', 'EdDSA', 'RS256'])('may sign by %s', async (algorithm) => {
    const passkey = await withPasskey(amina, algorithm);
    expect(await signs(passkey)).toMatchObject({ actor: amina });
  });

  it('is kept for whom it was made, once', async () => {
    const passkey = new SoftPasskey(ORIGIN);
    const answer = passkey.made(await askToAdd(asking(), own(amina), 'Justice'));
    expect(await add(bilal, answer)).toBe('no');
    expect(await add(amina, passkey.made(await askToAdd(asking(), own(amina), 'Justice')))).toBe('added');
    expect(await add(bilal, passkey.made(await askToAdd(asking(), own(bilal), 'Justice')))).toBe('no');
    const [entry] = await selectEntries(fresh.database, {}, 1);
    expect([entry?.operation, entry?.item, JSON.stringify(entry).includes('A phone')]).toEqual([
      'accounts.add-passkey',
      amina,
      false,
    ]);
  });

  it('is one of twenty at the most, and named in one line', async () => {
    for (let count = 0; count < 20; count += 1) await withPasskey(amina);
    const answer = new SoftPasskey(ORIGIN).made(await askToAdd(asking(), own(amina), 'Justice'));
    expect(await add(amina, answer)).toBe('many');
    expect(['A phone', 'هاتف', ' ', 'x'.repeat(81), 'a\nb', '\u200b'].map(isPasskeyName)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
  });

  it('can’t be made for an address that is no name', () => {
    expect(relyingParty({ PUBLIC_URL: 'http://127.0.0.1:3000' })).toBeUndefined();
    expect(relyingParty({ PUBLIC_URL: 'http://[::1]:3000' })).toBeUndefined();
    expect(relyingParty({ PUBLIC_URL: ORIGIN })).toEqual(party);
  });
});

describe('signing in by it', () => {
  it.each([
    ...wrong,
    ['as if it were made', { type: 'webauthn.create' }] as [string, Said],
    ['for another account', { handle: Buffer.alloc(16).toString('base64url') }] as [string, Said],
  ])('takes no answer %s', async (_, said) => {
    const passkey = await withPasskey(amina);
    expect(await signs(passkey, said)).toBeUndefined();
    expect(await signs(passkey)).toMatchObject({ actor: amina, wentBack: false });
  });

  it('takes an answer once, in the browser that asked, within five minutes', async () => {
    const passkey = await withPasskey(amina);
    expect(await signs(passkey, {}, elsewhere)).toBeUndefined();
    const answer = passkey.signed(await askToSignIn(asking()));
    expect(await signInByPasskey(asking(), answer)).toMatchObject({ actor: amina });
    expect(await signInByPasskey(asking(), answer)).toBeUndefined();
    const late = passkey.signed(await askToSignIn(asking()));
    await fresh.pool.query(`UPDATE passkey_challenges SET asked_at = now() - interval '301 seconds'`);
    expect(await signInByPasskey(asking(), late)).toBeUndefined();
  });

  it('takes no answer to what was asked for something else, or of somebody else', async () => {
    const [hers, his] = [await withPasskey(amina), await withPasskey(bilal)];
    const session = { actor_id: amina, id: bilal } as unknown as SessionRow;
    expect(await signInByPasskey(asking(), hers.signed(await askToProve(asking(), amina)))).toBeUndefined();
    const proves = (answer: string) => proveByPasskey(asking(), session, answer);
    expect(await proves(hers.signed(await askToSignIn(asking())))).toBeUndefined();
    expect(await proves(his.signed(await askToProve(asking(), bilal)))).toBeUndefined();
    expect(await proves(his.signed(await askToProve(asking(), amina)))).toBeUndefined();
    expect(await proves(hers.signed(await askToProve(asking(), amina)))).toMatchObject({ wentBack: false });
  });

  it('is nobody’s who was removed, nor for a host that the site no longer has', async () => {
    const passkey = await withPasskey(bilal);
    const moved = { id: 'moved.example', origin: 'https://moved.example' };
    const options = await askToSignIn({ ...asking(), party: moved });
    const answer = passkey.signed(options, { rpId: moved.id, origin: moved.origin });
    expect(await signInByPasskey({ ...asking(), party: moved }, answer)).toBeUndefined();
    await removeAccount({ database: fresh.database, keys, by: amina }, 'bilal@staff.example');
    expect(await signs(passkey)).toBeUndefined();
    expect(await passkeysOf(fresh.database, bilal)).toEqual([]);
  });

  it('goes on where its counter stands still, and tells where it goes back', async () => {
    const passkey = await withPasskey(amina);
    const told: unknown[] = [];
    for (const counter of [0, 0, 7, 7, 3, 6, 8]) told.push((await signs(passkey, { counter }))?.wentBack);
    expect(told).toEqual([false, false, false, false, true, true, false]);
    const gone = (await selectEntries(fresh.database, {}, 100)).filter(({ operation }) =>
      operation.includes('counter'),
    );
    expect(gone).toHaveLength(2);
  });
});

describe('the last second factor', () => {
  const removing = () => ({ database: fresh.database, party });

  it('stays, also where two are removed at once or another works for another host alone', async () => {
    await withPasskey(amina);
    await withPasskey(amina);
    const [one, two] = await passkeysOf(fresh.database, amina);
    const both = await Promise.all([one, two].map((each) => removePasskey(removing(), amina, each?.id ?? '')));
    expect(both.sort()).toEqual(['last', 'removed']);
    await fresh.pool.query(`UPDATE passkeys SET rp_id = 'former.example'`);
    await withPasskey(amina);
    const here = (await passkeysOf(fresh.database, amina)).find(({ rp_id }) => rp_id === party.id);
    expect(await removePasskey(removing(), amina, here?.id ?? '')).toBe('last');
  });

  it('may be the app, and is nobody else’s to remove', async () => {
    await fresh.pool.query(`UPDATE accounts SET totp_sealed = decode(repeat('00', 40), 'hex')`);
    expect(await removeApp(removing(), amina)).toBe('last');
    await withPasskey(amina);
    const [passkey] = await passkeysOf(fresh.database, amina);
    expect(await removePasskey(removing(), bilal, passkey?.id ?? '')).toBe('none');
    expect(await removeApp(removing(), amina)).toBe('removed');
    expect(await removePasskey(removing(), amina, passkey?.id ?? '')).toBe('last');
  });
});
