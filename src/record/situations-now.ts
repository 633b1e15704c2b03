import { list } from '../locales/format.ts';
import type { RecordView } from './record-view.ts';
import { situationStanding } from './situation-standing.ts';

const standings = ['investigation', 'examination', 'ended', 'examined'] as const;

/** How many situations there are on a day and where they stand, in a sentence; nothing before there was one. */
export function situationsNow({ view, world: { docket }, on }: RecordView): string {
  const all = [...docket.situations.keys()].map((slug) => situationStanding(docket, slug, on));
  const parts = standings.flatMap((standing) => {
    const count = all.filter((one) => one === standing).length;
    return count > 0 ? [view.t(`record.situations.count.${standing}`, { count })] : [];
  });
  const count = all.filter((one) => one !== 'before').length;
  return count === 0 ? '' : view.t('record.situations.now', { count, parts: list(view.lang, parts) });
}
