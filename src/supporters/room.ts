import { get, getForOne, post } from '../http/route.ts';
import { notCrowding } from '../mail/mail-gateway.ts';
import { pagesOfOurs } from '../publications/pages-of-ours.ts';
import type { Room } from '../room.ts';
import type { Tasks } from '../work/enqueue.ts';
import { peopleAddresses, supporterAddresses } from './addresses.ts';
import { askData, askDataPage, dataLinkForm } from './data-link.tsx';
import { eraseSupporter } from './erase.ts';
import { countErasures } from './erasure-queries.ts';
import { forgetErasures } from './erasures.ts';
import { forgetWhatIsNoLongerNeeded } from './forget.ts';
import { mailDataLink } from './mail-data-link.ts';
import { changeMyData, myDataForm, myDataPage } from './my-data.tsx';
import { officeScreens } from './office-screens.ts';
import { retention } from './retention.ts';

export const supporters: Room = {
  name: 'supporters',
  speaks: true,
  auditedItems: { erasure: 'supporters.item.erasure', 'data-link': 'supporters.item.data-link' },
  owns: ['erasures'],
  retention,
  addresses: { ...supporterAddresses, ...peopleAddresses },
  navigation: { footer: [{ label: 'site.myData', order: 30, link: (lang) => supporterAddresses.myData(lang) }] },
  routes: [
    get(supporterAddresses.myData, askDataPage),
    post(supporterAddresses.myData, dataLinkForm, askData),
    getForOne(supporterAddresses.myDataOpened, myDataPage),
    post(supporterAddresses.myDataOpened, myDataForm, changeMyData),
  ],
  office: officeScreens,
  sitemap: pagesOfOurs((lang) => supporterAddresses.myData(lang)),
  duties: ({ patient }) => [
    { name: 'forget', when: '17 * * * *', run: () => forgetWhatIsNoLongerNeeded(patient, new Date()) },
    { name: 'forget-erasures', when: '37 3 * * *', run: () => forgetErasures(patient.database, new Date()) },
  ],
  waits: [
    {
      name: 'erasures',
      who: 'supporters.erase',
      label: 'supporters.waits.erasures',
      way: { link: (lang) => peopleAddresses.erasures(lang, { state: 'waiting' }) },
      read: ({ database }) => countErasures(database),
    },
  ],
  tasks: ({ app, post: room }) => ({
    'mail-data-link': (payload) => mailDataLink(app, notCrowding(room), payload as Tasks['mail-data-link']),
    'erase-supporter': async (payload) => {
      await eraseSupporter(app, Buffer.from((payload as Tasks['erase-supporter']).key, 'hex'));
    },
  }),
};
