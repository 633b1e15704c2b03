import type { AskInFolder, CampaignInFolder, InLang } from './campaign-in-folder.ts';

/**
 * What each file of a campaign says by itself, and all together can't mean.
 * @param folders the names of the folders in which asks stand
 * @returns one line for each
 */
export function contradictions({ facts, texts, asks }: CampaignInFolder, folders: readonly string[]): string[] {
  const { opensOn, closesOn } = facts;
  const twice = facts.asks.filter((slug, place) => facts.asks.indexOf(slug) !== place);
  return [
    ...(closesOn !== undefined && closesOn < opensOn ? [`closesOn: ${closesOn} is before opensOn, ${opensOn}`] : []),
    ...twice.map((slug) => `asks: ${slug} stands there twice`),
    ...folders.filter((name) => !facts.asks.includes(name)).map((name) => `asks: ${name} is missing in campaign.json`),
    ...generalCall(asks),
    ...differing(texts, 'messages', ({ messages }) => messages),
    ...differing(texts, 'ways', ({ ways }) => ways),
    ...asks.flatMap(inAsk),
  ];
}

/** Every state needs something that can be asked of it. */
function generalCall(asks: readonly AskInFolder[]): string[] {
  const general = asks.filter(({ facts }) => facts.when === 'always').length;
  return general === 1 ? [] : [`asks: exactly one must be made of every state (“when”: “always”), not ${general}`];
}

function inAsk({ slug, facts, texts }: AskInFolder): string[] {
  const known = new Set(texts.flatMap(({ text }) => text.arguments.map(({ id }) => id)));
  const conditional = texts.filter(({ text }) => text.conditional).length;
  return [
    ...differing(texts, 'arguments', (text) => text.arguments),
    ...(conditional > 0 && conditional < texts.length ? ['conditional: some languages have it and some don’t'] : []),
    ...facts.defaults.filter((id) => !known.has(id)).map((id) => `defaults: there is no argument ${id}`),
  ].map((problem) => `asks/${slug}: ${problem}`);
}

/** Lists whose entries have other names in one language than in the first. */
function differing<Text>(
  texts: readonly InLang<Text>[],
  field: string,
  listOf: (text: Text) => readonly { readonly id: string }[],
): string[] {
  const idsOf = ({ text }: InLang<Text>) => listOf(text).map(({ id }) => id);
  const [first, ...others] = texts;
  if (!first) return [];
  const expected = idsOf(first).join(', ');
  return others
    .filter((one) => idsOf(one).join(', ') !== expected)
    .map((one) => `${one.lang}.json: ${field}: ${idsOf(one).join(', ')}, but ${expected} in ${first.lang}.json`);
}
