import { REPLY_PHRASES, type Reason } from './reply-phrases.ts';

/** The reason that a server's words give; undefined where they give none that we know. @param words at most a few thousand characters */
export function reasonIn(words: string): Reason | undefined {
  return reasonOf(words) ?? reasonOf(words.replace(HOSTS, ' '));
}

/** Names that stand inside a phrase: `domain gov.example does not exist`, `user a.clerk unknown`. */
const HOSTS = /(?<![^\s<("'[])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;

/** Words between somebody and what is said of them; any other may be what is not there. */
const BETWEEN =
  '(?: (?:is|was|are|were|has|have|been|you|your|tried|trying|want|to|reach|contact|that|this|the|with|name|named|address|in|at|e|' +
  'mail|email|specified|given|entered|or|local|does|can|could|est|aux|lettres|été|' +
  'électronique|de|correo|electrónico|el|la|con|este|nombre|ist|' +
  'wurde|konnte|hier|messagerie|que|vous|avez|entrée|saisie|ha|sido)){0,8} ';
const SOMEBODY =
  ' (?:recipient|user|mailbox|account|addressee|person|alias|inbox|employee|(?:e ?mail|mail|mailbox|recipient) address|' +
  'l?adresse|boîte|compte|l?utilisateur|destinataire|usuario|destinatario|buzón|cuenta|dirección|' +
  'endereço|usuário|destinatário|l?indirizzo|utente|empfänger|benutzer|postfach|' +
  'المستخدم|المستلم|العنوان|البريد|الحساب)';
const NOT_THERE =
  '(?:unknown|not found|(?:cannot|not|couldnt|cant) be found|(?:not|doesnt) exist|' +
  'not recogni[sz]ed|not known|not listed|not belong to|left (?:us|the|our)|retired|' +
  'no longer (?:here|at|with|in|on|available|exists)|not with us|introuvable|inconnue?|inexistante?|nexiste p(?:as|lus)|no existe|' +
  'no encontrad[oa]|inexistente|desconocid[oa]|no (?:es )?válid[oa]|unbekannt|nicht gefunden|existiert nicht|' +
  'não (?:foi )?encontrad[oa]|non (?:è stat[oa] )?trovat[oa]|' +
  'غير موجود|غير معروف|غير صحيح)';

/** What is said in no phrase that we know, by what it says of whom. Looked at last, on plain words between single blanks. */
export const SENTENCES: readonly (readonly [Reason, RegExp])[] = [
  ['mailbox-full', / (?:quota|out of space|no space left|no more space|insufficient storage|sin espacio|saturée) /],
  ['mailbox-unknown', new RegExp(`${SOMEBODY}${BETWEEN}${NOT_THERE} `, 'u')],
  [
    'mailbox-unknown',
    / (?:no (?:user|account|person) (?:with|by|of|named|called|here)|no match for (?:the )?recipient) /,
  ],
  [
    'mailbox-unknown',
    / (?:nobody of that name|address (?:couldnt|could not|cannot|can not) be found|kein postfach|لا يوجد مستخدم) /,
  ],
  [
    'mailbox-unknown',
    / no se (?:encontró|ha encontrado|encuentra|pudo encontrar) (?:la|el|al) (?:dirección|destinatario|usuario|buzón|cuenta) /,
  ],
  ['mailbox-unknown', / لم يتم العثور على (?:العنوان|عنوان|المستلم|المستخدم|الحساب|صندوق) /],
  ['mailbox-unknown', / unknown (?:local|virtual|e ?mail|mail) (?:user|recipient|mailbox|account|addressee) /],
  [
    'mailbox-unknown',
    / (?:could not|couldnt|cannot|can not|unable to) find (?:an? |the |any |this |that )?(?:user|recipient|mailbox|account) /,
  ],
  ['mailbox-unknown', / not an? (?:known|valid|recogni[sz]ed|existing) (?:recipient|user|mailbox|account) /],
  ['host-unknown', / (?:does not|doesnt) accept mail /],
];

/** Who else may be unknown, or not found. */
const OF_SENDER = / (?:senders?|helo|ehlo|client|headers?|certificate|key|(?:mail|message) from) /;

function reasonOf(words: string): Reason | undefined {
  const plain = ` ${plainWords(words)} `;
  const phrased = REPLY_PHRASES.find(([, phrases]) => phrases.some((phrase) => plain.includes(phrase)))?.[0];
  return phrased ?? (OF_SENDER.test(plain) ? undefined : SENTENCES.find(([, sentence]) => sentence.test(plain))?.[0]);
}

/** Without addresses (which may hold any word), the codes that each line of a long reply repeats, and punctuation. */
function plainWords(words: string): string {
  return words
    .replace(/[^\s<>]+/g, (token) => (token.includes('@') ? ' ' : token))
    .toLowerCase()
    .replace(/\b[245]\d\d[- ](?:#?[245]\.\d{1,3}\.\d{1,3})?/g, ' ')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}
