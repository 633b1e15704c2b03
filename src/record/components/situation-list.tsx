import { recordAddresses } from '../addresses.ts';
import type { Situation } from '../docket.ts';
import { situationName } from '../names.ts';
import type { RecordView } from '../record-view.ts';
import { type SituationStanding, situationStanding } from '../situation-standing.ts';

/** Where a situation stands on the day of a page. */
export function situationOn(record: RecordView, slug: string): SituationStanding {
  return situationStanding(record.world.docket, slug, record.on);
}

const groups = [
  ['record.situations.investigation', ['investigation']],
  ['record.situations.examination', ['examination']],
  ['record.situations.past', ['ended', 'examined']],
] as const;

/** Situations by where they stand, each a link. */
export function SituationList({ record }: { record: RecordView }) {
  const standings = [...record.world.docket.situations.values()].map(
    (situation) => [situation, situationOn(record, situation.slug)] as const,
  );
  return (
    <div className="cols">
      {groups.map(([title, wanted]) => {
        const found = standings.filter(([, standing]) => (wanted as readonly string[]).includes(standing));
        return found.length === 0 ? null : (
          <div key={title}>
            <h3>{record.view.t(title)}</h3>
            <SituationLinks record={record} situations={found.map(([situation]) => situation)} />
          </div>
        );
      })}
    </div>
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
