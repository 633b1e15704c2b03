import type pg from 'pg';
import type { DerivedKeys, Keys } from '../src/config/keys.ts';
import { readMailbox } from '../src/supporters/mailbox.ts';
import { type LinkPurpose, sealLink } from '../src/supporters/mailed-link.ts';
import { supporterKey } from '../src/supporters/sealing.ts';
import { fieldValue } from '../test/support/supporter.ts';
import type { Office } from './offices.ts';

const campaign = '/en/campaigns/united-by-common-bonds';

/** One letter, and what its writer was told of it. */
export interface Written {
  readonly email: string;
  readonly key: Buffer;
  readonly office: Office;
  /** Told that it was taken. */
  taken: boolean;
  /** Told that it is confirmed. */
  confirmed: boolean;
  /** Taking back was asked for, whatever came of it. */
  takingBack: boolean;
  /** Told that nothing more of it is sent, at this moment; or that it is leaving. */
  takenBack?: { readonly at: number; readonly leaving: boolean };
}

interface Site {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly keys: Keys & { readonly current: DerivedKeys };
}

/** What supporters do by forms and mailed links, over HTTP; each answers what was told, and nothing is thrown where nobody answers. */
export class Writers {
  readonly all: Written[] = [];
  readonly #site: Site;
  readonly #prepared = new Map<string, { readonly subject: string; readonly body: string }>();
  #count = 0;
  readonly #run = Math.random().toString(36).slice(2, 8);

  constructor(site: Site) {
    this.#site = site;
  }

  /** Reads the letter that the campaign has ready for each office: one unlike it would wait for a person's look. */
  async prepares(offices: readonly Office[]): Promise<void> {
    for (const { id, state } of offices) {
      const page = await text(`${this.#site.url}${campaign}/write?state=${state}&aware=1&go=write&to=${id}`);
      const prepared = { subject: fieldValue(page, 'subject'), body: fieldValue(page, 'body') };
      if (!prepared.body) throw new Error(`no letter is ready for ${state}`);
      this.#prepared.set(id, prepared);
    }
  }

  /** A letter from somebody new. */
  async writes(office: Office): Promise<Written> {
    this.#count += 1;
    const email = `supporter.${this.#run}.${this.#count}@mail.example`;
    const key = supporterKey(this.#site.keys, readMailbox(email)?.comparable ?? '');
    const written: Written = { email, key, office, taken: false, confirmed: false, takingBack: false };
    this.all.push(written);
    const form = { state: office.state, to: office.id, aware: '1', step: 'send', name: 'Amina K.', email };
    const { status } = await this.#post(`${campaign}/write`, { ...form, ...this.#prepared.get(office.id) });
    written.taken = status === 303;
    return written;
  }

  async confirms(written: Written): Promise<void> {
    const link = await this.#link('confirm', written.key);
    if (!link) return;
    const { status, to } = await this.#post(`/en/confirm/${link}`, {});
    if (status === 303 && to.includes('/status/')) written.confirmed = true;
  }

  /** Takes it back and reads the page that says what that means. */
  async takesBack(written: Written): Promise<void> {
    const link = await this.#link('status', written.key);
    if (!link) return;
    written.takingBack = true;
    const { status } = await this.#post(`/en/status/${link}`, { sure: 'yes' });
    if (status !== 303) return;
    const page = await text(`${this.#site.url}/en/status/${link}`);
    // What is said holds from the moment at which it is read.
    if (page.includes('You took this back'))
      written.takenBack = { at: Date.now(), leaving: page.includes('leaving right now') };
  }

  async #link(purpose: LinkPurpose, key: Buffer): Promise<string | undefined> {
    const asked = 'SELECT id FROM actions WHERE supporter_key = $1';
    const found = await this.#site.pool.query<{ id: string }>(asked, [key]).catch(() => undefined);
    const act = found?.rows[0];
    return act && sealLink(this.#site.keys, purpose, key, act.id);
  }

  async #post(path: string, form: Readonly<Record<string, string>>): Promise<{ status: number; to: string }> {
    const body = new URLSearchParams(form);
    try {
      const response = await fetch(`${this.#site.url}${path}`, { method: 'POST', body, redirect: 'manual' });
      await response.text();
      return { status: response.status, to: response.headers.get('location') ?? '' };
    } catch {
      return { status: 0, to: '' };
    }
  }
}

function text(url: string): Promise<string> {
  return fetch(url).then(
    (response) => response.text(),
    () => '',
  );
}
