import { recordAddresses } from '../addresses.ts';
import type { Situation } from '../docket.ts';
import { situationName } from '../names.ts';
import type { RecordView } from '../record-view.ts';
import { type SituationStanding, situationStanding } from '../situation-standing.ts';

/** Where a situation stands on the day of a page. */
export function situationOn(record: RecordView, slug: string): SituationStanding {
  return situationStanding(record.world.docket, slug, record.on);
}

/** Where situations stand, in columns. */
const columns = [['investigation'], ['examination', 'ended'], ['examined']] as const;

/** Situations by where they stand, each a link. */
export function SituationList({ record }: { record: RecordView }) {
  const standings = Map.groupBy(record.world.docket.situations.values(), ({ slug }) => situationOn(record, slug));
  return (
    <div className="cols">
      {columns.map((column) => (
        <div key={column[0]}>
          {column.map((standing) => (
            <Standing key={standing} record={record} standing={standing} situations={standings.get(standing) ?? []} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface StandingProps {
  readonly record: RecordView;
  readonly standing: (typeof columns)[number][number];
  readonly situations: readonly Situation[];
}

function Standing({ record, standing, situations }: StandingProps) {
  if (situations.length === 0) return null;
  return (
    <>
      <h3>{record.view.t(`record.situations.${standing}`)}</h3>
      <SituationLinks record={record} situations={situations} />
    </>
  );
}

export function SituationLinks({ record, situations }: { record: RecordView; situations: readonly Situation[] }) {
  const { lang } = record.view;
  const collator = new Intl.Collator(lang);
  const named = situations.map((one) => ({ slug: one.slug, name: situationName(lang, one) }));
  return (
    <ul className="links">
      {named
        .sort((one, other) => collator.compare(one.name, other.name))
        .map(({ slug, name }) => (
          <li key={slug}>
            <a href={recordAddresses.situation(lang, slug, record.linkDay)}>{name}</a>
          </li>
        ))}
    </ul>
  );
}
