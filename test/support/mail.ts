import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  /** Envelope. */
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
  readonly mail: ParsedMail;
}

/** What a server says to one recipient, or to a body: undefined takes it. */
export type Answer = { readonly code: number; readonly words: string } | undefined;

export interface MailSink {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** How the server treats what follows. */
  behave: { recipient(address: string): Answer | Promise<Answer>; body(raw: Buffer): Answer | Promise<Answer> };
  /** Ends every connection, as servers do with idle ones. */
  hangUp(): void;
  stop(): Promise<void>;
}

const kind = () => undefined;

/** A real SMTP server on this machine that keeps what it takes. */
export async function startMailSink(): Promise<MailSink> {
  const received: ReceivedMail[] = [];
  const sink = { behave: { recipient: kind, body: kind } as MailSink['behave'] };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: (address, _session, done) => {
      Promise.resolve(sink.behave.recipient(address.address)).then((answer) => done(refusal(answer)));
    },
    onData: (stream, session, done) => {
      read(stream, session)
        .then(async (mail) => {
          const answer = await sink.behave.body(mail.raw);
          if (!answer) received.push(mail);
          done(refusal(answer));
        })
        .catch(done);
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${port}`,
    received,
    hangUp: () => {
      for (const connection of server.connections as Set<{ close(): void }>) connection.close();
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

async function read(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<ReceivedMail> {
  const raw = Buffer.concat(await stream.toArray());
  const { mailFrom, rcptTo } = session.envelope;
  return { from: mailFrom ? mailFrom.address : '', to: rcptTo[0]?.address ?? '', raw, mail: await simpleParser(raw) };
}

function refusal(answer: Answer): Error | undefined {
  return answer && Object.assign(new Error(answer.words), { responseCode: answer.code });
}
