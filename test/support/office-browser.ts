import { expect } from 'vitest';

/** A browser as far as the office needs one: it keeps cookies, and sends the token of the page that it saw last. */
export class OfficeBrowser {
  readonly cookies = new Map<string, string>();
  readonly #url: () => string;
  page = '';
  status = 0;
  at = '';

  /** @param url of the site, when it is asked */
  constructor(url: () => string) {
    this.#url = url;
  }

  async #ask(path: string, init: RequestInit): Promise<this> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140', ...init.headers };
    const answer = await fetch(new URL(path, this.#url()), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      expect(line).toMatch(/; Path=\/office; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const to = answer.headers.get('location');
    this.at = path;
    if (to) return this.get(to);
    this.page = await answer.text();
    this.status = answer.status;
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return this;
  }

  get(path: string) {
    return this.#ask(path, {});
  }

  token = () => /name="form-token" value="([^"]+)"/.exec(this.page)?.[1] ?? '';

  /** The same with fields that come several times. */
  postAll(path: string, fields: readonly (readonly [string, string])[]) {
    const body = new URLSearchParams([...fields.map(([name, value]) => [name, value]), ['form-token', this.token()]]);
    return this.#ask(path, { method: 'POST', body });
  }

  /** With a file, as browsers send one. */
  postFile(path: string, fields: Readonly<Record<string, string>>, file?: File, token = this.token()) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...fields, 'form-token': token })) body.append(name, value);
    body.append('file', file ?? new File([], ''));
    return this.#ask(path, { method: 'POST', body });
  }

  post(path: string, fields: Readonly<Record<string, string>>, token = this.token()) {
    return this.#ask(path, { method: 'POST', body: new URLSearchParams({ ...fields, 'form-token': token }) });
  }
}
