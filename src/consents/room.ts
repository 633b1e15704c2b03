import type { Room } from '../room.ts';
import { retention } from './retention.ts';

export const consents: Room = {
  name: 'consents',
  speaks: true,
  owns: ['consents', 'consent_texts'],
  retention,
  lends: { consents: ['supporter_key', 'id', 'action_id', 'controller_id', 'given_at', 'purpose', 'withdrawn_at'] },
};
