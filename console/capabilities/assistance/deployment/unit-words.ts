import { defineWords } from '../../../kit/define-words.ts';

/** How far an officer has come. */
export const stateWords = defineWords({
  draft: { ar: 'مسودة لم تُرسل', fr: 'Projet non transmis', en: 'Draft, not sent' },
  'turned-away': {
    ar: 'رفضه جهاز البلد المضيف آلياً',
    fr: 'Refusé par le nœud du partenaire',
    en: 'Refused by the partner’s node',
  },
  named: { ar: 'معيَّن بالاسم', fr: 'Désigné', en: 'Named' },
  refused: { ar: 'مرفوض', fr: 'Récusé', en: 'Refused' },
  vetted: { ar: 'مدقَّق', fr: 'Criblé', en: 'Vetted' },
  accredited: { ar: 'معتمَد', fr: 'Accrédité', en: 'Accredited' },
  arrived: { ar: 'وصل', fr: 'Arrivé', en: 'Arrived' },
  paired: { ar: 'في ثنائي', fr: 'En binôme', en: 'Paired' },
  tasked: { ar: 'مكلَّف', fr: 'En mission', en: 'Tasked' },
  extended: { ar: 'ممدَّد له', fr: 'Prolongé', en: 'Extended' },
  released: { ar: 'انتهت مهمته', fr: 'Libéré', en: 'Released' },
  debriefed: { ar: 'قُيّمت مهمته', fr: 'Débriefé', en: 'Debriefed' },
  withdrawn: { ar: 'مسحوب', fr: 'Retiré', en: 'Withdrawn' },
  standing: { ar: 'في السجل', fr: 'Au registre', en: 'In the register' },
});

/** What may be done, as its button says it. */
export const actWords = defineWords({
  vet: { ar: 'البتّ في التدقيق', fr: 'Décider du criblage', en: 'Decide on vetting' },
  accredit: { ar: 'إصدار بطاقة الاعتماد', fr: 'Accréditer', en: 'Accredit' },
  'revoke-badge': { ar: 'إلغاء البطاقة', fr: 'Révoquer le badge', en: 'Revoke the badge' },
  arrive: { ar: 'تسجيل الوصول', fr: 'Enregistrer l’arrivée', en: 'Record the arrival' },
  brief: { ar: 'تسجيل تلقّي التعليمات', fr: 'Consigner le briefing', en: 'Record the briefing' },
  pair: { ar: 'تشكيل ثنائي', fr: 'Former un binôme', en: 'Pair' },
  unpair: { ar: 'فك الثنائي', fr: 'Défaire le binôme', en: 'End the pair' },
  task: { ar: 'التكليف بمهمة', fr: 'Confier une mission', en: 'Give a task' },
  'propose-extension': { ar: 'اقتراح تمديد', fr: 'Proposer une prolongation', en: 'Propose an extension' },
  'agree-extension': { ar: 'قبول التمديد', fr: 'Accepter la prolongation', en: 'Agree to the extension' },
  release: { ar: 'إنهاء المهمة', fr: 'Libérer', en: 'Release' },
  debrief: { ar: 'تقييم المهمة', fr: 'Débriefer', en: 'Debrief' },
  withdraw: { ar: 'سحب الضابط', fr: 'Retirer l’officier', en: 'Withdraw' },
});

/** What was done, in the history. */
export const doneWords = defineWords({
  vet: { ar: 'دُقّق في الملف', fr: 'Criblage décidé', en: 'Vetting decided' },
  accredit: { ar: 'صدرت البطاقة', fr: 'Badge délivré', en: 'Badge issued' },
  'revoke-badge': { ar: 'أُلغيت البطاقة', fr: 'Badge révoqué', en: 'Badge revoked' },
  arrive: { ar: 'وصل', fr: 'Arrivé', en: 'Arrived' },
  brief: { ar: 'تلقّى التعليمات', fr: 'Briefé', en: 'Briefed' },
  pair: { ar: 'شُكّل ثنائي', fr: 'Binôme formé', en: 'Paired' },
  unpair: { ar: 'فُكّ الثنائي', fr: 'Binôme défait', en: 'Pair ended' },
  task: { ar: 'كُلّف بمهمة', fr: 'Mission confiée', en: 'Tasked' },
  'propose-extension': { ar: 'اقتُرح التمديد', fr: 'Prolongation proposée', en: 'Extension proposed' },
  'agree-extension': { ar: 'قُبل التمديد', fr: 'Prolongation acceptée', en: 'Extension agreed' },
  release: { ar: 'أُنهيت مهمته', fr: 'Libéré', en: 'Released' },
  debrief: { ar: 'قُيّمت المهمة', fr: 'Débriefé', en: 'Debriefed' },
  withdraw: { ar: 'سُحب', fr: 'Retiré', en: 'Withdrawn' },
});

/** Why he cannot be tasked. */
export const reasonsWords = defineWords({
  withdrawn: { ar: 'سُحب', fr: 'retiré', en: 'withdrawn' },
  refused: { ar: 'رُفض', fr: 'récusé', en: 'refused' },
  'not-vetted': { ar: 'لم يُدقَّق في ملفه', fr: 'pas encore criblé', en: 'not vetted' },
  'not-accredited': { ar: 'غير معتمد', fr: 'non accrédité', en: 'not accredited' },
  'badge-not-valid': { ar: 'بطاقته غير سارية', fr: 'badge non valable', en: 'badge not valid' },
  'not-arrived': { ar: 'لم يصل', fr: 'pas encore arrivé', en: 'not arrived' },
  'certificate-missing': { ar: 'شهادة ناقصة', fr: 'certificat manquant', en: 'certificate missing' },
  'certificate-expired': { ar: 'شهادة منتهية', fr: 'certificat expiré', en: 'certificate expired' },
  'outside-availability': { ar: 'خارج فترة وجوده', fr: 'hors période', en: 'outside his time here' },
  'no-host-pair': { ar: 'لا ضابط مرافق له', fr: 'sans binôme', en: 'no host pair' },
  'other-task': {
    ar: 'له مهمة أخرى في الوقت نفسه',
    fr: 'déjà en mission à ce moment',
    en: 'another task at that time',
  },
  released: { ar: 'انتهت مهمته', fr: 'libéré', en: 'released' },
  erased: { ar: 'حُذفت بياناته', fr: 'données effacées', en: 'data erased' },
});

export const groundWords = defineWords({
  'national-security': { ar: 'الأمن الوطني', fr: 'Sécurité nationale', en: 'National security' },
  'incomplete-papers': { ar: 'وثائق ناقصة', fr: 'Dossier incomplet', en: 'Incomplete papers' },
  'not-qualified': { ar: 'لا يستوفي المؤهلات', fr: 'Qualification insuffisante', en: 'Not qualified' },
  'over-quantity': { ar: 'فوق العدد المطلوب', fr: 'En surnombre', en: 'More than was asked for' },
  other: { ar: 'سبب آخر', fr: 'Autre motif', en: 'Another ground' },
});

export const certificateWords = defineWords({
  'dog-team': { ar: 'شهادة الفريق السينوتقني', fr: 'Équipe cynophile', en: 'Dog team' },
  'dog-health': { ar: 'الدفتر الصحي للكلب', fr: 'Santé du chien', en: 'Dog’s health' },
  handler: { ar: 'شهادة مدرب الكلاب', fr: 'Conducteur de chien', en: 'Handler' },
  'bomb-disposal': { ar: 'شهادة تفكيك المتفجرات', fr: 'Déminage', en: 'Bomb disposal' },
  firearms: { ar: 'شهادة الرماية', fr: 'Tir', en: 'Firearms' },
  'drone-operator': { ar: 'شهادة تشغيل الطائرات المسيّرة', fr: 'Télépilote', en: 'Drone operator' },
  medical: { ar: 'شهادة إسعاف', fr: 'Secourisme', en: 'Medical' },
  driving: { ar: 'رخصة سياقة', fr: 'Conduite', en: 'Driving' },
  other: { ar: 'شهادة أخرى', fr: 'Autre', en: 'Other' },
});
