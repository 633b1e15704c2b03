import { datasetEndpoints } from './dataset-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { recordEndpoints } from './record-endpoints.ts';
import { statesEndpoints } from './states-endpoints.ts';

/** Every address of the API that answers JSON. */
export const endpoints: readonly Endpoint[] = [...recordEndpoints, ...statesEndpoints, ...datasetEndpoints];
