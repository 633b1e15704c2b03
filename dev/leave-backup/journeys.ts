import type pg from 'pg';
import type { Invented, Walker } from './walker.ts';

/** Links that were mailed before the backup, by what they lead to. */
export type Links = Record<string, string>;

export const offices = ['head-of-government', 'foreign-minister', 'justice-minister', 'speaker-of-parliament'] as const;
/** As staff would bring them by an import; nobody is there. */
export const officesCsv = `office,name,email\n${offices.map((office) => `${office},,${office}@${office}.example`).join('\n')}\n`;

const invented = (word: string, lang = 'en'): Invented => ({
  name: `Invented ${word}`,
  email: `${word.toLowerCase()}@invented.example`,
  lang,
});

/**
 * Letters in every state, pledges, consents and what an office asks; somebody each.
 * @param bounced imports the notice for what was handed over under this id
 * @param answerLink makes the link that the program mails weeks later
 */
export async function walkJourneys(
  walker: Walker,
  database: pg.Client,
  bounced: (bounceId: Buffer) => Promise<void>,
  answerLink: (supporter: Buffer, action: string) => Promise<string>,
): Promise<Links> {
  const to = await officeIds(database);
  const links: Links = {};
  const [head = '', foreign = '', justice = '', speaker = ''] = offices.map((office) => to.get(office) ?? '');

  const sent: [Invented, string][] = [
    [invented('Handed', 'fr'), head],
    [invented('Bounced', 'es'), foreign],
    [invented('Answered', 'ar'), justice],
  ];
  for (const [who, office] of sent) {
    await walker.writes(who, office, '', true);
    links[who.email] = await walker.confirms(who);
    links[`data of ${who.email}`] = await dataLink(walker, who);
  }
  await states(database, 'handed-over', sent.length);
  const bounce = await database.query<{ bounce_id: Buffer }>(
    'SELECT bounce_id FROM letters WHERE representative_id = $1 AND bounce_id IS NOT NULL',
    [foreign],
  );
  await bounced(bounce.rows[0]?.bounce_id ?? Buffer.alloc(0));

  const answered = await database.query<{ supporter_key: Buffer; action_id: string; id: string }>(
    'SELECT supporter_key, action_id, id FROM letters WHERE representative_id = $1',
    [justice],
  );
  for (const { supporter_key, action_id, id } of answered.rows) {
    links.answer = `/ar/answer/${await answerLink(supporter_key, action_id)}`;
    await walker.post(links.answer, [[`answer-${id}`, 'yes']]);
  }

  for (const who of [invented('Waiting'), invented('Withdrawn', 'fr')]) {
    await walker.writes(who, head);
    links[who.email] = await walker.confirms(who);
  }
  await walker.post(links['withdrawn@invented.example'] ?? '', [['sure', '1']]);

  await walker.writes(invented('Handed', 'fr'), head);
  links['again handed@invented.example'] = await walker.confirms(invented('Handed', 'fr'));

  const toReview = invented('Held', 'es');
  await walker.writes(toReview, speaker, '\n\nhttps://invented.example/somewhere');
  links[toReview.email] = await walker.confirms(toReview);

  await walker.writes(invented('Unconfirmed', 'ar'), speaker);
  links['unconfirmed@invented.example'] = await walker.mailedLink('unconfirmed@invented.example', 'confirm');

  const joined = invented('Joined', 'ar');
  await walker.joins(joined);
  links[joined.email] = await walker.confirms(joined);

  const link = await walker.mailedLink(`${offices[2]}@${offices[2]}.example`, '(?:offices|addressees)');
  links.office = link;
  await walker.post(link, Object.entries({ kind: 'correct-address', address: 'office@corrected.example' }));
  return links;
}

async function dataLink(walker: Walker, { email, lang }: Invented): Promise<string> {
  await walker.post(`/${lang}/my-data`, [['email', email]]);
  return walker.mailedLink(email, 'my-data');
}

async function officeIds(database: pg.Client): Promise<Map<string, string>> {
  const { rows } = await database.query<{ id: string; office: string }>(
    `SELECT id, office FROM representatives WHERE state = 'KEN' AND office IS NOT NULL`,
  );
  return new Map(rows.map(({ id, office }) => [office, id]));
}

async function states(database: pg.Client, state: string, count: number): Promise<void> {
  for (let looks = 0; looks < 240; looks += 1) {
    const { rows } = await database.query<{ n: number }>('SELECT count(*)::int AS n FROM letters WHERE state = $1', [
      state,
    ]);
    if ((rows[0]?.n ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`fewer than ${count} letters became ${state}`);
}
