import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { campaignOfAction } from '../campaigns/campaigns.ts';
import { peoplePerPiece } from '../campaigns/mosaic.ts';
import { addUpTallies, markAction, peopleNow } from '../campaigns/tally.ts';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import { drawPicture } from '../site/pictures/pictures.ts';
import { stateName } from '../states/state-names.ts';
import { stateOf } from '../states/states.ts';
import { eraseSupporter } from '../supporters/erase.ts';
import type { Action } from './action.ts';
import { confirmAction } from './confirm-action.ts';
import { pieceCard } from './piece.tsx';
import { piecePicture, statusPage } from './status-page.tsx';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function pageOf(action: Action): Promise<string> {
  const token = sealLink(platform.app.keys, 'status', action.supporterKey, action.id);
  const answer = await statusPage(platform.request({ params: { token } }));
  return answer.kind === 'page' ? answer.html : '';
}

/** Of how many people their own page tells somebody that the mosaic is. */
async function told(action: Action): Promise<number> {
  const html = await pageOf(action);
  if (html.includes('Your piece in Kenya is the first of the mosaic.')) return 1;
  return Number(/Your piece in Kenya is part of a mosaic of ([\d,]+) people\./.exec(html)?.[1]?.replace(',', ''));
}

async function joins(name: string, kind: 'letter' | 'pledge' = 'pledge'): Promise<Action> {
  const action = await platform.offers(`${name}@mail.example`, { kind });
  expect(await confirmAction(platform.app, action, 'en')).toBe(true);
  return action;
}

describe('the thank-you', () => {
  it('tells each of several who join within a minute how many there are at that moment', async () => {
    const first = await joins('first');
    expect(await told(first)).toBe(1);
    expect(await told(await joins('second'))).toBe(2);
    expect(await told(await joins('third', 'letter'))).toBe(3);
    expect(await told(first)).toBe(3);
  });

  it('tells at most one of those who confirm at once that theirs is the first, and nobody fewer than there are', async () => {
    const before = await told(await joins('before'));
    let confirmed = before;
    const seen = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const action = await joins(`at-once-${at}`);
        confirmed += 1;
        const atLeast = confirmed;
        return { people: await told(action), atLeast };
      }),
    );
    for (const { people, atLeast } of seen) expect(people).toBeGreaterThanOrEqual(atLeast);
    expect(Math.max(...seen.map(({ people }) => people))).toBe(before + 8);
  });

  it('says the same before and after the counts are added up, and once somebody has gone', async () => {
    const action = await joins('stays');
    const before = await told(action);
    await addUpTallies(platform.app.database);
    expect(await told(action)).toBe(before);
    await eraseSupporter(platform.app, (await joins('goes')).supporterKey);
    expect(await told(action)).toBe(before);
  });

  it('counts whoever wrote and joined once', async () => {
    const before = await told(await joins('both', 'letter'));
    expect(await told(await joins('both'))).toBe(before);
  });

  it('counts people, where a piece stands for several of them', async () => {
    const { app, campaignId } = platform;
    await markAction(app.database, { campaignId, country: 'FRA', people: 400, letters: 0 });
    const people = await told(await joins('one-of-many'));
    expect(people).toBeGreaterThan(400);
    expect(peoplePerPiece(people)).toBeGreaterThan(1);
    const { rows } = await app.pool.query('SELECT count(*)::int AS joined FROM campaign_supporters');
    expect(people).toBe(400 + rows[0].joined);
  });
});

describe('the picture of a piece', () => {
  const paths = (drawn: string) => [...drawn.matchAll(/ d="(M[^"]+z)"/g)].map(([, path]) => path);

  it('is of the same ring as the page, with the piece in the same place, however few take part', async () => {
    const fresh = await startPlatform();
    for (const name of ['one', 'two', 'three']) {
      const action = await fresh.offers(`${name}@mail.example`);
      await confirmAction(fresh.app, action, 'en');
      const token = sealLink(fresh.app.keys, 'status', action.supporterKey, action.id);
      const request = fresh.request({ params: { token } });
      const [page, picture] = [await statusPage(request), await piecePicture(request)];
      const ring = /<svg class="ring"[\s\S]*?<\/svg>/.exec(page.kind === 'page' ? page.html : '')?.[0] ?? '';
      const [campaign, state] = [
        await campaignOfAction(fresh.app.database, action, 'en'),
        await stateOf(fresh.app.database, 'KEN'),
      ];
      const { people } = await peopleNow(fresh.app.database, fresh.campaignId);
      const card = campaign ? pieceCard({ view: request.view, action, state, people }, campaign) : '';
      expect(paths(card), name).toEqual(paths(ring));
      expect(picture.kind === 'file' && (await drawPicture(card, 1_200)).bytes.equals(picture.body as Buffer)).toBe(
        true,
      );
    }
    await fresh.stop();
  });

  it.each(langs)('has the country and the whole name of the campaign in lines of their own, in %s', async (lang) => {
    const action = await joins(`pictured-${lang}`);
    const campaign = await campaignOfAction(platform.app.database, action, lang);
    for (const iso3 of ['KEN', 'COD', 'VEN']) {
      const state = await stateOf(platform.app.database, iso3);
      const card = campaign
        ? pieceCard({ view: platform.request({ lang }).view, action, state, people: 3 }, campaign)
        : '';
      const lines = [...card.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, line = '']) =>
        line.replace(/[\u202b\u202c]/g, ''),
      );
      expect(lines).toContain('United by Common Bonds');
      expect(lines.at(-1)).toContain('Test Coalition');
      const before = lines.slice(0, lines.indexOf('United by Common Bonds')).join(' ');
      expect(before).toBe(`${words(lang).t('actions.piece.mine')} ${state ? stateName(lang, state) : ''}`);
    }
  });
});
