import { z } from 'zod';
import { conditions } from '../states/conditions.ts';
import { publicOffices } from '../states/public-offices.ts';
import { aims } from './campaign-text.ts';

/** What an ask says beside its words. */
export const AskRules = z.strictObject({
  aim: z.enum(aims),
  /** Of which states it is asked. */
  when: z.enum(conditions),
  /** The office that it is best addressed to; null: any. */
  office: z.enum(publicOffices).nullable(),
  /** The arguments with which its letter begins, in this order. */
  defaults: z.array(z.string().trim().min(1).max(400)).max(100),
});
export type AskRules = z.infer<typeof AskRules>;

export const ruleFields = ['when', 'office', 'aim', 'defaults'] as const;
export type RuleField = (typeof ruleFields)[number] | 'place';

/**
 * What can't be: `choice`, it is none of those there are; `last`, something must be asked of every state; `second`, that is another's
 * already; `missing`, an argument is not in all of its words.
 */
export type WrongRule = 'choice' | 'last' | 'second' | 'missing';

/** What somebody chose for an ask, as it comes with a form. */
export interface ChosenRules {
  readonly rules: AskRules;
  /** Its place among the campaign's asks, from 1. */
  readonly place: number;
}
