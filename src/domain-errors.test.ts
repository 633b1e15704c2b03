import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms } from './rooms.ts';
import { statusOf, statusOfNamed } from './site/failures.ts';

const src = resolve(import.meta.dirname);
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));
const roomOf = (file: string) => file.split('/')[0] ?? '';
const classes = files.flatMap(({ file, text }) =>
  [...text.matchAll(/class (\w+) extends (\w*Error)\b([\s\S]*?)\n\}/g)].map(([, name = '', , body = '']) => ({
    file,
    name,
    body,
  })),
);
/** Rooms whose subject is HTTP. */
const surfaces = ['http', 'site', 'api'];

describe('errors', () => {
  it('say that they are, in their class and in their name', () => {
    expect(classes.length).toBeGreaterThan(25);
    expect(classes.filter(({ name }) => !name.endsWith('Error')).map(({ name }) => name)).toEqual([]);
    const named = classes.filter(({ name, body }) => /name = /.test(body) && !body.includes(`name = '${name}'`));
    expect(named.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it('of rooms have no HTTP in them', () => {
    const withStatus = classes.filter(({ file, body }) => !surfaces.includes(roomOf(file)) && /status/i.test(body));
    expect(withStatus.map(({ file }) => file)).toEqual([]);
  });

  it('that are replies are thrown by what answers requests, and never by operations', () => {
    const throwing = files.filter(({ text }) =>
      /new (?:NotFound|InvalidForm|FormTooLong|RequestTooLong)Error/.test(text),
    );
    expect(throwing.length).toBeGreaterThan(12);
    const answers = /\b(?:Handler|SiteRequest)\b/;
    expect(
      throwing.filter(({ file, text }) => roomOf(file) !== 'http' && !answers.test(text)).map(({ file }) => file),
    ).toEqual([]);
    const problems = files.filter(({ file, text }) => /ProblemError/.test(text) && roomOf(file) !== 'api');
    expect(problems.map(({ file }) => file)).toEqual([]);
  });

  it('become replies in one place each, by names that there are: a status, or a page that their room hands in', () => {
    const pages = rooms.flatMap(({ failures = [], name: room }) => failures.map(({ error }) => ({ error, room })));
    for (const [name, status] of Object.entries(statusOfNamed)) {
      expect(classes.map((one) => one.name)).toContain(name);
      expect(statusOf(Object.assign(new Error(), { name }))).toBe(status);
    }
    for (const { error, room } of pages)
      expect(classes.filter(({ name }) => name === error).map(({ file }) => roomOf(file))).toEqual([room]);
    const replies = [...Object.keys(statusOfNamed), ...pages.map(({ error }) => error)];
    expect(replies.filter((name, at) => replies.indexOf(name) !== at)).toEqual([]);
  });

  it('of any class are made replies of nowhere else', () => {
    // What answers requests, and what shares renders among them: rooms throw, and leave the rest to failures.ts.
    const looking = new RegExp(
      `instanceof (?:${classes.map(({ name }) => name).join('|')})\\b|\\.name === '\\w+Error'`,
    );
    const answering = files.filter(({ text }) => /\b(?:Handler|SiteRequest|PageAnswer|Answer)\b/.test(text));
    expect(answering.length).toBeGreaterThan(40);
    expect(answering.filter(({ text }) => looking.test(text)).map(({ file }) => file)).toEqual(['site/failures.ts']);
    const sharing = files.filter(({ file, text }) => roomOf(file) === 'http' && looking.test(text));
    expect(sharing.map(({ file }) => file)).toEqual(['http/shared-renders.ts']);
  });

  it('of rooms that are thrown where a form or a page is answered are replies', () => {
    const known = [
      ...Object.keys(statusOfNamed),
      ...rooms.flatMap(({ failures = [] }) => failures.map((one) => one.error)),
    ];
    const inRooms = classes.filter(({ file }) => !surfaces.includes(roomOf(file)));
    const thrown = files
      .filter(({ text }) => /\b(?:Handler|SiteRequest)\b/.test(text))
      .flatMap(({ text }) => [...text.matchAll(/throw new (\w+Error)\b/g)].map(([, name = '']) => name));
    const unanswered = inRooms.filter(({ name }) => thrown.includes(name) && !known.includes(name));
    expect(unanswered.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
});
