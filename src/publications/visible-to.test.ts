import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { rooms } from '../rooms.ts';
import { everybody, ourselves } from './audience.ts';
import type { Publication } from './publication.ts';
import { visibleTo } from './visible-to.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const moment = { at: NOW, steady: 1_000, wall: 5_000 };
const open: Publication = {
  item: 'one',
  embargoedUntil: null,
  withdrawnAt: null,
  hidden: false,
  publicFrom: new Map([['en', hours(-1)]]),
};

/** Whether everybody sees it, and in how many hours that changes by itself. */
function seen(publication: Publication | undefined, lang: 'en' | 'ar' = 'en') {
  const gate = visibleTo(everybody, moment);
  const rows = gate.authored([{}], () => [publication, lang]);
  return [rows.length === 1, gate.end && (gate.end.steady - moment.steady) / 3_600_000];
}

describe('the gate', () => {
  it.each<[string, Publication | undefined, readonly [boolean, number | undefined]]>([
    ['is published', open, [true, undefined]],
    ['has no publication', undefined, [false, undefined]],
    ['is published from this very moment', { ...open, publicFrom: new Map([['en', NOW]]) }, [true, undefined]],
    ['is scheduled', { ...open, publicFrom: new Map([['en', hours(2)]]) }, [false, 2]],
    [
      'is a draft, or published elsewhere alone',
      { ...open, publicFrom: new Map([['fr', hours(-1)]]) },
      [false, undefined],
    ],
    ['is under an embargo', { ...open, embargoedUntil: hours(3) }, [false, 3]],
    ['was under an embargo', { ...open, embargoedUntil: hours(-3) }, [true, undefined]],
    [
      'is scheduled for after its embargo',
      { ...open, embargoedUntil: hours(1), publicFrom: new Map([['en', hours(4)]]) },
      [false, 4],
    ],
    [
      'is scheduled within its embargo',
      { ...open, embargoedUntil: hours(4), publicFrom: new Map([['en', hours(1)]]) },
      [false, 4],
    ],
    [
      'is withdrawn, whatever is to come',
      { ...open, withdrawnAt: hours(-1), publicFrom: new Map([['en', hours(1)]]) },
      [false, undefined],
    ],
    ['is hidden, under an embargo', { ...open, hidden: true, embargoedUntil: hours(1) }, [false, undefined]],
  ])('of what %s', (_, publication, answer) => {
    expect(seen(publication)).toEqual(answer);
  });

  it.each<[string, Publication | undefined, readonly ['en' | 'ar', boolean]]>([
    ['what is previewed, though it is a draft', { ...open, publicFrom: new Map() }, ['en', true]],
    ['what is previewed, though it is withdrawn', { ...open, withdrawnAt: hours(-1) }, ['ar', true]],
    ['nothing that is hidden', { ...open, hidden: true }, ['en', false]],
    ['nothing without a publication', undefined, ['en', false]],
    ['no draft of anything else', { ...open, item: 'other', publicFrom: new Map() }, ['en', false]],
    [
      'else what everybody sees by then',
      { ...open, item: 'other', publicFrom: new Map([['en', hours(2)]]) },
      ['en', true],
    ],
    ['else not what comes later', { ...open, item: 'other', publicFrom: new Map([['en', hours(9)]]) }, ['en', false]],
  ])('shows to a preview of a later moment %s', (_, publication, [lang, shown]) => {
    const preview = { kind: 'preview', at: hours(3), items: new Set(['one']), state: undefined } as const;
    expect(visibleTo(preview, moment).authored([{}], () => [publication, lang])).toHaveLength(shown ? 1 : 0);
  });

  it('changes when the first of its answers does', () => {
    const gate = visibleTo(everybody, moment);
    gate.authored([3, 1, 2], (after) => [{ ...open, embargoedUntil: hours(after) }, 'en']);
    expect(gate.end?.steady).toBe(moment.steady + 3_600_000);
    expect(gate.end?.wall).toBe(moment.wall + 3_600_000);
    gate.dated(['2026-03-01', '2026-03-02'], (day) => day);
    expect(gate.end?.steady).toBe(moment.steady + 3_600_000);
  });

  it('opens for recorded rows when their day begins, and for all that was hidden with them', () => {
    const rows = [
      { public_on: '2026-03-03' },
      { public_on: '2026-03-02' },
      { public_on: '2026-03-01' },
      { public_on: '' },
      {},
    ];
    const gate = visibleTo(everybody, moment);
    const files = gate.recorded<object>(
      { rows },
      (_, today) => new Set(rows.filter(({ public_on = '' }) => public_on > today)),
    );
    expect(files.rows).toEqual(rows.slice(2));
    expect(gate.end?.steady).toBe(moment.steady + 12 * 3_600_000);
  });

  it('lets through what belongs to something that it let through', () => {
    const gate = visibleTo(everybody, moment);
    const days = gate.dated(['2026-03-01', '2026-03-02'], (day) => day);
    const rows = [{ on: '2026-03-01' }, { on: '2026-03-02' }];
    const same = (day: string) => day;
    expect(gate.belonging(rows, ({ on }) => on, days, same)).toEqual(rows.slice(0, 1));
  });

  it('keeps nothing from ourselves', () => {
    const gate = visibleTo(ourselves);
    expect(gate.authored([1], () => [undefined, 'en'])).toEqual([1]);
    expect(gate.dated([1], () => '9999-12-31')).toEqual([1]);
    expect(gate.end).toBeUndefined();
  });
});

describe('what may be shown', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
  );
  const naming = (pattern: RegExp) =>
    sources.filter((name) => pattern.test(readFileSync(join(root, 'src', name), 'utf8'))).sort();

  it('is said so by one file alone', () => {
    expect(naming(/\bas (?:unknown as )?(?:Visible\w*|Gate)\b/)).toEqual([
      // Of whom it then says nothing.
      'publications/cached-visible.ts',
      'publications/visible-to.ts',
    ]);
    expect(naming(/\bPassed\b/)).toEqual(['http/visible.ts']);
  });

  it('is made of other things by the gate alone: a room says apart what it reads and what it makes of that', () => {
    expect(naming(/\bmadeOf\b/)).toEqual([
      'facts/facts.ts',
      'publications/cached-visible.ts',
      // Parts of which each says so itself, as one.
      'publications/panels-in.ts',
      'publications/visible-to.ts',
    ]);
  });

  it('is drawn as a picture by few', () => {
    expect(naming(/\bdrawnFrom\b/)).toEqual([
      'campaigns/card.ts',
      'figures/picture-file.tsx',
      'publications/visible-to.ts',
    ]);
  });

  it('is looked at as by ourselves by few, none of which shows it to a reader whom it is not about', () => {
    expect(naming(/\bourselves\b/)).toEqual([
      'actions/accept-action.ts',
      'campaigns/campaigns.ts',
      'publications/audience.ts',
      'publications/visible-to.ts',
      'record-keeping/announce.ts',
      'record-keeping/world-then.ts',
      'world-in-content.ts',
    ]);
  });

  it('is read from tables of authored things by files that hand it to the gate, or show none of it', () => {
    const tables = rooms.flatMap(({ publications = [] }) =>
      publications.flatMap(({ table, words }) => [table, words.table]),
    );
    const named = new RegExp(
      `(?:selectFrom|innerJoin)\\('(?:${tables.join('|')})'|(?:FROM|JOIN) (?:${tables.join('|')})\\b`,
    );
    expect(naming(named)).toEqual([
      // What somebody joined, for themselves.
      'actions/action-queries.ts',
      // Whose it is.
      'actions/outgoing-queries.ts',
      // Whether it is over, to look at rows.
      'actions/row-rules.ts',
      // Before words are changed.
      'campaigns/ask-queries.ts',
      // For staff, who rule all of them.
      'campaigns/ask-rules-queries.ts',
      // All of it goes to the gate (campaigns.ts), or to the operator.
      'campaigns/campaign-queries.ts',
      // Made of the campaign that there is, for a demonstration.
      'campaigns/example-queries.ts',
      // For staff, who work with all of it whoever else may see it.
      'campaigns/office/campaign-list-queries.ts',
      'campaigns/office/campaign-screen-queries.ts',
      'campaigns/office/item-queries.ts',
      'campaigns/row-rules.ts',
      // With what rules of an ask go, for tests.
      'campaigns/tables-for-tests.ts',
      // Whose it is, to count nobody twice as somebody else's.
      'campaigns/tally-queries.ts',
      'letters/asker-queries.ts',
      // Which asks a campaign has, for staff.
      'letters/held/to-look-at-queries.ts',
      'letters/row-rules.ts',
      // For staff; what readers get goes to the gate (shown-pictures.ts).
      'media/office/picture-list-queries.ts',
      'media/picture-queries.ts',
      // What must not come back with a backup.
      'media/restored-pictures-queries.ts',
      'media/use-queries.ts',
      // What somebody offered, for staff and for themselves; what readers see stands beside a campaign that the gate let through.
      'pledges/names/name-queries.ts',
      'pledges/names/shown-queries.ts',
      // Whether there still is what something is counted of.
      'statistics/count-queries.ts',
    ]);
  });
});
