import { expect, it } from 'vitest';
import { RenderGate, RenderQueueFullError } from './render-gate.ts';

const never = () => new Promise<never>(() => {});

it('work that hangs gives up its turn, and the next goes on', async () => {
  const gate = new RenderGate({ atOnce: 1, longest: 50 });
  const hanging = gate.run(never);
  const next = gate.run(async () => 'done');
  await expect(hanging).rejects.toThrow(RenderQueueFullError);
  expect(await next).toBe('done');
  expect([gate.waiting, gate.shed]).toEqual([0, 1]);
});

it('work that fails gives up its turn too', async () => {
  const gate = new RenderGate({ atOnce: 1 });
  await expect(
    gate.run(async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await gate.run(async () => 'done')).toBe('done');
});

it('who was turned away takes nobody’s turn', async () => {
  const gate = new RenderGate({ atOnce: 1, waiting: 1, patience: 30 });
  const held = Promise.withResolvers<string>();
  const running = gate.run(() => held.promise);
  const turnedAway = await Promise.allSettled([gate.run(never), gate.run(never)]);
  expect(turnedAway.map((one) => one.status === 'rejected' && one.reason instanceof RenderQueueFullError)).toEqual([
    true,
    true,
  ]);
  held.resolve('first');
  expect(await running).toBe('first');
  expect(await gate.run(async () => 'again')).toBe('again');
});
