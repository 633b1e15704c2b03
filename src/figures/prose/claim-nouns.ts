import type { Lang } from '../../config/langs.ts';
import type { FigureId } from '../figures.ts';
import { byAnyRule } from '../other-rules.ts';
import { amendments } from './amendments.ts';
import type { Rivals } from './rivals.ts';

/** What a number may mean, the figure that is meant first. */
export interface Meant {
  readonly figures: readonly FigureId[];
  /** Who else has such things: a sentence that names them makes no claim about the Court. */
  readonly rivals?: Rivals;
  /** A larger number counts something else that is called the same. */
  readonly most?: number;
}

/** What a noun may count, with the ways to write it, made even (see reading.ts), as patterns. */
export interface ClaimNoun extends Meant {
  readonly words: Readonly<Record<Lang, readonly string[]>>;
  /** Arabic says two, and one, by the noun alone. */
  readonly two?: string;
}

/** What has parties of its own beside the Statute. */
const lists: readonly ClaimNoun[] = Object.entries(amendments).map(([id, name]) => ({
  figures: [id as FigureId],
  words: {
    en: [`(?:states? )?part(?:y|ies) to the ${name.en}`],
    fr: [`(?:états? )?parties? (?:à l'|à l|aux? )${name.fr}`],
    es: [`(?:estados? )?partes? (?:en el|en las?|del|de las?) ${name.es}`],
    ar: [`(?:دولة طرفا?|دول اطراف|طرفا) في ${name.ar}`],
  },
}));

export const nouns: readonly ClaimNoun[] = [
  {
    figures: byAnyRule('states-parties'),
    rivals: 'memberships',
    words: {
      en: [
        'states? part(?:y|ies)',
        'member states?(?: of the (?:court|icc|rome statute|international criminal court))?',
        '(?:states|countries) (?:have joined|are part(?:y|ies) to) the rome statute',
      ],
      fr: ['états? parties?', 'états? membres? de la (?:cour|cpi)'],
      es: ['estados? partes?', 'estados? miembros? de la (?:corte|cpi)'],
      ar: ['دولة طرفا?', 'دول اطراف', 'دولة عضوا? في المحكمة'],
    },
    two: '(?:دولتان طرفان|دولتين طرفين)',
  },
  {
    figures: byAnyRule('deposits'),
    rivals: 'memberships',
    words: {
      en: [
        'ratifications?(?: and accessions)?',
        '(?:states|countries|nations) (?:have |had )?(?:ratified|acceded to) the rome statute',
      ],
      fr: [
        'ratifications?(?: et adhésions)?',
        '(?:états|pays) (?:ont |avaient )(?:ratifié le|adhéré au|rejoint le) statut de rome',
      ],
      es: [
        'ratificaci(?:ón|ones)(?: y adhesiones)?',
        '(?:estados|países) (?:han |habían )?(?:ratificado|ratificaron|se han adherido) (?:el|al) estatuto de roma',
      ],
      ar: ['تصديقا?', 'تصديقات', '(?:دولة|دول) (?:صدقت|صادقت) على نظام روما'],
    },
  },
  {
    figures: ['summonses'],
    rivals: 'courts',
    words: {
      en: ['summons(?:es)?(?: to appear)?'],
      fr: ['citations? (?:à comparaître|délivrées?)'],
      es: ['(?:órdenes|orden) de comparecencia', 'citaciones a comparecer'],
      ar: ['امر(?:ا)? (?:بال)?حضور', 'اوامر (?:بال)?حضور'],
    },
    two: '(?:امرا|امري) حضور',
  },
  {
    figures: byAnyRule('warrants-persons'),
    rivals: 'courts',
    words: {
      en: ['arrest warrants?', 'warrants? of arrest'],
      fr: ["mandats? d'arrêt"],
      es: ['(?:órdenes|orden) de (?:detención|arresto)'],
      ar: ['امر(?:ا)? (?:بال)?قبض', 'اوامر (?:بال)?قبض', 'اوامر توقيف', 'مذكر(?:ة|ات) توقيف'],
    },
    two: '(?:امرا|امري|مذكرتا|مذكرتي) (?:قبض|توقيف|اعتقال)',
  },
  {
    figures: byAnyRule('warrants-not-executed'),
    rivals: 'courts',
    words: {
      en: ['(?:suspects?|fugitives?|people|persons|individuals?) (?:are |remain )?(?:still )?at large'],
      fr: ['(?:suspects?|personnes?) (?:sont |restent )?(?:toujours |encore )?en fuite', 'fugitifs?'],
      es: ['(?:(?:sospechos[oa]s?|personas?) (?:siguen |están )?(?:aún |todavía )?)?prófug[oa]s?'],
      ar: ['هاربين من المحكمة', 'مشتبه(?:ا)? فيهم فارين'],
    },
  },
  {
    figures: byAnyRule('trials-to-verdict'),
    rivals: 'courts',
    words: {
      en: ['trials? (?:are |is )?(?:currently )?(?:under way|underway|ongoing|in progress)', 'ongoing trials?'],
      fr: ['procès (?:sont |est )?(?:actuellement )?en cours'],
      es: ['juicios? (?:están |está )?(?:actualmente )?en curso'],
      ar: ['محاكمة جارية', 'محاكمات جارية'],
    },
    two: '(?:محاكمتان جاريتان|محاكمتين جاريتين|(?:تعقد|تجري) المحكمة (?:حاليا )?محاكمتين)',
  },
  {
    figures: byAnyRule('convictions-core-standing'),
    rivals: 'courts',
    words: {
      en: ['convictions?'],
      fr: ['condamnations?'],
      es: ['condenas?'],
      ar: ['ادانة', 'ادانات', 'احكام (?:بال)?ادانة'],
    },
    two: '(?:ادانتان|ادانتين|(?:حكمان|حكمين|حكما|حكمي) بال?ادانة|(?:حكما|حكمي) ادانة)',
  },
  {
    figures: byAnyRule('acquittals-all'),
    rivals: 'courts',
    words: {
      en: ['acquittals?'],
      fr: ['acquittements?'],
      es: ['absoluci(?:ón|ones)'],
      ar: ['تبرئة', 'تبرئات', 'احكام (?:بال)?براءة', 'حكم (?:بال)?براءة'],
    },
    two: '(?:تبرئتان|تبرئتين|(?:حكمان|حكمين) بالبراءة|(?:حكما|حكمي) براءة)',
  },
  {
    figures: ['examinations-open'],
    words: {
      en: ['preliminary examinations?'],
      fr: ['examens? préliminaires?'],
      es: ['exámenes preliminares', 'examen preliminar'],
      ar: ['دراسة اولية', 'دراسات اولية', 'فحوص اولية', 'فحصا اوليا'],
    },
    two: '(?:دراستان اوليتان|دراستين اوليتين)',
  },
  {
    figures: ['situations-under-investigation'],
    words: {
      en: [
        'situations? under investigation',
        'active investigations?',
        '(?:icc )?investigations? (?:are |is )?(?:open|under way|underway|ongoing)',
        'open investigations?',
      ],
      fr: [
        'situations? sous enquête',
        "situations? faisant l'objet d'une enquête",
        'enquêtes? (?:ouvertes?|en cours|actives?)',
      ],
      es: [
        'situaciones? en investigación',
        'situación en investigación',
        'investigaciones? (?:abiertas?|activas?|en curso)',
        'situaciones bajo investigación',
      ],
      ar: ['حالات قيد التحقيق', 'حالة قيد التحقيق', 'تحقيقات جارية', 'تحقيقا جاريا'],
    },
    two: '(?:حالتان|حالتين) قيد التحقيق',
  },
  {
    figures: ['reparations-orders'],
    rivals: 'courts',
    words: {
      en: ['reparations? orders?', 'orders? for reparations?'],
      fr: ['ordonnances? de réparations?'],
      es: ['órdenes de reparación', 'orden de reparación'],
      ar: ['اوامر (?:ب)?جبر (?:ال)?(?:ضرر|اضرار)', 'امر(?:ا)? (?:ب)?جبر (?:ال)?(?:ضرر|اضرار)'],
    },
  },
  {
    figures: ['signatories-not-party'],
    rivals: 'memberships',
    // All who ever signed are called so too, and are more.
    most: 99,
    words: {
      en: ['signatories(?: that (?:have not ratified|are not part(?:y|ies)))?'],
      fr: ["(?:états )?signataires(?: (?:n'ayant pas ratifié|non parties))?"],
      es: ['(?:estados )?(?:firmantes|signatarios)(?: que no (?:han ratificado|son parte))?'],
      ar: ['دولة موقعة(?: لم تصدق)?', 'دول موقعة(?: لم تصدق)?'],
    },
  },
  {
    figures: ['withdrawals-pending'],
    rivals: 'treaties',
    words: {
      en: ['withdrawals? (?:are |is )?pending', 'pending withdrawals?'],
      fr: ['retraits? (?:sont |est )?en (?:cours|attente)'],
      es: ['retiradas? (?:están |está )?(?:pendientes?|en curso)'],
      ar: ['انسحابات لم تسر بعد', 'انسحابا لم يسر بعد'],
    },
  },
  ...lists,
];
