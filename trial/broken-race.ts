import type { RacedLetter } from './raced-letter.ts';

/** Once nothing moves any more, a confirmed letter that nobody took back has ended in one of these ways. */
const ENDED = ['handed-over', 'refused', 'unknown'];

/** @param ended what came of each who did something with it at once @returns each promise that was broken, in words */
export async function findBroken(
  letter: RacedLetter,
  ended: readonly PromiseSettledResult<unknown>[],
): Promise<string[]> {
  const state = await stateOf(letter);
  const failures = ended.flatMap((one, at) =>
    one.status === 'rejected' ? [`${letter.names[at]} failed: ${(one.reason as Error).message}`] : [],
  );
  const wrong = Object.entries(promises).flatMap(([what, broken]) =>
    broken(letter, state) ? [`${what} (${state})`] : [],
  );
  return [...failures, ...wrong, ...(await wrongCounts(letter, state))];
}

const promises: Readonly<Record<string, (letter: RacedLetter, state: string) => boolean>> = {
  'sent twice': ({ arrivals }) => arrivals.length > 1,
  'sent after it was taken back': ({ takenBackAnswers, arrivals }) =>
    takenBackAnswers.some(({ at, leaving }) => arrivals.filter((moment) => moment > at).length > leaving),
  'said not to be sent, and arrived': ({ arrivals }, state) => state === 'withdrawn' && arrivals.length > 0,
  lost: ({ confirmed, withdrawn, erased }, state) => confirmed && !withdrawn && !erased && !ENDED.includes(state),
  'said to be handed over, and did not arrive': ({ arrivals }, state) =>
    state === 'handed-over' && arrivals.length === 0,
  'sent though nobody confirmed it': ({ confirmed, arrivals }) => !confirmed && arrivals.length > 0,
  'there after it was erased': ({ erased }, state) => erased && state !== 'gone',
};

async function stateOf({ app, action }: RacedLetter): Promise<string> {
  const found = await app.pool.query<{ state: string }>('SELECT state FROM letters WHERE action_id = $1', [action.id]);
  return found.rows[0]?.state ?? 'gone';
}

/** Who is counted takes part, and who takes part is counted; so are the letters that were not taken back. */
async function wrongCounts({ app, erased }: RacedLetter, state: string): Promise<string[]> {
  const { rows } = await app.pool.query<{ people: number; letters: number; part: number }>(
    `SELECT coalesce(sum(people), 0)::int AS people, coalesce(sum(letters), 0)::int AS letters,
       (SELECT count(*)::int FROM campaign_supporters) AS part FROM tally_marks`,
  );
  const { people = 0, letters = 0, part = 0 } = rows[0] ?? {};
  const stands = ['gone', 'withdrawn', 'unconfirmed'].includes(state) ? 0 : 1;
  // An erased letter may have left before, and then it stays counted.
  const lettersRight = erased ? [0, 1].includes(letters) : letters === stands;
  return [
    ...(people === part ? [] : [`${people} people counted, ${part} take part`]),
    ...(lettersRight ? [] : [`${letters} letters counted (${state})`]),
  ];
}
