import { setTimeout as pause } from 'node:timers/promises';

const CAMPAIGN = '/campaigns/united-by-common-bonds';

/** A person who is invented, with an address that leads nowhere. */
export interface Invented {
  readonly name: string;
  readonly email: string;
  readonly lang: string;
}

/** Walks a running product as browsers without JavaScript do: by pages and forms, and by the mails that stay on its machine. */
export class Walker {
  readonly #site: string;
  readonly #outbox: string;

  constructor(site: string, outbox: string) {
    this.#site = site;
    this.#outbox = outbox;
  }

  async page(path: string): Promise<string> {
    const response = await fetch(new URL(path, this.#site));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  }

  /** @returns the address to which the form led */
  async post(path: string, fields: readonly (readonly [string, string])[]): Promise<string> {
    const response = await fetch(new URL(path, this.#site), {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      headers: { origin: new URL(this.#site).origin },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 2_000)}`);
    return new URL(response.url).pathname;
  }

  async writes({ name, email, lang }: Invented, to: string, more = '', news = false): Promise<void> {
    const query = new URLSearchParams({ state: 'KEN', aware: '1', go: 'write', to });
    const form = await this.page(`/${lang}${CAMPAIGN}/write?${query}`);
    const fields = { state: 'KEN', aware: '1', to, step: 'send', why: 'An invented reason.', name, email };
    const words = { subject: valueIn(form, 'subject'), body: `${valueIn(form, 'body')}${more}` };
    const consents = news ? { news: '1', 'public-name': '1' } : {};
    await this.post(`/${lang}${CAMPAIGN}/write`, Object.entries({ ...fields, ...words, ...consents }));
  }

  async joins({ name, email, lang }: Invented): Promise<void> {
    const fields = {
      name,
      email,
      state: 'KEN',
      kind: 'academia',
      organisation: 'Invented University',
      news: '1',
      'public-name': '1',
    };
    await this.post(`/${lang}${CAMPAIGN}/join`, Object.entries(fields));
  }

  /** The newest mail to an address, once there is one with a link of this kind. @returns the link's path */
  async mailedLink(address: string, kind: string): Promise<string> {
    for (let looks = 0; looks < 240; looks += 1) {
      for (const text of await this.#mailsTo(address)) {
        const link = new RegExp(`https?://[^\\s"<]+(/[a-z]{2}/${kind}/[\\w-]+)`).exec(text)?.[1];
        if (link) return link;
      }
      await pause(500);
    }
    throw new Error(`no mail with a link to ${kind} came to ${address}`);
  }

  /** @returns the path of the status page, which is a secret of the writer */
  async confirms({ email }: Invented): Promise<string> {
    return this.post(await this.mailedLink(email, 'confirm'), []);
  }

  async #mailsTo(address: string): Promise<string[]> {
    const list = await (await fetch(this.#outbox)).text();
    const items = [...list.matchAll(/<li><a href="([^"]+)">[\s\S]*?<\/li>/g)];
    const ours = items.filter(([item]) => item.replaceAll('&#46;', '.').includes(address));
    return Promise.all(
      ours.map(async ([, href = '']) => (await fetch(new URL(href.replaceAll('&amp;', '&'), this.#outbox))).text()),
    );
  }
}

function valueIn(html: string, name: string): string {
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html)?.[1];
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0];
  const written = area ?? /value="([^"]*)"/.exec(input ?? '')?.[1] ?? '';
  const marks = { '&#x27;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' };
  return Object.entries(marks).reduce((text, [mark, sign]) => text.replaceAll(mark, sign), written.replace(/^\n/, ''));
}
