import { movedTo } from '../http/answer.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { siteAddresses } from './addresses.ts';
import { whoseSite } from './components/header.tsx';
import { logoInOneColour, logoSvg, logoWithText } from './drawings/logo.ts';
import { shareCard } from './drawings/share-card.ts';
import { drawPicture, outlined } from './pictures/pictures.ts';

const tags = ['site'];
const FAMILY = 'Vollkorn';
const OURS = 'it is drawn of the name of the site and of nothing else';

/** The mark and the campaign's logo, to look at and to download. */
export const logoMarkFile = needsNoGate(OURS, async () => ({
  kind: 'file',
  type: 'image/svg+xml',
  body: logoSvg(),
  tags,
}));
export const oneColourFile = needsNoGate(OURS, async () => ({
  kind: 'file',
  type: 'image/svg+xml',
  body: logoInOneColour(),
  tags,
}));
export const logoFile = needsNoGate(OURS, async () => ({
  kind: 'file',
  type: 'image/svg+xml',
  body: await outlined(logoWithText(FAMILY)),
  tags,
}));
export const logoPicture = needsNoGate(OURS, async () => ({
  kind: 'file',
  type: 'image/png',
  body: (await drawPicture(logoWithText(FAMILY), 1_450)).bytes,
  tags,
}));

/** What networks show beside a link to a page that has no card of its own. */
export const shareCardFile = needsNoGate(OURS, async ({ view }) => {
  const by = whoseSite(view);
  const card = { title: view.t('site.name'), text: [view.t('site.card')], by, rtl: view.dir === 'rtl' };
  return { kind: 'file', type: 'image/png', body: (await drawPicture(shareCard(card), 1_200)).bytes, tags };
});
export const formerShareCard = needsNoGate('it leads on', async () => movedTo(siteAddresses.shareCard('en')));
