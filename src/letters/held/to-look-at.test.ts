import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdLetter } from '../../../test/support/hold-letter.ts';
import { type Platform, startPlatform } from '../../../test/support/platform.ts';
import { findAction } from '../../actions/action.ts';
import { withdrawAction } from '../../actions/withdraw-action.ts';
import type { ActorId } from '../../actors/actors.ts';
import { operatorAt } from '../../actors/at-the-machine.ts';
import { langs } from '../../config/langs.ts';
import { eraseSupporter } from '../../supporters/erase.ts';
import { decideLetters } from '../review.ts';
import { holdReasons } from '../screening.ts';
import { noteHeldLanguages } from './held-languages.ts';
import { type HeldRow, selectHeldSlice, selectLook } from './held-queries.ts';
import { type HeldFilter, selectAsksOfHeld, selectStatesOfHeld } from './to-look-at-queries.ts';
import { undoDecision } from './undo-decision.ts';

let platform: Platform;
let omar: ActorId;
beforeAll(async () => {
  platform = await startPlatform();
  omar = await operatorAt(platform.app.database, 'Omar T.');
});
afterAll(() => platform.stop());

const query = async (sql: string, values: unknown[] = []) => (await platform.fresh.pool.query(sql, values)).rows;
const held = (how: Parameters<typeof holdLetter>[1] = {}) => holdLetter(platform.app, how);
const isThere = async (id: string) =>
  (await query('SELECT 1 FROM letters_to_look_at WHERE letter_id = $1', [id])).length > 0;
/** What is there and should not be, or the other way round, or says something else than its letter. */
const amiss = () =>
  query(`SELECT l.id, l.state FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id
      LEFT JOIN held_letters h ON h.supporter_key = l.supporter_key AND h.letter_id = l.id
      LEFT JOIN letters_to_look_at t ON t.supporter_key = l.supporter_key AND t.letter_id = l.id
    WHERE (l.state = 'held') <> (t.letter_id IS NOT NULL) OR t.letter_id IS NOT NULL
      AND (t.since, t.because, t.ask_id, t.country, t.lang, t.lang_read)
        IS DISTINCT FROM (l.confirmed_at, l.held_because, l.ask_id, a.country, coalesce(h.lang, a.lang), h.letter_id IS NOT NULL)`);

describe('a letter is among those to look at while it is held, and no longer', () => {
  it.each<readonly [string, (id: string) => Promise<unknown>, boolean]>([
    ['confirmed', async () => {}, true],
    ['released', (id) => decideLetters(platform.app, [id], { by: omar }), false],
    ['refused', (id) => decideLetters(platform.app, [id], { by: omar, refuse: 'It holds a link.' }), false],
    [
      'released, and that was taken back',
      async (id) => {
        await decideLetters(platform.app, [id], { by: omar });
        await undoDecision(platform.app, id, omar);
      },
      true,
    ],
    [
      'taken back by its writer',
      async (id) => {
        const look = await selectLook(platform.app.database, id);
        const action = look && (await findAction(platform.app, look.supporter_key, look.action_id));
        await withdrawAction(platform.app, action ?? expect.fail('no action'));
      },
      false,
    ],
    [
      'erased',
      async (id) => {
        const look = await selectLook(platform.app.database, id);
        await eraseSupporter(platform.app, look?.supporter_key ?? expect.fail('no letter'));
      },
      false,
    ],
    ['moved to another moment', (id) => query('UPDATE letters SET confirmed_at = now() WHERE id = $1', [id]), true],
    [
      'held after a restore',
      async (id) => {
        await decideLetters(platform.app, [id], { by: omar });
        await query(
          `UPDATE letters SET state = 'held', held_because = 'restored', claim = NULL, due_at = NULL WHERE id = $1`,
          [id],
        );
      },
      true,
    ],
    ['read for its language', () => noteHeldLanguages(platform.app), true],
  ])('%s', async (_what, happens, there) => {
    const id = await held({ lang: 'ar', letterLang: 'fr' });
    await happens(id);
    expect(await isThere(id)).toBe(there);
    expect(await amiss()).toEqual([]);
  });

  it('also where the version before writes down its language', async () => {
    const id = await held({ lang: 'ar', letterLang: 'fr' });
    await query(
      `INSERT INTO held_letters (supporter_key, letter_id, lang) SELECT supporter_key, id, 'fr' FROM letters WHERE id = $1`,
      [id],
    );
    expect(await query('SELECT lang, lang_read FROM letters_to_look_at WHERE letter_id = $1', [id])).toEqual([
      { lang: 'fr', lang_read: true },
    ]);
  });
});

describe('what is asked for', () => {
  let all: readonly HeldRow[];
  const fits = ({ lang, ask, state, why }: HeldFilter) =>
    all
      .filter((one) => lang === undefined || one.lang === lang)
      .filter((one) => ask === undefined || ask === one.ask_id || ask === one.campaign_id)
      .filter((one) => state === undefined || one.country === state)
      .filter((one) => why === undefined || one.because === why)
      .map(({ id }) => id);

  beforeAll(async () => {
    const reasons = holdReasons.filter((one) => one !== 'restored');
    for (let at = 0; at < 36; at += 1)
      await held({
        lang: langs[at % 3] ?? 'en',
        country: ['KEN', 'FRA', 'PER'][Math.floor(at / 2) % 3] ?? 'KEN',
        because: reasons[Math.floor(at / 5) % 3] ?? 'link',
      });
    const [other] = await query(`SELECT id FROM asks WHERE id NOT IN (SELECT ask_id FROM letters) LIMIT 1`);
    await query(`UPDATE letters SET ask_id = $1 WHERE state = 'held' AND get_byte(supporter_key, 0) % 2 = 0`, [
      other.id,
    ]);
    // Several of one moment.
    await query(`UPDATE letters SET confirmed_at = created_at + interval '1 hour' + make_interval(secs => get_byte(supporter_key, 1) / 32)
      - (created_at - date_trunc('hour', created_at)) WHERE state = 'held'`);
    await noteHeldLanguages(platform.app);
    all = await selectHeldSlice(platform.app.database, {}, { descending: false, limit: 1_000 });
  });

  const filters = (): readonly HeldFilter[] => {
    const [one] = all;
    return [undefined, ...langs].flatMap((lang) =>
      [undefined, 'KEN', 'PER', 'ITA'].flatMap((state) =>
        [undefined, one?.ask_id, one?.campaign_id].flatMap((ask) =>
          [undefined, 'link', 'restored'].map((why) => ({ lang, state, ask, why: why as HeldFilter['why'] })),
        ),
      ),
    );
  };
  const page = (filter: HeldFilter, descending: boolean, from?: { position: string; id: string }, back = false) =>
    selectHeldSlice(platform.app.database, filter, {
      descending,
      limit: 5,
      from: from && { value: from.position, id: from.id, back },
    });

  it('stands in the order in which it waits', () => {
    const places = all.map(({ since, id }) => `${since.toISOString()} ${id}`);
    expect(places).toEqual(places.toSorted());
    expect(new Set(places.map((place) => place.slice(0, 24))).size).toBeLessThan(30);
  });

  const everyPage = async (filter: HeldFilter, descending: boolean) => {
    const found = [await page(filter, descending)];
    for (let last = found[0]?.at(-1); last; last = found.at(-1)?.at(-1))
      found.push(await page(filter, descending, last));
    return found;
  };

  it.each([false, true])(
    'is everything that fits, once, from page to page and back, descending %s',
    async (descending) => {
      expect(await amiss()).toEqual([]);
      for (const filter of filters()) {
        const found = await everyPage(filter, descending);
        const wanted = descending ? fits(filter).toReversed() : fits(filter);
        expect(
          found.flat().map(({ id }) => id),
          JSON.stringify(filter),
        ).toEqual(wanted);
        const [, second] = found;
        if (second?.[0]) expect(await page(filter, descending, second[0], true)).toEqual(found[0]);
      }
    },
    60_000,
  );

  it('is offered: the asks and the states of which there are some', async () => {
    const some = <Key extends keyof HeldRow>(key: Key) => [...new Set(all.map((one) => one[key]))].sort();
    expect((await selectAsksOfHeld(platform.app.database)).toSorted()).toEqual(some('ask_id'));
    expect((await selectStatesOfHeld(platform.app.database)).toSorted()).toEqual(some('country'));
    await query(`UPDATE letters SET state = 'withdrawn', text_sealed = NULL WHERE state = 'held'`);
    expect(await selectAsksOfHeld(platform.app.database)).toEqual([]);
  });
});
