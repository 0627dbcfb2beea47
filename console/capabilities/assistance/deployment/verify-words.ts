import { defineWords } from '../../../kit/define-words.ts';

/** Checking a badge on a phone. */
export const verifyWords = defineWords({
  title: { ar: 'التحقق من بطاقة', fr: 'Vérifier un badge', en: 'Check a badge' },
  teach: {
    ar: 'يتم التحقق في هذا الهاتف نفسه، ولو من دون شبكة.',
    fr: 'La vérification se fait sur ce téléphone, même sans réseau.',
    en: 'The check is done on this phone itself, even without a network.',
  },
  scan: { ar: 'تصوير الرمز', fr: 'Photographier le code', en: 'Photograph the code' },
  paste: { ar: 'أو الصق نص الرمز', fr: 'Ou collez le texte du code', en: 'Or paste the text of the code' },
  notFound: {
    ar: 'لا رمز يُقرأ في هذه الصورة. اقترب وصوّر البطاقة من الأمام.',
    fr: 'Aucun code lisible sur cette photo. Approchez-vous et cadrez le badge de face.',
    en: 'No code can be read in this picture. Come closer and take the badge from the front.',
  },
  unsupported: {
    ar: 'هذا المتصفح لا يتحقق من التوقيعات. حدّثه أو استعمل هاتفاً آخر.',
    fr: 'Ce navigateur ne sait pas vérifier les signatures. Mettez-le à jour ou prenez un autre téléphone.',
    en: 'This browser cannot check signatures. Update it, or use another phone.',
  },
  valid: { ar: 'صالحة', fr: 'VALABLE', en: 'VALID' },
  unreadable: { ar: 'ليس رمز بطاقة', fr: 'Ce n’est pas un code de badge', en: 'Not the code of a badge' },
  forged: {
    ar: 'مزوّرة: التوقيع ليس توقيع الجهاز',
    fr: 'FAUX : la signature n’est pas celle du service',
    en: 'FORGED: the signature is not the service’s',
  },
  'former-key': {
    ar: 'مرفوضة: وُقّعت بمفتاح لم يعد الجهاز يستعمله',
    fr: 'REFUSÉ : signé d’une clé que le service n’utilise plus',
    en: 'REFUSED: signed with a key that the service no longer uses',
  },
  'other-service': {
    ar: 'أصدرها جهاز آخر: لا يمكن التحقق منها بمفتاحنا',
    fr: 'Émis par un autre service : notre clé ne permet pas de le vérifier',
    en: 'Issued by another service: our key cannot check it',
  },
  'not-yet': { ar: 'لم تبدأ صلاحيتها', fr: 'Pas encore valable', en: 'Not valid yet' },
  expired: { ar: 'انتهت صلاحيتها', fr: 'EXPIRÉ', en: 'EXPIRED' },
  revoked: { ar: 'ملغاة', fr: 'RÉVOQUÉ', en: 'REVOKED' },
  from: { ar: 'الجهاز', fr: 'Service', en: 'Service' },
  role: { ar: 'المهمة', fr: 'Fonction', en: 'Role' },
  days: { ar: 'الصلاحية', fr: 'Validité', en: 'Validity' },
  zones: { ar: 'المناطق', fr: 'Zones', en: 'Zones' },
  powers: {
    ar: 'الصلاحيات (بحضور مرافقه)',
    fr: 'Pouvoirs (en présence du binôme)',
    en: 'Powers (beside his host officer)',
  },
  number: { ar: 'رقم البطاقة', fr: 'N° de badge', en: 'Badge no.' },
  armed: { ar: 'مسلَّح', fr: 'ARMÉ', en: 'ARMED' },
  unarmed: { ar: 'غير مسلَّح', fr: 'NON ARMÉ', en: 'UNARMED' },
  listed: {
    ar: 'قائمة البطاقات الملغاة بتاريخ {moment}',
    fr: 'Badges révoqués : liste du {moment}',
    en: 'Revoked badges as of {moment}',
  },
  stale: {
    ar: 'تعذّر التحديث. يستمر التحقق بالقائمة المحفوظة.',
    fr: 'Actualisation impossible : la vérification continue avec la liste conservée.',
    en: 'Could not refresh: checks go on with the list that is kept here.',
  },
  refresh: { ar: 'تحديث القائمة', fr: 'Actualiser la liste', en: 'Refresh the list' },
  noKeys: {
    ar: 'لم يُحمَّل مفتاح الجهاز بعد: اتصل بالشبكة مرة واحدة.',
    fr: 'La clé du service n’est pas encore chargée : connectez-vous une première fois.',
    en: 'The service’s key is not loaded yet: connect once.',
  },
});
