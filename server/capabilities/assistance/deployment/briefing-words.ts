/** What every visiting officer is told before he goes out, in the languages of those who come. */
export const briefingWords = {
  ar: `أنت تعمل دائماً إلى جانب ضابط مرافق من البلد المضيف، ولا تؤدي أي مهمة من دونه.
لا تُمارس صلاحياتك إلا بحضوره وتحت مسؤوليته. التوقيف والتفتيش من اختصاصه ما لم يُذكر خلاف ذلك على بطاقتك.
احمل بطاقة الاعتماد ظاهرةً، ولا تحمل السلاح إلا إذا كانت البطاقة تسمح به.
أبلغ الضابط المرافق فوراً بكل حادث أو إصابة أو فقدان للسلاح أو البطاقة.
ما تطّلع عليه من معلومات يبقى ملكاً لمن قدّمه: لا تصوّر ولا تنقل شيئاً.`,
  fr: `Vous travaillez toujours avec votre binôme du pays hôte : sans lui, aucune mission.
Vous n’exercez vos pouvoirs qu’en sa présence et sous sa responsabilité. L’interpellation et la fouille lui reviennent, sauf mention contraire sur votre badge.
Portez votre badge de façon visible ; ne portez une arme que si le badge l’autorise.
Signalez-lui aussitôt tout incident, toute blessure, toute perte d’arme ou de badge.
Les informations dont vous prenez connaissance restent à qui les a fournies : ni photo, ni transmission.`,
  en: `You always work beside your host officer: without him you carry out no task.
You use your powers in his presence and under his responsibility only. Arrest and search are his, unless your badge says otherwise.
Wear your badge where it is seen; carry a weapon only if the badge allows it.
Tell him at once of any incident, any injury, any loss of a weapon or of the badge.
What you learn belongs to who provided it: take no pictures, pass nothing on.`,
  es: `Usted trabaja siempre junto a su compañero del país anfitrión: sin él no realiza ninguna misión.
Ejerce sus facultades solo en su presencia y bajo su responsabilidad. La detención y el registro le corresponden a él, salvo que su acreditación indique otra cosa.
Lleve la acreditación a la vista; porte arma solo si la acreditación lo permite.
Comuníquele de inmediato todo incidente, toda lesión y toda pérdida de arma o de acreditación.
La información que conozca pertenece a quien la facilitó: no haga fotos ni la transmita.`,
  de: `Sie arbeiten immer mit Ihrem Partner des Gastlandes zusammen: ohne ihn gibt es keinen Auftrag.
Ihre Befugnisse üben Sie nur in seiner Anwesenheit und unter seiner Verantwortung aus. Festnahme und Durchsuchung sind seine Sache, sofern der Ausweis nichts anderes bestimmt.
Tragen Sie den Ausweis sichtbar; eine Waffe nur, wenn der Ausweis es erlaubt.
Melden Sie ihm sofort jeden Vorfall, jede Verletzung, jeden Verlust von Waffe oder Ausweis.
Was Sie erfahren, gehört dem, der es mitgeteilt hat: keine Fotos, keine Weitergabe.`,
  pt: `Trabalha sempre ao lado do seu colega do país anfitrião: sem ele não executa qualquer missão.
Exerce os seus poderes apenas na presença dele e sob a responsabilidade dele. A detenção e a revista competem-lhe, salvo indicação em contrário na acreditação.
Use a acreditação à vista; só traga arma se a acreditação o permitir.
Comunique-lhe de imediato qualquer incidente, ferimento, perda de arma ou de acreditação.
A informação de que tiver conhecimento pertence a quem a forneceu: não fotografe nem transmita.`,
  it: `Lei lavora sempre accanto al collega del Paese ospitante: senza di lui non svolge alcun servizio.
Esercita i poteri solo in sua presenza e sotto la sua responsabilità. L’arresto e la perquisizione spettano a lui, salvo diversa indicazione sul tesserino.
Porti il tesserino in vista; porti l’arma solo se il tesserino lo consente.
Gli segnali subito ogni incidente, ferimento, smarrimento dell’arma o del tesserino.
Le informazioni apprese restano di chi le ha fornite: niente foto, nessuna trasmissione.`,
} as const;
