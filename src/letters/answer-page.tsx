import { findAction } from '../actions/action.ts';
import { actionAddresses } from '../actions/addresses.ts';
import { endedLink } from '../actions/ended-link.tsx';
import { erasedLink } from '../actions/erased-link.tsx';
import { hasEnded } from '../actions/lasting-link.ts';
import { wasOnlyTried } from '../actions/only-tried.ts';
import { CampaignLine } from '../campaigns/campaign-line.tsx';
import { campaignOfAction } from '../campaigns/campaigns.ts';
import { type Answer, NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, linkForm, SPEAK } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { namesOf } from '../representatives/find-representatives.ts';
import { type OpenedLink, openLink, sealLink } from '../sealing/mailed-link.ts';
import { Choice, Choices } from '../site/components/field.tsx';
import { ActionForm } from '../site/components/form.tsx';
import { quietPage } from '../site/page.tsx';
import { letterAddresses } from './addresses.ts';
import { type Letter, selectLetters, setAnswer } from './letter-queries.ts';

/** Why no gate stands before it. */
const THEIRS = 'the letters of whoever holds the link that was mailed to them';

/** One answer for each letter, by its id. */
export const answersForm = linkForm({ 'answer-*': chosen(20), [SPEAK]: chosen(20) });

/** Asks, for each letter that was handed over, whether an answer came. */
export const answerPage = needsNoGate(THEIRS, async (request) => {
  const { app, view, params } = request;
  const linked = await lettersOfLink(request);
  if ('answer' in linked) return linked.answer;
  const { letters } = linked;
  const campaign = await campaignOfAction(
    app.database,
    { campaignId: letters[0]?.campaign_id ?? '', lang: view.lang },
    view.lang,
  );
  const names = await namesOf(
    app.database,
    view.lang,
    letters.map((letter) => letter.representative_id),
    view.today(),
  );
  return quietPage(
    view,
    view.t('letters.answer.title'),
    <>
      <p className="lead">{view.t('letters.answer.lead')}</p>
      <ActionForm
        id="answers"
        action={letterAddresses.answer(view.lang, params.token ?? '')}
        button={view.t('letters.answer.go')}
      >
        {letters.map((letter) => (
          <Question
            key={letter.id}
            view={view}
            letter={letter}
            ticked={request.form.get(`answer-${letter.id}`) ?? letter.answer}
            name={names.get(letter.representative_id) ?? ''}
          />
        ))}
      </ActionForm>
    </>,
    {
      controller: campaign?.controller,
      form: { id: 'answers' },
      over: campaign && <CampaignLine view={view} campaign={campaign} />,
    },
  );
});

interface QuestionProps {
  readonly view: View;
  readonly letter: Letter;
  /** What its writer has said, or ticked just now. */
  readonly ticked: string | null;
  readonly name: string;
}

function Question({ view, letter, ticked, name }: QuestionProps) {
  const field = `answer-${letter.id}`;
  return (
    <Choices name={field} label={name}>
      {(['yes', 'no'] as const).map((answer) => (
        <Choice
          key={answer}
          type="radio"
          name={field}
          value={answer}
          defaultChecked={ticked === answer}
          label={view.t(`letters.answer.${answer}`)}
        />
      ))}
    </Choices>
  );
}

/** Writes down what the writer says; what is left open stays open. */
export const giveAnswers = needsNoGate(THEIRS, async (request) => {
  const { app, form } = request;
  if (form.has(SPEAK)) return answerPage(request);
  const linked = await lettersOfLink(request);
  if ('answer' in linked) return linked.answer;
  const { link, letters } = linked;
  for (const { id } of letters) {
    const answer = form.get(`answer-${id}`);
    if (answer === 'yes' || answer === 'no') await setAnswer(app.database, link.supporterKey, id, answer, new Date());
  }
  return toStatus(request, link);
});

function toStatus({ app, lang }: SiteRequest, { supporterKey, id, madeAt }: OpenedLink): Answer {
  return seeOther(actionAddresses.status(lang, sealLink(app.keys, 'status', supporterKey, id, madeAt)));
}

async function lettersOfLink(
  request: SiteRequest,
): Promise<{ link: OpenedLink; letters: Letter[] } | { answer: Answer }> {
  const { app, params, view } = request;
  const link = openLink(app.keys, 'answer', params.token ?? '');
  if (!link) throw new NotFoundError();
  if (hasEnded(app, link)) return { answer: await endedLink(request, 'answer', link) };
  const letters = (await selectLetters(app.database, link.supporterKey, link.id)).filter(
    ({ state }) => state === 'handed-over',
  );
  const action = await findAction(app, link.supporterKey, link.id);
  if (!action) return { answer: await erasedLink(request, link) };
  if (letters.length === 0) throw new NotFoundError();
  return wasOnlyTried(view, action) ? { answer: toStatus(request, link) } : { link, letters };
}
