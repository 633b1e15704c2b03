import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { fromVisible } from '../publications/visible-to.ts';
import type { Day } from '../text/partial-day.ts';
import { type World, worldOf } from './record.ts';
import { type RequestedDay, requestedDay } from './requested-day.ts';

/** What every page of the record needs: its reader, everything that is recorded, and the day it is asked for. */
export interface RecordView {
  readonly view: View;
  readonly world: World;
  readonly requested: RequestedDay;
  readonly on: Day;
  /** For links: the day where it is not today's, so that it stays while a reader moves between pages. */
  readonly linkDay: Day | undefined;
}

export const recordView = fromVisible(
  ({ app }: Pick<SiteRequest, 'app' | 'view' | 'query'>) => worldOf(app.database),
  (world, { view, query }): RecordView => {
    const requested = requestedDay(world, query.get('on'), view.today());
    const { on, today } = requested;
    return { view, world, requested, on, linkDay: on === today ? undefined : on };
  },
);
