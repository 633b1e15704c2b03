import { z } from 'zod';
import { correctionColumns, correctionKinds } from '../facts/corrections.ts';
import {
  addedLater,
  columnTypes,
  day,
  file,
  iso3,
  named,
  orNothing,
  partialDay,
  type Reference,
  slug,
  text,
  verification,
  yearOrNothing,
} from '../facts/shapes.ts';

/** The Statute, the agreement on the Court's privileges and immunities, and the amendments, by the year of their adoption. */
export const treaties = [
  'rome-statute',
  'apic',
  'amendment-article-8-2010',
  'amendment-aggression-2010',
  'amendment-article-124-2015',
  'amendment-biological-weapons-2017',
  'amendment-non-detectable-fragments-2017',
  'amendment-blinding-lasers-2017',
  'amendment-starvation-2019',
] as const;
export type Treaty = (typeof treaties)[number];

/** The three that the Assembly adopted together, ICC-ASP/16/Res.4 of 14 December 2017. */
export const weaponsAmendments = [
  'amendment-biological-weapons-2017',
  'amendment-non-detectable-fragments-2017',
  'amendment-blinding-lasers-2017',
] as const satisfies readonly Treaty[];

/** Earlier versions kept the three as one, read from the list of the first. */
const asOne = z.literal('amendments-2017').transform(() => weaponsAmendments[0]);

/** By which a state becomes a party. */
export const deposits = [
  'ratification',
  'accession',
  'acceptance',
  'succession',
  // That a state joined was read, by which of these was not.
  'instrument-deposited',
] as const;

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
      treaty: z.union([asOne, z.enum(treaties)]),
      act: z.enum(acts),
      date: partialDay,
      predecessor: orNothing(iso3),
      source: named,
      standing: verification,
      // `by`: done by this day; its own was not read.
      date_is: z.enum(['', 'by']).default(''),
      // The day on which the depositary had it, where it has effect from an earlier one.
      public_on: orNothing(day).default(null),
      // What another source has.
      other_date: orNothing(day).default(null),
      other_source: addedLater,
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
      standing: verification,
    }),
    'iso3',
    'topic',
  ),
  'enforcement-agreements': file(
    z.strictObject({
      iso3,
      scope: z.enum(['standing', 'ad-hoc']),
      // Of an agreement for one person.
      person: text,
      signed: partialDay,
      in_force: orNothing(partialDay),
      source: named,
      standing: verification,
    }),
    'iso3',
    'scope',
    'person',
  ),
  // Bilateral agreements with the United States of America, said to rest on article 98(2) of the Statute.
  'immunity-agreements': file(
    z.strictObject({
      iso3,
      status: z.enum(['concluded', 'signed', 'none']),
      date: partialDay,
      date_is: z.enum(['', 'by']),
      in_force: orNothing(partialDay),
      source: named,
      standing: verification,
    }),
    'iso3',
    'status',
  ),
  // Findings of a chamber that a state did not comply with a request, article 87(7).
  'non-compliance': file(
    z.strictObject({
      iso3,
      date: day,
      about: named,
      about_fr: named,
      about_es: named,
      about_ar: named,
      source: named,
      standing: verification,
    }),
    'iso3',
    'date',
  ),
  coverage: file(
    z.strictObject({
      subject: z.union([asOne, z.enum([...treaties, ...topics])]),
      known_through: day,
      complete_on: orNothing(day),
      source: named,
      // How we know that it was complete.
      how: addedLater,
      how_fr: addedLater,
      how_es: addedLater,
      how_ar: addedLater,
    }),
    'subject',
  ),
  corrections: file(
    z.strictObject({
      id: slug,
      corrected: z.enum(correctionKinds),
      iso3,
      treaty: z.enum(treaties),
      act: z.enum(acts),
      // Of the day that stands now.
      date_is: z.enum(['', 'by']),
      ...correctionColumns,
      source: named,
    }),
    'id',
  ),
  // Our own words in the column source, in the other languages; names of publications stay as they are.
  'source-words': file(z.strictObject({ en: named, fr: named, es: named, ar: named }), 'en'),
} as const;

export type StatesRow<Name extends keyof typeof statesShapes> = z.infer<(typeof statesShapes)[Name]['row']>;

/** What rows name of other files. */
export const statesReferences: readonly Reference[] = [
  ['treaty-acts', 'iso3', 'states', 'iso3'],
  ['national-law', 'iso3', 'states', 'iso3'],
  ['enforcement-agreements', 'iso3', 'states', 'iso3'],
  ['immunity-agreements', 'iso3', 'states', 'iso3'],
  ['non-compliance', 'iso3', 'states', 'iso3'],
  ['corrections', 'iso3', 'states', 'iso3'],
];
