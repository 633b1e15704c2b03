import { request } from 'node:http';
import { headerLimits } from '../src/http/request-limits.ts';
import type { PostRoute } from '../src/http/route.ts';
import { addressOf, formRoutes, namesOf, worstBodies } from '../test/support/worst-requests.ts';
import { worstTexts } from '../test/support/worst-texts.ts';

/** A request made to cost as much as one can. */
export interface WorstRequest {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What it must be answered with; undefined: anything but a failure of ours. */
  readonly refused: readonly number[] | undefined;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** More than a field takes: refused before any work. */
const TOO_MUCH = [400, 413, 422, 429];
const HEADER = [400, 431];
/** What node:http sends in a header, and what a server does not take off its ends. */
const PLAIN = /^[\x21-\x7e][\x20-\x7e]*[\x21-\x7e]$/;

/** Every field of every form with far more than it takes. */
export function beyondEachField(): WorstRequest[] {
  return formRoutes.flatMap((route) =>
    [...worstBodies(route)].map(({ name, body }) => ({
      ...posted(route, `${name}, 131 kB`, body),
      refused: TOO_MUCH,
    })),
  );
}

/**
 * Every field of every form with as much as it takes and everything else as it should be, so that it is worked on.
 * @param office one that can be written to
 */
export function withinEachField(office: string): WorstRequest[] {
  return formRoutes.flatMap((route) =>
    namesOf(route.form.fields).flatMap((field) => {
      const { units = 0 } = route.form.fields[field] ?? {};
      return worstTexts(3 * units + 60).map(([name, text]) => {
        const values = { ...rightValues(route, office), [field]: text.slice(0, units) };
        return {
          ...posted(route, `${field}: ${name}, within`, new URLSearchParams(values).toString()),
          refused: undefined,
        };
      });
    }),
  );
}

/** Every header that is read, with as much as it takes and with a little more. */
export function eachHeader(): WorstRequest[] {
  return Object.entries(headerLimits).flatMap(([header, most]) =>
    worstTexts(most + 60).flatMap(([name, text]) =>
      PLAIN.test(text) && header !== 'content-length'
        ? [text.slice(0, most), text.slice(0, most).padEnd(most + 1, 'x')].map((value) => ({
            name: `${header}: ${name}, ${value.length}`,
            method: 'GET' as const,
            path: '/en/states',
            headers: { [header]: value },
            body: '',
            refused: value.length > most ? HEADER : undefined,
          }))
        : [],
    ),
  );
}

function posted({ path }: PostRoute, name: string, body: string) {
  return { name: `${path} ${name}`, method: 'POST' as const, path: addressOf(path), headers: FORM, body };
}

function rightValues({ path, form }: PostRoute, office: string): Record<string, string> {
  const right: Readonly<Record<string, string>> = {
    state: 'KEN',
    aware: '1',
    to: office,
    step: 'send',
    kind: path.endsWith('/join') ? 'public' : 'digest',
    name: 'Amina K.',
    email: `amina.${Math.random().toString(36).slice(2)}@mail.example`,
    subject: 'Justice',
    body: 'Dear Minister',
    server: 'mastodon.example',
  };
  return Object.fromEntries(Object.entries(right).filter(([field]) => Object.hasOwn(form.fields, field)));
}

/** @returns the status of its answer; 0 where the connection was ended instead */
export function sendWorst(url: string, { method, path, headers, body }: WorstRequest): Promise<number> {
  const bytes = Buffer.from(body);
  const network = `10.${[1, 2, 3].map(() => 1 + Math.floor(Math.random() * 250)).join('.')}`;
  const all = { 'x-forwarded-for': network, ...headers, ...(body ? { 'content-length': bytes.length } : {}) };
  return new Promise((resolve) => {
    const sent = request(url + path, { method, headers: all, agent: false }, (response) => {
      response.resume();
      response.on('close', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', () => resolve(0));
    sent.end(bytes);
  });
}
