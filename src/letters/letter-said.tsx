import type { ComponentChildren } from 'preact';
import type { View } from '../http/view.ts';
import { gistOf } from '../mail/reply-gist.ts';
import { isReply } from '../mail/smtp-replies.ts';
import type { Letter } from './letter-queries.ts';

/** What was said of a letter, in plain words; a server's own are folded below. What only our own line said is not shown. */
export function Said({ view, letter }: { view: View; letter: Letter }) {
  const { reply } = letter;
  if (letter.said_here === 'kept-here') return <p>{view.t(`letters.status.${whyNotSent(view)}`)}</p>;
  if (letter.said_here === 'only-tried') return <p>{view.t('letters.status.only-tried')}</p>;
  if (letter.said_here === 'not-made') return <p>{view.t('letters.status.failed')}</p>;
  // That the connection broke says all of it.
  if (letter.said_here === 'no-reply' && letter.state === 'unknown') return null;
  if (letter.said_here === 'no-reply') return <p>{view.t('letters.status.no-reply')}</p>;
  if (isRefusedHere(letter)) {
    return (
      <p>
        {view.t('letters.status.refused-here')} <bdi>{letter.reason}</bdi>
      </p>
    );
  }
  return reply && isReply(reply) ? <Reply view={view} reply={reply} /> : null;
}

/** A demonstration sends nothing; neither does a site without a mail server; and nothing is ever sent to an address that can’t exist. */
function whyNotSent({ operator, mailStays }: View) {
  if (!operator) return 'kept';
  return mailStays ? 'kept-operator' : 'kept-reserved';
}

function Reply({ view, reply }: { view: View; reply: string }): ComponentChildren {
  return (
    <>
      <p>{view.t(`letters.said.${gistOf(reply)}`)}</p>
      <details>
        <summary>{view.t('letters.status.reply')}</summary>
        <p className="s" lang="en" dir="ltr">
          {reply}
        </p>
      </details>
    </>
  );
}

/** Refused by whoever looked at it for us, with a reason, and by no server. */
export function isRefusedHere({ said_here }: Letter): boolean {
  return said_here === 'refused-here';
}
