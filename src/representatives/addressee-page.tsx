import type { ComponentChildren } from 'preact';
import { endedLink } from '../actions/ended-link.tsx';
import { hasEnded } from '../actions/lasting-link.ts';
import { type Answer, NotFoundError, type PageAnswer } from '../http/answer.ts';
import { chosen, linkForm, SPEAK, saysWrongAgain, tellingLong, typed, written } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { openLink } from '../sealing/mailed-link.ts';
import { Choice, Choices, Field, TextArea } from '../site/components/field.tsx';
import { ActionForm, ErrorSummary, noProblems, OnlyHere, type Problems } from '../site/components/form.tsx';
import { NetAddress } from '../site/components/net-address.tsx';
import { quietPage } from '../site/page.tsx';
import { withTooLong } from '../site/too-long.ts';
import { readableAddress, readMailbox } from '../text/mailbox.ts';
import { paragraphs } from '../text/text-cleaning.ts';
import { type AddresseePurpose, addresseePurposes } from './addressee-links.ts';
import { type AddresseeChannel, requestKinds, selectChannel, selectRequest } from './addressee-queries.ts';
import { askForAddressee, isOwnToDecide, proveRequest } from './addressee-requests.ts';
import { representativeAddresses } from './addresses.ts';

/** Why no gate stands before it. */
const THEIRS = 'the address of whoever holds the link that was mailed to it';

const LONGEST_WORDS = 2_000;

export const addresseeRequestForm = tellingLong(
  linkForm({
    [SPEAK]: chosen(20),
    kind: chosen(40),
    address: typed('representatives.addressee.address', 254),
    words: { ...written('representatives.addressee.words', LONGEST_WORDS), units: LONGEST_WORDS },
  }),
);

/** Where the link at the end of every letter leads: what the addressee that got it can ask of us. */
export const addresseePage = needsNoGate(THEIRS, (request) =>
  holding(request, 'addressee', async (id) => requestForm(request, await channelOf(request, id), noProblems)),
);

/** Takes what an addressee asks. */
export const askAddressee = needsNoGate(THEIRS, (request) =>
  holding(request, 'addressee', async (id) => ask(request, await channelOf(request, id))),
);

async function ask(request: SiteRequest, channel: AddresseeChannel): Promise<Answer> {
  const { app, view, form, lang } = request;
  const kind = requestKinds.find((one) => one === form.get('kind'));
  const address = readMailbox(form.get('address') ?? '')?.address;
  const problems = problemsOf(request, kind, address);
  if (form.has(SPEAK)) return requestForm(request, channel, saysWrongAgain(form) ? problems : noProblems);
  if (!kind || problems.size > 0) return requestForm(request, channel, problems);
  const words = paragraphs(form.get('words') ?? '') || null;
  const taken = await askForAddressee(app, {
    channelId: channel.id,
    kind,
    detail: kind === 'correct-address' ? (address ?? null) : words,
    lang,
  });
  if (!taken) return said(view, view.t('representatives.addressee.often'), 429);
  const answer = view.t(isOwnToDecide(kind) ? 'representatives.addressee.prove' : 'representatives.addressee.staff');
  return said(view, answer, 200, kind === 'correct-address' && <Corrected view={view} address={address ?? ''} />);
}

/** Of an address that nobody was asked for, only where it may be meant: whoever ticked nothing yet is told both at once. */
function problemsOf(
  { view, form, tooLong }: SiteRequest,
  kind: string | undefined,
  address: string | undefined,
): Problems {
  const wrong = (field: 'kind' | 'address') => [field, view.t(`representatives.addressee.wrong.${field}`)] as const;
  const wanted = kind === 'correct-address' || (!kind && form.get('address'));
  const problems = new Map([...(kind ? [] : [wrong('kind')]), ...(wanted && !address ? [wrong('address')] : [])]);
  return withTooLong(view, problems, tooLong);
}

/** The link that we mailed to the addressee itself: shows what was asked, and a button does it. */
export const addresseeProofPage = needsNoGate(THEIRS, (request) =>
  holding(request, 'addressee-proof', async (id) => {
    const { app, view, params } = request;
    const change = await selectRequest(app.database, id);
    if (!change || !isOwnToDecide(change.kind)) throw new NotFoundError();
    const action = representativeAddresses.addresseeProof(view.lang, params.token ?? '');
    const yes = <ActionForm action={action} button={view.t('representatives.addressee.yes')} />;
    return said(view, view.t(`representatives.addressee.mail.${change.kind}`), 200, yes);
  }),
);

export const proveAddressee = needsNoGate(THEIRS, (request) =>
  holding(request, 'addressee-proof', async (id) => {
    if (!(await proveRequest(request.app, id))) throw new NotFoundError();
    return said(request.view, request.view.t('representatives.addressee.done'));
  }),
);

/** Goes on with what a link opens. @throws NotFoundError where it opens nothing */
async function holding(
  request: SiteRequest,
  meant: AddresseePurpose,
  goOn: (id: string) => Promise<Answer>,
): Promise<Answer> {
  for (const purpose of addresseePurposes[meant]) {
    const link = openLink(request.app.keys, purpose, request.params.token ?? '');
    if (link) return hasEnded(request.app, link) ? endedLink(request, purpose, link) : goOn(link.id);
  }
  throw new NotFoundError();
}

async function channelOf({ app }: SiteRequest, id: string): Promise<AddresseeChannel> {
  const channel = await selectChannel(app.database, id);
  if (!channel) throw new NotFoundError();
  return channel;
}

function requestForm(request: SiteRequest, channel: AddresseeChannel, problems: Problems): PageAnswer {
  const { view, params, tooLong } = request;
  const form = tooLong?.given ?? request.form;
  return quietPage(
    view,
    view.t('representatives.addressee.title'),
    <>
      <ErrorSummary view={view} problems={problems} />
      {form.size > 0 && <OnlyHere view={view} />}
      <p className="lead">
        {view.rich('representatives.addressee.lead', { address: <NetAddress>{channel.value}</NetAddress> })}
      </p>
      {channel.example && (
        <p className="note">
          {view.rich('representatives.reach.example', { address: <NetAddress>{channel.value}</NetAddress> })}
        </p>
      )}
      <ActionForm
        id="request"
        action={representativeAddresses.addressee(view.lang, params.token ?? '')}
        button={view.t('representatives.addressee.go')}
      >
        <Choices name="kind" label={view.t('representatives.addressee.what')} error={problems.get('kind')}>
          {requestKinds.map((kind) => (
            <Choice
              key={kind}
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={form.get('kind') === kind}
              label={view.t(`representatives.addressee.kind.${kind}`)}
            />
          ))}
        </Choices>
        <Field
          name="address"
          type="email"
          inputMode="email"
          dir="ltr"
          label={view.t('representatives.addressee.address')}
          hint={view.t('representatives.addressee.addressHint')}
          error={problems.get('address')}
          defaultValue={form.get('address') ?? ''}
        />
        <TextArea
          name="words"
          label={view.t('representatives.addressee.words')}
          hint={view.t('representatives.addressee.wordsHint')}
          error={problems.get('words')}
          defaultValue={form.get('words') ?? ''}
          rows={3}
          dir="auto"
        />
      </ActionForm>
    </>,
    { status: problems.size > 0 ? 422 : 200, form: { id: 'request' } },
  );
}

function said(view: View, words: string, status = 200, then?: ComponentChildren): PageAnswer {
  const children = (
    <>
      <p className="lead">{words}</p>
      {then}
    </>
  );
  return quietPage(view, view.t('representatives.addressee.title'), children, { status });
}

/** The address as it was understood: it will be written to as soon as a person has agreed. */
function Corrected({ view, address }: { view: View; address: string }) {
  return (
    <p>
      {view.rich('representatives.addressee.corrected', {
        address: <NetAddress>{readableAddress(address)}</NetAddress>,
      })}
    </p>
  );
}
