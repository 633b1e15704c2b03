import { links } from '../../site/links.ts';
import { knownBy, type Situation } from '../docket.ts';
import { situationName } from '../names.ts';
import type { RecordView } from '../record-view.ts';

export type SituationStanding = 'before' | 'examination' | 'examined' | 'investigation' | 'ended';

/** Where a situation stands on a day, by what was public then. */
export function situationOn(record: RecordView, slug: string): SituationStanding {
  const types = knownBy(record.world.docket.events, record.on)
    .filter((event) => event.case === null && event.situation === slug)
    .map(({ type }) => type);
  if (types.includes('investigation-opened')) return types.includes('investigation-closed') ? 'ended' : 'investigation';
  const last = types.findLast((type) => type.startsWith('preliminary-examination'));
  if (last === undefined) return 'before';
  return last === 'preliminary-examination-opened' ? 'examination' : 'examined';
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
            <a href={links.situation(lang, slug, record.kept)}>{name}</a>
          </li>
        ))}
    </ul>
  );
}
