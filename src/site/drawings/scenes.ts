/** One letter for each stone, by the number of its class; a blank is a place that stays open. */
const STONES: Readonly<Record<string, number>> = { l: 1, o: 2, j: 3, r: 4, s: 5, d: 6, a: 7 };
const PIECE = 10;

/** What the Court's work means to the people it is for, laid of pieces, and where one is missing. Nobody in particular is shown. */
export const scenes = {
  heard: [
    '                    ',
    '  rr                ',
    '  rr   o o     rr   ',
    ' llll o o o rr rr rr',
    'l ll l o o  rr jj rr',
    'l ll l      jjjjjjjj',
    'l ll l      jjjjjjjj',
    '  ll        dddddddd',
    '  ll        d      d',
    ' l  l       d      d',
    ' l  l       d      d',
    'ssssssssssssssssssss',
  ],
  safe: [
    '      jjssjjss      ',
    '    ssjj    ssjj    ',
    '   jj          ss   ',
    '  ss   rr       jj  ',
    '  jj   rr       ss  ',
    ' ss   oooo  rr   jj ',
    ' jj  o oo o rr   ss ',
    ' ss  o oo ollll  jj ',
    ' jj    oo  l ll  ss ',
    ' ss    oo    ll  jj ',
    ' jj   o  o  l  l ss ',
    'ssssssssssssssssssss',
  ],
  again: [
    '                    ',
    '      o        o    ',
    '     ooo            ',
    '    ooooo      l rr ',
    '   oooooo       lrr ',
    '  ooooooo       llll',
    '  ddddddd        ll ',
    '  dssddd  j      ll ',
    '  dssdddd jj     ll ',
    '  dddjjdd j      ll ',
    '  dddjjdd j     l  l',
    'ssssssssssssssssssss',
  ],
  missing: [
    '                    ',
    '  lljjssllrrjjssll  ',
    '  ssooll  jjllrrss  ',
    '  jjssrr  llssjjoo  ',
    '  llrrjjssoolljjss  ',
    '  ssjjllrrssjjlloo  ',
    '  jjllssjjllrrssjj  ',
    '                    ',
    '                    ',
    '            aa      ',
    '            aa      ',
    'dddddddddddddddddddd',
  ],
} as const;
export type Scene = keyof typeof scenes;

export const SCENE_SIZE = { width: 20 * PIECE, height: 12 * PIECE };

/** One path for each stone that a scene has, by the number of its class. */
export function scenePaths(scene: Scene): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (const [row, line] of scenes[scene].entries())
    for (const [column, letter] of [...line].entries()) {
      const stone = STONES[letter];
      if (stone === undefined) continue;
      paths.set(stone, `${paths.get(stone) ?? ''}M${column * PIECE} ${row * PIECE}h9v9h-9z`);
    }
  return paths;
}
