import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a passkey says beside its signature; a test says what is wrong with it. */
export interface Said {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  /** Whether it asked its person for a PIN, a finger or a face. */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly crossOrigin?: boolean;
  readonly handle?: string;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export type Algorithm = 'ES256' | 'EdDSA' | 'RS256';
const keysOf: Readonly<Record<Algorithm, () => KeyPair>> = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2_048 }),
};

const text = (bytes: Buffer) => bytes.toString('base64url');
const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
/** A byte string of less than 65,536 bytes in CBOR (RFC 8949 section 3.1). */
const cborBytes = (bytes: Buffer) => Buffer.concat([Buffer.of(0x59, bytes.length >> 8, bytes.length & 0xff), bytes]);
const cborText = (words: string) => Buffer.concat([Buffer.of(0x60 + words.length), Buffer.from(words)]);

/** A passkey in memory, which signs whatever a test tells it to (WebAuthn level 3, sections 6.1 and 6.3). */
export class SoftPasskey {
  readonly id = randomBytes(16);
  readonly #algorithm: Algorithm;
  readonly #keys: KeyPair;
  readonly #origin: string;

  constructor(origin: string, algorithm: Algorithm = 'ES256') {
    this.#origin = origin;
    this.#algorithm = algorithm;
    this.#keys = keysOf[algorithm]();
  }

  /** What a browser posts of it when it is made. @param options as they were asked */
  made(options: object, said: Said = {}): string {
    const authData = Buffer.concat([
      this.#data(said, 0x40),
      Buffer.alloc(16),
      Buffer.of(0, this.id.length),
      this.id,
      this.#publicKey(),
    ]);
    const attestationObject = Buffer.concat([
      ...[Buffer.of(0xa3), cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.of(0xa0)],
      ...[cborText('authData'), cborBytes(authData)],
    ]);
    const clientDataJSON = this.#client('webauthn.create', options, said);
    return this.#answer({ clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) });
  }

  /** What a browser posts when it has signed. */
  signed(options: object, said: Said = {}): string {
    const data = this.#data(said, 0);
    const clientDataJSON = this.#client('webauthn.get', options, said);
    const digest = this.#algorithm === 'EdDSA' ? null : 'sha256';
    const signature = sign(digest, Buffer.concat([data, sha256(clientDataJSON)]), this.#keys.privateKey);
    return this.#answer({
      ...{ clientDataJSON: text(clientDataJSON), authenticatorData: text(data), signature: text(signature) },
      ...(said.handle === undefined ? {} : { userHandle: said.handle }),
    });
  }

  #answer(response: object): string {
    return JSON.stringify({ id: text(this.id), rawId: text(this.id), type: 'public-key', response });
  }

  #client(type: string, options: object, said: Said): Buffer {
    const { challenge } = options as { challenge: string };
    const { origin = this.#origin, crossOrigin = false } = said;
    const data = { type: said.type ?? type, challenge: said.challenge ?? challenge, origin, crossOrigin };
    return Buffer.from(JSON.stringify(data));
  }

  #data({ rpId, verified = true, counter = 0 }: Said, flags: number): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(0x01 | (verified ? 0x04 : 0) | flags);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId ?? new URL(this.#origin).hostname), head]);
  }

  /** As COSE writes it: RFC 9053 section 7, RFC 8230 section 4. */
  #publicKey(): Buffer {
    const { x = '', y = '', n = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const part = (head: string, value: string) =>
      Buffer.concat([Buffer.from(head, 'hex'), Buffer.from(value, 'base64url')]);
    const written = {
      ES256: [part('a5010203262001215820', x), part('225820', y)],
      EdDSA: [part('a4010103272006215820', x)],
      RS256: [part('a401030339010020590100', n), part('2143', 'AQAB')],
    };
    return Buffer.concat(written[this.#algorithm]);
  }
}
