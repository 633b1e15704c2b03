import { pieces } from '../drawings/logo.ts';

const classes: Readonly<Record<string, string>> = {
  lapis: 'c1',
  ochre: 'c2',
  jade: 'c3',
  rose: 'c4',
  slate: 'c5',
  sand: 'c6',
  act: 'c7',
};

/** The mark in the page's own colours, so that it is right in the dark. */
export function Logo({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true">
      {pieces.map(([mineral, corners]) => (
        <path key={corners} className={classes[mineral]} d={`M${corners}z`} />
      ))}
    </svg>
  );
}
