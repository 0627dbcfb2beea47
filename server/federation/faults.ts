/** Faults of the federation: what an officer or an operator meets, and what to do next. */
import { defineFaults } from '../kernel/faults.ts';
import './detail-words.ts';

/** The federation's part of the catalogue of faults. */
defineFaults({
  'federation/refused': {
    status: 403,
    ar: 'رفضت العقدة هذا الطلب. تحقّق من أن الربط بين الجهازين مفعّل.',
    fr: 'Le nœud a refusé cette demande. Vérifiez que la liaison est active.',
    en: 'The node refused this request. Check that the link is active.',
  },
  'federation/not-now': {
    status: 503,
    ar: 'تعذّر على العقدة معالجة الرسالة الآن. تُعاد المحاولة تلقائيًا.',
    fr: 'Le nœud ne peut pas traiter ce message maintenant. L’envoi sera repris automatiquement.',
    en: 'The node cannot take this message now. It is sent again automatically.',
  },
  'federation/unknown-kind': {
    status: 422,
    ar: 'لا يعرف الجهاز الشريك هذا النوع من الرسائل بعد. اطلب منه تحديث عقدته ثم أعد الإرسال.',
    fr: 'Le service partenaire ne connaît pas encore ce type de message. Demandez-lui de mettre son nœud à jour, puis renvoyez.',
    en: 'The partner does not know this kind of message yet. Ask them to update their node, then send again.',
  },
  'federation/link-inactive': {
    status: 409,
    ar: 'الربط مع {party} غير مفعّل (الحالة: {state}). لا يُرسل شيء قبل أن يقبله الطرفان.',
    fr: 'La liaison avec {party} n’est pas active (état : {state}). Rien ne part avant l’accord des deux services.',
    en: 'The link with {party} is not active (state: {state}). Nothing is sent before both sides have accepted it.',
  },
  'federation/link-exists': {
    status: 409,
    ar: 'يوجد ربط قائم مع {party}. أنهِه أولًا إن أردت ربطًا جديدًا.',
    fr: 'Une liaison existe déjà avec {party}. Mettez-y fin d’abord pour en établir une nouvelle.',
    en: 'There is already a link with {party}. End it first if you want a new one.',
  },
  'federation/link-state': {
    status: 409,
    ar: 'لا يمكن تنفيذ هذا الإجراء والربط في حالته الحالية ({state}). أعد تحميل الصفحة وراجع حالة الربط.',
    fr: 'Cette action n’est pas possible dans l’état actuel de la liaison ({state}). Rechargez la page et vérifiez son état.',
    en: 'This is not possible in the present state of the link ({state}). Reload the page and look at its state.',
  },
  'federation/address-invalid': {
    status: 422,
    ar: 'العنوان غير صحيح. اكتب عنوان عقدة الشريك كاملًا، مثل https://node.example:7301.',
    fr: 'Adresse incorrecte. Écrivez l’adresse complète du nœud partenaire, par exemple https://node.example:7301.',
    en: 'The address is not right. Write the whole address of the partner’s node, for instance https://node.example:7301.',
  },
  'federation/unreachable': {
    status: 502,
    ar: 'لا توجد عقدة تجيب على {address}. تحقّق من العنوان ومن جدار الحماية، ثم أعد المحاولة.',
    fr: 'Aucun nœud ne répond à {address}. Vérifiez l’adresse et le pare-feu, puis réessayez.',
    en: 'No node answers at {address}. Check the address and the firewall, then try again.',
  },
  'federation/descriptor-invalid': {
    status: 422,
    ar: 'بطاقة تعريف العقدة في {address} غير سليمة أو توقيعها غير صحيح. لا تُكمل الربط، واتصل بالجهاز الشريك.',
    fr: 'La fiche du nœud à {address} est incorrecte ou mal signée. N’allez pas plus loin et appelez le service partenaire.',
    en: 'The descriptor of the node at {address} is wrong or not properly signed. Go no further and call the partner.',
  },
  'federation/too-large': {
    status: 413,
    ar: 'حجم الرسالة يتجاوز الحد المسموح ({limitBytes} بايت). قسّم المحتوى ثم أعد الإرسال.',
    fr: 'Le message dépasse la limite de {limitBytes} octets. Scindez le contenu puis renvoyez.',
    en: 'The message is larger than the limit of {limitBytes} bytes. Split the content and send again.',
  },
  'federation/key-changed': {
    status: 500,
    ar: 'مفتاح هذه العقدة ليس المفتاح الذي أعلنته لشركائها. أعد ملفات المفاتيح الأصلية إلى مجلد البيانات ثم أعد التشغيل.',
    fr: 'La clé de ce nœud n’est pas celle qu’il a annoncée à ses partenaires. Remettez les fichiers de clés d’origine, puis relancez.',
    en: 'This node’s key is not the one that it told its partners. Put the original key files back, then start again.',
  },
});
