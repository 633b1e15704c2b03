import type { Page } from 'playwright-core';
import type { Lang } from '../../src/config/langs.ts';
import type { PageType } from './open-page.ts';

/**
 * Shows a page in a browser as it is to somebody who came there from another page of ours, which an address that is opened in a window does
 * not; a form's answer too, at the address to which the form is sent. The browser itself goes there: a page whose answer Playwright puts in
 * its place (`page.route`) does not arrive once in some thousand times.
 */
export async function arrive(
  page: Page,
  url: string,
  lang: Lang,
  { path, sent, foreign }: Omit<PageType, 'name'>,
): Promise<void> {
  const address = new URL(`${url}/${lang}${path}`).href;
  if (foreign) await page.goto('about:blank');
  else if (!page.url().startsWith(`${url}/`)) await page.goto(`${url}/robots.txt`);
  const loaded = page.waitForEvent('load');
  await page.evaluate(leave, { address, sent });
  await loaded;
}

/** Runs in the page. */
function leave({ address, sent }: { address: string; sent: PageType['sent'] }): void {
  if (!sent) {
    location.assign(address);
    return;
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  for (const [name, value] of Object.entries(sent)) {
    const field = form.appendChild(document.createElement('textarea'));
    field.name = name;
    field.value = value;
  }
  document.body.append(form);
  form.submit();
}
