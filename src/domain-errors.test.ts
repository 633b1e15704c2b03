import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
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

  it('become replies in one file, by names that there are', () => {
    for (const [name, status] of Object.entries(statusOfNamed)) {
      expect(classes.map((one) => one.name)).toContain(name);
      expect(statusOf(Object.assign(new Error(), { name }))).toBe(status);
    }
    const mapping = files.filter(({ text }) => /instanceof (?:NotFound|InvalidForm|UnknownAddressee)Error/.test(text));
    expect(mapping.map(({ file }) => file).sort()).toEqual(['http/shared-renders.ts']);
  });
});
