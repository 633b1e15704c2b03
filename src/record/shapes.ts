import { z } from 'zod';
import { correctionColumns, correctionKinds } from '../facts/corrections.ts';
import {
  addedLater,
  day,
  file,
  iso3,
  named,
  orNothing,
  partialDay,
  type Reference,
  severalNames,
  slug,
  text,
  verification,
  webAddress,
  wholeNumber,
  yearOrNothing,
  yesOrNo,
} from '../facts/shapes.ts';
import { eventTypes, scheduledTypes } from './event-types.ts';

const codes = severalNames.pipe(z.array(iso3).min(1, 'names no state'));

export const triggers = ['state-party-referral', 'security-council-referral', 'proprio-motu'] as const;
export const instruments = ['first', 'second', 'third'] as const;
export const categories = ['genocide', 'crimes-against-humanity', 'war-crimes', 'aggression', 'article-70'] as const;
export const chargeStages = ['alleged', 'confirmed', 'convicted', 'acquitted', 'declined', 'withdrawn'] as const;
/** Articles 25 and 28. */
export const modes = ['military-commander', 'accessory'] as const;
/** What a source's total is compared with; a figure's id. */
const figureId = slug;

const about = { situation: slug, case: orNothing(slug), person: orNothing(slug) };
const sourced = { source: webAddress, standing: verification };

/** The files of the record and their columns; what the columns mean stands in content/record/README.md. */
export const recordShapes = {
  situations: file(
    z.strictObject({
      slug,
      name: named,
      name_fr: named,
      name_es: named,
      name_ar: named,
      countries: codes,
      trigger: z.enum(triggers),
      icc_code: text,
      url: webAddress,
    }),
    'slug',
  ),
  cases: file(
    z.strictObject({
      slug,
      situation: slug,
      icc_code: text,
      name: named,
      full_name: named,
      name_ar: addedLater,
      full_name_ar: addedLater,
      article_70: yesOrNo,
      url: webAddress,
    }),
    'slug',
  ),
  people: file(
    z.strictObject({
      slug,
      name: named,
      name_ar: addedLater,
      born: yearOrNothing,
      nationality: orNothing(iso3),
      note: text,
    }),
    'slug',
  ),
  participants: file(
    z.strictObject({ case: slug, person: slug, joined_on: orNothing(partialDay), left_on: orNothing(partialDay) }),
    'case',
    'person',
  ),
  events: file(
    z.strictObject({
      id: slug,
      date: partialDay,
      public_on: orNothing(day),
      ...about,
      type: z.enum(eventTypes),
      instrument: orNothing(z.enum(instruments)),
      note: text,
      ...sourced,
    }),
    'id',
  ),
  trials: file(
    z.strictObject({ trial: slug, case: slug, person: slug, joined_on: partialDay, left_on: orNothing(partialDay) }),
    'trial',
    'person',
  ),
  charges: file(
    z.strictObject({
      case: slug,
      person: slug,
      category: z.enum(categories),
      counts: orNothing(wholeNumber(3, 'not a number of counts')),
      mode: orNothing(z.enum(modes)),
      stage: z.enum(chargeStages),
      event: slug,
      ...sourced,
    }),
    'case',
    'person',
    'category',
    'stage',
  ),
  scheduled: file(
    z.strictObject({
      id: slug,
      date: partialDay,
      public_on: orNothing(day),
      ...about,
      type: z.enum(scheduledTypes),
      happened: orNothing(slug),
      ...sourced,
    }),
    'id',
  ),
  published: file(
    z.strictObject({
      on: day,
      publisher: named,
      // Empty for what was published on paper, or where no address is known.
      url: orNothing(webAddress),
      figure: figureId,
      value: wholeNumber(4, 'not a number'),
      note: text,
      note_fr: text,
      note_es: text,
      note_ar: text,
      standing: verification.default('seen'),
    }),
    'on',
    'publisher',
    'figure',
  ),
  coverage: file(z.strictObject({ subject: slug, known_through: day, source: named }), 'subject'),
  corrections: file(
    z.strictObject({
      id: slug,
      corrected: z.enum([...correctionKinds, 'born']),
      ...about,
      // Empty where the row is gone, or the correction is of a person.
      event: orNothing(slug),
      type: orNothing(z.enum(eventTypes)),
      ...correctionColumns,
      source: webAddress,
    }),
    'id',
  ),
  summaries: file(
    z.strictObject({
      situation: slug,
      // Empty: of the situation as a whole.
      case: orNothing(slug),
      part: wholeNumber(1, 'not the place of a sentence'),
      events: severalNames.pipe(z.array(slug).min(1, 'names no event')),
      en: named,
      fr: named,
      es: named,
      ar: named,
    }),
    'situation',
    'case',
    'part',
  ),
  notes: file(z.strictObject({ en: named, fr: named, es: named, ar: named }), 'en'),
  'people-notes': file(z.strictObject({ en: named, fr: named, es: named, ar: named }), 'en'),
} as const;

export type RecordRow<Name extends keyof typeof recordShapes> = z.infer<(typeof recordShapes)[Name]['row']>;

/** What rows name of other files. */
export const recordReferences: readonly Reference[] = [
  ['cases', 'situation', 'situations', 'slug'],
  ['participants', 'case', 'cases', 'slug'],
  ['participants', 'person', 'people', 'slug'],
  ['events', 'situation', 'situations', 'slug'],
  ['events', 'case', 'cases', 'slug'],
  ['events', 'person', 'people', 'slug'],
  ['trials', 'case', 'cases', 'slug'],
  ['trials', 'person', 'people', 'slug'],
  ['charges', 'case', 'cases', 'slug'],
  ['charges', 'person', 'people', 'slug'],
  ['charges', 'event', 'events', 'id'],
  ['scheduled', 'situation', 'situations', 'slug'],
  ['scheduled', 'case', 'cases', 'slug'],
  ['scheduled', 'person', 'people', 'slug'],
  ['scheduled', 'happened', 'events', 'id'],
  ['summaries', 'situation', 'situations', 'slug'],
  ['summaries', 'case', 'cases', 'slug'],
  ['corrections', 'situation', 'situations', 'slug'],
  ['corrections', 'case', 'cases', 'slug'],
  ['corrections', 'person', 'people', 'slug'],
  ['corrections', 'event', 'events', 'id'],
];
