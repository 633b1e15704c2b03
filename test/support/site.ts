import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/config/root.ts';
import { readSettings } from '../../src/config/settings.ts';
import { CAPACITY, type Capacity } from '../../src/http/shed-load.ts';
import { type Running, startProcess } from '../../src/main.ts';
import type { Room } from '../../src/room.ts';
import { rooms } from '../../src/rooms.ts';
import { type FreshDatabase, startingDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { type MailSink, startMailSink } from './mail.ts';
import { lostInMails } from './mail-links.ts';

/** The test works in the same process: what makes the event loop late is not those who ask. */
const BESIDE_A_TEST: Capacity = { ...CAPACITY, late: 30_000, patience: 30_000 };

export interface Site {
  readonly url: string;
  readonly running: Running;
  readonly fresh: FreshDatabase;
  /** The receiving world: a real SMTP server on this machine. */
  readonly mail: MailSink;
  /** @throws where a mail of its led to an address that no route answers */
  stop(): Promise<void>;
}

/**
 * The whole product on a free port, run by a test coalition, with a database and a mail server of its own.
 * @param more rooms in place of the product's, SQL that makes their tables, and whether duties and mail are at work
 */
export async function startSite(
  env: Readonly<Record<string, string>> = {},
  more: { readonly rooms?: readonly Room[]; readonly tables?: string; readonly work?: boolean } = {},
): Promise<Site> {
  const [fresh, mail, dataDir, port] = await Promise.all([
    startingDatabase(),
    startMailSink(),
    mkdtemp(join(tmpdir(), 'common-bonds-site-')),
    freePort(),
  ]);
  const settings = readSettings(
    {
      PORT: String(port),
      DATABASE_URL: 'postgresql://unused',
      DATA_DIR: dataDir,
      OUTBOX_PORT: '0',
      PUBLIC_URL: `http://localhost:${port}`,
      SMTP_URL: mail.url,
      MAIL_DOMAIN: 'letters.coalition.internal',
      OPERATOR_NAME: 'Test Coalition',
      OPERATOR_EMAIL: 'desk@coalition.example',
      LOG_LEVEL: 'error',
      ...env,
    },
    root,
  );
  if (more.tables) await fresh.pool.query(more.tables);
  const running = await startProcess(
    { ...settings, DATABASE_URL: fresh.url },
    {
      web: true,
      work: more.work ?? true,
      mayLeave: () => true,
      mailEvery: 0.05,
      capacity: BESIDE_A_TEST,
      ...(more.rooms && { rooms: more.rooms }),
    },
    () => {},
  );
  return {
    url: settings.PUBLIC_URL,
    running,
    fresh,
    mail,
    stop: async () => {
      await running.stop();
      await mail.stop();
      await fresh.drop();
      await rm(dataDir, { recursive: true, force: true });
      const lost = lostInMails(mail.received, settings.PUBLIC_URL, more.rooms ?? rooms);
      if (lost.length > 0) throw new Error(`mails lead nowhere: ${lost.join(', ')}`);
    },
  };
}
