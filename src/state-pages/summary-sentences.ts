import type { View } from '../http/view.ts';
import { locale } from '../locales/digits.ts';
import type { RecordView } from '../record/record-view.ts';
import { treatiesOn } from '../states/adopted.ts';
import { lawsOn } from '../states/laws.ts';
import { lawStatuses, type Treaty } from '../states/shapes.ts';
import { checkedStanding, type ShownStanding, shownStanding } from '../states/shown-standing.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { standingOn } from '../states/treaty-standing.ts';
import { commitmentsOn } from './commitments.ts';

const joined: readonly ShownStanding[] = ['party', 'withdrawing', 'joining'];
const missing: readonly ShownStanding[] = ['none', 'last-known-none', 'signed', 'unsigned', 'withdrawn'];

type Beyond = Exclude<Treaty, 'rome-statute'>;

/** What a state has done and what not beyond the Statute, each a sentence; what nobody has checked is left to the lists below them. */
export function summarySentences(record: RecordView, state: StateRecord): string[] {
  return [...ofTreaties(record, state), ...ofLaws(record, state), ...ofCommitments(record, state)];
}

function ofTreaties(record: RecordView, state: StateRecord): string[] {
  const { view, world, on } = record;
  const bound = joined.includes(standingOn(state, 'rome-statute', on));
  const sure = treatiesOn(on).flatMap((treaty): { treaty: Beyond; shown: ShownStanding }[] => {
    if (treaty === 'rome-statute') return [];
    const shown = checkedStanding(world.treaty, state, treaty, on);
    return shown === shownStanding(world.treaty, state, treaty, on) ? [{ treaty, shown }] : [];
  });
  const named = (wanted: readonly ShownStanding[]) =>
    names(
      record,
      sure.filter(({ shown }) => wanted.includes(shown)).map(({ treaty }) => treaty),
    );
  const says = (key: 'joined' | 'missing', some: string) =>
    some === '' ? [] : [view.t(`states.summary.${key}`, { treaties: some, also: bound ? 'yes' : 'no' })];
  // Of a state outside the Statute, that is what it has not joined.
  if (!bound) return says('joined', named(joined));
  return [...says('joined', named(joined)), ...says('missing', named(missing))];
}

const listFormat = ({ lang }: Pick<View, 'lang'>) => new Intl.ListFormat(locale(lang));

/** As a sentence names them: the agreement, and the amendments together; '' where there are none. */
function names({ view }: RecordView, some: readonly Beyond[]): string {
  const list = listFormat(view);
  const amendments = some.filter((treaty) => treaty !== 'apic');
  return list.format([
    ...(some.includes('apic') ? [view.t('states.summary.apic')] : []),
    ...(amendments.length > 0
      ? [
          view.t('states.summary.amendments', {
            // Those on aggression are several.
            count: amendments.length + (amendments.includes('amendment-aggression-2010') ? 2 : 0),
            subjects: list.format(amendments.map((treaty) => view.t(`states.summary.on.${treaty}`))),
          }),
        ]
      : []),
  ]);
}

function ofLaws({ view, world, on }: RecordView, state: StateRecord): string[] {
  const checked = lawsOn(world.treaty, state, on).filter(({ standing }) => standing !== 'unchecked');
  return lawStatuses.flatMap((status) => {
    const subjects = checked
      .filter((law) => law.status === status)
      .map(({ topic }) => view.t(`states.summary.on.${topic}`));
    if (subjects.length === 0 || status === 'unknown') return [];
    return [view.t(`states.summary.law.${status}`, { subjects: listFormat(view).format(subjects) })];
  });
}

function ofCommitments({ view, on }: RecordView, state: StateRecord): string[] {
  const { enforcement, immunity, findings } = commitmentsOn(state, on);
  const checked = ({ standing }: { readonly standing: string }) => standing !== 'unchecked';
  const found = findings.filter(checked).length;
  return [
    ...(enforcement.some(checked) ? [view.t('states.summary.enforcement')] : []),
    ...(immunity.some((one) => one.status !== 'none' && checked(one)) ? [view.t('states.summary.immunity')] : []),
    ...(found > 0 ? [view.t('states.summary.finding', { count: found })] : []),
  ];
}
