import { accounts } from './accounts/room.ts';
import { actions } from './actions/room.ts';
import { actors } from './actors/room.ts';
import { api } from './api/room.ts';
import { audit } from './audit/room.ts';
import { backup } from './backup/room.ts';
import { campaigns } from './campaigns/room.ts';
import { consents } from './consents/room.ts';
import { controllers } from './controllers/room.ts';
import { facts } from './facts/room.ts';
import { figures } from './figures/room.ts';
import { http } from './http/room.ts';
import { letters } from './letters/room.ts';
import { mail } from './mail/room.ts';
import { maps } from './maps/room.ts';
import { media } from './media/room.ts';
import { office } from './office/room.ts';
import { pledges } from './pledges/room.ts';
import { publications } from './publications/room.ts';
import { record } from './record/room.ts';
import { recordKeeping } from './record-keeping/room.ts';
import { representatives } from './representatives/room.ts';
import type { Room } from './room.ts';
import { sealing } from './sealing/room.ts';
import { site } from './site/room.ts';
import { startingContent } from './starting-content/room.ts';
import { statePages } from './state-pages/room.ts';
import { states } from './states/room.ts';
import { statistics } from './statistics/room.ts';
import { supporters } from './supporters/room.ts';
import { texts } from './texts/room.ts';
import { work } from './work/room.ts';

/** Every room, the lowest layer first: a room may use those before it. A new one is a folder and a line here. */
export const rooms: readonly Room[] = [
  actors,
  audit,
  controllers,
  sealing,
  accounts,
  backup,
  http,
  work,
  mail,
  publications,
  texts,
  startingContent,
  facts,
  site,
  office,
  media,
  maps,
  states,
  record,
  figures,
  campaigns,
  consents,
  actions,
  representatives,
  supporters,
  statePages,
  letters,
  pledges,
  statistics,
  recordKeeping,
  api,
];
