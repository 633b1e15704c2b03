import { CROSSING, interlockedRings, RINGS_SIZE, type Ring, SEAM } from '../drawings/rings.ts';

const { rings, loose } = interlockedRings();

/** The picture of the movement: two rings of small pieces that hold each other. It says nothing that words don't. */
export function Rings() {
  return (
    <svg className="bonds" viewBox={`0 0 ${RINGS_SIZE.width} ${RINGS_SIZE.height}`} aria-hidden="true">
      {loose.map((path, index) => path && <path key={path} className={`c${index + 1}`} d={path} />)}
      <Pieces ring={rings[1]} id="ring" />
      <Pieces ring={rings[0]} />
      <clipPath id="crossing">
        <rect {...CROSSING} />
      </clipPath>
      <use href="#ring" clipPath="url(#crossing)" />
    </svg>
  );
}

function Pieces({ ring, id }: { ring: Ring; id?: string }) {
  const { x: cx, y: cy } = ring;
  return (
    <g id={id} fill="none" stroke="currentColor">
      <circle className="seam" cx={cx} cy={cy} r={SEAM.radius} strokeWidth={SEAM.width} />
      {ring.rows.map(({ radius, width, dashes }) => (
        <g key={radius} strokeWidth={width}>
          {dashes.map(
            (pattern, index) =>
              pattern && (
                <circle
                  key={pattern}
                  className={`c${index + 1}`}
                  cx={cx}
                  cy={cy}
                  r={radius}
                  strokeDasharray={pattern}
                />
              ),
          )}
        </g>
      ))}
    </g>
  );
}
