import { calendarFile } from './api/calendar.ts';
import { changesPage } from './api/changes-page.tsx';
import { dataPage } from './api/data-page.tsx';
import { datasetFile, fileQuery } from './api/dataset-files.ts';
import { feedFile } from './api/feeds.ts';
import { campaignPage } from './campaigns/campaign-page.tsx';
import { homePage } from './campaigns/home-page.tsx';
import { mastodonForm, shareOnMastodon, sharePage } from './campaigns/share-page.tsx';
import { sitemap } from './campaigns/sitemap.ts';
import { answerPage, answersForm, giveAnswers } from './letters/answer-page.tsx';
import { printLetters } from './letters/print-page.tsx';
import { sendLetters, writePage } from './letters/write.tsx';
import { letterForm, writeQuery } from './letters/write-fields.ts';
import { join, joinPage } from './pledges/join.tsx';
import { joinQuery, pledgeForm } from './pledges/join-form.ts';
import { casePage } from './record/case-page.tsx';
import { drawingFile } from './record/drawings.tsx';
import { figurePage } from './record/figure-page.tsx';
import { figuresPage } from './record/figures-page.tsx';
import { learnPage } from './record/learn-page.tsx';
import { participantPage } from './record/participant-page.tsx';
import { personPage } from './record/person-page.tsx';
import { pictureFile } from './record/picture-file.tsx';
import { courtPage } from './record/record-page.tsx';
import { situationPage } from './record/situation-page.tsx';
import { victimsPage } from './record/victims-page.tsx';
import {
  askOffice,
  officePage,
  officeProofPage,
  officeRequestForm,
  proveOffice,
} from './representatives/office-page.tsx';
import { logoFile, logoPicture, markFile, shareCard } from './site/brand.ts';
import { dayQuery, linkForm } from './site/fields.ts';
import { links } from './site/links.ts';
import { privacyPage } from './site/privacy-page.tsx';
import { robotsFile, securityFile } from './site/robots.ts';
import { get, getForOne, post, type Route } from './site/route.ts';
import { statePage } from './states/state-page.tsx';
import { statesPage } from './states/states-page.tsx';
import { statesQuery } from './states/states-table.ts';
import { checkMailPage, checkMailQuery } from './supporters/check-mail-page.tsx';
import { confirm, confirmPage } from './supporters/confirm-page.tsx';
import { askData, askDataPage, dataLinkForm } from './supporters/data-link.tsx';
import { renewLink, renewLinkPage } from './supporters/ended-link.tsx';
import { changeMyData, myDataForm, myDataPage } from './supporters/my-data.tsx';
import { statusPage, withdraw, withdrawForm } from './supporters/status-page.tsx';

/** Every public address. Pages link to them by `src/site/links.ts`. */
export const routes: readonly Route[] = [
  getForOne('/', async ({ lang }) => ({ kind: 'redirect', status: 302, to: links.home(lang) })),
  get('/:lang', homePage),
  get('/:lang/campaigns/:slug', campaignPage),
  get('/:lang/campaigns/:slug/share', sharePage),
  post('/:lang/campaigns/:slug/share', mastodonForm, shareOnMastodon),
  getForOne('/:lang/campaigns/:slug/write', writePage, writeQuery),
  post('/:lang/campaigns/:slug/write', letterForm, sendLetters),
  post('/:lang/campaigns/:slug/print', letterForm, printLetters),
  getForOne('/:lang/campaigns/:slug/check-your-mail', checkMailPage, checkMailQuery),
  getForOne('/:lang/campaigns/:slug/join', joinPage, joinQuery),
  post('/:lang/campaigns/:slug/join', pledgeForm, join),
  getForOne('/:lang/confirm/:token', confirmPage),
  post('/:lang/confirm/:token', linkForm(), confirm),
  getForOne('/:lang/status/:token', statusPage),
  post('/:lang/status/:token', withdrawForm, withdraw),
  getForOne('/:lang/answer/:token', answerPage),
  post('/:lang/answer/:token', answersForm, giveAnswers),
  getForOne('/:lang/offices/:token', officePage),
  post('/:lang/offices/:token', officeRequestForm, askOffice),
  getForOne('/:lang/offices/confirm/:token', officeProofPage),
  post('/:lang/offices/confirm/:token', linkForm(), proveOffice),
  get('/:lang/renew/:purpose/:token', renewLinkPage),
  post('/:lang/renew/:purpose/:token', linkForm(), renewLink),
  get('/:lang/my-data', askDataPage),
  post('/:lang/my-data', dataLinkForm, askData),
  getForOne('/:lang/my-data/:token', myDataPage),
  post('/:lang/my-data/:token', myDataForm, changeMyData),
  get('/:lang/record', courtPage, dayQuery),
  get('/:lang/record/victims', victimsPage, dayQuery),
  get('/:lang/record/figures', figuresPage, dayQuery),
  get('/:lang/record/figures/:id', figurePage, dayQuery),
  get('/:lang/record/situations/:slug', situationPage, dayQuery),
  get('/:lang/record/cases/:slug', casePage, dayQuery),
  get('/:lang/record/cases/:slug/:person', participantPage, dayQuery),
  get('/:lang/record/people/:slug', personPage, dayQuery),
  get('/:lang/states', statesPage, statesQuery),
  get('/:lang/states/:iso3', statePage, dayQuery),
  getForOne('/:lang/drawings/:name.png', pictureFile, dayQuery),
  get('/:lang/drawings/:file', drawingFile, dayQuery),
  get('/:lang/learn/:slug', learnPage, dayQuery),
  get('/:lang/data', dataPage),
  get('/:lang/changes', changesPage),
  get('/data/:dataset/:revision/:file', datasetFile, fileQuery),
  get('/feeds/:lang/:about/:file', feedFile),
  get('/feeds/:lang/scheduled.ics', calendarFile),
  get('/:lang/privacy', privacyPage),
  get('/brand/mark.svg', markFile),
  get('/brand/united-by-common-bonds.svg', logoFile),
  get('/brand/united-by-common-bonds.png', logoPicture),
  get('/brand/share.png', shareCard),
  get('/robots.txt', robotsFile),
  get('/.well-known/security.txt', securityFile),
  get('/sitemap.xml', sitemap),
];
