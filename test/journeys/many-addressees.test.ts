import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supporterKey } from '../../src/sealing/sealing.ts';
import { eraseEverything } from '../../src/supporters/erase.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { fieldValue, Supporter, unescaped } from '../support/supporter.ts';
import { until } from '../support/until.ts';

const COUNCILLORS = 263;
const AREAS = ['Port', 'Market', 'Hill'];
let site: Site;
let councillor: string;
beforeAll(async () => {
  site = await startSite();
  await addresseeWithMail(site, 'foreign-minister', 'minister@gov.example');
  const { database } = site.fresh;
  for (let number = 0; number < COUNCILLORS; number += 1) {
    const { id } = await database
      .insertInto('representatives')
      .values({
        state: 'KEN',
        source_key: 'test',
        external_id: String(number),
        name: `Ann${number} Last${String(999 - number)}`,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const mandate = { body: 'City Council', role: 'Mayor', area: AREAS[number % 3] ?? null, party: 'Unity' };
    await database
      .insertInto('mandates')
      .values({ representative_id: id, ...mandate })
      .execute();
    await database
      .insertInto('channels')
      .values({ representative_id: id, kind: 'email', value: `c${number}@city.example` })
      .execute();
    councillor = id;
  }
});
afterAll(() => site?.stop());

const LIST = '/campaigns/united-by-common-bonds/write?state=KEN&aware=1&choose=1';
const namesIn = (html: string) => [...html.matchAll(/<b><bdi>(Ann[^<]*)<\/bdi>/g)].map(([, name]) => name);

const inLines = (...lines: readonly (readonly string[])[]) =>
  lines.map((line) => `<span class="held">${line.map((part) => `<bdi>${part}</bdi>`).join(', ')}</span>`).join('');

describe('263 councillors', () => {
  it('stand by place, then by family name, with council, place and party', async () => {
    const { text } = await new Supporter(site).opens(`/en${LIST}`);
    const names = namesIn(text);
    expect(names).toHaveLength(21);
    expect(names.slice(0, 2)).toEqual(['Ann260 Last739', 'Ann257 Last742']);
    expect(text).toContain(inLines(['Mayor', 'City Council'], ['Hill', 'Unity']));
    expect(text).toContain('name="q"');
  });

  it('are found in one search', async () => {
    const { text } = await new Supporter(site).opens(`/en${LIST}&q=last739+hill`);
    expect(namesIn(text)).toEqual(['Ann260 Last739']);
  });

  it('are more below those that stand, which stay, and there is a way back', async () => {
    const supporter = new Supporter(site);
    const first = namesIn((await supporter.opens(`/en${LIST}`)).text);
    const { text } = await supporter.opens(`/en${LIST}&page=2`);
    const both = namesIn(text);
    expect(both.slice(0, first.length)).toEqual(first);
    expect(both).toHaveLength(first.length + 25);
    expect(namesIn(text.slice(text.indexOf('id="more"')))).toHaveLength(25);
    expect(text).toContain('write#more');
    expect(text).toContain('Back to the beginning of the list');
  });

  it('have a search where only four offices are known, too', async () => {
    const { text } = await new Supporter(site).opens(
      '/en/campaigns/united-by-common-bonds/write?state=UGA&aware=1&choose=1',
    );
    expect(text).toContain('name="q"');
  });
});

describe('whoever goes on with nobody ticked', () => {
  it('is told so, and nobody is ticked for them again', async () => {
    const address = '/en/campaigns/united-by-common-bonds/write?state=UGA&aware=1&choose=1';
    const supporter = new Supporter(site);
    const ticked = (text: string) => text.match(/name="to"[^>]* checked/g) ?? [];
    expect(ticked((await supporter.opens(address)).text)).toHaveLength(1);
    const again = await supporter.opens(`${address}&go=write`);
    expect(again.text).toContain('href="#to"');
    expect(ticked(again.text)).toEqual([]);
  });
});

describe('a letter to one of them', () => {
  it('calls them in its own language, not in that of the source', async () => {
    const supporter = new Supporter(site, { lang: 'fr' });
    const query = new URLSearchParams({ state: 'KEN', aware: '1', go: 'write', to: councillor, lang: 'fr' });
    const { text } = await supporter.opens(`/fr/campaigns/united-by-common-bonds/write?${query}`);
    expect(fieldValue(text, 'body')).toContain('maire');
    expect(fieldValue(text, 'body')).not.toContain('Mayor');
  });

  it('names title and council in its own language on paper, as the list of addressees does in its reader’s', async () => {
    const list = await new Supporter(site, { lang: 'fr' }).opens(`/fr${LIST}&q=maire+last739`);
    expect(namesIn(list.text)).toEqual(['Ann260 Last739']);
    expect(list.text).toContain(inLines(['Maire', 'Conseil municipal'], ['Hill', 'Unity']));
    const fields = { state: 'KEN', lang: 'es', to: councillor, name: 'Amina K.', subject: 'Justicia', body: 'Hola' };
    const { text } = await new Supporter(site).posts(
      '/en/campaigns/united-by-common-bonds/print',
      Object.entries(fields),
    );
    expect(text).toContain('<bdi>titular de la alcaldía</bdi><bdi>Concejo municipal</bdi>');
    for (const page of [list.text, text]) expect(page).not.toMatch(/Mayor|Council/);
  });

  it('shows below its signature what its addressee will read, and not the link that is theirs', async () => {
    const supporter = new Supporter(site);
    await supporter.writesTo([councillor], { locality: 'Hill' });
    const { text: page } = await supporter.opens(await supporter.confirmationLink());
    const text = unescaped(page.replace(/<\/?bdi[^>]*>/g, ''));
    await supporter.confirms();
    const { mail } = await until('the letter', () =>
      site.mail.received.find((one) => one.mail.replyTo?.value[0]?.address === supporter.email),
    );
    const ending = (mail.text ?? '').split('-- ')[1]?.trim().split('\n') ?? [];
    expect(ending.length).toBeGreaterThan(3);
    for (const line of ending.slice(0, -1)) expect(text).toContain(line.trim());
    expect(text).not.toContain('/addressees/');
    expect(text).toContain('(a link for the office alone)');
  });

  it('was sent, and then erased: its link says both', async () => {
    const supporter = new Supporter(site);
    const minister = await addresseeWithMail(site, 'justice-minister', 'justice@gov.example');
    await supporter.writesTo([minister]);
    const { url } = await supporter.confirms();
    const { app } = site.running;
    const key = supporterKey(app.keys, supporter.email);
    await until('the letter', () =>
      app.database
        .selectFrom('letters')
        .select('id')
        .where('supporter_key', '=', key)
        .where('state', '=', 'handed-over')
        .executeTakeFirst(),
    );
    await eraseEverything(app, key);
    const page = await supporter.opens(url);
    expect(page.status).toBe(410);
    expect(page.text).toContain('Your letter had been sent before, on ');
    expect(page.text).not.toContain('not been sent');
  });
});
