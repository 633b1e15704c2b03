import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { addUpTallies, markAction } from './tally.ts';

const campaign = '/campaigns/united-by-common-bonds';

let site: Site;
beforeAll(async () => {
  site = await startSite({}, { work: false });
});
afterAll(() => site.stop());

const fetched = async (path: string) => (await fetch(`${site.url}${path}`)).text();

describe('the first page', () => {
  it('shows the newest before the Court, of states and of people, each with its day', async () => {
    const before = await fetched('/en');
    expect(before).toContain('Nobody is taking part yet');
    const { database } = site.running.app;
    const { id: campaignId } = await database.selectFrom('campaigns').select('id').executeTakeFirstOrThrow();
    await markAction(database, { campaignId, country: 'KEN', people: 2, letters: 0 });
    await addUpTallies(database);
    site.running.app.pages.drop();
    const lately = /<div class="cols lately">.*?<h2>/s.exec(await fetched('/en'))?.[0] ?? '';
    expect(lately.match(/<time /g)?.length).toBe(6);
    expect(lately).toMatch(/The judges confirmed charges against <a href="\/en\/record\/cases\//);
    expect(lately).toMatch(
      /<a href="\/en\/states\/[A-Z]{3}#[^>]*>[A-Z][^<]+ announced that it is leaving the Rome Statute<\/a>/,
    );
    expect(lately).toMatch(/2 people are taking part, by letter or by name, the latest since \d/);
  });
});

describe('sharing', () => {
  it('takes the message that was chosen to every way, and shows the card in the language of the page', async () => {
    const page = await fetched(`/fr${campaign}/share?say=peace`);
    const chosen = /<a href="[^"]*say=(\w+)" aria-current="true">([^<]*)</.exec(page);
    expect(chosen?.[1]).toBe('peace');
    const text = encodeURIComponent(chosen?.[2] ?? '');
    expect(
      page.match(/<a class="go o small" href="(?:https|mailto):[^"]*/g)?.filter((way) => way.includes(text)).length,
    ).toBe(5);
    expect(page).toContain(`<img src="/fr${campaign}/card.png"`);
    expect(page).toContain(`og:image" content="${site.url}/fr${campaign}/card.png"`);
    expect(page).toContain('og:site_name" content="Test Coalition"');
  });

  it('has a card in each language, in the size that networks ask for', async () => {
    for (const path of [`/en${campaign}/card.png`, `/ar${campaign}/card.png`, '/es/card.png']) {
      const bytes = Buffer.from(await (await fetch(`${site.url}${path}`)).arrayBuffer());
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], path).toEqual([1_200, 630]);
    }
  });
});
