import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailRound } from '../support/mail-round.ts';
import { addresseeWithMail, addresseeWithoutMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';
import { until } from '../support/until.ts';

let site: Site;
let minister: string;
let speaker: string;
const ministry = 'minister@justice.gov.example';

beforeAll(async () => {
  site = await startSite();
  minister = await addresseeWithMail(site, 'justice-minister', ministry);
  speaker = await addresseeWithoutMail(site, 'speaker-of-parliament');
});
afterAll(() => site.stop());

const lettersTo = (address: string) => site.mail.received.filter(({ to }) => to === address);

describe.each(['en', 'fr', 'es', 'ar'])('a letter in %s', (lang) => {
  it('is written, confirmed by mail, handed over, and can be followed', async () => {
    const supporter = new Supporter(site, { lang });
    const before = lettersTo(ministry).length;
    const sent = await supporter.writesTo([minister]);
    expect(sent.url).toBe(`/${lang}/campaigns/united-by-common-bonds/check-your-mail`);
    expect(lettersTo(ministry)).toHaveLength(before);

    const link = await supporter.confirmationLink();
    const shown = await supporter.opens(link);
    expect(shown.text).toContain('My uncle never came home.');
    expect(lettersTo(ministry)).toHaveLength(before);

    const status = await supporter.confirms();
    expect(status.status).toBe(200);
    expect(status.url).toMatch(new RegExp(`^/${lang}/status/`));

    await until('the letter arrives', () => lettersTo(ministry).length > before);
    const letter = lettersTo(ministry).at(-1);
    expect(letter?.mail.replyTo?.value[0]?.address).toBe(supporter.email);
    expect(letter?.mail.from?.text).toContain('United by Common Bonds');
    expect(letter?.mail.from?.value[0]?.address).toBe('letters@letters.coalition.internal');
    expect(letter?.from).toMatch(/^bounce\+[a-z2-7]{24}@letters\.coalition\.internal$/);
    expect(letter?.mail.headers.has('auto-submitted')).toBe(false);
    expect(letter?.mail.text).toContain('My uncle never came home.');
    expect(letter?.mail.html).toBe(false);

    await mailRound(site);
    expect((await supporter.opens(status.url)).text).toMatch(/250/);
  });
});

describe('a letter', () => {
  it('is not sent twice, and its writer is told the same', async () => {
    const supporter = new Supporter(site);
    await supporter.writesTo([minister]);
    await supporter.confirms();
    const arrived = () => lettersTo(ministry).filter(({ mail }) => mail.replyTo?.value[0]?.address === supporter.email);
    await until('the letter arrives', () => arrived().length > 0);
    const asked = () => site.mail.received.filter(({ to }) => to === supporter.email).length;
    const before = asked();
    const again = await supporter.writesTo([minister]);
    expect(again.url).toMatch(/check-your-mail$/);
    await until('a link to confirm it once more', () => asked() > before);
    const status = await supporter.confirms();
    expect(status.status).toBe(200);
    await mailRound(site);
    expect(arrived()).toHaveLength(1);
  });

  it('to an office without an address is printed, and nothing of it is stored', async () => {
    const supporter = new Supporter(site);
    const actions = async () => (await site.fresh.database.selectFrom('actions').select('id').execute()).length;
    const before = await actions();
    const printed = await supporter.posts('/en/campaigns/united-by-common-bonds/print', [
      ['state', 'KEN'],
      ['to', speaker],
      ['name', 'Amina K.'],
      ['subject', 'Justice'],
      ['body', 'Dear Speaker, [your name]'],
    ]);
    expect(printed.status).toBe(200);
    expect(printed.text).toContain('Dear Speaker, Amina K.');
    expect(await actions()).toBe(before);
  });

  it('gives everything back that was typed when something is wrong', async () => {
    const supporter = new Supporter(site, { email: 'not an address' });
    const page = await supporter.writesTo([minister], { body: 'x'.repeat(5_001), why: 'because <b>', name: '' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('x'.repeat(5_001));
    expect(page.text, 'nothing is promised to be filled in where no mark is left').not.toContain('Filled in for you');
    expect(page.text).toContain('because &lt;b>');
    expect(page.text).toContain('not an address');
    for (const field of ['body', 'name', 'email']) expect(page.text).toContain(`href="#${field}"`);
  });

  it('is not taken for a closed state, an unknown office or another state’s office', async () => {
    const supporter = new Supporter(site);
    for (const changes of [{ state: 'PRK' }, { state: 'XXX' }, { state: 'FRA' }]) {
      const page = await supporter.writesTo([minister], { ...changes, subject: 'a', body: 'b' });
      expect(page.status).toBe(404);
    }
    expect((await supporter.writesTo(['nobody'], { subject: 'a', body: 'b' })).status).toBe(404);
  });
});
