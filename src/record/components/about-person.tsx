import type { ReactNode } from 'react';
import { Rows } from '../../site/components/rows.tsx';
import type { Person } from '../docket.ts';
import { noteIn, personName, tellsLater } from '../names.ts';
import type { RecordView } from '../record-view.ts';
import { StateLink } from './state-links.tsx';

interface Props {
  readonly record: RecordView;
  readonly person: Person;
  /** What is said before and behind what is known of the person. */
  readonly before?: readonly ReactNode[];
  readonly behind?: readonly ReactNode[];
}

/** Who somebody is: the name as the Court writes it, nationality, year of birth, and a note that the day could know. */
export function AboutPerson({ record, person, before = [], behind = [] }: Props) {
  const { view, world, on } = record;
  const note = noteIn(view.lang, world.docket, person.note);
  const facts = [
    ...before,
    ...(person.nationality ? [<StateLink key="state" record={record} iso3={person.nationality} />] : []),
    ...(person.born ? [view.t('record.born', { year: view.partialDay(person.born) })] : []),
    ...behind,
  ];
  return (
    <>
      {personName(view.lang, person) !== person.name && (
        <>
          <bdi lang="en">{person.name}</bdi>
          <br />
        </>
      )}
      <Rows of={facts} />
      {facts.length > 0 && <br />}
      {person.note && !tellsLater(person.note, on) && (
        <>
          <span lang={note.lang}>{note.text}</span>
          <br />
        </>
      )}
    </>
  );
}
