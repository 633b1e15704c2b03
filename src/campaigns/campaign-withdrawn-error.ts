/** A campaign was shown, and has been withdrawn by those whose it is. */
export class CampaignWithdrawnError extends Error {
  override readonly name = 'CampaignWithdrawnError';
}
