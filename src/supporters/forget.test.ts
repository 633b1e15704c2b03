import { randomBytes, randomUUID } from 'node:crypto';
import type { Updateable } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FIRST, storeCampaign } from '../../test/support/campaigns.ts';
import { handedOver } from '../../test/support/letters.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { type Action, findAction } from '../actions/action.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { withdrawAction } from '../actions/withdraw-action.ts';
import { addUpTallies, tallyOf } from '../campaigns/tally.ts';
import { dropCached } from '../database/memory-cache.ts';
import type { DB } from '../database/schema.ts';
import type { LetterState } from '../letters/letter-queries.ts';
import { eraseSupporter } from './erase.ts';
import { forgetWhatIsNoLongerNeeded } from './forget.ts';

const DAY = 86_400_000;
const now = new Date('2027-03-01T12:00:00Z');
const ago = (days: number, more = 0) => new Date(now.getTime() - days * DAY + more);

let platform: Platform;
beforeEach(async () => {
  await platform?.stop();
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const forget = () => forgetWhatIsNoLongerNeeded(platform.app, now);
const again = (action: Action) => findAction(platform.app, action.supporterKey, action.id);

async function confirmed(email: string, how: Parameters<Platform['offers']>[1], lastActionAt: Date): Promise<Action> {
  const action = await platform.offers(email, how);
  await confirmAction(platform.app, action, 'en');
  await platform.app.database
    .updateTable('supporters')
    .set({ last_act_at: lastActionAt })
    .where('key', '=', action.supporterKey)
    .execute();
  return action;
}

async function addressOf(action: Action): Promise<Buffer | null | undefined> {
  const row = await platform.app.database
    .selectFrom('supporters')
    .select('address_sealed')
    .where('key', '=', action.supporterKey)
    .executeTakeFirst();
  return row?.address_sealed;
}

async function setLetter(action: Action, letter: Updateable<DB['letters']>): Promise<void> {
  await platform.app.database
    .updateTable('letters')
    .set(letter)
    .where('supporter_key', '=', action.supporterKey)
    .execute();
}

/** What a letter in a state has. */
function goesWith(state: LetterState, since: Date) {
  if (state === 'handed-over') return handedOver(since);
  const tried = { claimed_at: since, attempts: 1, bounce_id: randomBytes(10) };
  if (state === 'handing-over') return { ...tried, claim: randomUUID() };
  if (state === 'refused') return { claimed_at: since, attempts: 1, reply: '550 no' };
  if (state === 'unknown') return tried;
  return state === 'held' ? { held_because: 'link' } : {};
}

async function lettersOf(action: Action) {
  return platform.app.database
    .selectFrom('letters')
    .select(['state', 'text_sealed'])
    .where('supporter_key', '=', action.supporterKey)
    .execute();
}

async function endCampaign(): Promise<void> {
  await platform.app.database
    .updateTable('campaigns')
    .set({ closes_at: ago(1) })
    .where('slug', '=', FIRST)
    .execute();
}

describe('an action that nobody confirmed', () => {
  it('is forgotten after its seven days, with its letters and, where nothing else is left, the supporter', async () => {
    const old = await platform.offers('old@mail.example', { kind: 'letter' });
    const young = await platform.offers('young@mail.example', { kind: 'letter' });
    await platform.app.database.updateTable('actions').set({ expires_at: now }).where('id', '=', old.id).execute();
    await platform.app.database
      .updateTable('actions')
      .set({ expires_at: ago(0, 1) })
      .where('id', '=', young.id)
      .execute();
    expect((await forget()).unconfirmedActions).toBe(1);
    expect([await again(old), await lettersOf(old), await addressOf(old)]).toEqual([undefined, [], undefined]);
    expect(await again(young)).toBeDefined();
    expect(await lettersOf(young)).toHaveLength(1);
  });

  it('takes nothing else of its supporter with it', async () => {
    const kept = await confirmed('amina@mail.example', {}, now);
    const stranger = await platform.offers('amina@mail.example');
    await platform.app.database
      .updateTable('actions')
      .set({ expires_at: ago(1) })
      .where('id', '=', stranger.id)
      .execute();
    await forget();
    expect((await again(kept))?.details?.name).toBe('Amina K.');
    expect(await addressOf(kept)).toBeTruthy();
  });
});

describe('the text of a letter', () => {
  it.each<[LetterState, number, boolean]>([
    ['handed-over', 30, false],
    ['handed-over', 29, true],
    ['refused', 30, false],
    ['unknown', 30, false],
    ['waiting', 80, true],
    ['held', 80, true],
    ['handing-over', 80, true],
  ])('that was %s %i days ago is kept: %s', async (state, days, kept) => {
    const action = await confirmed('amina@mail.example', { kind: 'letter' }, now);
    await setLetter(action, { state, confirmed_at: ago(days), ...goesWith(state, ago(days)) });
    await forget();
    expect((await lettersOf(action)).map((letter) => letter.text_sealed !== null)).toEqual([kept]);
  });
});

describe('name and address', () => {
  it('are forgotten 90 days after the last action, and not a moment before', async () => {
    const old = await confirmed('old@mail.example', {}, ago(90));
    const young = await confirmed('young@mail.example', {}, ago(90, 1));
    expect((await forget()).namesAndAddresses).toBe(1);
    expect([await addressOf(old), (await again(old))?.details]).toEqual([null, undefined]);
    expect([Boolean(await addressOf(young)), (await again(young))?.details?.name]).toEqual([true, 'Amina K.']);
  });

  it('stay while news is wanted, and go once it is not', async () => {
    const action = await confirmed('news@mail.example', { consents: ['news'] }, ago(400));
    await forget();
    expect(await addressOf(action)).toBeTruthy();
    await platform.app.database
      .updateTable('consents')
      .set({ withdrawn_at: now })
      .where('purpose', '=', 'news')
      .execute();
    await forget();
    expect(await addressOf(action)).toBeNull();
  });

  it('stay while a letter is on its way', async () => {
    const action = await confirmed('waits@mail.example', { kind: 'letter' }, ago(200));
    await forget();
    expect(await addressOf(action)).toBeTruthy();
  });

  it('stay for somebody who came back and has not confirmed yet, and are known again by the next action', async () => {
    const first = await confirmed('back@mail.example', {}, ago(200));
    await forget();
    expect(await addressOf(first)).toBeNull();
    const second = await platform.offers('back@mail.example');
    await platform.app.database
      .updateTable('actions')
      .set({ expires_at: ago(-1) })
      .where('id', '=', second.id)
      .execute();
    await forget();
    expect(await addressOf(first)).toBeTruthy();
  });
});

describe('a stranger who types an address', () => {
  it('keeps nothing of its owner from being forgotten', async () => {
    const old = await confirmed('owner@mail.example', {}, ago(200));
    const typed = await platform.offers('owner@mail.example', { details: { name: 'A stranger' } });
    await platform.app.database
      .updateTable('actions')
      .set({ expires_at: ago(-1) })
      .where('id', '=', typed.id)
      .execute();
    await forget();
    expect((await again(old))?.details).toBeUndefined();
    expect((await again(typed))?.details?.name).toBe('A stranger');
    expect(await addressOf(typed)).toBeTruthy();
    expect((await forget()).namesAndAddresses).toBe(0);
  });
});

describe('at the end of a campaign', () => {
  it('nothing is left of those who took part, but the count', async () => {
    const pledge = await confirmed('pledge@mail.example', {}, now);
    const letter = await confirmed('letter@mail.example', { kind: 'letter' }, now);
    await setLetter(letter, { ...handedOver(ago(31)), confirmed_at: ago(32) });
    expect(await forget()).toMatchObject({ joined: 0, actionsOfEndedCampaigns: 0 });
    await endCampaign();
    expect(await forget()).toMatchObject({ joined: 2, actionsOfEndedCampaigns: 2 });
    for (const action of [pledge, letter])
      expect([await again(action), await addressOf(action)]).toEqual([undefined, undefined]);
    const { database } = platform.app;
    expect(await database.selectFrom('consents').select('id').execute()).toEqual([]);
    expect(await database.selectFrom('tally_marks').select('people').execute()).toHaveLength(2);
  });

  it('letters on their way are delivered first, and who wanted news stays known', async () => {
    const letter = await confirmed('letter@mail.example', { kind: 'letter' }, now);
    const news = await confirmed('news@mail.example', { consents: ['news'] }, now);
    await endCampaign();
    await forget();
    expect((await lettersOf(letter)).map(({ state }) => state)).toEqual(['waiting']);
    expect(await addressOf(letter)).toBeTruthy();
    expect((await again(news))?.details?.name).toBe('Amina K.');
  });

  it('what they did in another that goes on stays, with their names', async () => {
    const { database } = platform.app;
    const campaignId = await storeCampaign(database, 'another', { opens: -DAY });
    dropCached(['campaigns']);
    const ended = await confirmed('both@mail.example', {}, now);
    const going = await confirmed('both@mail.example', { campaignId }, now);
    await endCampaign();
    expect(await forget()).toMatchObject({ joined: 1, actionsOfEndedCampaigns: 1 });
    expect([await again(ended), (await again(going))?.details?.name]).toEqual([undefined, 'Amina K.']);
    expect(await addressOf(going)).toBeTruthy();
    const joined = await database.selectFrom('campaign_supporters').select('campaign_id').execute();
    expect(joined).toEqual([{ campaign_id: campaignId }]);
    await addUpTallies(database);
    for (const id of [platform.campaignId, campaignId]) expect((await tallyOf(database, id)).people).toBe(1);
  });
});

/** Acts, confirms, takes back and erases, over and over; what was just taken may be forgotten the next moment. */
async function livesOn(email: string): Promise<void> {
  const { app } = platform;
  for (let round = 0; round < 12; round += 1) {
    const action = await platform.offers(email, { kind: round % 2 ? 'letter' : 'pledge' }).catch((error: Error) => {
      if (error.message !== 'nothing was taken') throw error;
    });
    if (action) await confirmAction(app, action, 'en');
    if (action && round % 3 === 0) await withdrawAction(app, action);
    if (round % 5 === 0) await eraseSupporter(app, action?.supporterKey ?? platform.keyOf(email));
  }
}

describe('forgetting beside live traffic', () => {
  it('neither deadlocks, nor leaves an action without its supporter, nor counts wrongly', async () => {
    const { app } = platform;
    const future = new Date(Date.now() + 200 * DAY);
    let busy = true;
    const forgetting = [1, 2].map(async () => {
      while (busy) await forgetWhatIsNoLongerNeeded(app, future);
    });
    const living = Array.from({ length: 12 }, (_, person) => livesOn(`person${person % 6}@mail.example`));
    await Promise.all(living);
    busy = false;
    await Promise.all(forgetting);
    const { rows } = await app.pool.query(
      'SELECT 1 FROM actions a WHERE NOT EXISTS (SELECT 1 FROM supporters s WHERE s.key = a.supporter_key)',
    );
    expect(rows).toEqual([]);
    const counted = await app.pool.query<{ people: number; letters: number }>(
      `SELECT (SELECT count(*) FROM campaign_supporters) AS people,
              (SELECT count(*) FROM letters WHERE state = 'waiting') AS letters`,
    );
    await addUpTallies(app.database);
    expect(await tallyOf(app.database, platform.campaignId)).toMatchObject(counted.rows[0] ?? {});
  });
});
