import type { CampaignReport } from '../src/campaigns/import-campaign.ts';
import { minuteIn, type TimeZone } from '../src/text/time-zone.ts';
import { sayLine } from './lifecycle.ts';

/** Says what an import of a campaign did, or would do. */
export function tellCampaign(report: CampaignReport, zone: TimeZone): void {
  const { slug, known, state, opensAt, closesAt, newAsks, written } = report;
  sayLine(`${slug}: ${known ? 'known' : 'new'}, ${state}`);
  sayLine(`from ${minuteIn(zone, opensAt)} ${closesAt ? `to ${minuteIn(zone, closesAt)}` : 'without an end'}`);
  sayLine(`new asks: ${newAsks.length > 0 ? newAsks.join(', ') : 'none'}`);
  if (!written) sayLine('nothing was written: this was a dry run');
}
