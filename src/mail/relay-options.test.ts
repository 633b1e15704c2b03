import { describe, expect, it } from 'vitest';
import { startMailSink } from '../../test/support/mail.ts';
import { relayOptions } from './relay-options.ts';
import { smtpTransport } from './smtp.ts';

describe('the way to the relay', () => {
  it.each([
    ['smtp://relay.example', true],
    ['smtp://relay.example:587', true],
    ['smtp://user:password@192.0.2.1', true],
    ['smtp://[2001:db8::1]:25', true],
    ['smtp://127.0.0.1.relay.example', true],
    ['smtp://localhost.relay.example', true],
    ['smtp://relay.example?requireTLS=false', false],
    ['smtp://127.0.0.1?requireTLS=true', true],
    ['smtps://relay.example', false],
    ['smtp://localhost:25', false],
    ['smtp://LOCALHOST', false],
    ['smtp://127.0.0.1:2525', false],
    ['smtp://127.1.2.3', false],
    ['smtp://[::1]:25', false],
  ])('%s demands STARTTLS: %s', (url, demanded) => {
    expect(relayOptions(url).requireTLS).toBe(demanded);
  });

  it('takes no mail where STARTTLS is demanded and not there, and the fault is ours', async () => {
    const relay = await startMailSink();
    const message = {
      to: 'minister@gov.example',
      returnPath: 'b@letters.example',
      bytes: Buffer.from('a: b\r\n\r\nc\r\n'),
    };
    const demanding = smtpTransport(`${relay.url}?requireTLS=true`);
    expect(await demanding.send(message)).toMatchObject({ outcome: 'deferred', because: 'relay' });
    expect(relay.received).toEqual([]);
    const plain = smtpTransport(relay.url);
    expect((await plain.send(message)).outcome).toBe('accepted');
    await Promise.all([demanding.close(), plain.close()]);
    await relay.stop();
  });
});
