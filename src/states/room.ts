import { listRoutes } from '../office/list/list-routes.ts';
import { officeForm, officePage } from '../office/office-route.ts';
import type { Room } from '../room.ts';
import { riskAddresses } from './addresses.ts';
import { exampleRisks } from './example-risks.ts';
import { riskList } from './office-risks.tsx';
import { judgeFields, judgementVersion, judgeOne, riskPage } from './risk-page.tsx';
import { rowRules } from './row-rules.ts';
import { content } from './starting-content.ts';

export const states: Room = {
  name: 'states',
  speaks: true,
  auditedItems: { file: 'states.item.file', state: 'states.item.state' },
  addresses: riskAddresses,
  office: [
    ...listRoutes(riskList),
    officePage(riskAddresses.risk, 'risks.judge', riskPage),
    officeForm(riskAddresses.risk, 'risks.judge', judgeFields, judgeOne, { copied: { version: judgementVersion } }),
  ],
  owns: ['risk_judgements', 'states'],
  retention: {
    risk_judgements: {
      nothingOfPeople: { because: 'why a state is judged so', source: 'what was published about a state' },
    },
    states: { nothingOfPeople: { risk_source: 'what was published about a state' } },
  },
  lends: { states: ['iso3', 'iso2', 'risk'] },
  demonstration: exampleRisks,
  rowRules,
  content,
};
