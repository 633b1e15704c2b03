import { address } from './address.ts';

/** For the operator's own tools. */
export const operatorAddresses = {
  alive: address('/healthz'),
  ready: address('/readyz'),
  metrics: address('/metrics'),
} as const;
