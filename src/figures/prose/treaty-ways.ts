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
      'with (?:its |now |today )?# (?:members(?: states)?|member states|states parties|member countries),? {court}',
      '# (?:members(?: states)?|member states|parties|{states}) make up {court}',
      '# {states} {are} {still}bound by the {statute}',
      '(?:members|parties) of {court},? # (?:in all|in total|of them)',
      '{court} is (?:made up|composed) of # {states}',
      "the court's # (?:members|member states)",
      '# {states} (?:recogni[sz]e|accept) (?:the jurisdiction of )?{court}',
      '# {states} {are} {still}(?:members?|part(?:y|ies))(?: (?:of|to|in) (?:{court}|the {statute}))',
      '# {states} (?:belong|belonged|have belonged) to {court}',
      '# {states} (?:have |had )?joined (?:{court}|the {statute})',
      'membership of {court} (?:stands|stood|has grown|grew|rose) (?:at|to) #(?: {states})?',
      "{court}(?:'s)?(?: has| had| counts| counted)? # members",
      '# members of {court}',
      '# part(?:y|ies) to the {statute}',
    ],
    fr: [
      '# {states} (?:appartiennent|appartenaient|adhèrent|adhéraient) à {court}',
      '19\\d [^.;:\\n\\p{N}]{0,40}?,? # {are} {still}(?:membres|parties) (?:de|au) (?:{court}|{statute})',
      '# {states} (?:participent|prennent part) (?:à|au) (?:{court}|{statute})',
      '(?:{court}|le {statute}) {still}(?:compte|comptait|réunit|réunissait|rassemble|lie|liait|a|' +
        'avait) {still}# (?:{states}|membres|états parties|états membres|parties)',
      'avec (?:ses )?# (?:{states} membres|membres|états parties|états membres),? {court}',
      '# {states} {are} {still}(?:liés par le|parties? au) {statute}',
      '# (?:{states} membres|états membres|membres) composent {court}',
      '# {states} {are} {still}(?:membres? de|parties? (?:au|à)) (?:{court}|{statute})',
      '# {states} (?:font|faisaient) {still}partie de {court}',
      '# {states} (?:ont |avaient )?(?:rejoint|adhéré à) (?:{court}|le {statute})',
      '# membres de {court}',
      '{court} (?:compte|comptait|a|avait) {still}# (?:états )?membres',
      '# parties au {statute}',
    ],
    es: [
      '# {states} (?:pertenecen|pertenecían) a {court}',
      '# {states} integran {court}',
      '19\\d [^.;:\\n\\p{N}]{0,40}?,? # {are} {still}(?:miembros|partes) (?:de|en|del) (?:{court}|(?:el )?{statute})',
      '(?:{court}|el {statute}) {still}(?:cuenta|contaba|tiene|tenía|reúne|reunía|vincula|vinculaba|' +
        'agrupa) {still}(?:con |a )?# (?:{states}|miembros|partes|estados partes?|estados miembros)',
      'con (?:sus )?# (?:{states} miembros|miembros|estados partes?|estados miembros),? {court}',
      '# {states} {are} {still}(?:vinculados por el|partes? (?:en|de|del)) (?:el )?{statute}',
      '# {states} {are} {still}(?:miembros? de|partes? (?:en|de|del)) (?:{court}|(?:el )?{statute})',
      '# {states} (?:forman|formaban) {still}parte (?:de {court}|del {statute})',
      '# {states} (?:se han unido|se habían unido|se unieron|se han adherido) (?:a {court}|al {statute})',
      '# miembros de {court}',
      '{court} (?:cuenta|contaba) {still}con # (?:estados )?miembros',
      '# partes en el {statute}',
    ],
    ar: [
      '(?:عدد|بلغ عدد|يبلغ عدد) اعضاء {court} #',
      '# {states} (?:ملتزمة|ملزمة|مرتبطة|مقيدة) ب{statute}',
      '(?:انضمت|انضم) الى (?:{court}|{statute}) {still}# {states}',
      '# {states} (?:قد )?(?:انضمت|انضم) الى (?:{court}|{statute})',
      '# {states} (?:تنتمي الى|اعضاء ب) ?{court}',
      '(?:تضم|يضم|ضمت|ضم|تجمع|كانت تضم) (?:{court}|{statute}) {still}# (?:{states} ?)?(?:عضوا|اعضاء|طرفا|اطراف|طرف)',
      'كان عدد الدول الاطراف (?:في (?:{court}|{statute}) )?{still}#',
      '(?:عدد|بلغ عدد) (?:الدول )?(?:الاعضاء|الاطراف) (?:في (?:{court}|{statute}) )?(?:بلغ |هو |يبلغ )?#',
      '# {states} (?:اطراف|طرفا|طرف) في {statute}',
      '# {states} (?:اعضاء|عضوا) في {court}',
      '(?:تضم|يضم|ضمت|ضم) {court} (?:اليوم )?# {states} (?:عضوا|اعضاء|طرفا|اطراف)',
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
      '(?:le )?{statute} {are} {still}ratifié par # {states}',
      '# {states} (?:ont |avaient )?{still}(?:ratifié|accepté) le {statute}',
      '# instruments de ratification',
      'ratifié par # {states}',
      '# {states} (?:ont |avaient )?(?:ratifié|signé et ratifié) (?:le )?{statute}',
    ],
    es: [
      '(?:el )?{statute} {are} {still}ratificado por # {states}',
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
      '# {states} قد (?:صدقت|صادقت) على {statute}',
    ],
  },
  'signatories-not-party': {
    en: [
      '# {states} (?:have |had )?signed (?:the {statute} )?(?:but|and) (?:are|' +
        'were) (?:still )?not (?:yet )?(?:a )?(?:part(?:y|ies)|members)',
      '# {states} (?:have |had )?signed (?:but )?(?:have |had )?not (?:yet )?(?:ratified|joined)',
      '# {states} (?:have |had )?signed the {statute} (?:without|but)',
      '# {states} (?:that |which )?(?:have |had )?signed (?:the {statute} )?(?:but|and|without|yet)',
      '(?:of|among) (?:the |its |all )?signatories,? # (?:have |has )?(?:still |yet )?(?:not|never|yet)[^.;:,\\n\\p{N}]{0,20} ratif\\p{L}+',
      '# signatories (?:have yet to|have not yet|have not) ratif(?:y|ied)',
    ],
    fr: [
      '# {states} (?:ont |avaient )?signé (?:le {statute} )?(?:sans|mais)',
      "# états signataires (?:n'ont|n'avaient) pas",
      "(?:parmi|de) (?:les |tous les )?(?:états |pays )?signataires,? # (?:n'ont|n'avaient) (?:toujours |" +
        'encore )?(?:pas|jamais)[^.;:,\\n\\p{N}]{0,20} ratifié',
    ],
    es: [
      '# {states} (?:han |habían )?(?:firmado|firmaron) (?:el {statute} )?(?:sin|pero)',
      '# estados (?:signatarios|firmantes) (?:aún |todavía )?no',
      '(?:entre|de) (?:los |todos los )?(?:firmantes|signatarios),? # (?:aún |todavía )?(?:no|nunca)[^.;:,\\n\\p{N}]{0,20} ratific\\p{L}+',
    ],
    ar: [
      '# {states} وقعت (?:على {statute} )?(?:ولم|دون ان|لكنها لم) (?:تصدق|تصادق)',
      '(?:وقعت|وقع) # {states} (?:على )?{statute} (?:ولم|دون ان|من دون ان|لكنها لم) (?:تصدق|تصادق)',
      '# {states} وقعت (?:على )?{statute} (?:ولم|دون ان|لكنها لم) (?:تصدق|تصادق)',
      '(?:وقعت|وقع) # {states} (?:على )?{statute} ولم تصدق',
      '# {states} موقعة لم تصدق',
    ],
  },
  'withdrawals-pending': {
    en: [
      '# {states} (?:have |had )?(?:notified|told|informed) (?:the )?(?:secretary ' +
        'general of the )?(?:united nations|un) (?:of|that) (?:their|they)',
      '# {states} (?:have |had )?{still}(?:notified|announced|declared|given|gave|submitted|filed|' +
        'deposited) (?:\\p{L}+ ){0,4}?(?:withdrawals?|notice|intention to (?:withdraw|leave))',
      '# {states} {are} {still}(?:leaving|withdrawing from|in the process of (?:leaving|' +
        'withdrawing from)|on (?:their|the) way out of) (?:{court}|the {statute})',
      '# {states} (?:have |had )?(?:notified|announced) their (?:withdrawal|intention to withdraw)',
    ],
    fr: [
      "# {states} (?:ont |avaient )?(?:notifié|annoncé) (?:à l'onu|aux nations unies|" +
        'au secrétaire général(?: des nations unies)?) leur (?:retrait|départ)',
      '# {states} (?:ont |avaient )?{still}(?:notifié|annoncé|déclaré) (?:leur|leurs) (?:intention de se retirer|retraits?|départ)',
      '# {states} (?:se retirent|quittent|{are} {still}(?:en train de|sur le point de) ' +
        '(?:quitter|se retirer)) (?:de |le )?(?:{court}|{statute})',
      '# {states} (?:ont |avaient )?notifié leur retrait',
    ],
    es: [
      '# {states} (?:han |habían )?(?:notificado|notificaron|comunicado) (?:a las naciones unidas|' +
        'a la onu|al secretario general(?: de las naciones unidas)?) su (?:retirada|retiro)',
      '# {states} (?:han |habían )?{still}(?:notificado|notificaron|anunciado|anunciaron|comunicado|' +
        'comunicaron) (?:que se retiran|su (?:retirada|retiro|salida|intención de retirarse))',
      '# {states} (?:se retiran|se están retirando|abandonan|{are} {still}(?:saliendo|retirándose)) (?:de(?:l)? )?(?:{court}|{statute})',
      '# {states} (?:han |habían )?notificado su (?:retirada|retiro)',
    ],
    ar: [
      '(?:ابلغت|اخطرت) # {states} (?:الامم المتحدة|الامين العام(?: للامم المتحدة)?) ب(?:انسحابها|نيتها الانسحاب)',
      '(?:ابلغت|اخطرت|اعلنت|قدمت) # {states} (?:اخطارا )?(?:عن |ب)?(?:انسحابها|الانسحاب)',
      '# {states} (?:ابلغت|اخطرت|اعلنت) (?:عن |ب)?(?:انسحابها|الانسحاب)',
      '# {states} (?:تنسحب|في طريقها الى الانسحاب) من (?:{court}|{statute})',
      '(?:ابلغت|اخطرت) # {states} (?:عن |ب)انسحابها',
      '# انسحابات لم (?:تسر|تدخل)',
    ],
  },
} satisfies Ways;
