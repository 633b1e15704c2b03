import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { direction, langs } from '../../src/config/langs.ts';
import { root } from '../../src/config/root.ts';
import { compressAtOnce } from '../../src/http/compression.ts';
import { addExamplePicture } from '../../src/media/example/example-picture.ts';
import { rooms } from '../../src/rooms.ts';
import { routesOf } from '../../src/routes.ts';
import { failingRoom } from '../fixtures/rooms/failing/room.ts';
import { bareHeadings } from '../support/bare-headings.ts';
import { undeclaredFields } from '../support/declared-fields.ts';
import { openPage, type PageType } from '../support/open-page.ts';
import { pageTypes } from '../support/page-types.ts';
import { type Site, startSite } from '../support/site.ts';

/** What a first flight of a connection carries: HTML and CSS together. */
const FIRST_FLIGHT = 14_600;
/** A page with its drawings. */
const WHOLE = 60 * 1_024;
/** Maps and charts come after what is read first. */
const DRAWINGS = /<svg class="(worldmap|chart)".*?<\/svg>/gs;
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'no-inline-style': 'error', 'valid-autocomplete': 'error' },
  elements: [
    'html5',
    { 'copy-button': { flow: true, phrasing: true }, 'share-sheet': { flow: true }, 'proof-of-work': { flow: true } },
  ],
});

/** Bytes of a page for whoever asks for it first, before it is compressed better. */
const firstSent = async (html: string) => (await compressAtOnce(Buffer.from(html), 'br')).length;

const withFailing = [...rooms, failingRoom];
const routes = routesOf(withFailing);
let site: Site;
let types: readonly PageType[];

beforeAll(async () => {
  site = await startSite({ LOG_LEVEL: 'fatal' }, { rooms: withFailing, work: false });
  const campaigns = await site.fresh.pool.query<{ id: string }>('SELECT id FROM campaigns');
  await addExamplePicture(site.running.app, campaigns.rows[0]?.id ?? '');
  types = await pageTypes({ url: site.url, app: site.running.app, rooms: withFailing });
});
afterAll(() => site.stop());

describe.each(langs)('every page in %s', (lang) => {
  it('is valid HTML in its language and direction, and fits the first flight', async () => {
    for (const type of types) {
      const { name } = type;
      const response = await openPage(site.url, lang, type);
      const html = await response.text();
      const report = await validator.validateString(html);
      const messages = report.results.flatMap((result) =>
        result.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`),
      );
      expect.soft(messages, `${name}: HTML`).toEqual([]);
      expect.soft(html, name).toContain(`<html lang="${lang}" dir="${direction(lang)}">`);
      expect.soft(html, name).toMatch(/<meta name="description" content="[^"]{5,}/);
      expect.soft(html, name).toContain('property="og:title"');
      expect
        .soft(undeclaredFields(html, `/${lang}${type.path}`, routes), `${name}: fields that nobody would see`)
        .toEqual([]);
      expect.soft(bareHeadings(html), `${name}: headings without content`).toEqual([]);
      const apart = html.replace(DRAWINGS, '');
      expect.soft(await firstSent(apart), `${name}: bytes`).toBeLessThanOrEqual(FIRST_FLIGHT);
      expect.soft(await firstSent(html), `${name}: bytes, drawings included`).toBeLessThanOrEqual(WHOLE);
      const words = html.replace(/(href|action|value)="[^"]*"|<code>.*?<\/code>|<style>.*?<\/style>/gs, '');
      expect.soft(words, `${name}: a word without meaning`).not.toMatch(/\bundefined\b|\bNaN\b|\[object|\{[a-z]+\}/);
    }
  });

  it('says where it stands in the other languages, where it is for everybody', async () => {
    for (const path of ['', '/campaigns/united-by-common-bonds', '/privacy']) {
      const html = await (await fetch(`${site.url}/${lang}${path}`)).text();
      expect(html).toContain(`rel="canonical" href="${site.url}/${lang}${path}"`);
      for (const other of [...langs, 'x-default']) expect(html).toContain(`hreflang="${other}"`);
    }
  });
});

describe('all the JavaScript there is', () => {
  const folder = join(root, 'dist/assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const named = (of: string[]) => scripts.filter((name) => of.includes(name.replace(/-.*/, '')));
  const bytes = (of: string[]) =>
    named(of).reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);

  it('is for everybody, or for the office alone', () => {
    expect(named(['elements', 'face', 'office'])).toHaveLength(3);
    expect(scripts).toHaveLength(3);
  });

  it('fits 15 KB for everybody, compressed, and with the office’s 40 KB', () => {
    expect(bytes(['elements', 'face'])).toBeLessThanOrEqual(15 * 1_024);
    expect(bytes(['elements', 'face', 'office'])).toBeLessThanOrEqual(40 * 1_024);
  });

  it('of the office is on none of the public pages', async () => {
    const [office] = named(['office']);
    for (const path of ['', '/campaigns/united-by-common-bonds', '/states/KEN'])
      expect(await (await fetch(`${site.url}/en${path}`)).text()).not.toContain(office);
  });
});
