import { apiAddresses } from '../../api/addresses.ts';
import type { View } from '../../http/view.ts';
import { SourceText } from '../../states/source-text.tsx';
import { type Correction, correctionsOf } from '../corrections.ts';
import type { World } from '../record.ts';
import type { RecordView } from '../record-view.ts';

interface Props {
  readonly record: RecordView;
  /** Which corrections the page is about. */
  readonly about: (correction: Correction) => boolean;
}

/** What a page's facts were before they were corrected, when, and why; nothing of what its day did not know. */
export function Corrections({ record: { view, world, on }, about }: Props) {
  const here = correctionsOf(view, world).filter((one) => one.since <= on && about(one));
  if (here.length === 0) return null;
  return (
    <section className="sec">
      <h2>{view.t('record.corrections')}</h2>
      <div>
        <CorrectionList view={view} world={world} corrections={here} />
        <p className="q s">
          <a href={apiAddresses.changes(view.lang)}>{view.t('api.changes.link')}</a>
        </p>
      </div>
    </section>
  );
}

/** Corrections, each with what stood and what stands. */
export function CorrectionList({
  view,
  world,
  corrections,
}: {
  readonly view: View;
  readonly world: World;
  readonly corrections: readonly Correction[];
}) {
  return (
    <ul className="timeline">
      {corrections.map((one) => (
        <li key={one.id} id={`correction-${one.id}`}>
          <a href={one.href}>{one.text}</a>
          <div>
            {view.t('record.corrections.told', { was: one.was, now: one.now, day: view.day(one.on) })} {one.why}
            <br />
            <SourceText view={view} treaty={world.treaty} fact={one} />
          </div>
        </li>
      ))}
    </ul>
  );
}
