import { expect, it } from 'vitest';
import { yearEnds } from './year-table.tsx';

it('a line as a table has the value at the end of each year and on the last day', () => {
  const steps = [
    { on: '2002-07-01', value: 66 },
    { on: '2002-09-01', value: 77 },
    { on: '2004-01-01', value: 92 },
  ];
  expect(yearEnds({ steps, from: '2001-07-17', to: '2004-05-05' })).toEqual([
    { on: '2001-12-31', value: 0 },
    { on: '2002-12-31', value: 77 },
    { on: '2003-12-31', value: 77 },
    { on: '2004-05-05', value: 92 },
  ]);
});
