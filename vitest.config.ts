import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

export default defineConfig({
  // As in the build.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    // One more than there are cores: journeys wait for mails, starts and a browser.
    maxWorkers: Math.min(8, availableParallelism() + 1),
    // A test that is run alone would keep all others from running.
    allowOnly: false,
    // Against tests that hang, not slow machines: the slowest takes a third of this on one of them.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['{src,bench,dev}/**/*.test.{ts,tsx}', 'test/tools/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
        },
      },
    ],
  },
});
