import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { fieldValue, type Page, Supporter } from '../support/supporter.ts';
import { until } from '../support/until.ts';

let site: Site;
let minister: string;
beforeAll(async () => {
  site = await startSite();
  minister = await addresseeWithMail(site, 'foreign-minister', 'minister@gov.example');
});
afterAll(() => site?.stop());

const CHECK = '/en/campaigns/united-by-common-bonds/check-your-mail';
const mailsTo = (address: string) => site.mail.received.filter(({ to }) => to === address);

async function noneIsUnderWay(): Promise<boolean> {
  const { rows } = await site.fresh.pool.query(
    `SELECT FROM actions WHERE state = 'unconfirmed' AND mail_state = 'due'`,
  );
  return rows.length === 0;
}

function corrects(supporter: Supporter, { text }: Page, email: string): Promise<Page> {
  return supporter.posts(CHECK, [
    ['to', fieldValue(text, 'to')],
    ['step', 'correct'],
    ['email', email],
  ]);
}

describe('an address that was mistyped', () => {
  it('is shown, corrected on the spot, and the letter goes its way from the right one', async () => {
    const mistyped = new Supporter(site);
    const page = await mistyped.writesTo([minister]);
    expect(page.text).toContain('a…@mail.example');
    expect(page.address).not.toContain(mistyped.email);
    const old = await mistyped.confirmationLink();

    const right = new Supporter(site);
    const corrected = await corrects(mistyped, page, right.email);
    expect(corrected.text).toContain('The link is on its way once more.');
    expect((await mistyped.opens(old)).status).toBe(410);
    expect((await right.opens(await right.confirmationLink())).text).toContain('My uncle never came home.');
    expect((await right.confirms()).url).toContain('/status/');
    const { mail } = await until('the letter', () => mailsTo('minister@gov.example').at(-1));
    expect(mail.replyTo?.value[0]?.address).toBe(right.email);
    expect(mailsTo('minister@gov.example')).toHaveLength(1);
  });

  it('that still is none is given back with what is wrong', async () => {
    const supporter = new Supporter(site);
    const page = await corrects(supporter, await supporter.writesTo([minister]), 'not an address');
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: ');
  });

  it('belongs to whoever confirmed there: nothing is taken from them, and the answer is the same', async () => {
    const owner = new Supporter(site);
    const page = await owner.writesTo([minister], { subject: 'Of the one who confirmed' });
    await owner.confirms();
    const stranger = new Supporter(site);
    expect((await corrects(owner, page, stranger.email)).text).toContain('The link is on its way once more.');
    const later = new Supporter(site);
    await later.writesTo([minister]);
    await later.confirmationLink();
    expect(mailsTo(stranger.email)).toEqual([]);
  });
});

describe('the mail', () => {
  it('is sent once more, twice an hour at the most, and each link confirms', async () => {
    const supporter = new Supporter(site);
    const { text } = await supporter.writesTo([minister]);
    for (let mails = 1; mails <= 3; mails += 1) {
      await until(`${mails} mails`, () => mailsTo(supporter.email).length === mails);
      await until('its way is written down: one that may still be under way is not sent twice', noneIsUnderWay);
      const again = await supporter.posts(CHECK, [['to', fieldValue(text, 'to')]]);
      expect(again.text).toContain('The link is on its way once more.');
    }
    const later = new Supporter(site);
    await later.writesTo([minister]);
    await later.confirmationLink();
    expect(mailsTo(supporter.email)).toHaveLength(3);
    expect((await supporter.confirms()).url).toContain('/status/');
  });

  it('goes nowhere for whoever has no page of ours', async () => {
    const supporter = new Supporter(site);
    const page = await supporter.posts(CHECK, [
      ['to', 'A'.repeat(200)],
      ['step', 'correct'],
      ['email', supporter.email],
    ]);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('once more');
  });
});
