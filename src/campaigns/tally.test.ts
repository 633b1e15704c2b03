import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { addUpTallies, markAction, tallyOf } from './tally.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

describe('a tally', () => {
  it('adds every mark up exactly once, whoever adds and however many at once', async () => {
    const { database } = platform.app;
    const mark = (country: string, people: number, letters: number) =>
      markAction(database, { campaignId: platform.campaignId, country, people, letters });
    const marking = Array.from({ length: 60 }, (_, action) => mark(action % 3 ? 'KEN' : 'FRA', 1, 2));
    const adding = Array.from({ length: 10 }, () => addUpTallies(database));
    await Promise.all([...marking, ...adding]);
    await addUpTallies(database);
    expect(await tallyOf(database, platform.campaignId)).toEqual({
      people: 60,
      letters: 120,
      lastJoinedAt: expect.any(Date),
      byCountry: [
        { country: 'KEN', people: 40 },
        { country: 'FRA', people: 20 },
      ],
    });
  });

  it('goes down with what is taken back', async () => {
    const { database } = platform.app;
    const { lastJoinedAt } = await tallyOf(database, platform.campaignId);
    await markAction(database, { campaignId: platform.campaignId, country: 'KEN', people: -1, letters: -3 });
    await addUpTallies(database);
    // Nobody joined by that.
    expect(await tallyOf(database, platform.campaignId)).toMatchObject({ people: 59, letters: 117, lastJoinedAt });
  });
});
