import { isId } from '../../database/is-id.ts';
import { NotFoundError, seeOther } from '../../http/answer.ts';
import { chosen } from '../../http/fields.ts';
import { listRoutes } from '../../office/list/list-routes.ts';
import { severalAddresses } from '../../office/list/several-address.ts';
import { type OfficeRoute, officeForm, officePage, type StaffRequest } from '../../office/office-route.ts';
import { letterAddresses } from '../addresses.ts';
import { decideLetter } from '../review.ts';
import { decidedList } from './decided-list.tsx';
import { heldList } from './held-list.tsx';
import { heldLetterPage } from './held-page.tsx';
import { readReason, reasonFields } from './ready-reasons.ts';
import { wrongReason } from './reason-field.tsx';
import { giveLetterBack, takeLetter } from './take-letter.ts';
import { undoDecision } from './undo-decision.ts';

async function take(request: StaffRequest) {
  const until = await takeLetter(request.app, idIn(request), request.session.actor_id);
  return until instanceof Date ? toLetter(request) : tooLate(request);
}

async function giveBack(request: StaffRequest) {
  await giveLetterBack(request.app, idIn(request), request.session.actor_id);
  return toLetter(request);
}

async function release(request: StaffRequest) {
  const done = await decideLetter(request.app, idIn(request), { by: request.session.actor_id });
  return done ? toLetter(request) : tooLate(request);
}

async function refuse(request: StaffRequest) {
  const { app, view, form, session } = request;
  const read = readReason(form.get('reason'));
  if (!('reason' in read)) {
    const problems = new Map([['reason', wrongReason(view, read) ?? '']]);
    return heldLetterPage(request, { problems, status: 422 });
  }
  const done = await decideLetter(app, idIn(request), { by: session.actor_id, refuse: read.reason });
  return done ? toLetter(request) : tooLate(request);
}

async function undo(request: StaffRequest) {
  const undone = await undoDecision(request.app, idIn(request), request.session.actor_id);
  return undone === 'held' ? toLetter(request) : tooLate(request);
}

/** Nothing that stands there is an id of ours, or one of another thing: nothing is done, and the page says so. */
function idIn({ params }: StaffRequest): string {
  if (!isId(params.id ?? '')) throw new NotFoundError('a held letter');
  return params.id ?? '';
}

function toLetter(request: StaffRequest) {
  return seeOther(letterAddresses.heldLetter(request.lang, idIn(request)));
}

/** Somebody else was quicker, or has it: its page says who, and what was decided. */
function tooLate(request: StaffRequest) {
  return heldLetterPage(request, { says: request.view.t('letters.look.late'), status: 409 });
}

const WHO = 'letters.decide';

export const heldRoutes: readonly OfficeRoute[] = [
  ...listRoutes(heldList),
  ...listRoutes(decidedList),
  officePage(letterAddresses.heldLetter, WHO, (request) => heldLetterPage(request), { use: chosen(40) }),
  officeForm(letterAddresses.takeLetter, WHO, {}, take),
  officeForm(letterAddresses.giveLetterBack, WHO, {}, giveBack),
  officeForm(letterAddresses.releaseLetter, WHO, {}, release),
  officeForm(letterAddresses.refuseLetter, WHO, reasonFields, refuse),
  officeForm(letterAddresses.undoDecision, WHO, {}, undo),
];

/** Where several are decided at once. */
export const heldAddresses = { ...severalAddresses(heldList), ...severalAddresses(decidedList) };
