/** What the gaps of an agreement, and its states, are called in faults. */
import { defineDetailWords } from '../../kernel/faults.ts';

defineDetailWords('agreements/state', {
  draft: { ar: 'مسودة', fr: 'brouillon', en: 'draft' },
  proposed: { ar: 'قيد الاقتراح', fr: 'proposé', en: 'proposed' },
  'in-force': { ar: 'ساري المفعول', fr: 'en vigueur', en: 'in force' },
  ended: { ar: 'تم الإنهاء', fr: 'terminé', en: 'ended' },
});

// A gap is told by every capability that sends something under an agreement.
defineDetailWords('gap', {
  'no-agreement': { ar: 'لا اتفاق', fr: 'aucun accord', en: 'no agreement' },
  'not-in-force': {
    ar: 'الاتفاق غير ساري المفعول',
    fr: 'l’accord n’est pas en vigueur',
    en: 'it is not in force',
  },
  recipient: {
    ar: 'جهة ليست طرفاً فيه',
    fr: 'un service n’y est pas partie',
    en: 'a service is no party to it',
  },
  field: { ar: 'لا يشمل هذا المجال', fr: 'ce domaine n’y figure pas', en: 'it does not cover the field' },
  purpose: {
    ar: 'لا يشمل هذا الغرض',
    fr: 'cette finalité n’y figure pas',
    en: 'it does not cover the purpose',
  },
  'not-linked': { ar: 'الربط غير قائم', fr: 'la liaison n’est pas active', en: 'the link is not active' },
  'not-releasable': {
    ar: 'جهة غير مأذون لها في الوسم',
    fr: 'un service ne figure pas au marquage',
    en: 'the marking does not name a service',
  },
});
