import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../../test/support/platform.ts';
import { type Action, findAction } from '../../actions/action.ts';
import { confirmAction } from '../../actions/confirm-action.ts';
import { withdrawAction } from '../../actions/withdraw-action.ts';
import type { ActorId } from '../../actors/actors.ts';
import { operatorAt } from '../../actors/at-the-machine.ts';
import { DEMONSTRATION } from '../../controllers/controllers.ts';
import { dropCached } from '../../database/memory-cache.ts';
import { NotFoundError } from '../../http/answer.ts';
import { judgeRisk } from '../../states/judge-risk.ts';
import { eraseSupporter } from '../../supporters/erase.ts';
import { personalDataOf } from '../../supporters/export-data.ts';
import { forgetWhatIsNoLongerNeeded } from '../../supporters/forget.ts';
import { withdrawConsent } from '../../supporters/withdraw-consent.ts';
import { decideTyped, tellNames } from './command.ts';
import { refuseNames, showNames, undoNames } from './decide-names.ts';
import { namesPage } from './names-page.tsx';
import { offerAnew } from './offer-anew-queries.ts';
import { personalData } from './personal-data.tsx';

let platform: Platform;
let omar: ActorId;
let lina: ActorId;
beforeAll(async () => {
  platform = await startPlatform();
  omar = await operatorAt(platform.app.database, 'Omar T.');
  lina = await operatorAt(platform.app.database, 'Lina H.');
});
afterAll(() => platform.stop());
beforeEach(async () => {
  await query('DELETE FROM consents; DELETE FROM page_removals');
  await judge('KEN', 'open');
});

const query = async (text: string, values: unknown[] = []) => (await platform.fresh.pool.query(text, values)).rows;
const judge = async (state: string, level: 'open' | 'warn' | 'closed') => {
  const judgement = { state, level, because: 'a test', source: 'A report', on: '2026-03-02' as const };
  await judgeRisk(platform.app.database, judgement, omar);
  dropCached();
};
let count = 0;
const offers = async (name: string, how: Parameters<Platform['offers']>[1] = {}) => {
  const details = { name, organisation: 'Quiet Society' };
  const action = await platform.offers(`named-${++count}@mail.example`, { details, consents: ['public-name'], ...how });
  await confirmAction(platform.app, action, 'en');
  return action;
};
const idOf = async ({ id }: Action): Promise<string> =>
  (await query('SELECT consent_id AS id FROM offered_names WHERE action_id = $1', [id]))[0]?.id ?? '';
const stateOf = async ({ id }: Action) =>
  (await query('SELECT state FROM offered_names WHERE action_id = $1', [id]))[0]?.state;
const removals = async () => (await query(`SELECT FROM page_removals WHERE 'names' = ANY (tags)`)).length;
const shown = async (name: string, how: Parameters<typeof offers>[1] = {}) => {
  const action = await offers(name, how);
  await showNames(platform.app, [await idOf(action)], omar);
  return action;
};
const page = async (asked = '') => {
  const params = { slug: 'united-by-common-bonds' };
  const answer = await namesPage(platform.request({ params, query: new URLSearchParams(asked) }));
  return answer.kind === 'page' ? answer : { html: '', noindex: undefined, tags: [] };
};
const names = async () => [...(await page()).html.matchAll(/<bdi dir="auto">([^<]*)<\/bdi>/g)].map(([, name]) => name);

describe('a name that somebody agreed to have shown', () => {
  it('is seen by nobody before somebody approved it, and alone after that', async () => {
    const action = await offers('Wanjiru K.');
    expect([await stateOf(action), await names()]).toEqual(['offered', []]);
    expect((await page()).html).toContain('No name is shown yet');
    expect(await showNames(platform.app, [await idOf(action)], omar)).toHaveLength(1);
    expect(await names()).toEqual(['Wanjiru K.']);
    const { html, noindex, tags } = await page();
    expect([noindex, tags]).toEqual([true, ['campaigns', 'states', 'names']]);
    expect(html).not.toMatch(/Quiet Society|Kenya|named-|2026|<time/);
  });

  it('is one line of text, whatever it has in it, and turns nothing around', async () => {
    await shown('<b>شريف</b>');
    await shown('Amina \u202Eevil\u202C B.');
    expect((await names()).sort()).toEqual(['Amina evil B.']);
    expect((await page()).html).not.toContain('\u202E');
  });

  it.each(['A'.repeat(81), 'see www.evil.example', ' \u200B '])(
    'can’t be approved where it is none: %j',
    async (name) => {
      const action = await offers(name);
      expect(await showNames(platform.app, [await idOf(action)], omar)).toEqual([]);
      expect([await stateOf(action), await names()]).toEqual(['offered', []]);
    },
  );

  it('stands once for a person who agreed twice, as they last said it', async () => {
    const both = ['Amina', 'Amina Kariuki'];
    for (const name of both) {
      const action = await platform.offers('twice@mail.example', { details: { name }, consents: ['public-name'] });
      await confirmAction(platform.app, action, 'en');
      await showNames(platform.app, [await idOf(action)], omar);
    }
    expect(await names()).toEqual(['Amina Kariuki']);
  });

  it('has a place of chance among the others', async () => {
    const joined = Array.from({ length: 12 }, (_, at) => `Person ${String.fromCharCode(65 + at)}`);
    for (const name of joined) await shown(name);
    const inOrder = await names();
    expect(inOrder.toSorted()).toEqual(joined);
    expect(inOrder).not.toEqual(joined);
    expect(await names()).toEqual(inOrder);
  });

  it('that was only tried is not shown once an operator is named', async () => {
    const action = await shown('Tried');
    await query('UPDATE actions SET controller_id = $1 WHERE id = $2', [DEMONSTRATION, action.id]);
    expect(await names()).toEqual([]);
  });

  it('stands on pages that there are', async () => {
    await expect(page('page=0')).rejects.toThrow(NotFoundError);
    await expect(page('page=9999')).rejects.toThrow(NotFoundError);
    expect((await page('page=2')).html).toContain('no names on this page any more');
  });
});

describe('it is taken off pages at once', () => {
  it.each<[string, (action: Action) => Promise<unknown>]>([
    [
      'when the consent is taken back',
      async (action) => {
        const { consents } = (await personalDataOf(platform.app, action.supporterKey)) ?? { consents: [] };
        const given = consents.find(({ purpose }) => purpose === 'public-name');
        await withdrawConsent(platform.app, action.supporterKey, given?.id ?? '');
      },
    ],
    [
      'when the action is taken back',
      async (action) => {
        const confirmed = await findAction(platform.app, action.supporterKey, action.id);
        if (confirmed) await withdrawAction(platform.app, confirmed);
      },
    ],
    ['when its person is erased', (action) => eraseSupporter(platform.app, action.supporterKey)],
    [
      'when the name is forgotten',
      async (action) => {
        await query(
          `UPDATE supporters SET created_at = now() - interval '91 days', last_act_at = now() - interval '91 days' WHERE key = $1`,
          [action.supporterKey],
        );
        await forgetWhatIsNoLongerNeeded(platform.app, new Date());
      },
    ],
  ])('%s, and nothing of it is left', async (_, goes) => {
    const action = await shown('Amina K.');
    expect(await names()).toEqual(['Amina K.']);
    await goes(action);
    expect([await names(), await stateOf(action), await removals()]).toEqual([[], undefined, 1]);
  });

  it('when the decision is taken back', async () => {
    const action = await shown('Amina K.');
    expect(await undoNames(platform.app, [await idOf(action)], lina)).toHaveLength(1);
    expect([await names(), await stateOf(action), await removals()]).toEqual([[], 'offered', 1]);
  });

  it('when a backup is put back: whoever took it back since would be named again', async () => {
    const action = await shown('Amina K.');
    const client = await platform.fresh.pool.connect();
    await offerAnew(client as never);
    client.release();
    expect([await names(), await stateOf(action)]).toEqual([[], 'offered']);
  });

  it('and nothing is dropped for what nobody saw', async () => {
    const action = await offers('Amina K.');
    await eraseSupporter(platform.app, action.supporterKey);
    expect(await removals()).toBe(0);
  });
});

describe('where a state’s risk is not open', () => {
  it.each(['warn', 'closed'] as const)(
    '%s: names go at once, and each is decided anew once it is open again',
    async (level) => {
      const [seen, waiting, refused] = [await shown('Seen'), await offers('Waiting'), await offers('Refused')];
      await refuseNames(platform.app, [await idOf(refused)], 'offensive', omar);
      await shown('Elsewhere', { country: 'FRA' });
      await judge('KEN', level);
      expect([await names(), await removals()]).toEqual([[], 1]);
      for (const action of [seen, waiting]) expect(await stateOf(action)).toBe('kept-back');
      expect(await showNames(platform.app, [await idOf(seen)], omar)).toEqual([]);
      await judge('KEN', 'open');
      expect([await names(), await stateOf(seen), await stateOf(waiting), await stateOf(refused)]).toEqual([
        ...[[], 'offered', 'offered', 'refused'],
      ]);
    },
  );

  it('what is offered is kept back from the first', async () => {
    const action = await offers('Amina K.', { country: 'UGA' });
    expect(await stateOf(action)).toBe('kept-back');
    expect(await showNames(platform.app, [await idOf(action)], omar)).toEqual([]);
  });

  it('whoever approves a name while somebody judges its state shows it to nobody', async () => {
    for (let round = 0; round < 5; round += 1) {
      await judge('KEN', 'open');
      const action = await offers(`Amina ${round}`);
      const id = await idOf(action);
      await Promise.all([judge('KEN', 'closed'), showNames(platform.app, [id], omar)]);
      expect([await stateOf(action), await names()]).toEqual(['kept-back', []]);
    }
  });
});

describe('a decision', () => {
  const entries = async (id: string) =>
    query('SELECT operation, before, after FROM audit_entries WHERE item = $1 ORDER BY made_at, id', [id]);

  it('is audited by its number, and without the name', async () => {
    const id = await idOf(await offers('Wanjiru Secretive'));
    await refuseNames(platform.app, [id], 'somebody-else', omar);
    await undoNames(platform.app, [id], lina);
    await showNames(platform.app, [id], omar);
    expect(await entries(id)).toEqual([
      {
        operation: 'pledges.refuse-name',
        before: { state: 'offered', reason: null },
        after: { state: 'refused', reason: 'somebody-else' },
      },
      {
        operation: 'pledges.undo-name',
        before: { state: 'refused', reason: 'somebody-else' },
        after: { state: 'offered', reason: null },
      },
      {
        operation: 'pledges.show-name',
        before: { state: 'offered', reason: null },
        after: { state: 'shown', reason: null },
      },
    ]);
    expect(JSON.stringify(await query('SELECT * FROM audit_entries'))).not.toContain('Secretive');
  });

  it('is made by one of two at once, of each of several', async () => {
    const ids = [];
    for (const name of ['Amina', 'Bilal', 'Chebet']) ids.push(await idOf(await offers(name)));
    const [one, other] = await Promise.all([
      showNames(platform.app, ids, omar),
      refuseNames(platform.app, ids.toReversed(), 'other', lina),
    ]);
    expect([...one, ...other].sort()).toEqual(ids.toSorted());
    for (const id of ids) expect(await entries(id)).toHaveLength(1);
  });

  it('is taken back only while it is still the one that was meant', async () => {
    const id = await idOf(await shown('Amina'));
    expect(await undoNames(platform.app, [id], lina, ['refused'])).toEqual([]);
    expect(await names()).toEqual(['Amina']);
  });

  it('is in what its person takes along', async () => {
    const { supporterKey } = await shown('Amina');
    const file = await personalData.exported(platform.app, supporterKey, 'en');
    expect(file).toMatchObject({
      namesOffered: [{ campaign: 'united-by-common-bonds', state: 'shown', because: null }],
    });
  });
});

describe('at the command line', () => {
  const app = () => platform.app;
  const as = (by: ActorId) => async () => by;

  it('names are listed, decided and undone as in the office', async () => {
    const ids = [await idOf(await offers('Amina K.')), await idOf(await offers('Bilal O.'))];
    expect((await tellNames(app())).map((line) => line.replaceAll(/\d\d:\d\d.*?(?= {2})/g, ''))).toEqual([
      '2 names wait for a look',
      ...['Amina K.', 'Bilal O.'].map((name, at) => expect.stringMatching(`^${ids[at]}  KEN  en  .*${name}$`)),
    ]);
    expect(await decideTyped(app(), ['approve', ...ids], undefined, as(omar))).toBe('2');
    expect((await names()).toSorted()).toEqual(['Amina K.', 'Bilal O.']);
    expect(await decideTyped(app(), ['undo', ids[0] ?? ''], undefined, as(lina))).toBe('1');
    expect(await decideTyped(app(), ['refuse', ...ids], 'other', as(lina))).toMatch(/^1 of 2/);
    expect(await names()).toEqual(['Bilal O.']);
  });

  it.each([
    [['approve'], undefined, 'which names'],
    [['approve', 'Amina'], undefined, 'which names'],
    [['burn', crypto.randomUUID()], undefined, 'say what to do'],
    [['refuse', crypto.randomUUID()], undefined, '--reason'],
    [['refuse', crypto.randomUUID()], 'mood', '--reason'],
    [['approve', crypto.randomUUID()], undefined, 'nothing of that number'],
  ])('%j is refused', async (words, reason, says) => {
    await expect(decideTyped(app(), words, reason, as(omar))).rejects.toThrow(says);
  });
});
