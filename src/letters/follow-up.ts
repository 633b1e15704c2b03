import { type Action, findAction } from '../actions/action.ts';
import { writersAddress } from '../actions/writer.ts';
import { campaignName } from '../campaigns/campaigns.ts';
import { moreToDo } from '../campaigns/more-to-do.ts';
import { controllerOf } from '../controllers/controllers.ts';
import { whoAnswers } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import { words } from '../locales/words.ts';
import { sendAutomatic } from '../mail/automatic-mail.ts';
import { domainOf, type MailGateway } from '../mail/mail-gateway.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import { withoutMessage } from '../work/run-duties.ts';
import { workThrough } from '../work/worker-pool.ts';
import { letterAddresses } from './addresses.ts';
import { type ActionToFollowUp, noteFollowedUp, putOffFollowUp, takeToFollowUp } from './follow-up-queries.ts';
import { ASK_AFTER_DAYS } from './letter-steps.ts';

/** Milliseconds until a question that could not leave is tried again: at the next day's turn. */
const PUT_OFF = 20 * 3_600_000;

interface Question {
  readonly toAsk: ActionToFollowUp;
  readonly action: Action;
  readonly to: string;
}

/**
 * Asks each writer, once for all letters of an action, whether an answer came. Who could not be asked for now is asked another day; who
 * took the action back, or is known no longer, is not.
 * @returns how many questions left
 */
export async function askWriters(app: App, post: MailGateway, now: Date): Promise<number> {
  const before = new Date(now.getTime() - ASK_AFTER_DAYS * 86_400_000);
  const later = new Date(now.getTime() + PUT_OFF);
  let left = 0;
  await workThrough<Question>({
    workers: () => post.workers(),
    take: (atMost) => takeQuestions(app, before, now, atMost),
    lane: ({ to }) => domainOf(to),
    do: async (question) => {
      const { outcome } = await ask(app, post, question);
      if (outcome === 'deferred') return putOffFollowUp(app.database, question.toAsk, before, later);
      if (outcome !== 'refused') left += 1;
      await noteFollowedUp(app.database, question.toAsk, before, outcome === 'refused' ? 'not-asked' : 'asked');
    },
    giveBack: async (questions) => {
      for (const { toAsk } of questions) await putOffFollowUp(app.database, toAsk, before, later);
    },
  });
  return left;
}

async function takeQuestions(app: App, before: Date, now: Date, atMost: number): Promise<Question[]> {
  for (;;) {
    const taken = await takeToFollowUp(app.database, before, now, atMost);
    const found = await Promise.all(taken.map((toAsk) => questionOf(app, toAsk, before)));
    const questions = found.filter((question) => question !== undefined);
    if (questions.length > 0 || taken.length === 0) return questions;
  }
}

async function questionOf(app: App, toAsk: ActionToFollowUp, before: Date): Promise<Question | undefined> {
  const key = toAsk.supporter_key;
  try {
    const action = await findAction(app, key, toAsk.action_id);
    const to = action && (await writersAddress(app, action));
    if (action?.state === 'confirmed' && to) return { toAsk, action, to };
  } catch (error) {
    app.log.error(withoutMessage('question', error as Error), 'a writer could not be asked');
  }
  await noteFollowedUp(app.database, toAsk, before, 'not-asked');
  return undefined;
}

async function ask(app: App, post: MailGateway, { action, to }: Question) {
  const { t } = words(action.lang);
  const campaign = await campaignName(app.database, action.campaignId, action.lang);
  const sealed = sealLink(app.keys, 'answer', action.supporterKey, action.id);
  const link = `${app.settings.PUBLIC_URL}${letterAddresses.answer(action.lang, sealed)}`;
  const why = t('letters.answer.mail.why');
  const controller = await controllerOf(app.database, action.controllerId, action.lang);
  const answers = whoAnswers(action.lang, controller, app.settings.operator);
  const question = t('letters.answer.mail.text', { campaign });
  const text = [question, link, why, moreToDo(app, action.lang), answers].join('\n\n');
  const subject = t('letters.answer.mail.subject', { campaign });
  return sendAutomatic(app, post, { to, lang: action.lang, subject, text, controller });
}
