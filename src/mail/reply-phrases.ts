/** Why a server says no, as the mail world sorts it. */
export type Reason =
  | 'relay-denied'
  | 'mailbox-full'
  | 'too-much'
  | 'sender-refused'
  | 'policy'
  | 'spam'
  | 'suspended'
  | 'too-large'
  | 'moved'
  | 'mailbox-unknown'
  | 'host-unknown'
  | 'try-later';

/** Phrases in the order in which they count: the first that is found decides. Lower case, without punctuation and apostrophes. */
export const REPLY_PHRASES: readonly (readonly [Reason, readonly string[]])[] = [
  // Exchange takes mail for some of its mailboxes only from within.
  ['policy', phrases('rst authrequired | rst sendernot')],
  [
    'relay-denied',
    phrases(`
    relay access denied | relaying denied | relay denied | relay not permitted | relaying not allowed | relay not allowed |
    relaying is not |
    relaying prohibited | unable to relay | not permitted to relay | not configured to relay | no relaying | does not relay |
    allowed rcpthosts | must issue a starttls | starttls is required | starttls required | tls required |
    authentication is required for relay |
    authentication required | authentication is required | smtp auth is required | must authenticate | authenticate first |
    client not authenticated | client was not authenticated | encryption needed | encryption required | not owned by user |
    turn on smtp authentication | must use tls | we do not relay | allowed to relay | relaying forbidden |
    smtp auth required | email address is not verified | user sending limit |
    daily message quota | to send as this sender | sendasdenied | auth command first | auth first`),
  ],
  [
    'mailbox-full',
    phrases(`
    exceeded the local limit | exceeds the local limit | exceeded its storage | storage limit | over the allowed quota |
    exceeded allowed quota | boîte pleine | buzón lleno | postfach voll | casella piena | ящик переполнен | mailbox exceeds allowed size |
    exceeds allowed size | postfach ist voll | boîte aux lettres est pleine | boîte aux lettres pleine | boîte est pleine |
    buzón está lleno |
    buzón de correo lleno | casella è piena | está lleno | est pleine | ist voll | è piena | está cheia | переполнен |
    caixa postal cheia | صندوق البريد ممتلئ | البريد ممتلئ | 容量 | いっぱい | mailbox full | mailbox is full |
    mailbox for user is full | mail box is full | inbox is full |
    over quota | over its quota | over the quota | over their quota | overquota | quota exceeded | exceeded quota |
    exceeded its quota | exceeded the quota | exceeds quota | out of storage |
    quota violation | disk quota | storage quota | exceeded storage | insufficient system storage | insufficient disk | not enough space |
    not enough disk | not enough storage | mailbox size limit`),
  ],
  [
    'too-much',
    phrases(`
    receiving mail too quickly | too many emails | too many mails | too fast | sending rate | try again in | host not found try again |
    lookup failure | temporary lookup | name service error for domain | name server timeout | too many recipients | too many connections |
    grey list | greylist | graylist | too many messages | rate limit | receiving mail at a rate | frequency limited |
    try again later | temporarily deferred`),
  ],
  [
    'sender-refused',
    phrases(`
    sender address | sender rejected | sender denied | sender verify | sender domain | sender unknown | unknown sender | invalid sender |
    bad sender | from address | return address | bounce address | reply to address | sender user | your account |
    your address | your email address | your e mail address | your own address |
    expéditeur | remitente | absender | mittente | المرسل |
    mail from domain | mailfrom | domain of sender | envelope sender | return path`),
  ],
  [
    'policy',
    phrases(`
    rdns | not authorized to send | unauthenticated email | authentication checks | dns blacklist | real time blackhole | blocked using |
    client host | blacklist | black list | blocklist | block list | spamhaus | dnsbl | spf record | spf check | spf fail |
    dmarc | dkim check |
    dkim fail | reputation | reverse dns | dns ptr | ptr record | banned | policy reasons | security polic | by policy | due to policy |
    mail policy | spf validation | spf verification | dmarc policy | content scanner | content filter | currently blocked | ip not allowed |
    invalid helo | from your network | from your server | por política | contenu indésirable |
    in rbl | an rbl | the rbl | rbl restriction`),
  ],
  [
    'suspended',
    phrases(`
    has been disabled | account is locked | account has been locked | been locked | discontinued | account is not active |
    no longer active |
    mail receiving disabled | account expired | account is blocked | account blocked | account is closed | is disabled | account disabled |
    mailbox disabled | user disabled | suspended | deactivated | inactive | temporary locked | temporarily locked`),
  ],
  [
    'too-large',
    phrases(`
    message size | message too large | message too big | message too long | message is too | size limit | size exceed | length exceeds`),
  ],
  [
    'moved',
    phrases(`
    no longer employed | no longer works | left the company | left the organi | address changed | has been replaced by | user has moved |
    no longer with | has changed address | user doesnt have a | not our user |
    user not local | no longer on server | has moved | no longer works here | user has left`),
  ],
  [
    'mailbox-unknown',
    phrases(`
    wasnt found at | was not found at |
    address invalid | invalid address | bad address | not present in directory | not found in directory | not in our directory |
    account unavailable | cant accept user | addresses were unknown | server rejected recipients | not an active address | lives here |
    doesnt live here | no existe dicha persona | no existe ese usuario | no existe el usuario | no existe el buzón | no existe la cuenta |
    no existe la dirección | no existe el destinatario | correo no existe | no matching address | non existent user |
    nonexistent user | non existent recipient | nonexistent recipient | non existent mailbox | nonexistent mailbox |
    non existent address | nonexistent address | final email delivery point | not local address | not a local address | not a local user |
    not registered in | permanently rejected user | recipient is not local | recipient not exist | recipient not ok |
    wrong or no longer valid | this account is no longer valid | badrecipientto | badrcptto | validrcptto | missing home directory |
    user not active | unknown virtual user | not available or not local | unroutable mail address | unroutable address |
    could not be found or was misspelled | email address could not be found | mailbox invalid | mailbox not present |
    no longer accepts mail | there is no user | there is no one at | nobody by that name | nobody here by that name |
    undefined mailbox | undefined user | not an existing | recipient address is invalid | recipient address invalid | invalid rcpt |
    invalid local part | account has been deleted | account deleted | mailbox has been deleted | mailbox deleted | user has been deleted |
    user deleted | account has been removed | mailbox has been removed | account was deleted | account has been terminated |
    account no longer exists | mailbox no longer exists | address no longer exists | user no longer exists | address is no longer in use |
    no longer in use | adresse nexiste plus | boîte nexiste plus | compte nexiste plus | utilisateur nexiste plus |
    postfach nicht gefunden | postfach existiert nicht | empfänger nicht gefunden | benutzer nicht gefunden | adresse nicht gefunden |
    adresse unbekannt | no such email | this email address does not exist | email address does not exist | user invalid |
    bad destination mailbox | bad recipient |
    recipient invalid | no valid recipients | unknown destination | does not have an account | doesnt have an account |
    does not have a mailbox | not a user here | non local recipient verification failed | unknown in local recipient | user is unknown |
    recipient is unknown | unknown e mail address | unknown email address | no user by that name | no one by that name |
    mailbox is unknown |
    account is unknown | account unknown | alias unknown | is an unknown | userunknown | keine mailbox | mailbox nicht gefunden |
    adresse inexistante | adresse nexiste pas | compte nexiste pas | cuenta no existe | dirección no existe |
    kein solcher benutzer | 用户不存在 |
    无此用户 | recipient address rejected access denied | invalid final delivery userid | not listed in |
    wasnt found at the destination domain |
    you entered couldnt be found | unknown or illegal alias | unknown or illegal user | recipient name is not recognized |
    not our customer |
    no longer a valid | userid not found | no account by that name | invalid user address | unrouteable address | unknown mail address |
    address not found | 見つかりません | 存在しません | boîte inconnue | utilisateur inconnu | destinataire inconnu | adresse inconnue |
    usuario desconocido | el buzón no existe | empfänger unbekannt | benutzer unbekannt | unbekannter benutzer | unbekannter empfänger |
    benutzer existiert nicht | empfänger existiert nicht | adresse existiert nicht | usuario no existe | destinatario no existe |
    utilisateur nexiste pas | destinataire nexiste pas | usuário não existe | utente non esiste | المستخدم غير موجود | مستخدم غير معروف |
    العنوان غير موجود | utente sconosciuto | usuário desconhecido | пользователь не найден | почтовый ящик не существует |
    user unknown | unknown user |
    no such user | no such mailbox | no such recipient | no such account | no such address | no such person | no such local | no mailbox |
    user not found | user not exist | user not known | user does not exist | user doesnt exist | unknown mailbox | mailbox unknown |
    mailbox not found | mailbox does not exist | mailbox doesnt exist | invalid mailbox | invalid recipient | invalid user |
    recipient unknown |
    unknown recipient | recipient not found | recipnotfound | recipient does not exist | recipient doesnt exist | account does not exist |
    account doesnt exist | account not found | account that you tried to reach does not exist | unknown account | address unknown |
    unknown address | address does not exist | address doesnt exist | addressee unknown | unknown local part | not a valid mailbox |
    ungültiger empfänger | empfänger ist unbekannt | benutzer ist unbekannt | adresse ist unbekannt | boîte aux lettres inexistante |
    destinataire inexistant | destinataire introuvable | adresse introuvable | adresse électronique nexiste pas | utilisateur inexistant |
    usuario inexistente | destinatario inexistente | buzón inexistente | dirección inexistente | destinatario desconocido |
    dirección de correo no existe | dirección de correo electrónico no existe | cuenta de correo no existe | endereço não existe |
    endereço de e mail não existe | destinatário desconhecido | destinatário não existe | indirizzo non esiste | indirizzo inesistente |
    casella inesistente | utente inesistente | destinatario inesistente | destinatario sconosciuto | пользователя не существует |
    пользователь не существует | нет такого пользователя | ящика не существует | адрес не существует | адрес не найден |
    kullanıcı bulunamadı | gebruiker onbekend | onbekende gebruiker | mailbox bestaat niet | adres bestaat niet | użytkownik nie istnieje |
    adres nie istnieje | البريد غير موجود | البريد الإلكتروني غير موجود | المستلم غير موجود | no one at this address |
    recipient not recognized | recipient not recognised | recipient is not recognized | unrecognized address | unrecognised address |
    not a valid user | not a valid recipient | not a known user | does not exist here | is not known here`),
  ],
  [
    'host-unknown',
    phrases(`
    invalid destination domain | point to non existent hosts | indicated no smtp service | no smtp service here |
    remote domain doesnt exist | host name is unknown |
    no mail exchanger | name or service not known | host or domain name not found | domain does not exist | domain doesnt exist |
    couldnt find any host | couldnt find a mail exchanger | not accepting network messages | unrouteable mail domain | unrouteable domain |
    host unknown | unknown host | host not found | no such domain | no such host | domain name not found | nxdomain | invalid domain |
    illegal host | unknown domain | null mx`),
  ],
  [
    'spam',
    phrases(`
    as spam | is spam | spam detected | spam content | contains spam | contain spam | spam message | spam mail | like spam | likely spam |
    probably spam | probable spam | possible spam | suspected spam | of spam | due to spam | for spam | spam score |
    spam points | spam filter |
    anti spam | antispam | spam rejected | spam refused | spam classification | considered spam | appears to be spam | be spam |
    considerado spam | como spam | comme spam | considéré comme indésirable | comme indésirable | correo no deseado |
    als spam | spamverdacht |
    spam verdacht | posta indesiderata | come spam | спам | بريد مزعج | بريد غير مرغوب | スパム | 迷惑メール | 垃圾邮件 |
    unsolicited | junk mail | junkmail | spamassassin |
    bulk mail`),
  ],
  [
    'try-later',
    phrases(`
    retry timeout exceeded | could not deliver for the last | envelope expired | delivery time expired | queue too long |
    too long in queue |
    did not accept our requests to connect | delivery failed 20 attempts | unable to establish an smtp connection |
    wasnt able to establish an smtp connection | no route to host | service unavailable | service currently unavailable |
    not accepting connections | been in the queue | cannot send message for | temporary failure | temporarily unavailable | timed out |
    message expired | delivery expired | connection refused`),
  ],
];

function phrases(list: string): string[] {
  return list.split('|').map((phrase) => phrase.trim());
}
