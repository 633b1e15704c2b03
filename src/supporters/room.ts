import { get, getForOne, post } from '../http/route.ts';
import { notCrowding } from '../mail/mail-gateway.ts';
import { pagesOfOurs } from '../publications/pages-of-ours.ts';
import type { Room } from '../room.ts';
import type { Tasks } from '../work/enqueue.ts';
import { supporterAddresses } from './addresses.ts';
import { askData, askDataPage, dataLinkForm } from './data-link.tsx';
import { forgetWhatIsNoLongerNeeded } from './forget.ts';
import { mailDataLink } from './mail-data-link.ts';
import { changeMyData, myDataForm, myDataPage } from './my-data.tsx';

export const supporters: Room = {
  name: 'supporters',
  speaks: true,
  addresses: supporterAddresses,
  navigation: { footer: [{ label: 'site.myData', order: 30, link: (lang) => supporterAddresses.myData(lang) }] },
  routes: [
    get(supporterAddresses.myData, askDataPage),
    post(supporterAddresses.myData, dataLinkForm, askData),
    getForOne(supporterAddresses.myDataOpened, myDataPage),
    post(supporterAddresses.myDataOpened, myDataForm, changeMyData),
  ],
  sitemap: pagesOfOurs((lang) => supporterAddresses.myData(lang)),
  duties: ({ patient }) => [
    { name: 'forget', when: '17 * * * *', run: () => forgetWhatIsNoLongerNeeded(patient, new Date()) },
  ],
  tasks: ({ app, post: room }) => ({
    'mail-data-link': (payload) => mailDataLink(app, notCrowding(room), payload as Tasks['mail-data-link']),
  }),
};
