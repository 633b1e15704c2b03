import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

const problem = {
  description: 'What is wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The API as an OpenAPI 3.1 document, from the same shapes by which it reads and answers. */
export function openApi(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Common Bonds open data',
      version: '1',
      description:
        'The record of the International Criminal Court and where every state stands, on any day: dated, sourced facts and the figures computed from them.',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'status', 'title'],
          properties: {
            type: { type: 'string' },
            status: { type: 'integer' },
            title: { type: 'string' },
            detail: { type: 'string' },
            instance: { type: 'string' },
          },
        },
      },
    },
  };
}

function operation({ path, summary, params, query, answer }: Endpoint) {
  return {
    operationId: path.slice(1).replace(/[{}]/g, '').replace(/\//g, '-'),
    summary,
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    responses: {
      200: { description: summary, content: { 'application/json': { schema: schemaOf(answer) } } },
      400: problem,
      404: problem,
    },
  };
}

function parameters(shape: z.ZodObject | undefined, where: 'path' | 'query') {
  return Object.entries(shape?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field as z.ZodType);
    const required = where === 'path' || !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: where, required, schema, ...(description ? { description } : {}) };
  });
}

function schemaOf(shape: z.ZodType): { description?: string } & Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  return schema as { description?: string } & Record<string, unknown>;
}
