import { FIRST } from './campaigns.ts';
import type { ReceivedMail } from './mail.ts';
import type { Site } from './site.ts';
import { until } from './until.ts';

export interface Page {
  readonly status: number;
  readonly url: string;
  /** With what stands behind the question mark. */
  readonly address: string;
  readonly text: string;
}

/** Where a site answers, and the mail server of whoever takes part. */
export type Reached = Pick<Site, 'url' | 'mail'>;

/** Somebody who takes part without JavaScript: links and forms alone. */
export class Supporter {
  readonly #site: Reached;
  readonly lang: string;
  readonly email: string;
  /** In which they take part. */
  readonly campaign: string;

  constructor(site: Reached, who: { lang?: string; email?: string; campaign?: string } = {}) {
    this.#site = site;
    this.lang = who.lang ?? 'en';
    this.campaign = `/campaigns/${who.campaign ?? FIRST}`;
    this.email = who.email ?? `amina.${Math.random().toString(36).slice(2)}@mail.example`;
  }

  async opens(address: string): Promise<Page> {
    return read(await fetch(new URL(address, this.#site.url), { redirect: 'follow' }));
  }

  /** Posts a form as a browser of ours would. */
  async posts(address: string, fields: readonly (readonly [string, string])[]): Promise<Page> {
    const response = await fetch(new URL(address, this.#site.url), {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      headers: { origin: new URL(this.#site.url).origin },
    });
    return read(response);
  }

  /** Goes to the form and sends it, with the prepared words unless others are given. */
  async writesTo(representatives: readonly string[], changes: Readonly<Record<string, string>> = {}): Promise<Page> {
    const to = representatives.map((id) => ['to', id] as const);
    const query = new URLSearchParams(
      [['state', changes.state ?? 'KEN'], ['aware', '1'], ['go', 'write'], ...to].map(([name, value]) => [name, value]),
    );
    const form = await this.opens(`/${this.lang}${this.campaign}/write?${query}`);
    const prepared = {
      subject: fieldValue(form.text, 'subject'),
      body: fieldValue(form.text, 'body'),
      name: 'Amina K.',
      email: this.email,
    };
    const fields = Object.entries({
      state: 'KEN',
      why: 'My uncle never came home.',
      step: 'send',
      seen: '1',
      lang: chosenOption(form.text, 'lang'),
      ...prepared,
      ...changes,
    });
    return this.posts(`/${this.lang}${this.campaign}/write`, [...fields, ...to]);
  }

  async readsMail(matching: (mail: ReceivedMail) => boolean = () => true): Promise<ReceivedMail> {
    return until(`such a mail to ${this.email}`, () =>
      this.#site.mail.received.findLast((one) => one.to === this.email && matching(one)),
    );
  }

  async confirmationLink(): Promise<string> {
    const { mail } = await this.readsMail((one) => /\/confirm\//.test(one.mail.text ?? ''));
    return new URL(/https?:\S+\/confirm\/\S+/.exec(mail.text ?? '')?.[0] ?? '').pathname;
  }

  /** Follows the link in the mail and presses its button. @returns the page after it */
  async confirms(): Promise<Page> {
    return this.posts(await this.confirmationLink(), []);
  }
}

async function read(response: Response): Promise<Page> {
  const { pathname, search } = new URL(response.url);
  return { status: response.status, url: pathname, address: `${pathname}${search}`, text: await response.text() };
}

/** Attributes: `>` may stand in a value. */
const REST = '(?:[^>"]|"[^"]*")*';

/** What stands in a field of a page, as a browser would send it. */
export function fieldValue(html: string, name: string): string {
  const area = new RegExp(`<textarea${REST}name="${name}"${REST}>([\\s\\S]*?)</textarea>`).exec(html)?.[1];
  const input = new RegExp(`<input${REST}name="${name}"${REST}>`).exec(html)?.[0];
  return unescaped(area ?? /value="([^"]*)"/.exec(input ?? '')?.[1] ?? '');
}

/** What is chosen in a list of a page. */
function chosenOption(html: string, name: string): string {
  const list = new RegExp(`<select[^>]*name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(html)?.[1] ?? '';
  const option = /<option(?=[^>]* selected)[^>]*>/.exec(list)?.[0] ?? '';
  return /value="([^"]*)"/.exec(option)?.[1] ?? '';
}

export function unescaped(text: string): string {
  return text
    .replace(/^\n/, '')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
