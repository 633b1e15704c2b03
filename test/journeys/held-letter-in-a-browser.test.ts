import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { words } from '../../src/locales/words.ts';
import { startBrowser } from '../support/browser.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { type Site, startSite } from '../support/site.ts';
import { signedInAs } from '../support/staff.ts';
import { Supporter } from '../support/supporter.ts';
import { undoTimeIsOver } from '../support/undo-time.ts';

const ministry = 'minister@justice.gov.example';
let site: Site;
let browser: Browser;
let minister: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), startBrowser()]);
  minister = await addresseeWithMail(site, 'justice-minister', ministry);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

it('a moderator refuses a held letter in Arabic, without JavaScript, and its writer reads why', async () => {
  const supporter = new Supporter(site, { lang: 'ar' });
  await supporter.writesTo([minister], { why: 'انظروا إلى www.site.example' });
  await supporter.confirms();
  const { t } = words('ar');
  const page = await browser.newPage({ viewport: { width: 360, height: 760 }, javaScriptEnabled: false });
  const { token } = await signedInAs(site.running.app, 'عمر ت.', 'moderator');
  await page.context().addCookies([{ name: 'office', value: token, url: site.url }]);
  await page.goto(`${site.url}/office/ar`);
  await page.locator('.waits a').first().click();
  await page.locator('tbody th a').first().click();
  expect(await page.locator('article .paper').textContent()).toContain('www.site.example');
  await page.getByRole('button', { name: t('letters.look.take'), exact: true }).click();
  await page.getByRole('button', { name: t('letters.look.giveBack') }).waitFor();
  await page.getByRole('link', { name: t('letters.reason.private-person.name') }).click();
  const reason = page.locator('textarea[name=reason]');
  expect(await reason.inputValue()).toBe(t('letters.reason.private-person'));
  await reason.fill('تسمّي رسالتكم شاهدًا، وقد يعرّضه ذلك للخطر.');
  await page.getByRole('button', { name: t('letters.look.refuse'), exact: true }).click();
  await page.getByRole('button', { name: t('letters.look.undo'), exact: true }).waitFor();
  expect(await page.locator('main').textContent()).toContain('عمر ت.');
  await undoTimeIsOver(site.fresh.pool);
  const { mail } = await supporter.readsMail((one) => one.mail.text?.includes('تسمّي رسالتكم شاهدًا') ?? false);
  expect(mail.text).toContain(t('letters.refusal.text'));
  expect(site.mail.received.filter(({ to }) => to === ministry)).toEqual([]);
});
