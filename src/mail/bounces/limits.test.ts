import { describe, expect, it } from 'vitest';
import { countingWork } from '../../../test/support/counted-work.ts';
import { OFFICE } from '../../../test/support/returned-mail.ts';
import { unconnectedApp } from '../../../test/support/unconnected.ts';
import { bouncesWith } from '../../../test/support/worst-bounces.ts';
import { worstTexts } from '../../../test/support/worst-texts.ts';
import { readBounce } from '../read-bounce.ts';
import { meaningOf } from '../reply-meaning.ts';
import { withoutPeople } from '../smtp-replies.ts';
import { bounceIdIn } from './bounce-id.ts';
import { boundedMail, LARGEST_READ } from './bounded-mail.ts';

/** Every expression goes over the mail a few times at most; some twenty look at it. */
const MOST = 25 * LARGEST_READ;

describe('a returned mail that is as bad as can be in', () => {
  it.each(Object.entries(bouncesWith))('%s costs what its beginning costs', async (_, make) => {
    for (const [name, text] of worstTexts()) {
      const raw = make(text);
      const work = await countingWork(() => readBounce(raw, { recipient: OFFICE, nullSender: true }));
      expect(work.matched, name).toBeLessThan(MOST);
      expect([work.normalized, work.segmented], name).toEqual([0, 0]);
    }
  });

  it.each(Object.entries(bouncesWith))('%s is cut before anything looks at it', (_, make) => {
    for (const [name, text] of worstTexts()) {
      const bounded = boundedMail(make(text));
      const lines = bounded.toString('latin1').split('\n');
      expect(bounded.length, name).toBeLessThanOrEqual(LARGEST_READ);
      expect(lines.length, name).toBeLessThanOrEqual(5_000);
      expect(
        lines.filter((line) => line.length > 2_000),
        name,
      ).toEqual([]);
    }
  });

  it('nothing that tells its return path costs more than its length', async () => {
    const { keys } = unconnectedApp();
    for (const [name, text] of worstTexts(LARGEST_READ)) {
      const work = await countingWork(() => bounceIdIn(keys, Buffer.from(text)));
      expect(work.matched, name).toBeLessThanOrEqual(4 * LARGEST_READ);
    }
  });
});

describe('a reply of a server that is as bad as can be', () => {
  it.each(worstTexts(1_000_000))('%s costs what its beginning costs', async (_, text) => {
    const work = await countingWork(() => {
      meaningOf({ text: `550 ${text}`, status: text.slice(0, 2_000) });
      withoutPeople(text);
    });
    expect(work.matched).toBeLessThan(100 * 2_000);
    expect(withoutPeople(text).length).toBeLessThanOrEqual(200);
  });
});
