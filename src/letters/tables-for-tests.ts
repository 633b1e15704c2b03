import { before, bytes, id, now, operator, person, type Row, somebody, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { wordsSaidHere } from '../mail/said-here.ts';
import { letterAnswers, letterStates } from './letter-queries.ts';
import { reviewDecisions } from './review-queries.ts';
import { holdReasons } from './screening.ts';

const bounce_id = bytes('e', 10);
const claimed = { claim: id(1), claimed_at: now, attempts: 1 };
const onItsWay: readonly Row[] = [
  { state: 'held', held_because: 'link', due_at: null },
  { state: 'waiting' },
  { state: 'claimed', ...claimed },
  { state: 'handing-over', ...claimed, bounce_id },
];
const left = {
  state: 'handed-over',
  handed_over_at: now,
  due_at: null,
  bounce_id,
  reply: '250 taken',
  attempts: 1,
  claimed_at: now,
};
/** What only a try leaves. */
const ofATry: readonly Row[] = [{ bounce_id }, { reply: '451 later' }, { said_here: 'no-reply' }];
const unconfirmed = { state: 'unconfirmed', confirmed_at: null, due_at: null };
const duplicate = { state: 'duplicate', due_at: null };
const refused = { state: 'refused', reply: '550 no', due_at: null, attempts: 1, claimed_at: now };
const leftOffice = { state: 'left-office', due_at: null };
const earlier = { created_at: before, confirmed_at: before };

const letter: Row = {
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
};

export const tables: Tables = {
  delivery_queues: {
    possible: { mailbox: 'desk@assembly.example' },
    another: { mailbox: 'other@assembly.example' },
    impossible: { delivery_queues_mailbox_fkey: { mailbox: 'nobody@assembly.example' } },
    moment: 'next_at',
  },
  letters: {
    possible: letter,
    another: { id: id(111), representative_id: id(120) },
    besides: [{ ...letter, id: id(113), representative_id: id(121) }],
    impossible: {
      letters_action: { action_id: unknown },
      letters_state_check: { state: 'by-hand', due_at: null },
      letters_held_because_check: { held_because: 'mood' },
      letters_answer_check: { ...left, answer: 'perhaps', answer_at: now },
      letters_once: { representative_id: id(1) },
      letters_in_order: [
        { confirmed_at: before },
        { claimed_at: before },
        { ...left, handed_over_at: before },
        { ...left, ...earlier, handed_over_at: before },
        { ...left, answer: 'no', answer_at: before },
      ],
      letters_confirmed_at: [{ confirmed_at: null }, { state: 'unconfirmed', due_at: null }],
      letters_words: [...onItsWay, unconfirmed].map((state) => ({ ...state, text_sealed: null })),
      letters_taken_back: { state: 'withdrawn', due_at: null },
      letters_text_sealed: { text_sealed: '\\x' },
      letters_held_because: [
        { state: 'held', due_at: null },
        { ...unconfirmed, held_because: 'restored' },
        { ...duplicate, held_because: 'restored' },
      ],
      letters_due_at: [
        ...onItsWay.slice(1).map((state) => ({ ...state, due_at: null })),
        ...[left, unconfirmed, duplicate, refused, { state: 'held', held_because: 'link' }].map((state) => ({
          ...state,
          due_at: now,
        })),
        { ...left, state: 'bounced', due_at: now },
      ],
      letters_in_hand: [
        { ...claimed, state: 'claimed', claim: null },
        { ...claimed, state: 'handing-over', bounce_id, claim: null },
      ],
      letters_claim: [{ ...claimed }, { ...refused, ...claimed }, { ...left, state: 'bounced', claim: id(1) }],
      letters_attempts: [
        { attempts: -1 },
        { attempts: 1 },
        { ...left, attempts: 0 },
        { state: 'claimed', ...claimed, attempts: 0 },
        { ...refused, attempts: 0 },
        { ...refused, reply: null, said_here: 'not-made', attempts: 0 },
        { ...refused, reply: null, said_here: 'no-reply', attempts: 0 },
      ],
      letters_claimed_at: [
        ...onItsWay.slice(0, 2).flatMap((state) => ofATry.map((said) => ({ ...state, ...said }))),
        ...ofATry.map((said) => ({ state: 'withdrawn', due_at: null, text_sealed: null, ...said })),
        { ...leftOffice, bounce_id },
        ...['only-tried', 'refused-here'].map((said_here) => ({
          state: 'refused',
          due_at: null,
          said_here,
          bounce_id,
        })),
      ],
      letters_bounce_id: { bounce_id: '\\x01', claimed_at: now },
      letters_return_path: [
        { ...left, bounce_id: null },
        { ...left, state: 'bounced', bounce_id: null },
        { ...claimed, state: 'unknown', due_at: null },
        { state: 'handing-over', ...claimed },
      ],
      letters_never_left: [
        ...[duplicate, unconfirmed, { ...unconfirmed, state: 'withdrawn', text_sealed: null }].flatMap((state) =>
          [{}, ...ofATry].map((said) => ({ ...state, ...said, claimed_at: now })),
        ),
      ],
      letters_said: [
        { ...left, reply: null },
        { ...left, reply: null, said_here: 'no-reply' },
        { ...refused, reply: null, said_here: null },
        { ...refused, reply: null, said_here: 'kept-here' },
        { said_here: 'kept-here', claimed_at: now },
        { said_here: 'not-made', claimed_at: now },
        ...['only-tried', 'refused-here'].map((said_here) => ({ said_here })),
        { ...left, state: 'bounced', reply: null, said_here: 'no-reply' },
        { ...leftOffice, claimed_at: now, reply: '451 later' },
        { ...leftOffice, claimed_at: now, said_here: 'kept-here' },
      ],
      letters_said_here_check: { ...refused, reply: null, said_here: 'no mail could be made of it' },
      letters_said_once: { ...left, reply: '250 taken', said_here: 'kept-here' },
      letters_handed_over_at: [
        { handed_over_at: now },
        { ...left, handed_over_at: null },
        { ...refused, handed_over_at: now },
      ],
      letters_bounced_at: { ...left, bounced_at: now },
      letters_bounced_in_order: [
        { ...left, state: 'bounced', bounced_at: before },
        { ...left, ...earlier, state: 'bounced', handed_over_at: null, bounced_at: before },
      ],
      letters_answer: [
        { answer: 'asked' },
        { answer: 'yes', answer_at: now },
        { ask_again_at: now },
        { ...left, answer: 'yes', answer_at: now, ask_again_at: now },
        { ...left, answer: 'asked', ask_again_at: now },
        { ...left, state: 'bounced', ask_again_at: now },
      ],
      letters_answer_at: [
        { ...left, answer: 'yes' },
        { ...left, answer_at: now },
        { ...left, answer: 'asked', answer_at: now },
      ],
      letters_expected_on: [unconfirmed, duplicate].map((state) => ({ ...state, expected_on: '2026-03-02' })),
    },
    moment: 'due_at',
    lists: { answer: letterAnswers, held_because: holdReasons, said_here: wordsSaidHere, state: letterStates },
    texts: { reply: 'what a mail server said, or is said of it' },
    order: [
      ['created_at', 'confirmed_at', 'claimed_at', 'handed_over_at', 'answer_at'],
      ['created_at', 'confirmed_at', 'claimed_at', 'handed_over_at', 'bounced_at'],
    ],
    later: `state = 'bounced', reply = '250 ok', answer = 'no', attempts = 1, bounce_id = '${bytes('e', 10)}'`,
    inNoOrder: { ask_again_at: 'a plan', due_at: 'a plan', expected_on: 'a plan' },
    apart: { reply: 'a mail server may answer nothing' },
  },
  held_letters: {
    possible: { supporter_key: person, letter_id: id(11), lang: 'ar', taken_by: somebody, taken_until: now },
    another: { letter_id: id(113) },
    impossible: {
      held_letters_letter: { letter_id: unknown },
      held_letters_lang: { lang: 'de' },
      held_letters_taken_by: { taken_by: unknown },
      held_letters_taken: [{ taken_by: null }, { taken_until: null }],
    },
    moment: 'taken_until',
    lists: { lang: langs },
    decided: { row: { taken_by: operator }, goes: 'DELETE FROM letters' },
  },
  letters_to_look_at: {
    possible: {
      ...{ supporter_key: person, letter_id: id(11), since: now, because: 'link', ask_id: id(6) },
      ...{ country: 'KEN', lang: 'ar', lang_read: true },
    },
    another: { letter_id: id(113) },
    impossible: {
      letters_to_look_at_letter: { letter_id: unknown },
      letters_to_look_at_because: { because: 'mood' },
      letters_to_look_at_country: { country: 'ke' },
      letters_to_look_at_lang: { lang: 'de' },
    },
    moment: 'since',
    lists: { because: holdReasons, lang: langs },
    texts: { country: 'the code of a state, as the action has it' },
  },
  reviews: {
    possible: { id: id(12), supporter_key: person, letter_id: id(11), decision: 'released', decided_by: somebody },
    another: { id: id(112) },
    impossible: {
      reviews_letter: { letter_id: unknown },
      reviews_decision_check: { decision: 'perhaps' },
      reviews_reason: [{ decision: 'refused' }, { reason: 'a threat' }],
      reviews_decided_by: { decided_by: unknown },
    },
    moment: 'decided_at',
    says: { column: 'reason', beside: { decision: 'refused' } },
    lists: { decision: reviewDecisions },
    texts: { reason: 'somebody’s own words, for whoever asks later' },
    decided: { row: { decided_by: operator }, goes: 'DELETE FROM letters' },
  },
};
