import { z } from 'zod';
import {
  addedLater,
  columnTypes,
  day,
  file,
  iso3,
  named,
  orNothing,
  type Reference,
  standing,
  text,
  yearOrNothing,
} from '../facts/shapes.ts';

/** The Statute, the agreement on the Court's privileges and immunities, and the amendments, by the year of their adoption. */
export const treaties = [
  'rome-statute',
  'apic',
  'amendment-article-8-2010',
  'amendment-aggression-2010',
  'amendments-2017',
  'amendment-starvation-2019',
] as const;
export type Treaty = (typeof treaties)[number];

/** By which a state becomes a party. */
export const deposits = ['ratification', 'accession', 'acceptance', 'succession'] as const;

export const acts = [
  'signature',
  ...deposits,
  'entry-into-force',
  'withdrawal-notified',
  'withdrawal-rescinded',
  'withdrawal-effective',
  'signature-intent-withdrawn',
  'accession-withdrawn',
  'article-12-3-declaration',
  // Article 15 bis (4): no jurisdiction over aggression by the state.
  'opt-out',
  'opt-out-withdrawn',
] as const;
export type ActType = (typeof acts)[number];

export const groups = ['African', 'Asia-Pacific', 'Eastern European', 'GRULAC', 'WEOG'] as const;
export const topics = ['complementarity', 'cooperation'] as const;
export type Topic = (typeof topics)[number];
export const lawStatuses = ['enacted', 'partial', 'draft', 'none', 'unknown'] as const;

/** The files of the states' record and their columns; what they mean stands in content/states/README.md. */
export const statesShapes = {
  states: file(
    z.strictObject({
      iso2: z.string().regex(/^[A-Z]{2}$/, 'not a code of two letters'),
      iso3,
      // Not given out (see src/api/open-shapes.ts): an import without this column keeps what stands.
      icc_group: orNothing(z.enum(groups)).default(null),
      un_member: z.enum(['yes', 'no']).register(columnTypes, { datatype: { base: 'boolean', format: 'yes|no' } }),
    }),
    'iso3',
  ),
  'treaty-acts': file(
    z.strictObject({
      iso3,
      treaty: z.enum(treaties),
      act: z.enum(acts),
      date: day,
      predecessor: orNothing(iso3),
      source: named,
      standing,
    }),
    'iso3',
    'treaty',
    'act',
    'date',
  ),
  'national-law': file(
    z.strictObject({
      iso3,
      topic: z.enum(topics),
      status: z.enum(lawStatuses),
      year: yearOrNothing,
      note: text,
      note_fr: addedLater,
      note_es: addedLater,
      note_ar: addedLater,
      source: named,
      standing,
    }),
    'iso3',
    'topic',
  ),
  coverage: file(
    z.strictObject({
      subject: z.enum([...treaties, ...topics]),
      known_through: day,
      complete_on: orNothing(day),
      source: named,
    }),
    'subject',
  ),
  // Our own words in the column source, in the other languages; names of publications stay as they are.
  'source-words': file(z.strictObject({ en: named, fr: named, es: named, ar: named }), 'en'),
} as const;

export type StatesRow<Name extends keyof typeof statesShapes> = z.infer<(typeof statesShapes)[Name]['row']>;

/** What rows name of other files. */
export const statesReferences: readonly Reference[] = [
  ['treaty-acts', 'iso3', 'states', 'iso3'],
  ['national-law', 'iso3', 'states', 'iso3'],
];
