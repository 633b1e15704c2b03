import type { LastingLinks } from '../actions/lasting-link.ts';
import { linksToAction } from '../actions/lasting-links.ts';
import { letterAddresses } from './addresses.ts';

declare module '../sealing/mailed-link.ts' {
  interface LinkPurposes {
    answer: true;
  }
}

/** By which writers say whether they got an answer. */
export const lastingLinks: readonly LastingLinks[] = [
  linksToAction('answer', 'answer', (lang, token) => letterAddresses.answer(lang, token)),
];
