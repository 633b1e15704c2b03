import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './config/root.ts';

const MOST = 140;

/** What we write and read as code; prose in Markdown is wrapped by whoever reads it. */
const CODE = /\.(?:[cm]?[jt]sx?|css|html|sh|json|ya?ml|sql)$|^Dockerfile$|\.example$/;
const FOLDERS = ['src', 'bin', 'bench', 'test', 'trial', 'dev', '.ci', '.github'];

/** Where a line may be longer, and why. */
const EXCEPT: Readonly<Record<string, RegExp>> = {
  'words of a language: a message is one line': /(?:^|\/)words\/[a-z]+\.json$/,
  'written by kysely-codegen': /^src\/database\/schema\.ts$/,
  'written by npm': /^package-lock\.json$/,
  'mails, backups and data as others wrote them': /^test\/fixtures\/(?!rooms\/)/,
};

const reasons = Object.values(EXCEPT);

describe('a line of code', () => {
  it(`has at most ${MOST} characters`, () => {
    const files = codeFiles();
    expect(files.length).toBeGreaterThan(900);
    expect(files.filter((file) => !reasons.some((except) => except.test(file))).flatMap(longLines)).toEqual([]);
  });

  it('is excepted only where there is something to except', () => {
    const files = codeFiles();
    expect(Object.keys(EXCEPT).filter((why) => !files.some((file) => EXCEPT[why]?.test(file)))).toEqual([]);
  });
});

function codeFiles(): string[] {
  const atRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  return [...atRoot.map(({ name }) => name), ...below]
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => CODE.test(file) && !file.includes('node_modules/'));
}

function longLines(file: string): string[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.flatMap((line, index) => ([...line].length > MOST ? [`${file}:${index + 1}`] : []));
}
