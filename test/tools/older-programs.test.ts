import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { olderPrograms } from '../../trial/older-programs.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'history-'));
  mkdirSync(join(root, 'src/database/migrations'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@history.example', '-C', root, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const made = (name: string) => `-- expand\nCREATE TABLE "${name}" (id uuid);\n`;
const migration = (name: string) => join(root, 'src/database/migrations', name);

function commit(): string {
  git('add', '.');
  git('commit', '-qm', 'a change');
  return git('rev-parse', 'HEAD');
}

/** Four migrations, each with a commit of its own and another one after it, which changes something else. */
function history(): string[] {
  git('init', '-q');
  return ['001-first.sql', '002-second.sql', '003-third.sql', '004-fourth.sql'].map((name) => {
    writeFileSync(migration(name), made(name));
    commit();
    writeFileSync(join(root, 'other'), name);
    return commit();
  });
}

describe('the programs of before that have to work beside the one of now', () => {
  it('are those at the end of each stretch without a migration, the oldest first', async () => {
    const [first, second, third] = history();
    expect(await olderPrograms(root)).toEqual([first, second, third]);
  });

  it('are none from before a migration that takes something away, or that was changed since', async () => {
    const [, second, third] = history();
    writeFileSync(migration('002-second.sql'), '-- contract: unused since 0.1.0\nDROP TABLE "001-first.sql";\n');
    expect(await olderPrograms(root)).toEqual({ leftOut: expect.stringContaining('no program of before') });
    writeFileSync(migration('002-second.sql'), made('002-second.sql'));
    appendFileSync(migration('001-first.sql'), 'CREATE INDEX ON "001-first.sql" (id);\n');
    expect(await olderPrograms(root)).toEqual({ leftOut: expect.stringContaining('no program of before') });
    git('checkout', '-q', '--', '.');
    writeFileSync(migration('005-fifth.sql'), made('005-fifth.sql'));
    const found = (await olderPrograms(root)) as string[];
    expect(found).toHaveLength(4);
    expect(found.slice(1, 3)).toEqual([second, third]);
  });

  it('are also those whose migrations say something else in comments since, or break their lines elsewhere', async () => {
    const [first, second, third] = history();
    writeFileSync(migration('001-first.sql'), '-- expand\n-- The first.\nCREATE TABLE\n  "001-first.sql" (id uuid);\n');
    expect(await olderPrograms(root)).toEqual([first, second, third]);
  });

  it('are left out, with the reason, where the history is cut off or not there', async () => {
    expect(await olderPrograms(root)).toEqual({ leftOut: expect.stringContaining('no history') });
    history();
    const shallow = join(root, 'shallow');
    git('clone', '-q', '--depth', '1', `file://${root}`, shallow);
    expect(await olderPrograms(shallow)).toEqual({ leftOut: expect.stringContaining('cut off') });
  });
});
