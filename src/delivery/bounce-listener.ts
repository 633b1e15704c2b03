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
    onRcptTo: ({ address }, session, done) => {
      // Each return path is one mail's: no report comes back to two.
      if (session.envelope.rcptTo.length > 0) return done(refused(452, '4.5.3 one recipient at a time'));
      const ours = address.toLowerCase().endsWith(`@${app.settings.MAIL_DOMAIN}`) && bounceIdOf(app.keys, address);
      return done(ours ? undefined : refused(550, '5.1.1 no such return path'));
    },
    onData: (stream, session, done) => {
      takeOne(app, stream, session).then(
        (taken) => done(taken ? undefined : refused(552, '5.3.4 too large')),
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

/** @returns false where it was too large; the server only tells, and what is beyond the limit is let go */
async function takeOne(app: App, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<boolean> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= LARGEST) parts.push(part);
  }
  if (size > LARGEST) return false;
  await takeBounce(app, Buffer.concat(parts), session.envelope.rcptTo[0]?.address);
  return true;
}

function refused(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
