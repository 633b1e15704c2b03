import type { OpenedMail } from './open-mail.ts';

/** Names by which mail servers write; anybody may call themselves so, but only the return path of their own letter hears it. */
const SERVERS =
  /mail.{0,3}daemon|post.?master|mail (?:delivery|system|administrator)|returned mail|mail.?(?:gateway|server)|microsoftexchange/i;

/** How programs begin the subject of what a person answers or passes on. */
const ANSWER = /^(?:re|aw|sv|fwd?|wg|tr|rv|enc|res|rép)\s{0,3}:/i;

/**
 * Whether a mail server wrote this, about a mail, and not a person or an answering machine.
 * @param nullSender the envelope had the empty sender that returned mail has (RFC 5321 section 4.5.5)
 */
export function serverWrote(mail: OpenedMail, nullSender: boolean): boolean {
  if (mail.type === 'multipart/report' || mail.header('x-failed-recipients') !== '') return true;
  if (SERVERS.test(mail.header('from').slice(0, 300))) return nullSender || !personAnswers(mail);
  const returned = nullSender || /^<?\s*>?$/.test(mail.header('return-path') || 'none');
  return returned && !answersByItself(mail);
}

/** A holiday notice or the like (RFC 3834). */
export function answersByItself(mail: OpenedMail): boolean {
  const auto = mail.header('auto-submitted').toLowerCase();
  if (auto !== '' && !auto.startsWith('no')) return true;
  return (
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => mail.header(name) !== '') ||
    /auto|bulk|junk/i.test(mail.header('precedence'))
  );
}

/** Answered or passed on by a person: a report that it holds is a quotation. */
export function isAnswer(mail: OpenedMail): boolean {
  return refersToOurs(mail) || mail.header('references') !== '' || ANSWER.test(mail.subject);
}

/** People who look after mail answer under a server's name too; what they quote of a server does not begin its line. */
function personAnswers(mail: OpenedMail): boolean {
  return refersToOurs(mail) && ANSWER.test(mail.subject) && !/^[45]\d\d[ -]/m.test(mail.text.trim() || mail.body);
}

function refersToOurs(mail: OpenedMail): boolean {
  return mail.header('in-reply-to') !== '';
}

/** Says that a mail was shown or thrown away: in any case it arrived (RFC 8098). */
export function isReceipt({ parts }: OpenedMail): boolean {
  return parts.some(({ type }) => /^message\/(?:global-)?disposition-notification$/.test(type));
}
