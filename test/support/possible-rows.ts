/** A row by its columns; bytes and arrays as PostgreSQL writes them. */
export type Row = Readonly<Record<string, unknown>>;

export const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const bytes = (letter: string, length: number) => `\\x${letter.repeat(2 * length)}`;
export const now = '2026-03-02T10:00:00Z';
/** A second before. */
export const before = '2026-03-02T09:59:59Z';
export const person = bytes('a', 16);
export const second = bytes('9', 16);
export const nobody = bytes('b', 16);
export const unknown = id(999);
/** The program itself (`src/actors/actors.ts`). */
export const somebody = id(1);

/** One row of each table that can be, in the order in which they can be stored. */
export const possible: Readonly<Record<string, Row>> = {
  actors: { id: id(18), kind: 'operator', name: 'Nadia O.' },
  states: { iso3: 'KEN', iso2: 'KE', risk_source: 'A report', risk_judged_on: '2026-07-17' },
  risk_judgements: {
    id: id(29),
    state: 'KEN',
    level: 'warn',
    because: 'read',
    source: 'A report',
    judged_on: '2026-07-17',
    made_by: somebody,
  },
  representatives: {
    id: id(1),
    state: 'KEN',
    name: 'Amina K.',
    source_key: 'file',
    external_id: '1',
    created_at: now,
    updated_at: now,
  },
  mandates: { id: id(2), representative_id: id(1), body: 'Assembly' },
  mailboxes: { address: 'other@assembly.example' },
  channels: { id: id(3), representative_id: id(1), kind: 'email', value: 'desk@assembly.example' },
  addressee_requests: { id: id(4), channel_id: id(3), kind: 'pause', asked_at: now },
  delivery_queues: { mailbox: 'desk@assembly.example' },
  receiving_domains: { domain: 'assembly.example' },
  controllers: { id: id(19), kind: 'member', name: 'A member', email: 'desk@member.example' },
  campaigns: { id: id(5), slug: 'one', controller_id: id(19), opens_at: now, hashtags: '{}' },
  campaign_texts: { campaign_id: id(5), lang: 'en', text: '{}' },
  asks: { id: id(6), campaign_id: id(5), slug: 'join', aim: 'global-justice', position: 0 },
  ask_texts: { ask_id: id(6), lang: 'en', text: '{}' },
  revisions: { id: 1, dataset: 'states', made_by: somebody, why: 'a correction' },
  facts: { dataset: 'states', file: 'acts', key: 'one', since: 1, position: 0, fields: '{}' },
  drafts: { id: id(7), revision: 1, kind: 'asks', content: '{}', created_at: now },
  ask_outcomes: {
    id: id(8),
    campaign_id: id(5),
    ask_id: id(6),
    state: 'KEN',
    act: 'joined',
    happened_on: '2026-03-02',
    revision: 1,
    people: 0,
  },
  publications: {
    id: id(20),
    kind: 'campaign',
    embargoed_until: now,
    embargoed_by: somebody,
    embargoed_because: 'until the report is out',
  },
  publication_languages: {
    publication_id: id(20),
    lang: 'en',
    state: 'published',
    public_from: now,
    decided_at: now,
    decided_by: somebody,
  },
  tally_marks: { campaign_id: id(5), country: 'KEN', people: 1, letters: 0 },
  tallies: { campaign_id: id(5), country: 'KEN', people: 0, letters: 0 },
  consent_texts: { id: bytes('c', 16), lang: 'en', words: 'I agree.' },
  supporters: { key: person, created_at: now, last_act_at: now },
  actions: {
    supporter_key: person,
    id: id(9),
    campaign_id: id(5),
    controller_id: id(19),
    kind: 'letter',
    lang: 'en',
    country: 'KEN',
    state: 'confirmed',
    created_at: now,
    confirmed_at: now,
    expires_at: now,
    mail_due_at: now,
  },
  consents: {
    supporter_key: person,
    id: id(10),
    action_id: id(9),
    purpose: 'act',
    controller_id: id(19),
    controller: 'Coalition',
    wording: bytes('c', 16),
    lang: 'en',
    given_at: now,
  },
  campaign_supporters: { supporter_key: person, campaign_id: id(5), country: 'KEN', joined_at: now },
  letters: {
    supporter_key: person,
    id: id(11),
    action_id: id(9),
    campaign_id: id(5),
    ask_id: id(6),
    representative_id: id(1),
    channel_id: id(3),
    text_sealed: bytes('d', 1),
    state: 'waiting',
    created_at: now,
    confirmed_at: now,
    due_at: now,
  },
  reviews: { id: id(12), supporter_key: person, letter_id: id(11), decision: 'released', decided_by: somebody },
  outbox: { id: id(13), message_sealed: bytes('d', 1) },
  returned_mails: {
    id: id(14),
    bounce_id: bytes('e', 10),
    kind: 'answer',
    message_sealed: bytes('d', 1),
    created_at: now,
  },
  alerts: { id: id(15), kind: 'complaint', subject: 'assembly.example', detail: 'seen', raised_at: now },
  mail_allowances: { mailbox: person, kind: 'data-link', taken_at: '{}' },
  spent_proofs: { hash: person, until: now },
  page_removals: { id: id(16), tags: '{news}' },
  sealing_keys: { number: 1, key_print: 'one', added_at: now },
  found_with: { lookup_print: 'one' },
  processes: { id: id(17), host: 'one', holds: '{1}', seals_with: 1 },
  content_ledger: { room: 'campaigns', unit: 'asks', key: 'one', hash: 'a'.repeat(32), version: '1.0.0' },
  content_units: { room: 'campaigns', unit: 'asks', digest: 'one' },
  content_proposals: {
    id: 1,
    room: 'campaigns',
    unit: 'asks',
    key: 'one',
    because: 'edited',
    version: '1.0.0',
    offered_at: now,
  },
};

/** Further rows that some of the impossible ones need. */
export const besides: readonly (readonly [table: string, row: Row])[] = [
  ['revisions', { id: 2, dataset: 'states', made_by: somebody, why: 'another' }],
  ['supporters', { key: second }],
];

/** Tables that were called otherwise; an older database knows them by that name alone. */
export const formerNames: Readonly<Record<string, string>> = {
  addressee_requests: 'office_requests',
  consent_texts: 'wordings',
};

/** What makes a row another one than that. */
export const another: Readonly<Record<string, Row>> = {
  actors: { id: id(118), name: 'Another' },
  states: { iso3: 'FRA', iso2: 'FR' },
  risk_judgements: { id: id(129) },
  representatives: { id: id(101), external_id: '2' },
  mandates: { id: id(102) },
  mailboxes: { address: 'another@assembly.example' },
  channels: { id: id(103), value: 'second@assembly.example' },
  addressee_requests: { id: id(104) },
  delivery_queues: { mailbox: 'other@assembly.example' },
  receiving_domains: { domain: 'another.example' },
  controllers: { id: id(119) },
  campaigns: { id: id(105), slug: 'two' },
  campaign_texts: { lang: 'fr' },
  asks: { id: id(106), slug: 'stay' },
  ask_texts: { lang: 'fr' },
  publications: { id: id(120) },
  publication_languages: { lang: 'fr' },
  revisions: { id: 3 },
  facts: { key: 'two' },
  drafts: { id: id(107) },
  ask_outcomes: { id: id(108), act: 'ratified' },
  tallies: { country: 'FRA' },
  consent_texts: { id: bytes('f', 16) },
  supporters: { key: bytes('f', 16) },
  actions: { id: id(109) },
  consents: { id: id(110), purpose: 'news' },
  campaign_supporters: { supporter_key: nobody },
  letters: { id: id(111), representative_id: id(120) },
  reviews: { id: id(112) },
  outbox: { id: id(113) },
  returned_mails: { id: id(114) },
  alerts: { id: id(115), subject: 'another.example' },
  mail_allowances: { mailbox: nobody },
  spent_proofs: { hash: nobody },
  page_removals: { id: id(116) },
  sealing_keys: { number: 2 },
  processes: { id: id(117) },
  content_ledger: { key: 'two' },
  content_units: { unit: 'texts' },
  content_proposals: { id: 2, key: 'two' },
};
