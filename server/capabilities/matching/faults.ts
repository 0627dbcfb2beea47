import { defineFaults } from '../../kernel/faults.ts';

defineFaults({
  'matching/not-covered': {
    status: 403,
    ar: 'لا يسمح أي اتفاق سارٍ بمطابقة المعرّفات مع هذا الطرف في هذا المجال ولهذا الغرض.',
    fr: 'Aucun accord en vigueur ne permet le rapprochement avec cette partie, dans ce domaine et à cette fin.',
    en: 'No agreement in force allows matching with this party in this field and for this purpose.',
  },
  'matching/nothing-readable': {
    status: 422,
    ar: 'لم يُقبل أي معرّف. راجع أسباب الرفض في المعاينة ثم صحّحها.',
    fr: 'Aucun identifiant n’a pu être retenu. Voyez les motifs dans l’aperçu, puis corrigez.',
    en: 'No identifier could be accepted. See the reasons in the preview and correct them.',
  },
  'matching/quota-spent': {
    status: 429,
    ar: 'استُنفدت حصة اليوم ({limit} معرّفاً). أعد المحاولة غداً أو قلّص القائمة.',
    fr: 'Le quota du jour ({limit} identifiants) est épuisé. Réessayez demain ou réduisez la liste.',
    en: 'Today’s quota of {limit} identifiers is spent. Try again tomorrow, or shorten the list.',
  },
  'matching/until-unsound': {
    status: 422,
    ar: 'تاريخ انتهاء المراقبة غير مقبول: يجب أن يكون بعد اليوم وفي حدود {limit} يوماً.',
    fr: 'La fin de la veille doit être postérieure à aujourd’hui et à {limit} jours au plus.',
    en: 'A standing watch ends after today, and within {limit} days.',
  },
  'matching/card-decided': {
    status: 409,
    ar: 'سبق البتّ في هذا التطابق. أعد التحميل لترى ما تقرّر.',
    fr: 'Il a déjà été statué sur cette concordance. Rechargez pour voir la décision.',
    en: 'This hit was decided on already. Reload to see how.',
  },
  'matching/ground-unsaid': {
    status: 422,
    ar: 'اذكر سبب صرف النظر عن هذا التطابق.',
    fr: 'Précisez pourquoi cette concordance est écartée.',
    en: 'Say why this hit is set aside.',
  },
  'matching/no-watch': {
    status: 409,
    ar: 'لا ترصد جارٍ هنا: إما انتهى أو سبق إيقافه.',
    fr: 'Aucune veille n’est en cours ici : elle est échue ou déjà arrêtée.',
    en: 'No standing watch runs here: it has ended or was stopped.',
  },
  'matching/message-unsound': {
    status: 422,
    ar: 'رسالة المطابقة غير سليمة الصياغة، فرُفضت.',
    fr: 'Le message de rapprochement est mal formé : il a été refusé.',
    en: 'The matching message is not well formed and was refused.',
  },
  'matching/other-epoch': {
    status: 409,
    ar: 'طُرح السؤال بمفتاح فترة أخرى. يُعاد بمفتاح الفترة الجارية.',
    fr: 'La question porte sur la clé d’une autre période. Elle sera reposée avec la clé en cours.',
    en: 'The question was asked under the key of another epoch. It is asked again under the present one.',
  },
  'matching/replayed': {
    status: 409,
    ar: 'سبق استلام هذا السؤال، فلا يُجاب عنه مرة أخرى.',
    fr: 'Cette question a déjà été reçue : elle ne reçoit pas de seconde réponse.',
    en: 'This question was received before and is not answered again.',
  },
  'matching/too-many': {
    status: 413,
    ar: 'عدد المعرّفات يتجاوز {limit}. قسّم القائمة.',
    fr: 'Plus de {limit} identifiants. Scindez la liste.',
    en: 'There are more than {limit} identifiers. Split the list.',
  },
  'matching/not-elements': {
    status: 422,
    ar: 'في السؤال ما ليس عنصراً صالحاً من الزمرة، فرُفض كله.',
    fr: 'La question contient ce qui n’est pas un élément valide du groupe : elle est refusée en entier.',
    en: 'The question holds what is no valid element of the group; all of it was refused.',
  },
  'matching/unasked': {
    status: 409,
    ar: 'هذا جواب عن سؤال لم يُطرح أو انتهى أمره، فرُفض.',
    fr: 'Cette réponse ne correspond à aucune question en attente : elle est refusée.',
    en: 'This answers no question that is open; it was refused.',
  },
  'matching/key-changed': {
    status: 409,
    ar: 'أعلن الشريك مفتاحاً آخر للفترة نفسها، فرُفض.',
    fr: 'Le partenaire a annoncé une autre clé pour la même période : elle est refusée.',
    en: 'The partner announced another key for the same epoch; it was refused.',
  },
  'matching/proof-fails': {
    status: 422,
    ar: 'برهان الشريك على مفتاحه لا يصح. لم يُستخلص شيء من جوابه.',
    fr: 'La preuve de la clé du partenaire ne tient pas. Rien n’a été tiré de sa réponse.',
    en: 'The partner’s proof of his key does not hold. Nothing was learned from his answer.',
  },
  'matching/filter-unsound': {
    status: 422,
    ar: 'مجموعة المقارنة التي بعثها الشريك ليست كما أعلنها أو لا تُقرأ، فلم تُستعمل.',
    fr: 'Le jeu de comparaison du partenaire n’est pas celui qu’il a annoncé, ou ne se lit pas : il n’est pas utilisé.',
    en: 'The partner’s matching set is not the one that he announced, or cannot be read; it is not used.',
  },
});
