import { amendments, listWays } from './amendments.ts';
import { docketWays } from './docket-ways.ts';
import { peopleWays } from './people-ways.ts';
import { treatyWays } from './treaty-ways.ts';
import type { Ways } from './ways.ts';

/** Ways of saying how many, beside number and noun. */
export const ways: Ways = { ...treatyWays, ...docketWays, ...peopleWays, ...listWays(amendments) };

const party = {
  en: [
    '#(?:st|nd|rd|th) (?:states? part(?:y|ies)|(?:icc )?members?(?: states?)?|(?:state|country|nation) to (?:join|ratify|accede))',
  ],
  fr: [
    '#(?:er|ère|e|è|eme|ème) (?:états? parties?|(?:état|pays) membre|membre|(?:état|pays) à (?:rejoindre|ratifier|adhérer))',
  ],
  es: [
    '#\\.?(?:o|a|er|to)? (?:estado (?:parte|miembro)|país miembro|miembro|(?:estado|país) en (?:ratificar|adherirse|unirse))',
  ],
  ar: ['الدولة (?:الطرف|العضو) (?:رقم |ال ?)?#', 'العضو (?:رقم |ال ?)#'],
};

/** Which one in a row a state is, by the figure that counts them. */
export const ordinals: Ways = { 'states-parties': party };
