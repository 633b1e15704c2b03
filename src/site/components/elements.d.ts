import type { HTMLAttributes } from 'preact';

type Enhanced = HTMLAttributes<HTMLElement> & Readonly<Record<`data-${string}`, string | undefined>>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'copy-button': Enhanced;
      'share-sheet': Enhanced;
      'proof-of-work': Enhanced;
      'passkey-form': Enhanced;
      'file-text': Enhanced;
      'working-copy': Enhanced;
      'item-watch': Enhanced;
    }
  }
}
