import { BONDS, bondsPaths } from '../bonds.ts';

const paths = bondsPaths();

/** The picture of the movement: two rings of small pieces that hold each other. It says nothing that words don't. */
export function Bonds() {
  return (
    <svg className="bonds" viewBox={`0 0 ${BONDS.width} ${BONDS.height}`} aria-hidden="true">
      {paths.map((path, index) => (
        <path key={path} className={`c${index + 1}`} d={path} />
      ))}
    </svg>
  );
}
