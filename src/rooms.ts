import { api } from './api/room.ts';
import { campaigns } from './campaigns/room.ts';
import { delivery } from './delivery/room.ts';
import { letters } from './letters/room.ts';
import { pledges } from './pledges/room.ts';
import { record } from './record/room.ts';
import { representatives } from './representatives/room.ts';
import type { Room } from './room.ts';
import { site } from './site/room.ts';
import { states } from './states/room.ts';
import { supporters } from './supporters/room.ts';

/** Every room, the lowest layer first: a room may use those before it. A new one is a folder and a line here. */
export const rooms: readonly Room[] = [
  site,
  delivery,
  states,
  record,
  campaigns,
  representatives,
  supporters,
  letters,
  pledges,
  api,
];
