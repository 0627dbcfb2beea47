import { defineFaults } from '../../../kernel/faults.ts';

/** What can be wrong with an answer to an item, and what to do about it. */
defineFaults({
  'exchange/answer-milder': {
    status: 422,
    ar: 'لا يجوز أن تكون المساهمة أقل تقييداً من العنصر الذي تتعلق به: {fields}. شدّد الوسم أو احذف الجهات التي لا يحق لها العنصر الأصلي.',
    fr: 'Une contribution ne peut pas être moins restrictive que l’élément auquel elle répond : {fields}. Renforcez le marquage ou ôtez les destinataires qui n’ont pas droit à l’élément.',
    en: 'A contribution may not be less restrictive than the item that it answers: {fields}. Tighten the marking, or take off recipients who may not have that item.',
  },
  'exchange/answered-gone': {
    status: 409,
    ar: 'العنصر الذي تتعلق به هذه المساهمة لم يعد موجوداً هنا، فلا يمكن التحقق ممن يحق له الاطلاع عليها. لا تُرسل.',
    fr: 'L’élément auquel répond cette contribution n’est plus ici : impossible de vérifier qui peut la recevoir. Elle ne part pas.',
    en: 'The item that this contribution answers is no longer here, so nobody can tell who may have it. It does not leave.',
  },
  'exchange/unknown-target': {
    status: 422,
    ar: 'الكائن المختار ليس من محتوى هذا العنصر. أعد تحميله واختر من محتواه.',
    fr: 'L’objet choisi ne fait pas partie de cet élément. Rechargez-le et choisissez dans son contenu.',
    en: 'The object chosen is not part of this item. Reload it and choose from its content.',
  },
  'exchange/sighting-order': {
    status: 422,
    ar: 'وقت آخر مشاهدة يسبق وقت أولها. صحّح الوقتين.',
    fr: 'La dernière observation précède la première. Corrigez les dates.',
    en: 'It was last seen before it was first seen. Correct the times.',
  },
  'exchange/sighting-ahead': {
    status: 422,
    ar: 'وقت المشاهدة لم يحن بعد. صحّح التاريخ والساعة.',
    fr: 'L’observation est datée dans le futur. Corrigez la date et l’heure.',
    en: 'The time of the sighting has not come yet. Correct date and hour.',
  },
  'exchange/notes-full': {
    status: 409,
    ar: 'بلغت الملاحظات الداخلية على هذا العنصر حدها الأقصى ({limit}). احذف ما لم يعد لازماً منها.',
    fr: 'Cet élément porte déjà {limit} notes internes, le maximum. Supprimez celles qui ne servent plus.',
    en: 'This item already has {limit} internal notes, the most there can be. Remove those no longer needed.',
  },
});
