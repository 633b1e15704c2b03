import { list } from '../locales/format.ts';
import { personName } from '../record/names.ts';
import { inSeveralCases, publicParticipants } from '../record/public-participants.ts';
import type { RecordView } from '../record/record-view.ts';

/**
 * Why people by where they stand add up to more than there are people, and why more are named than were ever under a warrant. Nothing
 * where each is in one case.
 */
export function peopleInAll(record: RecordView): string {
  const { view, on } = record;
  const parts = publicParticipants(record);
  const people = new Map(parts.map(({ person }) => [person.slug, person]));
  const several = [...inSeveralCases(record)].flatMap((slug) => people.get(slug) ?? []);
  const wanted = new Set(
    parts
      .filter(({ events }) => events.some(({ type, knownOn }) => type === 'warrant-issued' && knownOn <= on))
      .map(({ person }) => person.slug),
  );
  const summoned = people.size - wanted.size;
  return [
    ...(several.length > 0
      ? [
          view.t('record.people.sum', {
            parts: parts.length,
            people: people.size,
            names: list(
              view.lang,
              several.map((person) => personName(view.lang, person)),
            ),
          }),
        ]
      : []),
    ...(several.length > 0 && summoned > 0
      ? [view.t('record.people.summoned', { warrants: wanted.size, summoned })]
      : []),
  ].join(' ');
}
