import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { handedBy } from '../handed.ts';
import { rooms } from '../rooms.ts';
import { endpointsOf } from './endpoints.ts';

const endpoints = endpointsOf({ handed: handedBy(rooms) });
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

describe('every address of the API', () => {
  it.each(['/openapi.json', ...endpoints.map(({ path }) => path)])(
    '%s is only to be read, and says so',
    async (path) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const response = await fetch(`${site.url}/api/v1${path.replace(/\{\w+\}/g, 'x')}`, { method, body: '{}' });
        expect(response.status, method).toBe(405);
        expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect(response.headers.get('access-control-allow-origin')).toBe('*');
        expect(await response.json()).toMatchObject({
          status: 405,
          instance: `/api/v1${path.replace(/\{\w+\}/g, 'x')}`,
        });
      }
    },
  );
});
