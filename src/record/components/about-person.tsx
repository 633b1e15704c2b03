import type { ComponentChildren } from 'preact';
import { Rows } from '../../site/components/rows.tsx';
import type { Person } from '../docket.ts';
import { noteIn, personName, tellsLater } from '../names.ts';
import type { RecordView } from '../record-view.ts';
import { FactList } from './fact-list.tsx';
import { StateLink } from './state-links.tsx';

interface Props {
  readonly record: RecordView;
  readonly person: Person;
  /** What else is known, in rows of its own. */
  readonly more?: readonly (readonly [name: string, fact: ComponentChildren])[];
}

/** Who somebody is: the name as the Court writes it, a note that the day could know, nationality and year of birth. */
export function AboutPerson({ record, person, more = [] }: Props) {
  const { view, world, on } = record;
  const note = noteIn(view.lang, world.docket, person.note);
  return (
    <>
      <p>
        <Rows
          of={[
            personName(view.lang, person) !== person.name && (
              <bdi key="name" lang="en">
                {person.name}
              </bdi>
            ),
            person.note && !tellsLater(person.note, on) && (
              <span key="note" lang={note.lang}>
                {note.text}
              </span>
            ),
          ]}
        />
      </p>
      <FactList
        facts={[
          [
            view.t('record.fact.nationality'),
            person.nationality && <StateLink key="state" record={record} iso3={person.nationality} />,
          ],
          [view.t('record.fact.born'), person.born && view.partialDay(person.born)],
          ...more,
        ]}
      />
    </>
  );
}
