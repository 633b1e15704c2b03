import { list } from '../locales/format.ts';
import type { Participant } from '../record/docket.ts';
import { personName } from '../record/names.ts';
import { laterCleared, participantOn } from '../record/participant-standing.ts';
import { groupOf } from '../record/people-now.ts';
import { publicParticipants } from '../record/public-participants.ts';
import type { RecordView } from '../record/record-view.ts';
import { figureOn } from './figures.ts';

/**
 * Why as many warrants are not executed as they are, where another number of people is not yet before the judges: whom each count has
 * that the other lacks, and who of the second stands in a list of their own. Nothing where both have the same people.
 */
export function countedApart(record: RecordView): string {
  const { view, world, on } = record;
  const everybody = publicParticipants(record);
  const stageOf = (one: Participant) => participantOn(one, on)?.proceedings ?? 'before-appearance';
  const waiting = everybody.filter((one) => groupOf(stageOf(one)) === 'sought');
  const figure = figureOn(world, 'warrants-not-executed', on);
  const sought = new Set(figure.items.map(({ of }) => of.person));
  const awaited = new Set(waiting.map(({ person }) => person.slug));
  const more = everybody.filter(({ person: { slug } }) => sought.has(slug) && !awaited.has(slug));
  const others = waiting.filter(({ person }) => !sought.has(person.slug));
  const own = waiting.filter((one) => stageOf(one) !== 'before-appearance');
  if ([more, others, own].every((some) => some.length === 0)) return '';
  const says = (key: 'sought' | 'waiting' | 'own', some: readonly Participant[]) =>
    some.length === 0
      ? []
      : [
          view.t(`record.people.apart.${key}`, {
            people: named(record, some, key === 'waiting' ? 'liberty' : 'proceedings'),
          }),
        ];
  return [
    view.t('record.people.apart', {
      sought: view.t('record.court.people', { count: figure.value }),
      waiting: view.t('record.court.people', { count: waiting.length }),
    }),
    ...says('sought', more),
    ...says('waiting', others),
    ...says('own', own),
  ].join(' ');
}

/** Each with where they stand, or whether they are free where that tells more; and that they were cleared since. */
function named(record: RecordView, people: readonly Participant[], by: 'proceedings' | 'liberty'): string {
  const { view, on, requested } = record;
  return list(
    view.lang,
    people.map((one) => {
      const standing = participantOn(one, on);
      const cleared = laterCleared(one, on, requested.today);
      const words = [
        ...(standing
          ? [
              small(
                by === 'liberty'
                  ? view.t(`record.liberty.${standing.liberty}`)
                  : view.t(`record.proceedings.${standing.proceedings}`),
              ),
            ]
          : []),
        ...(cleared ? [view.t(`record.later.${cleared}`)] : []),
      ];
      return `${personName(view.lang, one.person)} (${words.join(view.t('site.semicolon'))})`;
    }),
  );
}

const small = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
