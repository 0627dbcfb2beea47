import { defineFaults } from '../../kernel/faults.ts';

defineFaults({
  'documents/too-large': {
    status: 413,
    ar: 'الوثيقة أكبر من أن تُطبع دفعة واحدة (الحد {limitBytes} بايت). قلّص الفترة أو المحتوى ثم أعد المحاولة.',
    fr: 'Document trop volumineux pour être mis en page ({limitBytes} octets au plus). Réduisez la période ou le contenu, puis réessayez.',
    en: 'The document is too large to be typeset (at most {limitBytes} bytes). Take a shorter period or less content, then try again.',
  },
  'documents/busy': {
    status: 503,
    ar: 'وثائق كثيرة قيد الإعداد الآن. أعد المحاولة بعد لحظات؛ لم يضع شيء.',
    fr: 'Trop de documents en cours de mise en page. Réessayez dans un instant ; rien n’est perdu.',
    en: 'Too many documents are being typeset. Try again in a moment; nothing is lost.',
  },
  'documents/too-slow': {
    status: 503,
    ar: 'لم يكتمل إعداد الوثيقة في الوقت المحدد. قلّص الفترة أو المحتوى ثم أعد المحاولة.',
    fr: 'La mise en page n’a pas abouti dans le délai imparti. Réduisez la période ou le contenu, puis réessayez.',
    en: 'The document could not be typeset in time. Take a shorter period or less content, then try again.',
  },
});
