import type { Campaign, CampaignState, ClosedCampaign, OpenCampaign } from './campaign.ts';

type Times = Pick<Campaign, 'opensAt' | 'closesAt'>;

/** What a campaign is at a moment: it opens at its first, and is closed from its last on. */
export function campaignStateAt({ opensAt, closesAt }: Times, now: Date): CampaignState {
  if (now < opensAt) return 'scheduled';
  return closesAt === null || now < closesAt ? 'open' : 'closed';
}

/** When the first of some campaigns opens or closes next; undefined: never. */
export function nextChange(campaigns: readonly Times[], now: Date): Date | undefined {
  const moments = campaigns.flatMap(({ opensAt, closesAt }) => [opensAt, ...(closesAt ? [closesAt] : [])]);
  return moments.filter((moment) => moment > now).sort(byTime)[0];
}

/** The campaigns that readers meet. Those that are scheduled stand nowhere. */
export interface ShownCampaigns {
  /** The leading one first. */
  readonly open: readonly OpenCampaign[];
  /** The last closed first. */
  readonly closed: readonly ClosedCampaign[];
}

/** What the rule looks at. */
type Placed = Pick<Campaign, 'slug' | 'state' | 'position' | 'opensAt' | 'closesAt'>;

/**
 * The one rule by which pages, mails and the API choose among campaigns: of those that are open, the ones to which the operator gave a
 * place come first, in that order, then the others; of those with one place, and of those with none, the latest opened comes first, of
 * those opened at one moment the first by name in addresses. The first of all leads. Where none is open, none leads.
 */
export function inOrder<One extends Placed>(campaigns: readonly One[]): { open: One[]; closed: One[] } {
  return {
    open: campaigns.filter(({ state }) => state === 'open').sort(byPlace),
    closed: campaigns.filter(({ state }) => state === 'closed').sort(lastClosedFirst),
  };
}

/** The campaigns of one language that readers meet, in their order. */
export function shownCampaigns(campaigns: readonly Campaign[]): ShownCampaigns {
  const { open, closed } = inOrder(campaigns);
  return { open: open.filter(isOpen), closed: closed.filter(isClosed) };
}

export function isOpen(campaign: Campaign): campaign is OpenCampaign {
  return campaign.state === 'open';
}

export function isClosed(campaign: Campaign): campaign is ClosedCampaign {
  return campaign.state === 'closed';
}

function byPlace(one: Placed, other: Placed): number {
  const places = (one.position ?? Number.MAX_SAFE_INTEGER) - (other.position ?? Number.MAX_SAFE_INTEGER);
  return places || byTime(other.opensAt, one.opensAt) || bySlug(one, other);
}

function lastClosedFirst(one: Placed, other: Placed): number {
  return byTime(other.closesAt ?? other.opensAt, one.closesAt ?? one.opensAt) || bySlug(one, other);
}

function byTime(one: Date, other: Date): number {
  return one.getTime() - other.getTime();
}

function bySlug(one: Placed, other: Placed): number {
  return one.slug < other.slug ? -1 : 1;
}
