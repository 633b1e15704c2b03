import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Smaller bodies fit one packet anyway. */
const WORTH_COMPRESSING = 1_200;

/** The best encoding that the client accepts (RFC 9110 section 12.5.3). */
export function acceptedEncoding(header: string | string[] | undefined): Encoding {
  const text = String(header ?? '').toLowerCase();
  if (accepts(text, 'br')) return 'br';
  return accepts(text, 'gzip') ? 'gzip' : 'identity';
}

function accepts(header: string, name: string): boolean {
  return header.split(',').some((item) => {
    const [coding, ...parameters] = item.trim().split(';');
    return coding === name && !parameters.some((parameter) => /^\s*q=0(\.0+)?\s*$/.test(parameter));
  });
}

/** A body that is sent once: quickly compressed. */
export async function compressOnce(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return encoding === 'gzip' ? gzipped(body, { level: 6 }) : body;
}

/** A body that is kept: as small as it gets, in every encoding. */
export async function compressForKeeping(
  body: Buffer,
): Promise<Partial<Record<Encoding, Buffer>> & { identity: Buffer }> {
  if (body.length < WORTH_COMPRESSING) return { identity: body };
  const [br, gz] = await Promise.all([
    brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    gzipped(body, { level: 9 }),
  ]);
  return { identity: body, br, gzip: gz };
}

export function worthCompressing(body: Buffer): boolean {
  return body.length >= WORTH_COMPRESSING;
}
