import { chosen } from '../../http/fields.ts';
import { newOne } from '../../office/copies/new-one.ts';
import { listRoutes } from '../../office/list/list-routes.ts';
import { type OfficeRoute, officeForm, officePage } from '../../office/office-route.ts';
import { deskAddresses } from '../addresses.ts';
import { addAskFields, addAskPage, addOneAsk } from './add-ask.tsx';
import { addCampaign, addFields, addPage, addQuery } from './add-campaign.tsx';
import { askScreen } from './ask-screen.tsx';
import { campaignsList } from './campaign-list.tsx';
import { campaignScreen } from './campaign-screen.tsx';
import { wordsFields } from './editing.ts';
import { choosePicture, pictureFields, picturePage, pictureQuery } from './picture-page.tsx';
import { previewQuery } from './preview.ts';
import { previewedPage, previewScreen } from './preview-page.tsx';
import { changePublishing, publishingFields, publishingPage } from './publishing-page.tsx';
import { rulesFields } from './rules-fields.ts';
import { changeRules, rulesPage, rulesQuery, rulesVersion } from './rules-page.tsx';
import { rulesVersions, rulesVersionsQuery } from './rules-versions.tsx';
import { editWords, mayWriteWords, saveWords, wordsVersion } from './save-words.ts';
import { changeCampaign, settingsFields, settingsPage, settingsVersion } from './settings-page.tsx';
import {
  approveFields,
  approveNewest,
  bringBackFields,
  bringVersionBack,
  versionPage,
  versionQuery,
} from './version-page.tsx';
import { versionsPage, versionsQuery } from './versions-page.tsx';

/** Where staff works with campaigns. */
export const officeScreens: readonly OfficeRoute[] = [
  ...listRoutes(campaignsList),
  officePage(deskAddresses.add, 'campaigns.change', addPage, addQuery),
  officeForm(deskAddresses.add, 'campaigns.change', addFields, addCampaign, { copied: newOne }),
  officePage(deskAddresses.oneCampaign, 'signed-in', campaignScreen),
  // A day may open a campaign to everybody, or close it for good.
  officePage(deskAddresses.settings, 'campaigns.change', settingsPage, {}, { fresh: deskAddresses.settings }),
  officeForm(deskAddresses.settings, 'campaigns.change', settingsFields, changeCampaign, {
    ...{ fresh: deskAddresses.settings, copied: { version: settingsVersion } },
  }),
  officePage(deskAddresses.preview, 'signed-in', previewScreen, previewQuery),
  officePage(deskAddresses.previewed, 'signed-in', previewedPage, previewQuery),
  officePage(deskAddresses.picture, 'campaigns.change', picturePage, pictureQuery),
  officeForm(deskAddresses.picture, 'campaigns.change', pictureFields, choosePicture),
  officePage(deskAddresses.addAsk, 'campaigns.change', addAskPage),
  officeForm(deskAddresses.addAsk, 'campaigns.change', addAskFields, addOneAsk, { copied: newOne }),
  officePage(deskAddresses.oneAsk, 'signed-in', askScreen),
  // What it asks of states, readers see at once.
  officePage(deskAddresses.rules, 'campaigns.change', rulesPage, rulesQuery, { fresh: deskAddresses.rules }),
  officeForm(deskAddresses.rules, 'campaigns.change', rulesFields, changeRules, {
    ...{ fresh: deskAddresses.rules, copied: { version: rulesVersion } },
  }),
  officePage(deskAddresses.rulesVersions, 'signed-in', rulesVersions, rulesVersionsQuery),
  // It opens a campaign to everybody, or takes it from them.
  officePage(deskAddresses.publishing, 'publications.change', publishingPage, {}, { fresh: deskAddresses.publishing }),
  officeForm(deskAddresses.publishing, 'publications.change', publishingFields, changePublishing, {
    fresh: deskAddresses.publishing,
  }),
  officePage(deskAddresses.words, 'campaigns.write', editWords, { done: chosen(10) }),
  officeForm(deskAddresses.words, 'campaigns.write', wordsFields, saveWords, {
    copied: { version: wordsVersion, mayChange: mayWriteWords },
  }),
  officeForm(deskAddresses.approve, 'campaigns.approve', approveFields, approveNewest),
  officePage(deskAddresses.versions, 'signed-in', versionsPage, versionsQuery),
  officePage(deskAddresses.version, 'signed-in', versionPage, versionQuery),
  officeForm(deskAddresses.version, 'campaigns.write', bringBackFields, bringVersionBack),
];
