import { expect, it } from 'vitest';
import { isTest, roomFiles } from '../../test/support/room-files.ts';
import { type Node, nodesOf, parse, textOf } from '../../test/support/sql/syntax.ts';

/** What is shown without having been through the gate, all of it: where that is said, why nobody could want it hidden, and how often. */
const everywhere: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'actions/confirm-page.tsx': {
    'the action of whoever holds the link that was mailed to them, in words that were published': 2,
  },
  'actions/ended-link.tsx': {
    'that a link has ended, said to whoever holds it': 2,
  },
  'actions/status-page.tsx': {
    'the action of whoever holds the secret link, in words that were published': 3,
  },
  'api/verification-page.tsx': {
    'what words of the program mean': 1,
  },
  'campaigns/campaigns.ts': {
    'told to whoever names one: why nothing is at its address': 1,
  },
  'campaigns/open-endpoints.ts': {
    'counts of campaigns that are shown': 1,
  },
  'campaigns/take-action-page.tsx': {
    'it leads on': 1,
  },
  'campaigns/tally.ts': {
    'a number of people of one country, large enough that nobody is recognised in it': 1,
    'a number of people, of whom nothing else is told': 1,
    'numbers of people by country, of whom nothing else is told': 1,
  },
  'facts/facts.ts': {
    'each of them tells of something that may be seen': 1,
    'none of them tells of what may not be seen yet': 1,
  },
  'figures/search-documents.ts': {
    'they are titles and rules of the program, without a number': 2,
  },
  'letters/answer-page.tsx': {
    'the letters of whoever holds the link that was mailed to them': 2,
  },
  'letters/write.tsx': {
    'a language of the site': 1,
  },
  'pledges/names/shown-names.ts': {
    'names whose people agreed that everybody sees them, approved by somebody, and nothing else of them': 1,
    'whether any name is shown': 1,
  },
  'publications/needs-no-gate.ts': {
    'handed on': 1,
    'it leads on': 1,
  },
  'publications/pages-of-ours.ts': {
    'they are pages of the program, which nobody wrote or recorded': 1,
  },
  'representatives/addressee-page.tsx': {
    'the address of whoever holds the link that was mailed to it': 4,
  },
  'representatives/find-representatives.ts': {
    'who holds a public office on the day, and how it is written to': 2,
  },
  'representatives/former-names.ts': {
    'it leads on': 1,
  },
  'robots.ts': {
    'which addresses programs leave alone': 1,
  },
  'routes.ts': {
    'it leads on': 1,
  },
  'site/brand.ts': {
    'it is drawn of the name of the site and of nothing else': 5,
    'it leads on': 1,
  },
  'site/fonts.ts': {
    'a typeface': 1,
  },
  'site/security-file.ts': {
    'whom to write to about a weakness': 1,
  },
  'states/states.ts': {
    'which states there are, and what is judged of writing there': 1,
  },
  'supporters/data-link.tsx': {
    'a form of the program, which shows nothing but what was typed into it': 2,
  },
  'supporters/my-data.tsx': {
    'what is held of whoever holds the link that was mailed to them': 2,
  },
};

/** By these something is shown without the gate. Where the reason is handed on, it stands at each who hands it in. */
const ways = ['alwaysPublic', 'needsNoGate'];
const HANDED_ON = 'publications/needs-no-gate.ts';

const files = roomFiles()
  .filter(({ file }) => /\.tsx?$/.test(file) && !isTest(file))
  .map(({ file, text }) => ({ file, body: parse(file, text).body ?? [] }))
  .map(({ file, body }) => ({ file, nodes: [...nodesOf(body.filter(({ type }) => type !== 'ImportDeclaration'))] }));

const isOne = (node?: Node) => node?.type === 'Identifier' && ways.includes(node.name ?? '');
const constants = (nodes: readonly Node[]) =>
  nodes.flatMap(({ type, id, init }) => {
    const words = type === 'VariableDeclarator' && init ? textOf(init) : undefined;
    return words === undefined ? [] : [[id?.name ?? '', words] as const];
  });
/** Reasons that rooms share by a name. */
const shared = new Map(files.flatMap(({ nodes }) => constants(nodes)));

function reasonsIn(nodes: readonly Node[]): string[] {
  const own = new Map(constants(nodes));
  const calls = nodes.filter(({ type, callee }) => type === 'CallExpression' && isOne(callee));
  return calls.map(({ callee, arguments: given = [] }) => {
    const because = given[callee?.name === 'needsNoGate' ? 0 : 1];
    if (because?.type !== 'Identifier') return (because && textOf(because)) ?? '';
    return own.get(because.name ?? '') ?? shared.get(because.name ?? '') ?? 'handed on';
  });
}

it('everything that is shown without the gate stands in one list, with why it is always public', () => {
  const found = files.flatMap(({ file, nodes }) => {
    const counts = Map.groupBy(reasonsIn(nodes), (because) => because);
    return counts.size > 0
      ? [[file, Object.fromEntries([...counts].map(([because, { length }]) => [because, length]))]]
      : [];
  });
  expect(Object.fromEntries(found)).toEqual(everywhere);
});

it('none of it is without a reason, or with one that only its caller knows', () => {
  const reasons = files.flatMap(({ file, nodes }) => reasonsIn(nodes).map((because) => ({ file, because })));
  expect(
    reasons.filter(({ file, because }) => !because.trim() || (because === 'handed on' && file !== HANDED_ON)),
  ).toEqual([]);
});

it('no way around the gate is handed about by its name, where nobody would see what it is used for', () => {
  const told = files.flatMap(({ file, nodes }) => {
    const called = nodes.filter(({ type, callee }) => type === 'CallExpression' && isOne(callee)).length;
    const declared = nodes.filter(({ type, id }) => type === 'FunctionDeclaration' && isOne(id)).length;
    return nodes.filter(isOne).length === called + declared ? [] : [file];
  });
  expect(told).toEqual([]);
});
