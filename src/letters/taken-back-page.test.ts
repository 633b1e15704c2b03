import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresseeWithMail } from '../../test/support/representatives.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { Supporter } from '../../test/support/supporter.ts';
import { until } from '../../test/support/until.ts';

const ministry = 'minister@justice.gov.example';
let site: Site;
let minister: string;
beforeAll(async () => {
  site = await startSite();
  minister = await addresseeWithMail(site, 'justice-minister', ministry);
});
afterAll(() => site.stop());

/** The office's server, which has the whole body and thinks about it until it is let go on. */
function thinking() {
  let letGo = () => {};
  const thought = new Promise<undefined>((resolve) => {
    letGo = () => resolve(undefined);
  });
  let told = () => {};
  const hasBody = new Promise<void>((resolve) => {
    told = resolve;
  });
  site.mail.behave.body = (raw) => {
    if (!raw.includes(`To: ${ministry}`)) return undefined;
    told();
    return thought;
  };
  return { hasBody, letGo };
}

const leaving = {
  en: /One letter is leaving right now/,
  fr: /est en train de partir/,
  es: /está saliendo en este momento/,
  ar: /يجري إرسالها الآن/,
};
const nothingMore = {
  en: /Nothing more of it will be sent/,
  fr: /Plus rien n’en sera envoyé/,
  es: /No se enviará nada más/,
  ar: /لن يُرسَل منها شيء بعد الآن/,
};
const langs = ['en', 'fr', 'es', 'ar'] as const;

it.each(langs)('who takes a letter back while it leaves is told so, and later what became of it (%s)', async (lang) => {
  const office = thinking();
  const supporter = new Supporter(site, { lang });
  await supporter.writesTo([minister]);
  const { url } = await supporter.confirms();
  await office.hasBody;
  const answer = await supporter.posts(url, [['sure', 'yes']]);
  expect(answer.text).toMatch(leaving[lang]);
  expect(answer.text).not.toMatch(nothingMore[lang]);
  office.letGo();
  await until('it has left', async () => {
    const leavingNow = await site.fresh.pool.query(`SELECT 1 FROM letters WHERE state = 'handing-over'`);
    return leavingNow.rowCount === 0;
  });
  const after = await supporter.opens(url);
  expect(after.text).toMatch(nothingMore[lang]);
  expect(after.text).not.toMatch(leaving[lang]);
  expect((await site.fresh.pool.query(`SELECT state FROM letters ORDER BY id DESC LIMIT 1`)).rows).toEqual([
    { state: 'handed-over' },
  ]);
});

it.each(langs)('who deletes everything while a letter leaves is told that it may arrive (%s)', async (lang) => {
  const office = thinking();
  const supporter = new Supporter(site, { lang });
  await supporter.writesTo([minister]);
  await supporter.confirms();
  await office.hasBody;
  await supporter.posts(`/${lang}/my-data`, [['email', supporter.email]]);
  const { mail } = await supporter.readsMail((one) => /\/my-data\//.test(one.mail.text ?? ''));
  const link = new URL(/https?:\S+\/my-data\/\S+/.exec(mail.text ?? '')?.[0] ?? '').pathname;
  const answer = await supporter.posts(link, [
    ['erase', 'yes'],
    ['sure', 'yes'],
  ]);
  const may = { en: /it may arrive/, fr: /il se peut qu’elle arrive/, es: /es posible que llegue/, ar: /وقد تصل/ };
  expect(answer.text).toMatch(may[lang]);
  office.letGo();
});
