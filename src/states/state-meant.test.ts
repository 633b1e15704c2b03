import { expect, it } from 'vitest';
import { stateMeant } from './state-names.ts';

const states = [
  { iso2: 'KE', iso3: 'KEN' },
  { iso2: 'CI', iso3: 'CIV' },
  { iso2: 'CD', iso3: 'COD' },
  { iso2: 'CG', iso3: 'COG' },
  { iso2: 'GB', iso3: 'GBR' },
  { iso2: 'US', iso3: 'USA' },
  { iso2: 'DE', iso3: 'DEU' },
];

it.each([
  ['kenya', 'KEN'],
  ['  KÉNYA ', 'KEN'],
  ['Keny', 'KEN'],
  ['كينيا', 'KEN'],
  ["cote d'ivoire", 'CIV'],
  ['UK', 'GBR'],
  ['USA', 'USA'],
  ['Alemania', 'DEU'],
  ['Cong', undefined],
  ['Ke', 'KEN'],
  ['K', undefined],
  ['nowhere', undefined],
  ['', undefined],
])('who types “%s” means %s', (typed, state) => {
  expect(stateMeant(states, typed)?.iso3).toBe(state);
});
