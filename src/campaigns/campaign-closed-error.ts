/** A campaign takes no acts: it has closed, or has not opened yet. */
export class CampaignClosedError extends Error {
  override readonly name = 'CampaignClosedError';
}
