import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveKeys } from '../config/keys.ts';
import { nobody, openLink, sealLink } from './mailed-link.ts';
import { BrokenSealError, seal, supporterKey, unseal } from './sealing.ts';

const keys = deriveKeys(Buffer.alloc(32, 1));
const others = deriveKeys(Buffer.alloc(32, 2));
const place = ['outbox.message_sealed', [randomUUIDv7()]] as const;

describe('a seal', () => {
  it('opens with its key to what was sealed, in any script', () => {
    const text = 'Amína · أمينة · 👩‍👩‍👧';
    expect(unseal(keys, ...place, seal(keys, ...place, text))).toBe(text);
  });

  it('never looks the same twice, and shows nothing', () => {
    const [one, two] = [seal(keys, ...place, 'amina@mail.example'), seal(keys, ...place, 'amina@mail.example')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('amina')).toBe(false);
  });

  it('opens with no other key and not after a change', () => {
    const sealed = seal(keys, ...place, 'a letter');
    expect(() => unseal(others, ...place, sealed)).toThrow(BrokenSealError);
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    expect(() => unseal(keys, ...place, sealed)).toThrow(BrokenSealError);
    expect(() => unseal(keys, ...place, Buffer.alloc(3))).toThrow(BrokenSealError);
  });
});

describe('a supporter’s key', () => {
  it('is the same for the same address and says nothing without the secret', () => {
    expect(supporterKey(keys, 'a@mail.example')).toEqual(supporterKey(keys, 'a@mail.example'));
    expect(supporterKey(keys, 'a@mail.example')).not.toEqual(supporterKey(others, 'a@mail.example'));
  });
});

describe('a mailed link', () => {
  const id = randomUUIDv7();
  const who = supporterKey(keys, 'a@mail.example');

  it('opens for its purpose alone', () => {
    const token = sealLink(keys, 'confirm', who, id, new Date('2026-07-17T10:00:00Z'));
    expect(openLink(keys, 'confirm', token)).toEqual({
      supporterKey: who,
      id,
      madeAt: new Date('2026-07-17T10:00:00Z'),
    });
    expect(openLink(keys, 'status', token)).toBeUndefined();
    expect(openLink(others, 'confirm', token)).toBeUndefined();
  });

  it('opens nothing once changed, in any character', () => {
    const token = sealLink(keys, 'status', who, id);
    for (let index = 0; index < token.length; index += 1) {
      const changed = token.slice(0, index) + (token[index] === 'A' ? 'B' : 'A') + token.slice(index + 1);
      expect(openLink(keys, 'status', changed)).toBeUndefined();
    }
    for (const junk of ['', 'x', `${token}A`, token.slice(1), '../../etc', '%00'])
      expect(openLink(keys, 'status', junk)).toBeUndefined();
  });

  it('can’t be told to belong to the same act as another', () => {
    expect(sealLink(keys, 'addressee', nobody, id)).not.toBe(sealLink(keys, 'addressee', nobody, id));
  });
});
