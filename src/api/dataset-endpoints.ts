import { z } from 'zod';
import { visibleChanges, visibleFields, visibleRevisions } from '../facts/facts.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { apiAddresses } from './addresses.ts';
import { datasets } from './datasets.ts';
import { type Endpoint, nameParameter, orNotFound, type RecordQuestion } from './endpoint.ts';
import { openFields, openShapes } from './open-shapes.ts';

const revision = z.strictObject({
  revision: z.number(),
  at: z.string(),
  why: z.string(),
  data: z.string().describe('The whole data set under this revision; it never changes'),
  changes: z.string(),
});
const dataset = z.strictObject({ dataset: z.enum(['record', 'states']) });
const atRevision = z.strictObject({ dataset: z.enum(['record', 'states']), revision: nameParameter });
const nothing = z.strictObject({});
const fields = z.record(z.string(), z.string());

const nameOf = ({ params }: RecordQuestion) =>
  orNotFound(
    (['record', 'states'] as const).find((one) => one === params.dataset),
    'data set',
  );

/** @throws ProblemError for a revision that is none of the data set's */
const revisionIn = fromVisible(
  (given: RecordQuestion) => visibleRevisions(given.app.database, datasets[nameOf(given)]),
  (revisions, given) =>
    orNotFound(
      revisions.find(({ id }) => String(id) === given.params.revision),
      'revision',
    ),
);

export const datasetEndpoints: readonly Endpoint[] = [
  {
    path: '/datasets/{dataset}',
    summaryKey: 'api.endpoint.revisions',
    params: dataset,
    query: nothing,
    answer: z.strictObject({ dataset: z.string(), licence: z.string(), revisions: z.array(revision) }),
    handle: fromVisible(
      (given: RecordQuestion) => visibleRevisions(given.app.database, datasets[nameOf(given)]),
      (revisions, given) => {
        const name = nameOf(given);
        const at = given.app.settings.PUBLIC_URL;
        return {
          dataset: name,
          licence: 'CC-BY-4.0',
          revisions: revisions.map(({ id, at: made, why }) => ({
            revision: id,
            at: made.toISOString(),
            why,
            data: `${at}${apiAddresses.revision(name, String(id))}`,
            changes: `${at}${apiAddresses.revisionChanges(name, String(id))}`,
          })),
        };
      },
    ),
  },
  {
    path: '/datasets/{dataset}/{revision}',
    summaryKey: 'api.endpoint.revision',
    params: atRevision,
    query: nothing,
    answer: z.strictObject({
      dataset: z.string(),
      revision: z.number(),
      at: z.string(),
      files: z.record(z.string(), z.array(fields)),
    }),
    handle: fromVisible(
      async (given: RecordQuestion) => {
        const of = await revisionIn(given);
        const files = await visibleFields(given.app.database, datasets[nameOf(given)], of.id);
        return together({ of, files });
      },
      ({ of, files: all }, given) => {
        const name = nameOf(given);
        const files = Object.fromEntries(
          Object.keys(openShapes[name]).map((file) => [
            file,
            (all[file] ?? []).map((row) => openFields(name, file, row)),
          ]),
        );
        return { dataset: name, revision: of.id, at: of.at.toISOString(), files };
      },
    ),
  },
  {
    path: '/datasets/{dataset}/{revision}/changes',
    summaryKey: 'api.endpoint.revisionChanges',
    params: atRevision,
    query: nothing,
    answer: z.strictObject({
      revision: z.number(),
      at: z.string(),
      why: z.string(),
      changes: z.array(
        z.strictObject({ file: z.string(), key: z.string(), before: fields.nullable(), after: fields.nullable() }),
      ),
    }),
    handle: fromVisible(
      async (given: RecordQuestion) => {
        const of = await revisionIn(given);
        return together({ of, changes: await visibleChanges(given.app.database, datasets[nameOf(given)], of.id) });
      },
      ({ of, changes }, given) => {
        const name = nameOf(given);
        return {
          revision: of.id,
          at: of.at.toISOString(),
          why: of.why,
          changes: changes.map(({ file, key, before, after }) => ({
            file,
            key,
            before: before && openFields(name, file, before),
            after: after && openFields(name, file, after),
          })),
        };
      },
    ),
  },
];
