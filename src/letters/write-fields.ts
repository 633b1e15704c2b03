import { chosen, type Fields, openForm, SPEAK, tellingLong, typed, written } from '../http/fields.ts';

export const LONGEST_LETTER = 5_000;
export const LONGEST_SUBJECT = 200;
export const LONGEST_WHY = 1_500;

const TICK = chosen(20);
const CODE = chosen(100);
/** More than are ever shown on a page: who ticks too many is told how many may be. */
const ADDRESSEES = chosen(40, 150);

/** What leads to a letter stands in the address: whom it is for, and how they are searched. */
export const writeQuery: Fields = {
  state: CODE,
  ask: CODE,
  lang: CODE,
  aware: TICK,
  go: TICK,
  /** Asked for the list of addressees. */
  choose: TICK,
  [SPEAK]: TICK,
  page: TICK,
  to: ADDRESSEES,
  q: chosen(200),
  area: chosen(500),
  party: chosen(500),
};

/** The letter, to send or to print. */
export const letterForm = tellingLong(
  openForm({
    state: CODE,
    aware: TICK,
    /** Told that something in the words makes a person look first. */
    seen: TICK,
    [SPEAK]: TICK,
    ask: CODE,
    to: ADDRESSEES,
    lang: CODE,
    'argument-*': TICK,
    step: TICK,
    /** Asked for other addressees, with what is typed so far. */
    go: TICK,
    page: TICK,
    q: chosen(200),
    area: chosen(500),
    party: chosen(500),
    why: written('letters.why.label', LONGEST_WHY),
    subject: written('letters.subject', LONGEST_SUBJECT),
    body: written('letters.body.label', LONGEST_LETTER),
    name: typed('letters.name.label', 200),
    email: typed('letters.email.label', 254),
    locality: typed('letters.locality.label', 200),
    copy: TICK,
    news: TICK,
    'public-name': TICK,
  }),
);
