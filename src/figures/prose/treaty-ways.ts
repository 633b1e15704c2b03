import type { Ways } from './ways.ts';

/** How many states, said beside number and noun. */
export const treatyWays = {
  'states-parties': {
    en: [
      '(?:{court} |its |the )?membership (?:is|was|stands at|stood at|of|(?:has |had )?(?:reached|grown to|risen to|grew to|' +
        'rose to)) {still}#',
      '(?:members|member states|states parties) (?:of {court} )?(?:number|numbered) #',
      '# {states} {are} {still}(?:in|inside|part of) {court}',
      '19\\d [^.;:\\n\\p{N}]{0,40}?,? # {are} {still}(?:members|part(?:y|ies)) (?:of|to) (?:{court}|the {statute})',
      '(?:{court}|{statute}) {still}(?:counts|counted|has|had|numbers|includes|included|binds|bound|' +
        'brings together) {still}# (?:{states}|members?(?: states)?|parties)(?: (?:among|as) (?:its )?members)?',
      '# (?:members(?: states)?|member states|parties|{states}) make up {court}',
      '# {states} {are} {still}bound by the {statute}',
      '(?:members|parties) of {court},? # (?:in all|in total|of them)',
      '{court} is (?:made up|composed) of # {states}',
      '# {states} (?:recogni[sz]e|accept) (?:the jurisdiction of )?{court}',
      '# {states} {are} {still}(?:members?|part(?:y|ies))(?: (?:of|to|in) (?:{court}|the {statute}))',
      '# {states} (?:have |had )?joined (?:{court}|the {statute})',
      'membership of {court} (?:stands|stood|has grown|grew|rose) (?:at|to) #(?: {states})?',
      "{court}(?:'s)?(?: has| had| counts| counted)? # members",
      '# part(?:y|ies) to the {statute}',
    ],
    fr: [
      '19\\d [^.;:\\n\\p{N}]{0,40}?,? # {are} {still}(?:membres|parties) (?:de|au) (?:{court}|{statute})',
      '# {states} (?:participent|prennent part) (?:à|au) (?:{court}|{statute})',
      '(?:{court}|le {statute}) {still}(?:compte|comptait|réunit|réunissait|rassemble|lie|liait|a|' +
        'avait) {still}# (?:{states}|membres|états parties|états membres|parties)',
      '# {states} {are} {still}(?:liés par le|parties? au) {statute}',
      '# {states} {are} {still}(?:membres? de|parties? (?:au|à)) (?:{court}|{statute})',
      '# {states} (?:ont |avaient )?(?:rejoint|adhéré à) (?:{court}|le {statute})',
      '# membres de {court}',
      '# parties au {statute}',
    ],
    es: [
      '19\\d [^.;:\\n\\p{N}]{0,40}?,? # {are} {still}(?:miembros|partes) (?:de|en|del) (?:{court}|(?:el )?{statute})',
      '(?:{court}|el {statute}) {still}(?:cuenta|contaba|tiene|tenía|reúne|reunía|vincula|vinculaba|' +
        'agrupa) {still}(?:con |a )?# (?:{states}|miembros|partes|estados partes?|estados miembros)',
      '# {states} {are} {still}(?:vinculados por el|partes? (?:en|de|del)) (?:el )?{statute}',
      '# {states} {are} {still}(?:miembros? de|partes? (?:en|de|del)) (?:{court}|(?:el )?{statute})',
      '# {states} (?:forman|formaban) {still}parte (?:de {court}|del {statute})',
      '# {states} (?:se han unido|se habían unido|se unieron|se han adherido) (?:a {court}|al {statute})',
      '# miembros de {court}',
      '# partes en el {statute}',
    ],
    ar: [
      '(?:عدد|بلغ عدد|يبلغ عدد) اعضاء {court} #',
      '# {states} (?:ملتزمة|ملزمة|مرتبطة|مقيدة) ب{statute}',
      '(?:انضمت|انضم) الى (?:{court}|{statute}) {still}# {states}',
      '# {states} (?:قد )?(?:انضمت|انضم) الى (?:{court}|{statute})',
      '# {states} (?:تنتمي الى|اعضاء ب) ?{court}',
      '(?:تضم|يضم|ضمت|ضم|تجمع|كانت تضم) (?:{court}|{statute}) {still}# (?:{states} ?)?(?:عضوا|اعضاء|طرفا|اطراف|طرف)',
      '(?:عدد|بلغ عدد) (?:الدول )?(?:الاعضاء|الاطراف) (?:في (?:{court}|{statute}) )?(?:بلغ |هو |يبلغ )?#',
      '# {states} (?:اطراف|طرفا|طرف) في {statute}',
      '(?:انضمت|انضم) # {states} الى (?:{court}|{statute})',
      'الدول (?:الاعضاء|الاطراف) في (?:{court}|{statute})،? وعددها #',
    ],
  },
  deposits: {
    en: [
      '(?:the )?{statute} {are} {still}(?:ratified|joined|accepted) by # {states}',
      '# (?:instruments of ratification|ratifications)',
      'ratified by # {states}',
      '# {states} (?:have |had )?(?:ratified|acceded to|ratified or acceded to|ratified or joined) the {statute}',
    ],
    fr: [
      '# {states} (?:ont |avaient )?{still}(?:ratifié|accepté) le {statute}',
      '# instruments de ratification',
      'ratifié par # {states}',
      '# {states} (?:ont |avaient )?(?:ratifié|signé et ratifié) (?:le )?{statute}',
    ],
    es: [
      '# {states} (?:han |habían )?{still}(?:ratificado|ratificaron|aceptado|aceptaron) el {statute}',
      '# instrumentos de ratificación',
      'ratificado por # {states}',
      '# {states} (?:han |habían )?(?:ratificado|ratificaron) (?:el )?{statute}',
    ],
    ar: [
      '{statute} (?:قد )?(?:صدقت|صادقت|صدق|صادق) عليه # {states}',
      '(?:صدقت|صادقت) عليه # {states}',
      '# {states} (?:قد )?(?:صدقت|صادقت|صدق|صادق) على {statute}',
      '(?:صدقت|صادقت|صدق|صادق) # {states} على {statute}',
      '(?:صدقت|صادقت|صدق|صادق) على {statute} # {states}',
    ],
  },
  'signatories-not-party': {
    en: [
      '# {states} (?:have |had )?signed (?:but )?(?:have |had )?not (?:yet )?(?:ratified|joined)',
      '# {states} (?:that |which )?(?:have |had )?signed (?:the {statute} )?(?:but|and|without|yet)',
      '(?:of|among) (?:the |its |all )?signatories,? # (?:have |has )?(?:still |yet )?(?:not|never|yet)[^.;:,\\n\\p{N}]{0,20} ratif\\p{L}+',
    ],
    fr: [
      '# {states} (?:ont |avaient )?signé (?:le {statute} )?(?:sans|mais)',
      "(?:parmi|de) (?:les |tous les )?(?:états |pays )?signataires,? # (?:n'ont|n'avaient) (?:toujours |" +
        'encore )?(?:pas|jamais)[^.;:,\\n\\p{N}]{0,20} ratifié',
    ],
    es: [
      '# {states} (?:han |habían )?(?:firmado|firmaron) (?:el {statute} )?(?:sin|pero)',
      '(?:entre|de) (?:los |todos los )?(?:firmantes|signatarios),? # (?:aún |todavía )?(?:no|nunca)[^.;:,\\n\\p{N}]{0,20} ratific\\p{L}+',
    ],
    ar: [],
  },
  'withdrawals-pending': {
    en: [
      '# {states} (?:have |had )?(?:notified|told|informed) (?:the )?(?:secretary ' +
        'general of the )?(?:united nations|un) (?:of|that) (?:their|they)',
      '# {states} (?:have |had )?{still}(?:notified|announced|declared|given|gave|submitted|filed|' +
        'deposited) (?:\\p{L}+ ){0,4}?(?:withdrawals?|notice|intention to (?:withdraw|leave))',
      '# {states} {are} {still}(?:leaving|withdrawing from|in the process of (?:leaving|' +
        'withdrawing from)|on (?:their|the) way out of) (?:{court}|the {statute})',
    ],
    fr: [
      "# {states} (?:ont |avaient )?(?:notifié|annoncé) (?:à l'onu|aux nations unies|" +
        'au secrétaire général(?: des nations unies)?) leur (?:retrait|départ)',
      '# {states} (?:ont |avaient )?{still}(?:notifié|annoncé|déclaré) (?:leur|leurs) (?:intention de se retirer|retraits?|départ)',
      '# {states} (?:se retirent|quittent|{are} {still}(?:en train de|sur le point de) ' +
        '(?:quitter|se retirer)) (?:de |le )?(?:{court}|{statute})',
    ],
    es: [
      '# {states} (?:han |habían )?(?:notificado|notificaron|comunicado) (?:a las naciones unidas|' +
        'a la onu|al secretario general(?: de las naciones unidas)?) su (?:retirada|retiro)',
      '# {states} (?:han |habían )?{still}(?:notificado|notificaron|anunciado|anunciaron|comunicado|' +
        'comunicaron) (?:que se retiran|su (?:retirada|retiro|salida|intención de retirarse))',
      '# {states} (?:se retiran|se están retirando|abandonan|{are} {still}(?:saliendo|retirándose)) (?:de(?:l)? )?(?:{court}|{statute})',
    ],
    ar: [
      '(?:ابلغت|اخطرت) # {states} (?:الامم المتحدة|الامين العام(?: للامم المتحدة)?) ب(?:انسحابها|نيتها الانسحاب)',
      '(?:ابلغت|اخطرت|اعلنت|قدمت) # {states} (?:اخطارا )?(?:عن |ب)?(?:انسحابها|الانسحاب)',
      '# {states} (?:ابلغت|اخطرت|اعلنت) (?:عن |ب)?(?:انسحابها|الانسحاب)',
      '# {states} (?:تنسحب|في طريقها الى الانسحاب) من (?:{court}|{statute})',
      '# انسحابات لم (?:تسر|تدخل)',
    ],
  },
} satisfies Ways;
