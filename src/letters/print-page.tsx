import { campaignAddresses } from '../campaigns/addresses.ts';
import { CampaignLine, titleIn } from '../campaigns/campaign-line.tsx';
import { whileOpen } from '../campaigns/while-open.ts';
import { direction } from '../config/langs.ts';
import { SPEAK, saysWrongAgain } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import type { Visible } from '../http/visible.ts';
import { dayOf } from '../locales/format.ts';
import { pledgeAddresses } from '../pledges/addresses.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { bodyOf, displayName, shownTitle } from '../representatives/naming.ts';
import { CopyButton } from '../site/components/copy-button.tsx';
import { Carried } from '../site/components/form.tsx';
import { page } from '../site/page.tsx';
import { wholeAgain } from '../site/too-long.ts';
import { stateName } from '../states/state-names.ts';
import { readName } from '../text/text-cleaning.ts';
import { letterAddresses } from './addresses.ts';
import { finishLetter, type Words } from './compose.ts';
import { chosenIn, writeStep } from './write.tsx';
import { type Choice, checkPrinted, type Draft, readDraft } from './write-form.ts';

/**
 * Each letter on a page of its own, to print, to copy, or to open in one's own mail program. What can't be printed is given back.
 * Nothing is stored.
 */
export const printLetters = whileOpen(async (request, campaign) => {
  const { view, form, tooLong } = request;
  const choice = await chosenIn(request, campaign, form);
  const draft = readDraft(form, choice);
  const problems = checkPrinted(draft, choice, view, tooLong);
  // The letter's form came back from here with what was wrong; in another language it stays a form, whole or not.
  if (saysWrongAgain(form) || problems.size > 0)
    return writeStep(request, choice, wholeAgain(draft, tooLong), problems, undefined);
  return sheets(request, choice, draft);
});

const sheets = fromVisible(
  async (_: SiteRequest, choice: Visible<Choice>, _draft: Draft) => choice,
  (choice, { view, form }, _, draft) => {
    const writer = { name: readName(draft.name) ?? '', why: draft.why };
    const title = view.t('letters.printed.title', { count: choice.addressees.length });
    return page({
      view,
      title: titleIn(title, choice.campaign),
      description: title,
      private: true,
      form: { id: 'typed' },
      controller: choice.campaign.controller,
      children: (
        <div className="read">
          <CampaignLine view={view} campaign={choice.campaign} />
          <h1 className="noprint">{title}</h1>
          <p className="noprint">{view.t('letters.printed.text')}</p>
          <p className="noprint">
            <button
              className="quiet"
              type="submit"
              form="typed"
              name="step"
              value="edit"
              formAction={letterAddresses.write(view.lang, choice.campaign.slug)}
            >
              {view.t('letters.printed.edit')}
            </button>
          </p>
          <form id="typed" method="post" hidden>
            <Carried values={[...form].filter(([name]) => name !== SPEAK && name !== 'step')} />
          </form>
          {choice.addressees.map((addressee) => (
            <Sheet
              key={addressee.id}
              view={view}
              choice={choice}
              draft={draft}
              addressee={addressee}
              letter={finishLetter(choice.lang, draft, addressee, writer, choice.ask.text.closing)}
            />
          ))}
          <p className="row noprint">
            <a className="go" href={pledgeAddresses.join(view.lang, choice.campaign.slug)}>
              {view.t('campaigns.join')}
            </a>
            <a href={campaignAddresses.share(view.lang, choice.campaign.slug)}>{view.t('campaigns.share')}</a>
          </p>
        </div>
      ),
    });
  },
);

function Sheet({
  view,
  choice,
  draft,
  addressee,
  letter,
}: {
  view: View;
  choice: Choice;
  draft: Draft;
  addressee: Choice['addressees'][number];
  letter: Words;
}) {
  const id = `letter-${addressee.id}`;
  const address = [
    displayName(choice.lang, addressee),
    addressee.name && shownTitle(choice.lang, addressee),
    bodyOf(choice.lang, addressee),
    stateName(choice.lang, choice.state),
  ];
  return (
    <article className="sheet" lang={choice.lang} dir={direction(choice.lang)}>
      {draft.name && (
        <address>
          <bdi>{draft.name}</bdi>
          {draft.locality && <bdi>{draft.locality}</bdi>}
        </address>
      )}
      <address>
        {address.filter(Boolean).map((line) => (
          <bdi key={line}>{line}</bdi>
        ))}
      </address>
      <p>{dayOf(choice.lang, new Date(), view.timeZone)}</p>
      <h2>{letter.subject}</h2>
      <div className="paper" id={id}>
        {letter.body}
      </div>
      <Reached view={view} addressee={addressee} />
      <p className="row noprint" lang={view.lang} dir={view.dir}>
        <CopyButton view={view} of={id} />
        <a href={`mailto:?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(letter.body)}`}>
          {view.t('letters.printed.mail')}
        </a>
      </p>
    </article>
  );
}

/** Other ways to the same desk, where they are known. */
function Reached({ view, addressee }: { view: View; addressee: Choice['addressees'][number] }) {
  const others = addressee.channels.filter(({ kind }) => kind !== 'email');
  if (others.length === 0) return null;
  return (
    <ul className="noprint" lang={view.lang} dir={view.dir}>
      {others.map(({ id, kind, value }) => (
        <li key={id}>
          {view.t(`representatives.channel.${kind}`)}{' '}
          {kind === 'web-form' ? (
            <a href={value} rel="noreferrer">
              {value}
            </a>
          ) : (
            <bdi>{value}</bdi>
          )}
        </li>
      ))}
    </ul>
  );
}
