import { calendarFile } from './api/calendar.ts';
import { dataPage } from './api/data-page.tsx';
import { datasetFile } from './api/dataset-files.ts';
import { feedFile } from './api/feeds.ts';
import { campaignPage } from './campaigns/campaign-page.tsx';
import { homePage } from './campaigns/home-page.tsx';
import { shareOnMastodon, sharePage } from './campaigns/share-page.tsx';
import { sitemap } from './campaigns/sitemap.ts';
import { answerPage, giveAnswers } from './letters/answer-page.tsx';
import { printLetters } from './letters/print-page.tsx';
import { sendLetters, writePage } from './letters/write.tsx';
import { join, joinPage } from './pledges/join.tsx';
import { casePage } from './record/case-page.tsx';
import { drawingFile } from './record/drawings.tsx';
import { figurePage } from './record/figure-page.tsx';
import { figuresPage } from './record/figures-page.tsx';
import { learnPage } from './record/learn-page.tsx';
import { participantPage } from './record/participant-page.tsx';
import { courtPage } from './record/record-page.tsx';
import { situationPage } from './record/situation-page.tsx';
import { victimsPage } from './record/victims-page.tsx';
import { askOffice, officePage, officeProofPage, proveOffice } from './representatives/office-page.tsx';
import { logoFile, logoPicture, markFile, shareCard } from './site/brand.ts';
import { links } from './site/links.ts';
import { privacyPage } from './site/privacy-page.tsx';
import { robotsFile, securityFile } from './site/robots.ts';
import { get, post, type Route } from './site/route.ts';
import { statePage } from './states/state-page.tsx';
import { statesPage } from './states/states-page.tsx';
import { checkMailPage } from './supporters/check-mail-page.tsx';
import { confirm, confirmPage } from './supporters/confirm-page.tsx';
import { askData, askDataPage } from './supporters/data-link.tsx';
import { changeMyData, myDataPage } from './supporters/my-data.tsx';
import { statusPage, withdraw } from './supporters/status-page.tsx';

/** Every public address. Pages link to them by `src/site/links.ts`. */
export const routes: readonly Route[] = [
  get('/', async ({ lang }) => ({ kind: 'redirect', status: 302, to: links.home(lang) })),
  get('/:lang', homePage),
  get('/:lang/campaigns/:slug', campaignPage),
  get('/:lang/campaigns/:slug/share', sharePage),
  post('/:lang/campaigns/:slug/share', shareOnMastodon),
  get('/:lang/campaigns/:slug/write', writePage),
  post('/:lang/campaigns/:slug/write', sendLetters),
  post('/:lang/campaigns/:slug/print', printLetters),
  get('/:lang/campaigns/:slug/check-your-mail', checkMailPage),
  get('/:lang/campaigns/:slug/join', joinPage),
  post('/:lang/campaigns/:slug/join', join),
  get('/:lang/confirm/:token', confirmPage),
  post('/:lang/confirm/:token', confirm),
  get('/:lang/status/:token', statusPage),
  post('/:lang/status/:token', withdraw),
  get('/:lang/answer/:token', answerPage),
  post('/:lang/answer/:token', giveAnswers),
  get('/:lang/offices/:token', officePage),
  post('/:lang/offices/:token', askOffice),
  get('/:lang/offices/confirm/:token', officeProofPage),
  post('/:lang/offices/confirm/:token', proveOffice),
  get('/:lang/my-data', askDataPage),
  post('/:lang/my-data', askData),
  get('/:lang/my-data/:token', myDataPage),
  post('/:lang/my-data/:token', changeMyData),
  get('/:lang/record', courtPage),
  get('/:lang/record/victims', victimsPage),
  get('/:lang/record/figures', figuresPage),
  get('/:lang/record/figures/:id', figurePage),
  get('/:lang/record/situations/:slug', situationPage),
  get('/:lang/record/cases/:slug', casePage),
  get('/:lang/record/cases/:slug/:person', participantPage),
  get('/:lang/states', statesPage),
  get('/:lang/states/:iso3', statePage),
  get('/:lang/drawings/:file', drawingFile),
  get('/:lang/learn/:slug', learnPage),
  get('/:lang/data', dataPage),
  get('/data/:dataset/:revision/:file', datasetFile),
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
