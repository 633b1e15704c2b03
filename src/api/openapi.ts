import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';

/** Reads queries by the shapes of the routes that follow, and describes them as an OpenAPI 3.1 document. */
export async function describeRoutes(api: FastifyInstance, publicUrl: string): Promise<void> {
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Common Bonds open data',
        version: '1',
        description:
          'The record of the International Criminal Court and where every state stands, on any day: dated, sourced ' +
          'facts and the figures computed from them. Errors are application/problem+json (RFC 9457).',
        license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      },
      servers: [{ url: publicUrl }],
    },
    transform: jsonSchemaTransform,
  });
}
