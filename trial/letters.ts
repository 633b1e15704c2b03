import type pg from 'pg';
import type { DerivedKeys, Keys } from '../src/config/keys.ts';
import { type LinkPurpose, sealLink } from '../src/sealing/mailed-link.ts';
import { supporterKey } from '../src/sealing/sealing.ts';
import { readMailbox } from '../src/text/mailbox.ts';
import { fieldValue } from '../test/support/supporter.ts';
import type { Addressee } from './addressees.ts';

const campaign = '/en/campaigns/united-by-common-bonds';

/** One letter, and what its writer was told of it. */
export interface Written {
  readonly email: string;
  readonly key: Buffer;
  readonly office: Addressee;
  /** What its form was answered with; 0: nobody answered. */
  status: number;
  /** Where it was not taken, the answer had what was typed in it. */
  givenBack: boolean;
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

interface Answered {
  readonly status: number;
  readonly to: string;
  readonly page: string;
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
  async prepares(offices: readonly Addressee[]): Promise<void> {
    for (const { id, state } of offices) {
      const page = await text(`${this.#site.url}${campaign}/write?state=${state}&aware=1&go=write&to=${id}`);
      const prepared = { subject: fieldValue(page, 'subject'), body: fieldValue(page, 'body') };
      if (!prepared.body) throw new Error(`no letter is ready for ${state}`);
      this.#prepared.set(id, prepared);
    }
  }

  /** A letter from somebody new. */
  async writes(office: Addressee): Promise<Written> {
    this.#count += 1;
    const email = `supporter.${this.#run}.${this.#count}@mail.example`;
    const key = supporterKey(this.#site.keys, readMailbox(email)?.comparable ?? '');
    const written: Written = {
      email,
      key,
      office,
      status: 0,
      givenBack: false,
      taken: false,
      confirmed: false,
      takingBack: false,
    };
    this.all.push(written);
    const form = { state: office.state, to: office.id, aware: '1', step: 'send', name: 'Amina K.', email };
    const { status, page } = await this.#post(`${campaign}/write`, { ...form, ...this.#prepared.get(office.id) });
    written.status = status;
    written.taken = status === 303;
    written.givenBack = page.includes(`value="${email}"`);
    return written;
  }

  async confirms(written: Written): Promise<void> {
    const link = await this.#link('confirm', written.key);
    if (!link) return;
    const { status, to } = await this.#post(`/en/confirm/${link}`, {});
    if (status === 303 && to.includes('/status/')) written.confirmed = true;
  }

  /** Who got no answer, and has not thought better of it, asks again. */
  async confirmTheRest(): Promise<void> {
    for (const one of this.all) if (one.taken && !one.confirmed && !one.takingBack) await this.confirms(one);
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
    const actions = 'SELECT id FROM actions WHERE supporter_key = $1';
    const found = await this.#site.pool.query<{ id: string }>(actions, [key]).catch(() => undefined);
    const action = found?.rows[0];
    return action && sealLink(this.#site.keys, purpose, key, action.id);
  }

  async #post(path: string, form: Readonly<Record<string, string>>): Promise<Answered> {
    const body = new URLSearchParams(form);
    try {
      const response = await fetch(`${this.#site.url}${path}`, { method: 'POST', body, redirect: 'manual' });
      const page = await response.text();
      return { status: response.status, to: response.headers.get('location') ?? '', page };
    } catch {
      return { status: 0, to: '', page: '' };
    }
  }
}

/** Forms that were answered with neither yes nor "try again", or without what was typed into them. */
export function notGivenBack(letters: readonly Written[]): string[] {
  const wrong = letters.filter(({ taken, status, givenBack }) => !taken && (status !== 503 || !givenBack));
  return wrong.map(({ email, status, givenBack }) => `${email}: ${status}${givenBack ? '' : ', not given back'}`);
}

function text(url: string): Promise<string> {
  return fetch(url).then(
    (response) => response.text(),
    () => '',
  );
}
