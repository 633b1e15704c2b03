import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { App } from '../app.ts';
import { bounceIdOf } from './return-path.ts';
import { takeBounce } from './take-bounce.ts';

const LARGEST = 1_000_000;

/**
 * Takes returned mail, by SMTP or LMTP, on BOUNCE_HOST:BOUNCE_PORT. It takes mail for return paths that we gave out and for nothing else, relays
 * nothing, and believes only delivery reports.
 */
export async function startBounceListener(app: App, lmtp = false): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    lmtp,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideSize: false,
    size: LARGEST,
    maxClients: 20,
    socketTimeout: 60_000,
    logger: false,
    banner: 'Common Bonds, returned mail only',
    onRcptTo: (address, _session, done) =>
      done(bounceIdOf(app.keys, address.address) ? undefined : refused(550, '5.1.1 no such return path')),
    onData: (stream, session, done) => {
      takeAll(app, stream, session).then(
        (tooLarge) => done(tooLarge ? refused(552, '5.3.4 too large') : undefined),
        () => done(refused(451, '4.3.0 try again later')),
      );
    },
  });
  server.on('error', () => {});
  server.listen(app.settings.BOUNCE_PORT ?? 0, app.settings.BOUNCE_HOST);
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function takeAll(app: App, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<boolean> {
  const raw = Buffer.concat(await stream.toArray());
  if (stream.sizeExceeded) return true;
  for (const { address } of session.envelope.rcptTo) await takeBounce(app, raw, address);
  return false;
}

function refused(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
