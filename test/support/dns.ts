import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What a name has: texts, in order, and mail servers. */
export interface Zone {
  readonly [name: string]: { readonly txt?: readonly string[]; readonly mx?: readonly string[] };
}

/** A DNS server on this machine (RFC 1035) that knows a few names; or, without a zone, one that never answers. */
export async function startDns(zone?: Zone): Promise<{ readonly server: string; stop(): void }> {
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    if (zone) socket.send(answerTo(query, zone), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { server: `127.0.0.1:${socket.address().port}`, stop: () => void socket.close() };
}

function answerTo(query: Buffer, zone: Zone): Buffer {
  const { name, end } = nameIn(query);
  const type = query.readUInt16BE(end);
  const known = zone[name.toLowerCase()];
  const data = type === 16 ? (known?.txt ?? []).map(txt) : (known?.mx ?? []).map(mx);
  const head = Buffer.from(query.subarray(0, 12));
  // An answer, and where the name is unknown NXDOMAIN.
  head.writeUInt16BE(known ? 0x8180 : 0x8183, 2);
  for (const [at, count] of [1, data.length, 0, 0].entries()) head.writeUInt16BE(count, 4 + at * 2);
  return Buffer.concat([head, query.subarray(12, end + 4), ...data.map((one) => record(type, one))]);
}

function nameIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let size = query[at] ?? 0; size > 0; size = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + size));
    at += 1 + size;
  }
  return { name: labels.join('.'), end: at + 1 };
}

/** The name is that of the question; for a minute. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 0x0c, 0, type, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function txt(text: string): Buffer {
  const parts = text.match(/.{1,255}/gs) ?? [];
  return Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])));
}

function mx(exchange: string): Buffer {
  const labels = exchange.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([Buffer.from([0, 10]), ...labels, Buffer.from([0])]);
}
