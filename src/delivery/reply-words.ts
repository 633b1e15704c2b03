/** Why a server says no, as the mail world sorts it. */
export type Reason =
  | 'relay-denied'
  | 'mailbox-full'
  | 'too-much'
  | 'sender-refused'
  | 'policy'
  | 'suspended'
  | 'too-large'
  | 'mailbox-unknown'
  | 'host-unknown'
  | 'moved'
  | 'try-later';

/** Phrases in the order in which they count: the first that is found decides. Lower case, without punctuation. */
const PHRASES: readonly (readonly [Reason, readonly string[]])[] = [
  [
    'relay-denied',
    [
      'relay access denied',
      'relaying denied',
      'relay denied',
      'relay not permitted',
      'relaying not allowed',
      'relay not allowed',
      'relaying is not',
      'relaying prohibited',
      'unable to relay',
      'not permitted to relay',
      'not configured to relay',
      'no relaying',
      'does not relay',
      'allowed rcpthosts',
      'must issue a starttls',
      'starttls is required',
      'starttls required',
      'tls required',
      'authentication is required for relay',
    ],
  ],
  [
    'mailbox-full',
    [
      'mailbox full',
      'mailbox is full',
      'mailbox for user is full',
      'mail box is full',
      'inbox is full',
      'over quota',
      'overquota',
      'quota exceeded',
      'exceeded quota',
      'exceeded its quota',
      'exceeded the quota',
      'exceeds quota',
      'out of storage',
      'quota violation',
      'disk quota',
      'storage quota',
      'exceeded storage',
      'insufficient system storage',
      'insufficient disk',
      'not enough space',
      'not enough storage',
      'mailbox size limit',
    ],
  ],
  [
    'too-much',
    [
      'too many recipients',
      'too many connections',
      'too many messages',
      'rate limit',
      'receiving mail at a rate',
      'frequency limited',
      'try again later',
      'temporarily deferred',
    ],
  ],
  [
    'sender-refused',
    [
      'sender address',
      'sender rejected',
      'sender denied',
      'sender verify',
      'sender domain',
      'sender unknown',
      'unknown sender',
      'invalid sender',
      'bad sender',
      'mail from domain',
      'mailfrom',
      'domain of sender',
      'envelope sender',
      'return path',
    ],
  ],
  [
    'policy',
    [
      'blocked using',
      'client host',
      'blacklist',
      'black list',
      'blocklist',
      'block list',
      'spamhaus',
      'dnsbl',
      'spf record',
      'spf check',
      'spf fail',
      'dmarc',
      'dkim',
      'reputation',
      'reverse dns',
      'dns ptr',
      'ptr record',
      'banned',
      'policy reasons',
      'security polic',
    ],
  ],
  [
    'suspended',
    [
      'is disabled',
      'account disabled',
      'mailbox disabled',
      'user disabled',
      'suspended',
      'deactivated',
      'inactive',
      'temporary locked',
      'temporarily locked',
    ],
  ],
  ['too-large', ['message size', 'message too', 'size limit', 'size exceed', 'length exceeds']],
  [
    'moved',
    ['not our user', 'user not local', 'no longer on server', 'has moved', 'no longer works here', 'user has left'],
  ],
  [
    'mailbox-unknown',
    [
      'user unknown',
      'unknown user',
      'no such user',
      'no such mailbox',
      'no such recipient',
      'no such account',
      'no such address',
      'no such person',
      'no such local',
      'no mailbox',
      'user not found',
      'user not exist',
      'user not known',
      'user does not exist',
      'user doesnt exist',
      'user doesnt have a',
      'unknown mailbox',
      'mailbox unknown',
      'mailbox not found',
      'mailbox does not exist',
      'mailbox doesnt exist',
      'invalid mailbox',
      'invalid recipient',
      'invalid user',
      'recipient unknown',
      'unknown recipient',
      'recipient not found',
      'recipnotfound',
      'recipient does not exist',
      'recipient doesnt exist',
      'account does not exist',
      'account doesnt exist',
      'account not found',
      'account that you tried to reach does not exist',
      'unknown account',
      'address unknown',
      'unknown address',
      'address does not exist',
      'address doesnt exist',
      'addressee unknown',
      'unknown local part',
      'not a valid mailbox',
      'not a valid user',
      'not a valid recipient',
      'not a known user',
      'does not exist here',
      'is not known here',
    ],
  ],
  [
    'host-unknown',
    [
      'host unknown',
      'unknown host',
      'host not found',
      'no such domain',
      'no such host',
      'domain name not found',
      'nxdomain',
      'invalid domain',
      'illegal host',
      'unknown domain',
      'null mx',
      'does not accept mail',
      'doesnt accept mail',
    ],
  ],
  ['try-later', ['temporary failure', 'temporarily unavailable', 'timed out', 'message expired', 'connection refused']],
];

/** The reason that a server's words give; undefined where they give none that we know. @param words at most a few thousand characters */
export function reasonIn(words: string): Reason | undefined {
  const plain = ` ${plainWords(words)} `;
  return PHRASES.find(([, phrases]) => phrases.some((phrase) => plain.includes(phrase)))?.[0];
}

/** Without addresses (which may hold any word), the codes that each line of a long reply repeats, and punctuation. */
function plainWords(words: string): string {
  return words
    .replace(/[^\s<>]+/g, (token) => (token.includes('@') ? ' ' : token))
    .toLowerCase()
    .replace(/\b[245]\d\d[- ](?:#?[245]\.\d{1,3}\.\d{1,3})?/g, ' ')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
