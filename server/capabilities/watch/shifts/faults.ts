import { defineFaults } from '../../../kernel/faults.ts';

/** What can be wrong with shifts and handovers, and what to do about it. */
defineFaults({
  'watch/shift-unsound': {
    status: 422,
    ar: 'تعذّر إنشاء النوبة. صحّح: {fields}.',
    fr: 'La vacation ne peut être créée. À corriger : {fields}.',
    en: 'The shift cannot be made. Correct: {fields}.',
  },
  'watch/shift-too-far': {
    status: 422,
    ar: 'تُبرمج النوبات من {first} إلى {last}. صحّح اليوم.',
    fr: 'Les vacations se planifient du {first} au {last}. Corrigez le jour.',
    en: 'Shifts are planned from {first} to {last}. Correct the day.',
  },
  'watch/shift-there-already': {
    status: 409,
    ar: 'لهذا المكتب نوبة في الوقت نفسه (أيام: {days}). أضف الضباط إليها بإلغائها وإعادة برمجتها، أو غيّر الوقت.',
    fr: 'Ce bureau a déjà cette vacation (jours : {days}). Annulez-la pour la refaire avec d’autres agents, ou changez d’heures.',
    en: 'This desk has that shift already (days: {days}). Call it off to plan it anew with other officers, or change its hours.',
  },
  'watch/own-handover': {
    status: 403,
    ar: 'وقّعتَ تسليم هذه النوبة: يلزم أن يتسلّمها شخص آخر.',
    fr: 'Vous avez signé la passation de cette vacation : une autre personne doit la prendre.',
    en: 'You signed this shift out: someone else must take it over.',
  },
  'watch/shift-state': {
    status: 409,
    ar: 'لا يسمح وضع النوبة بذلك ({state}).',
    fr: 'L’état de la vacation ne le permet pas ({state}).',
    en: 'The state of the shift does not allow this ({state}).',
  },
  'watch/other-note': {
    status: 409,
    ar: 'ليست هذه المذكرة التي وُقّعت. أعد تحميلها واقرأها قبل التوقيع.',
    fr: 'Ce n’est pas la note qui a été signée. Rechargez-la et relisez-la avant de signer.',
    en: 'This is not the note that was signed. Reload it, and read it before you sign.',
  },
});
