import { before, bytes, id, now, type Row, unknown } from './possible-rows.ts';

const bounce_id = bytes('e', 10);
const claimed = { claim: id(1), claimed_at: now };
const onItsWay: readonly Row[] = [
  { state: 'held', held_because: 'link' },
  { state: 'waiting' },
  { state: 'claimed', ...claimed },
  { state: 'handing-over', ...claimed, bounce_id },
];
const left = { state: 'handed-over', handed_over_at: now, due_at: null, bounce_id, reply: '250 taken' };

/** By each rule of letters what it alone refuses. */
export const impossibleLetters: Readonly<Record<string, Row | readonly Row[]>> = {
  letters_action: { action_id: unknown },
  letters_state_check: { state: 'by-hand' },
  letters_held_because_check: { held_because: 'mood' },
  letters_answer_check: { ...left, answer: 'perhaps', answer_at: now },
  letters_once: { representative_id: id(1) },
  letters_in_order: [
    { confirmed_at: before },
    { ...left, handed_over_at: before },
    { ...left, answer: 'no', answer_at: before },
  ],
  letters_confirmed_at: [{ confirmed_at: null }, { state: 'unconfirmed' }],
  letters_words: onItsWay.map((state) => ({ ...state, text_sealed: null })),
  letters_taken_back: { state: 'withdrawn' },
  letters_text_sealed: { text_sealed: '\\x' },
  letters_held_because: { state: 'held' },
  letters_due_at: onItsWay.slice(1).map((state) => ({ ...state, due_at: null })),
  letters_in_hand: [{ state: 'claimed' }, { state: 'handing-over', bounce_id }],
  letters_claim: [
    { state: 'claimed', claim: id(1) },
    { claim: id(1), claimed_at: now },
    { state: 'refused', reply: '550 no', claim: id(1), claimed_at: now },
  ],
  letters_attempts: { attempts: -1 },
  letters_bounce_id: { bounce_id: '\\x01' },
  letters_return_path: [
    { ...left, bounce_id: null },
    { state: 'bounced' },
    { state: 'unknown' },
    { state: 'handing-over', ...claimed },
  ],
  letters_never_left: [
    { state: 'duplicate', bounce_id },
    { state: 'duplicate', reply: '250 taken' },
    { state: 'unconfirmed', confirmed_at: null, reply: '250 taken' },
  ],
  letters_said: [
    { ...left, reply: null },
    { ...left, reply: null, said_here: 'no-reply' },
    { state: 'refused', reply: null, said_here: null },
  ],
  letters_said_here_check: { ...left, state: 'bounced', reply: null, said_here: 'no mail could be made of it' },
  letters_said_once: { ...left, reply: '250 taken', said_here: 'kept-here' },
  letters_said_of_what_left: [
    { state: 'duplicate', said_here: 'no-reply' },
    { state: 'unconfirmed', confirmed_at: null, said_here: 'no-reply' },
  ],
  letters_handed_over_at: [
    { handed_over_at: now },
    { state: 'handed-over', bounce_id, reply: '250 taken' },
    { state: 'refused', reply: '550 no', handed_over_at: now },
  ],
  letters_answer: [{ answer: 'asked' }, { answer: 'yes', answer_at: now }, { ask_again_at: now }],
  letters_answer_at: [
    { ...left, answer: 'yes' },
    { ...left, answer_at: now },
    { ...left, answer: 'asked', answer_at: now },
  ],
  letters_expected_on: { state: 'unconfirmed', confirmed_at: null, expected_on: '2026-03-02' },
};
