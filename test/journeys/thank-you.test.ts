import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';

let site: Site;
let minister: string;
beforeAll(async () => {
  site = await startSite();
  minister = await addresseeWithMail(site, 'foreign-minister', 'minister@gov.example');
});
afterAll(() => site?.stop());

const pictureIn = (html: string) => /href="([^"]+piece\.png)"/.exec(html)?.[1] ?? '';
const picture = (address: string) => fetch(new URL(address, site.url));

async function joins(supporter: Supporter): Promise<void> {
  await supporter.posts('/en/campaigns/united-by-common-bonds/join', [
    ['state', 'KEN'],
    ['name', 'Amina K.'],
    ['email', supporter.email],
    ['kind', 'public'],
  ]);
}

describe('the thank-you', () => {
  it('shows a piece of one’s own, with the country, and a picture in one’s language that no cache keeps', async () => {
    const [amina, awa] = [new Supporter(site), new Supporter(site, { lang: 'fr' })];
    const pages = [];
    for (const supporter of [amina, awa]) {
      await supporter.writesTo([minister]);
      pages.push((await supporter.confirms()).text);
    }
    const [english = '', french = ''] = pages;
    expect(english).toMatch(/Your piece[^<]*Kenya/);
    expect(french).toMatch(/Votre pièce[^<]*Kenya/);
    const answers = await Promise.all([english, french].map((page) => picture(pictureIn(page))));
    for (const answer of answers) expect(answer.headers.get('cache-control')).toBe('no-store');
    const pictures = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
    for (const bytes of pictures) expect(bytes.readUInt32BE(16)).toBe(1_200);
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false);
    const strange = pictureIn(english).replace(/status\/.{8}/, 'status/AAAAAAAA');
    expect((await picture(strange)).status).toBe(404);
  });

  it('has one next step, by what was not done', async () => {
    const supporter = new Supporter(site);
    await supporter.writesTo([minister]);
    const { url, text } = await supporter.confirms();
    expect(text).toContain('/join?state=KEN');
    await joins(supporter);
    const before = await supporter.confirmationLink();
    expect(before).toContain('/confirm/');
    await supporter.readsMail((one) => one.mail.subject?.includes('you are joining') ?? false);
    await supporter.confirms();
    expect((await supporter.opens(url)).text).toContain('Bring one more person, and the ring grows by a piece.');

    const other = new Supporter(site);
    await joins(other);
    const joined = await other.confirms();
    expect(joined.text).toContain('What helps most now is a letter to those who decide');
    expect(joined.text).toContain('/write?state=KEN');
  });
});
