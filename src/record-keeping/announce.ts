import { asksOn } from '../campaigns/ask-of-the-day.ts';
import { everyCampaign } from '../campaigns/campaigns.ts';
import { noteOutcomes } from '../campaigns/outcomes.ts';
import { isOpen } from '../campaigns/shown-campaigns.ts';
import type { Queries } from '../database/database.ts';
import { currentFields, leaveDraft } from '../facts/facts.ts';
import type { Announce, Changed } from '../facts/import-facts.ts';
import type { ChangedAsk } from '../facts/notes.ts';
import { countAskers } from '../letters/askers.ts';
import { ourselves } from '../publications/audience.ts';
import { visibleTo } from '../publications/visible-to.ts';
import { statesDataset } from '../states/states-dataset.ts';
import { assembleTreatyRecord, type TreatyRecord } from '../states/treaty-record.ts';
import { type Day, today } from '../text/partial-day.ts';
import type { TimeZone } from '../text/time-zone.ts';

/** The files whose new rows are news. */
const NEWS = ['events', 'treaty-acts'];

/** What follows from a change of the Court's record: a note for the newsroom to look at. Pages, feeds and caches follow by themselves. */
export const announceRecord: Announce = async (trx, revision, changes) => {
  await leaveNews(trx, revision, changes);
};

/** What follows from a change of the states' record: as above, the asks that it met, and the states whose ask it changed. */
export const announceStates =
  (zone: TimeZone): Announce =>
  async (trx, revision, changes) => {
    await leaveNews(trx, revision, changes);
    const before = await everythingAt(trx, revision - 1);
    const after = await everythingAt(trx, revision);
    await noteOutcomes(trx, after, revision, changes, zone, countAskers);
    const changed = await changedAsks(trx, before, after, today(zone));
    if (changed.length > 0) await leaveDraft(trx, revision, 'asks', { changed });
  };

/** Also what is not public yet: its outcomes are noted now, and shown from its day on. */
async function everythingAt(trx: Queries, revision: number): Promise<TreatyRecord> {
  const files = await currentFields(trx, 'states', revision);
  return assembleTreatyRecord(visibleTo(ourselves).recorded(files, statesDataset.hidden));
}

async function leaveNews(trx: Queries, revision: number, changes: readonly Changed[]): Promise<void> {
  const news = changes.filter(({ file, after }) => NEWS.includes(file) && after !== null);
  if (news.length > 0)
    await leaveDraft(trx, revision, 'newsroom', { facts: news.map(({ file, key }) => ({ file, key })) });
}

/** Of which states open campaigns ask something else. */
export async function changedAsks(
  trx: Queries,
  before: TreatyRecord,
  after: TreatyRecord,
  on: Day,
): Promise<readonly ChangedAsk[]> {
  const open = (await everyCampaign(trx, 'en')).filter(isOpen);
  return open.flatMap((campaign) =>
    [...after.states.keys()].flatMap((state) => {
      const [was, is] = [before, after].map((record) => asksOn(record, campaign, state, on)?.leading.ask.slug);
      return was === is ? [] : [{ campaign: campaign.slug, state, was, is }];
    }),
  );
}
