import type pg from 'pg';

/** Who is written to in a trial. The names exist nowhere, and their mail goes to a server of our own. */
export interface Addressee {
  readonly id: string;
  readonly state: string;
  readonly address: string;
}

/** More than any trial sends: what is tried is not the pace. */
const PLENTY = 36_000_000;
const STATES = ['KEN', 'FRA', 'BRA', 'JPN', 'ZAF', 'SEN', 'DEU', 'CHL', 'KOR', 'NZL', 'GHA', 'PER'];

/** Gives offices of several states an address at these domains, in turn. @param states how many */
export async function openAddressees(pool: pg.Pool, domains: readonly string[], states: number): Promise<Addressee[]> {
  const offices: Addressee[] = [];
  for (const [at, state] of STATES.slice(0, states).entries()) {
    const address = `minister.${state.toLowerCase()}@${domains[at % domains.length]}`;
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO channels (representative_id, kind, value)
       SELECT id, 'email', $2 FROM representatives WHERE state = $1 AND office = 'justice-minister' RETURNING representative_id AS id`,
      [state, address],
    );
    offices.push({ id: rows[0]?.id ?? '', state, address });
  }
  for (const domain of domains)
    await pool.query('INSERT INTO receiving_domains (domain) VALUES ($1) ON CONFLICT DO NOTHING', [domain]);
  await pool.query('UPDATE mailboxes SET hourly_budget = $1', [PLENTY]);
  await pool.query('UPDATE receiving_domains SET hourly_budget = $1', [PLENTY]);
  return offices;
}
