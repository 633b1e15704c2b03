import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Enhanced = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Readonly<Record<`data-${string}`, string | undefined>>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'copy-button': Enhanced;
      'share-sheet': Enhanced;
      'proof-of-work': Enhanced;
      'passkey-form': Enhanced;
    }
  }
}
