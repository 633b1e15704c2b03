import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { fillDemonstration } from '../src/fill-demonstration.ts';
import { startProcess } from '../src/main.ts';
import { rooms as all } from '../src/rooms.ts';
import { failingRoom } from '../test/fixtures/rooms/failing/room.ts';
import { freePort } from '../test/support/free-port.ts';
import type { Stage } from '../test/support/page-types.ts';

/** As many as `npm run demo` makes up. */
const PEOPLE = 400;

/**
 * A demonstration with made-up people, on a port and in a folder of its own; its background work rests, so that things stay as they are
 * looked at. One room more fails on demand.
 */
export async function startDemonstration(say: (line: string) => void): Promise<Stage & { stop(): Promise<void> }> {
  const [port, dataDir] = await Promise.all([freePort(), mkdtemp(join(tmpdir(), 'common-bonds-demonstration-'))]);
  const settings = readSettings(
    { PORT: String(port), DATA_DIR: dataDir, OUTBOX_PORT: '0', LOG_LEVEL: 'fatal', ACTS_PER_NETWORK_HOUR: '1000000' },
    root,
  );
  const rooms = [...all, failingRoom];
  const running = await startProcess(settings, { web: true, work: false, rooms }, () => {});
  const people = await fillDemonstration(running.app, PEOPLE);
  say(`a demonstration with ${people} people at ${settings.PUBLIC_URL}`);
  return {
    url: settings.PUBLIC_URL,
    app: running.app,
    rooms,
    stop: async () => {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
