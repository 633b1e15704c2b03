/** By which a notice says that a mail is late and still tried. Lower case, without apostrophes, blanks as one. */
export const DELAY_PHRASES: readonly string[] = phrases(`
    warning message only | this is a warning only | not yet been delivered | has been delayed | still being retried | will be retried |
    will keep trying | will continue to try | you do not need to resend | delay reason: | delivery is delayed |
    delivery to these recipients has been delayed | delivery incomplete | temporary problem delivering |
    is delayed | delivery delayed | been delivered yet | will continue to be attempted | keep trying to deliver |
    a été retardée | est retardée | pas encore été remis | pas encore été distribu | se ha retrasado | aún no se ha entregado |
    todavía no se ha entregado | wurde verzögert | zustellung verzögert | verzögert sich | noch nicht zugestellt |
    تأخر تسليم | تأخر التسليم | تم تأخير | لم يتم تسليمها بعد | لم يتم تسليمه بعد`);

/** By which a notice says that a mail was not delivered. */
export const FAILURE_PHRASES: readonly string[] = phrases(`
    could not be delivered | couldnt be delivered | cannot be delivered | can not be delivered | not be delivered | was not delivered |
    wasnt delivered | not been delivered | unable to deliver | wasnt able to deliver | failed to deliver | undeliverable | undelivered |
    delivery failed | delivery has failed | delivery failure | failed permanently | permanent error | permanent fatal error |
    permanent failure | fatal errors | did not reach | error delivering | error occurred while trying to deliver |
    error has occurred while attempting to deliver | rejected by a remote mail server | rejected by the recipient | message was rejected |
    message not delivered | following address failed | address(es) failed | unknown user | does not exist on this |
    error message is reported | failure notice | had trouble delivering |
    trouble delivering your | non-delivered | nondelivery | non-delivery | not able to deliver | failed to be delivered |
    delivery attempts |
    mail failure | malformed address | failed recipient | problem delivering | message has been rejected | not delivered to |
    returned mail |
    delivery status notification (failure) | delivery notification | mail system error | had delivery errors | had delivery problems |
    delivery errors | recipients was aborted | invalid user address | invalid final delivery | returned to sender |
    returned below could not |
    transcript of session follows | failure reasons | mailbox is full | no such user | user unknown | konnte nicht zugestellt |
    konnten nicht zugestellt | unzustellbar | na pas pu être remis | na pas pu être distribu | na pas pu être envoyé | na pu être remis |
    nicht zustellbar | zustellung fehlgeschlagen | fehler bei der nachrichtenzustellung | na pas été remis | na pas été distribu |
    na pas été délivré | na pas été livré | nont pas été | pas pu remettre | échec de remise | échec de la remise | non distribu |
    non remis | no ha sido entregado | no se ha entregado | no se entregó | nicht zugestellt | تعذر التسليم | فشل التسليم |
    non è stato consegnato | non consegnato | no fue entregado | no entregado | no se puede entregar | error de entrega |
    no se ha podido entregar | no se pudo entregar | no pudo ser entregado | no pudo entregarse | não pôde ser entregue |
    não foi entregue | não foi possível entregar | falha na entrega | non è stato recapitato | mancato recapito |
    mancata consegna | non è stato possibile recapitare | impossibile recapitare | niet worden afgeleverd | niet worden bezorgd |
    niet bezorgd |
    onbestelbaar | nie została dostarczona | nie dostarczono | teslim edilemedi | не может быть доставлено | не было доставлено |
    не доставлено | не удалось доставить | تعذر تسليم | لم نتمكن من تسليم | فشل تسليم | لم يتم تسليم | 送信できませんでした |
    配信できませんでした | 配信できません | 送信できません | 无法投递 | 退信`);

function phrases(list: string): string[] {
  return list.split('|').map((phrase) => phrase.trim());
}
