import type { Campaign } from '../campaigns/campaign.ts';
import { mosaicWith } from '../campaigns/mosaic.ts';
import type { View } from '../http/view.ts';
import { whoseSite } from '../site/components/header.tsx';
import { Ring } from '../site/components/ring.tsx';
import type { RingDrawing } from '../site/drawings/mosaic-ring.ts';
import { shareCard } from '../site/drawings/share-card.ts';
import { stateInSentence } from '../states/state-in-sentence.ts';
import { stateName } from '../states/state-names.ts';
import type { State } from '../states/states.ts';
import type { Action } from './action.ts';

interface Props {
  readonly view: View;
  readonly action: Action;
  /** The one that somebody takes part from. */
  readonly state: State | undefined;
  /** In the campaign at this moment. */
  readonly people: number;
}

/** A supporter's own piece among those of all who joined, and the picture of it, theirs to share. */
export function YourPiece({ view, action, state, people, picture }: Props & { picture: string }) {
  const count = Math.max(1, people);
  return (
    <figure className="piece">
      <Ring {...ringOf(action, people)} label={view.t('actions.piece.drawn')} />
      <figcaption>
        {state && (
          <p className="lead">{view.t('actions.piece.text', { count, ...stateInSentence(view.lang, state) })}</p>
        )}
        <p>
          <a href={picture} download="my-piece.png">
            {view.t('actions.piece.picture')}
          </a>
        </p>
      </figcaption>
    </figure>
  );
}

/** The same to share, in the reader's language, with no name on it. @returns XML */
export function pieceCard({ view, action, state, people }: Props, { text }: Campaign): string {
  return shareCard({
    title: view.t('actions.piece.mine'),
    text: [...(state ? [stateName(view.lang, state)] : []), text.name],
    by: whoseSite(view),
    rtl: view.dir === 'rtl',
    ring: ringOf(action, people),
  });
}

/** On the page and in its picture alike. */
function ringOf(action: Action, people: number): RingDrawing {
  return mosaicWith(Math.max(1, people), ownNumber(action));
}

/** Ever the same for the same person; says nothing of them. */
function ownNumber({ supporterKey }: Action): number {
  return supporterKey.readUInt32BE(0);
}
