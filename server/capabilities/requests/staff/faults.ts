import { defineFaults } from '../../../kernel/faults.ts';

defineFaults({
  'requests/absence-unsound': {
    status: 422,
    ar: 'الغياب غير سليم: {fields}. لا بد من مدة مقبلة لا تتداخل مع غياب آخر، ومن نائب حاضر غير صاحب الغياب.',
    fr: 'Absence non valable : {fields}. Il faut une période à venir, sans chevauchement, et un suppléant présent, autre que l’absent.',
    en: 'The absence is not sound: {fields}. It needs a time ahead that overlaps no other, and a stand-in who is there and somebody else.',
  },
  'requests/too-many-absences': {
    status: 409,
    ar: 'بلغ عدد حالات الغياب المسجلة حده الأقصى ({limit}).',
    fr: 'Le nombre d’absences enregistrées a atteint son maximum ({limit}).',
    en: 'The number of absences on record has reached its limit ({limit}).',
  },
  'requests/officer-absent': {
    status: 409,
    ar: 'هذا الموظف غائب إلى غاية {until}. أسند الطلب إلى نائبه أو إلى غيره.',
    fr: 'Cet agent est absent jusqu’au {until}. Confiez la demande à son suppléant ou à un autre agent.',
    en: 'This officer is away until {until}. Give it to his stand-in, or to somebody else.',
  },
  'requests/not-of-desk': {
    status: 422,
    ar: 'لا يكون رئيس المكتب إلا موظفاً نشطاً في هذا المكتب. أضفه إلى المكتب أولاً.',
    fr: 'Le chef d’un bureau en est un agent actif. Affectez-le d’abord à ce bureau.',
    en: 'The head of a desk is an active officer of it. Put him on the desk first.',
  },
  'requests/hand-over-undone': {
    status: 409,
    ar: 'سبق التراجع عن هذا التسليم.',
    fr: 'Cette remise a déjà été annulée.',
    en: 'This handing over was taken back already.',
  },
  'requests/nothing-to-hand-over': {
    status: 409,
    ar: 'لا شيء مفتوحاً بين ما اخترته يمكن تسليمه. أعد تحميل القائمة.',
    fr: 'Rien d’ouvert dans votre sélection ne peut être remis. Rechargez la liste.',
    en: 'Nothing that you chose is open. Reload the list.',
  },
});
