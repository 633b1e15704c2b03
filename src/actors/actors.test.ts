import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { SYSTEM } from './actors.ts';
import { operatorAt } from './at-the-machine.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const operators = async () => (await fresh.pool.query(`SELECT name FROM actors WHERE kind = 'operator'`)).rows;

describe('the operator at the machine', () => {
  it('is the same actor for the same name, also twice at once', async () => {
    const asked = ['Nadia O.', ' Nadia O. ', 'Nadia O.', 'nadia o.'].map((name) => operatorAt(fresh.database, name));
    const [first, second, third, another] = await Promise.all(asked);
    expect([second, third]).toEqual([first, first]);
    expect(another).not.toBe(first);
    expect(await operators()).toHaveLength(2);
  });

  it('is known by their login where they say no name', async () => {
    expect(await operatorAt(fresh.database)).toBe(await operatorAt(fresh.database));
  });

  it.each(['', '  ', '\u2028', 'two\nlines', 'bell\u0007', 'hidden\u202e', 'x'.repeat(121)])(
    'is told in one line what is no name: %j',
    async (name) => {
      const before = await operators();
      await expect(operatorAt(fresh.database, name)).rejects.toThrow(/^--by: .*, in one line$/);
      expect(await operators()).toEqual(before);
    },
  );
});

describe('the database', () => {
  it.each([
    ['no such kind', `INSERT INTO actors (kind, name) VALUES ('bot', 'x')`],
    ['an operator without a name', `INSERT INTO actors (kind) VALUES ('operator')`],
    ['an operator whose name shows nothing', `INSERT INTO actors (kind, name) VALUES ('operator', ' ')`],
    ['a second system', `INSERT INTO actors (kind) VALUES ('system')`],
    ['a system with a name', `UPDATE actors SET name = 'robot' WHERE kind = 'system'`],
    ['two of one name', `INSERT INTO actors (kind, name) VALUES ('operator', 'One'), ('operator', 'One')`],
    ['an actor gone who decided', 'DELETE FROM actors'],
    ['a deed of nobody', `INSERT INTO revisions VALUES (2, 'record', now(), new_id(), 'why')`],
    [
      'something settled by nobody',
      `INSERT INTO alerts (kind, subject, detail, settled_at) VALUES ('complaint', 's', 'd', now())`,
    ],
    [
      'somebody who settled what stands',
      `INSERT INTO drafts (revision, kind, content, settled_by) VALUES (1, 'asks', '{}', '${SYSTEM}')`,
    ],
  ])('refuses %s', async (_, statement) => {
    await fresh.pool.query(
      `INSERT INTO revisions VALUES (1, 'record', now(), '${SYSTEM}', 'why') ON CONFLICT DO NOTHING`,
    );
    await expect(fresh.pool.query(statement)).rejects.toThrow(/violates/);
  });

  it('has no column that says in words who did something', async () => {
    const { rows } = await fresh.pool.query<{ stands: string; refers: string | null }>(`
      SELECT c.relname || '.' || a.attname AS stands,
        (SELECT f.confrelid::regclass::text FROM pg_constraint f
          WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]) AS refers
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname ~ '_by$'
        -- Which constraint refused a row; what is shown with a picture.
        AND c.relname || '.' || a.attname NOT IN ('set_aside.refused_by', 'picture_uses.used_by') ORDER BY 1`);
    expect(rows.map(({ stands }) => stands)).toEqual(
      expect.arrayContaining(['addressee_requests.decided_by', 'returned_mails.settled_by', 'revisions.made_by']),
    );
    expect(rows.filter(({ refers }) => refers !== 'actors')).toEqual([]);
  });

  it('says of whatever is decided or settled who did it', async () => {
    const { rows } = await fresh.pool.query(`
      SELECT table_name FROM information_schema.columns a
        WHERE table_schema = 'public' AND column_name ~ '^(decided|settled|hidden|made)_at$'
        AND NOT EXISTS (SELECT 1 FROM information_schema.columns b WHERE b.table_schema = 'public' AND b.table_name = a.table_name
          AND b.column_name = replace(a.column_name, '_at', '_by'))`);
    expect(rows).toEqual([]);
  });
});
