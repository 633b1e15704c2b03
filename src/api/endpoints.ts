import type { App } from '../http/app.ts';
import { asksEndpoints } from './asks-endpoints.ts';
import { correctionsEndpoint } from './corrections-endpoint.ts';
import { datasetEndpoints } from './dataset-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { recordEndpoints } from './record-endpoints.ts';
import { statesEndpoints } from './states-endpoints.ts';

/** Every address of the API that answers JSON: ours, and what the rooms add. */
export function endpointsOf({ handed }: Pick<App, 'handed'>): readonly Endpoint[] {
  return [...endpoints, ...handed.endpoints];
}

/** Those of the record, the states and the data sets. */
export const endpoints: readonly Endpoint[] = [
  ...recordEndpoints,
  ...statesEndpoints,
  ...asksEndpoints,
  correctionsEndpoint,
  ...datasetEndpoints,
];
