import type { App } from '../../src/http/app.ts';
import { type HandOver, type Message, messageMaker } from '../../src/mail/mail.ts';
import type { MailGateway } from '../../src/mail/mail-gateway.ts';

/** A post room whose servers say what a test wants, mail by mail. */
export interface ScriptedPost extends MailGateway {
  readonly sent: Message[];
  /** What is said of the next mails; undefined takes them. */
  answer: (message: Message) => HandOver | undefined | Promise<HandOver | undefined>;
}

export function scriptedPost(app: App): ScriptedPost {
  const post: ScriptedPost = {
    sent: [],
    answer: () => undefined,
    compose: messageMaker(app.settings),
    send: async (message, beforeBody) => {
      if (beforeBody && !(await beforeBody())) return { outcome: 'abandoned' };
      const said = (await post.answer(message)) ?? { outcome: 'accepted', reply: '250 2.0.0 ok' };
      if (said.outcome === 'accepted') post.sent.push(message);
      return said;
    },
    workers: () => 16,
    close: async () => {},
  };
  return post;
}
