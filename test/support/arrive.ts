import type { Page } from 'playwright-core';
import type { Lang } from '../../src/config/langs.ts';
import { openPage, type PageType } from './open-page.ts';

/**
 * Shows a page in a browser as it is to somebody who came there from another page of ours, which an address that is opened in a window does
 * not; a form's answer too, at the address to which the form is sent.
 */
export async function arrive(page: Page, url: string, lang: Lang, type: Omit<PageType, 'name'>): Promise<void> {
  const address = new URL(`${url}/${lang}${type.path}`).href;
  await page.route(
    (at) => at.href === address,
    async (route) => route.fulfill(await answerTo(url, lang, type)),
    { times: 1 },
  );
  await page.goto(address);
}

async function answerTo(url: string, lang: Lang, type: Omit<PageType, 'name'>) {
  const response = await openPage(url, lang, type);
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !/^content-(encoding|length)$/.test(name)),
  );
  return { status: response.status, headers, body: await response.text() };
}
