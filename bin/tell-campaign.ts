import type { CampaignReport } from '../src/campaigns/import-campaign.ts';
import { minuteIn, type TimeZone } from '../src/text/time-zone.ts';
import { sayLine } from './lifecycle.ts';

/** Says what an import of a campaign did, or would do. */
export function tellCampaign(report: CampaignReport, zone: TimeZone): void {
  const { slug, known, state, opensAt, closesAt, newAsks, unchanged, waiting, written } = report;
  sayLine(`${slug}: ${known ? 'known' : 'new'}, ${state}`);
  sayLine(`from ${minuteIn(zone, opensAt)} ${closesAt ? `to ${minuteIn(zone, closesAt)}` : 'without an end'}`);
  sayLine(`new asks: ${newAsks.length > 0 ? newAsks.join(', ') : 'none'}`);
  if (unchanged.length > 0) sayLine(`changed here, and nothing new in the folder, so kept: ${unchanged.join(', ')}`);
  if (waiting.length > 0)
    sayLine(`scheduled in other words, so these wait (npm run campaign -- waiting): ${waiting.join(', ')}`);
  if (!written) sayLine('nothing was written: this was a dry run');
}
