import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { App } from '../http/app.ts';
import { LARGEST_READ } from './bounces/bounded-mail.ts';
import { bounceIdOf } from './return-path.ts';
import { takeBounce } from './take-bounce.ts';

/** A digest comes back whole with its letters; of what is taken, only the beginning is kept. */
const LARGEST_TAKEN = 10_000_000;
/** Where mail services are asked to send complaints (RFC 5965): they name no return path but in the letter they enclose. */
const COMPLAINTS = 'complaints';

/**
 * Takes returned mail, by SMTP or LMTP, on BOUNCE_HOST:BOUNCE_PORT. It takes mail for return paths that we gave out, complaints, and
 * nothing else; relays nothing; and holds no more of a mail than is looked at.
 */
export async function startBounceListener(app: App, lmtp = false): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    lmtp,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideSize: false,
    size: LARGEST_TAKEN,
    maxClients: 20,
    socketTimeout: 60_000,
    logger: false,
    banner: 'Common Bonds, returned mail only',
    onRcptTo: ({ address }, session, done) => {
      // Each return path is one mail's: no report comes back to two.
      if (session.envelope.rcptTo.length > 0) return done(refused(452, '4.5.3 one recipient at a time'));
      const ours = address.toLowerCase().endsWith(`@${app.settings.MAIL_DOMAIN}`);
      return done(
        ours && (isForComplaints(address) || bounceIdOf(app.keys, address))
          ? undefined
          : refused(550, '5.1.1 no such return path'),
      );
    },
    onData: (stream, session, done) => {
      takeOne(app, stream, session).then(
        (problem) => done(problem),
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

/** @returns what the sender is told, where it was not taken */
async function takeOne(
  app: App,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<Error | undefined> {
  const raw = await beginningOf(stream);
  if (!raw) return refused(552, '5.3.4 too large');
  const recipient = envelope.rcptTo[0]?.address ?? '';
  const nullSender = !envelope.mailFrom || envelope.mailFrom.address === '';
  const taken = await takeBounce(app, raw, isForComplaints(recipient) ? undefined : { recipient, nullSender });
  return isForComplaints(recipient) && taken === 'not-ours' ? refused(550, '5.7.1 about no mail of ours') : undefined;
}

/** Reads a stream to its end and keeps its beginning. @returns undefined where it was too large; the server only tells */
async function beginningOf(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    if (size < LARGEST_READ) parts.push(part.subarray(0, LARGEST_READ - size));
    size += part.length;
  }
  return size > LARGEST_TAKEN ? undefined : Buffer.concat(parts);
}

function isForComplaints(address: string): boolean {
  return address.toLowerCase().startsWith(`${COMPLAINTS}@`);
}

function refused(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
