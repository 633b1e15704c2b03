import { describe, expect, it } from 'vitest';
import { type DatabaseFunction, functionsIn } from '../test/support/sql/functions.ts';
import { outsideQueries, problemsWith } from '../test/support/sql/judge.ts';
import { product } from '../test/support/sql/product.ts';
import { usesIn } from '../test/support/sql/uses.ts';

const { columns } = product().world;

/** Two rooms: the lower one lends a column, and has another. */
const small = {
  rooms: [
    { name: 'below', owns: ['states'], lends: { states: ['iso3'] } },
    { name: 'here', owns: ['consents'] },
    { name: 'above', owns: ['letters'], lends: { letters: ['id'] } },
  ],
  columns,
  functions: [] as DatabaseFunction[],
  everyTable: {},
} as const;

/** What is said of a file of the room `here`; that nobody takes what is lent is not. */
function saidOf(text: string, file = 'here/one-queries.ts', functions = small.functions) {
  const found = usesIn(file, text, columns);
  return problemsWith(found, { ...small, functions }).filter((line) => !/nobody reads/.test(line));
}
/** @param statement `@name` is put in while it runs */
const sqlOf = (statement: string) =>
  `export const one = () => sql\`${statement.replaceAll(/@([\w.]+(?:\(\w+\))?)/g, `\${$1}`)}\`.execute(queries);`;
const built = (calls: string) => `export const one = () => queries.${calls}.execute();`;

describe('what a room does with its own tables, and with what is lent', () => {
  it.each([
    sqlOf(
      'SELECT c.id, s.iso3 FROM consents c JOIN states s ON s.iso3 = c.lang WHERE c.purpose IS DISTINCT FROM s.iso3',
    ),
    sqlOf(
      'WITH old AS (SELECT id FROM consents FOR UPDATE SKIP LOCKED) DELETE FROM consents c USING old WHERE c.id = old.id',
    ),
    sqlOf('INSERT INTO consents (id) VALUES (@id) ON CONFLICT (id) DO UPDATE SET lang = excluded.lang'),
    sqlOf('SELECT x.risk FROM json_to_recordset(@given) AS x (risk text), states s WHERE s.iso3 = x.risk'),
    sqlOf('SELECT extract(epoch FROM now()), substring(@lang FROM 1 FOR 2), count(*) FROM states'),
    sqlOf('SELECT relname FROM pg_class'),
    built(
      `selectFrom('states as s').innerJoin('consents', 'consents.lang', 's.iso3').select(['s.iso3', 'consents.id'])`,
    ),
    built(
      `with('old', (q) => q.selectFrom('consents').select('id')).deleteFrom('consents').using('old').whereRef('id', '=', 'old.id')`,
    ),
    `export const bytes = Buffer.from('letters');`,
    `const words = 'Update it from states, or delete it from letters';`,
  ])('is no problem: %s', (text) => {
    expect(saidOf(text)).toEqual([]);
  });
});

describe('what is none of a room’s business', () => {
  it.each([
    sqlOf('INSERT INTO states (iso3) VALUES (@iso3)'),
    sqlOf('UPDATE states SET iso3 = @iso3'),
    sqlOf('UPDATE ONLY states s SET iso3 = @iso3'),
    sqlOf('DELETE FROM states'),
    sqlOf('delete from states'),
    sqlOf('MERGE INTO states s USING consents c ON s.iso3 = c.lang WHEN MATCHED THEN DELETE'),
    sqlOf('TRUNCATE states'),
    sqlOf('TRUNCATE consents, states'),
    sqlOf('LOCK TABLE states IN EXCLUSIVE MODE'),
    sqlOf('WITH gone AS (DELETE FROM states RETURNING iso3) SELECT iso3 FROM gone'),
    `export const one = (client: Client) => client.query('DELETE FROM "states"');`,
    `const TEXT = \`COPY states (iso3) FROM STDIN\`;`,
    `import { sql as raw } from 'kysely';\nexport const part = raw\`DELETE FROM states\`;`,
    `export const one = (client: Client) => client.query('DELETE FROM ' + 'states');`,
    built(`insertInto('states').values(rows)`),
    `export const one = () => queries['insertInto']('states').values(rows).execute();`,
    built(`updateTable('states').set({ risk })`),
    built(`deleteFrom('states').where('iso3', '=', iso3)`),
    built(`mergeInto('states').using('consents', 'lang', 'iso3').whenMatched().thenDelete()`),
    `export const one = () => queries.with('gone', (q) => q.deleteFrom('states')).selectFrom('consents').execute();`,
  ])('writing to another’s table: %s', (text) => {
    expect(saidOf(text).join()).toMatch(/writes to a table of below: states/);
  });

  it.each([
    sqlOf('SELECT id FROM letters'),
    sqlOf('SELECT 1 FROM consents c, letters l WHERE l.id = c.id'),
    sqlOf('SELECT 1 FROM consents c JOIN states s ON true, letters'),
    sqlOf('SELECT 1 WHERE EXISTS (SELECT 1 FROM (SELECT id FROM letters) l)'),
    sqlOf('SELECT 1 FROM (consents c LEFT JOIN letters l ON l.id = c.id)'),
    sqlOf('WITH letters AS (SELECT id FROM letters) SELECT id FROM letters'),
    sqlOf('SELECT 1 UNION ALL SELECT 2 FROM "letters"'),
    sqlOf('UPDATE consents SET lang = l.id FROM letters l'),
    `const part = sql\`LEFT JOIN letters l ON l.id = c.id\`;`,
    built(`selectFrom('letters').select('id')`),
    built(`updateTable('consents').from('letters as l').set({ lang })`),
    built(`deleteFrom('consents').using('letters')`),
    built(`with('letters', (q) => q.selectFrom('consents').select('id')).selectFrom('letters').select('id')`),
    built(`selectFrom(['consents', 'letters']).select('letters.id')`),
    built(`selectFrom('consents').leftJoin('letters as l', 'l.id', 'consents.id')`),
    built(`selectFrom('consents').where(({ exists, selectFrom }) => exists(selectFrom('letters').select('id')))`),
    `const rowRules = [{ name: 'one', table: 'letters', id: sql\`r.id\`, where: sql\`r.id IS NULL\` }];`,
  ])('reading a table of a higher room, lent or not: %s', (text) => {
    expect(saidOf(text).join()).toMatch(/reaches up to a table of above: letters/);
  });

  it.each([
    sqlOf('SELECT s.risk FROM states s'),
    sqlOf('SELECT iso3 FROM states ORDER BY risk'),
    sqlOf('SELECT * FROM states'),
    sqlOf('SELECT s.* FROM consents c JOIN states s ON true'),
    sqlOf('SELECT to_json(s) FROM states s'),
    sqlOf('SELECT 1 FROM consents WHERE EXISTS (SELECT 1 FROM states WHERE risk = lang)'),
    `export const one = (client: Client) => client.query('SELECT risk FROM states');`,
    built(`selectFrom('states').select(['iso3', 'risk'])`),
    built(`selectFrom('states as s').select('s.risk as how')`),
    built(`selectFrom('states').selectAll()`),
    `const columns = ['iso3', 'risk'] as const;\n${built(`selectFrom('states').select(columns)`)}`,
    `const rowRules = [{ name: 'one', table: 'states', id: sql\`r.iso3\`, where: sql\`r.risk IS NULL\` }];`,
  ])('reading a column that is not lent: %s', (text) => {
    expect(saidOf(text).join()).toMatch(/reads states\.(?:risk|\*), which below does not lend/);
  });

  it.each([
    [sqlOf('SELECT 1 FROM nowhere'), 'names a table of nobody: nowhere'],
    [built(`selectFrom('nowhere').selectAll()`), 'names a table of nobody: nowhere'],
    [sqlOf('SELECT 1 FROM graphile_worker.jobs'), 'names a table of work: graphile_worker.jobs'],
    [sqlOf('SELECT 1 FROM @sql.table(name)'), 'names a table only while it runs'],
    [`export const one = (name: string) => client.query('SELECT 1 FROM ' + name);`, 'names a table only while it runs'],
    [built('selectFrom(name).selectAll()'), 'names a table only while it runs'],
    [
      `export const one = (name: string) => client.query(\`DELETE FROM \${name}\`);`,
      'names a table only while it runs',
    ],
  ])('%s: %s', (text, problem) => {
    expect(saidOf(text).join()).toContain(problem);
  });

  it('is anything in the wiring', () => {
    expect(saidOf(sqlOf('SELECT iso3 FROM states'), 'wiring.ts').join()).toContain('reaches up to a table of below');
  });
});

describe('what touches several rooms at once', () => {
  const text = sqlOf('WITH put AS (INSERT INTO states (iso3) VALUES (1)) INSERT INTO consents (id) VALUES (1)');
  const [below, here, above] = small.rooms;
  const listed = (writes: readonly 'states'[]) => ({ ...here, across: [{ sql: 'one', writes, because: 'a test' }] });

  it('is listed by the highest of them, with the tables it writes to', () => {
    const of = (room: typeof here) =>
      problemsWith(usesIn('here/one-queries.ts', text, columns), { ...small, rooms: [below, room, above] });
    expect(of(here).join()).toContain('writes to a table of below: states');
    expect(of(listed([])).join()).toContain('writes to a table of below: states');
    expect(of(listed(['states'])).join()).not.toContain('writes to');
  });

  it('is there, or is not listed', () => {
    const said = problemsWith([], { ...small, rooms: [below, listed(['states']), above] });
    expect(said).toContain('here lists one, which needs it not');
    expect(said).toContain('below lends states.iso3, which nobody reads');
  });

  const migrations = [
    `CREATE FUNCTION put_letter() RETURNS void LANGUAGE sql AS $$ INSERT INTO letters (id) SELECT id FROM consents $$;`,
    `CREATE FUNCTION put_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM put_letter(); RETURN NEW; END $$;
     CREATE TRIGGER put_more BEFORE INSERT ON states FOR EACH ROW EXECUTE FUNCTION put_more();`,
  ];

  it('is a function of the database, with all that it calls and whose table fires it', () => {
    const all = functionsIn(migrations, columns);
    const said = saidOf(sqlOf('SELECT put_letter()'), undefined, all).join('\n');
    expect(said).toContain('(here) calls a function of above: put_letter');
    expect(said).toContain('function put_letter (above) reads a table that here does not lend: consents');
    expect(said).toContain('function put_more (above) writes to a table of below: states');
  });

  it('is a view too, which is read like a table of its owner', () => {
    const views = functionsIn([`CREATE VIEW drafts AS SELECT id FROM letters;`], columns);
    const rooms = [{ ...below, owns: ['states', 'drafts'] as const }, here, above];
    const said = problemsWith([], { ...small, rooms, functions: views });
    expect(said).toContain('function drafts (below) reaches up to a table of above: letters');
  });

  it('is judged as the last migration left it', () => {
    const now = [...migrations, 'CREATE OR REPLACE FUNCTION put_letter() RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;'];
    expect(saidOf(sqlOf('SELECT put_letter()'), undefined, functionsIn(now, columns)).join()).not.toMatch(/put_letter/);
    expect(functionsIn([...migrations, 'DROP FUNCTION put_letter;'], columns).map(({ name }) => name)).toEqual([
      'put_more',
    ]);
  });
});

describe('SQL outside files of queries', () => {
  const pieces = [
    sqlOf('SELECT now()'),
    sqlOf('now()'),
    `const TEXT = 'SELECT 1';`,
    `const TEXT = \`delete from \${table}\`;`,
    built(`selectFrom('consents').select('id')`),
    built('selectFrom(table).selectAll()'),
  ];

  it.each(pieces)('is found wherever it stands: %s', (text) => {
    const found = (file: string) => outsideQueries(usesIn(file, text, columns));
    for (const file of ['here/page.tsx', 'here/room.ts', 'wiring.ts', 'here/queries.ts'])
      expect(found(file)).toEqual([expect.stringContaining(`${file}:1`)]);
    for (const file of ['here/one-queries.ts', 'here/row-rules.ts', 'database/migrate.ts'])
      expect(found(file)).toEqual([]);
  });
});
