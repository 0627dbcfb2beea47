import { defineWords } from '../../kit/define-words.ts';

export const signInWords = defineWords({
  title: { ar: 'تسجيل الدخول', fr: 'Connexion', en: 'Sign in' },
  lead: {
    ar: 'مركز التعاون الأمني الدولي: تبادل المعلومات الموسومة بين الأجهزة الشريكة.',
    fr: 'Centre de coopération policière internationale : échange d’informations marquées entre services partenaires.',
    en: 'International police cooperation centre: marked information between partner services.',
  },
  filling: {
    ar: 'يجري ملء المنصّة التجريبية الآن: قد تبدو القوائم فارغة إلى أن يكتمل.',
    fr: 'La démonstration se remplit : d’ici là, des listes peuvent sembler vides.',
    en: 'The demonstration is being filled: until it is done, lists may look empty.',
  },
  demo: {
    ar: 'منصّة تجريبية: جميع الأشخاص والوقائع المعروضة هنا من نسج الخيال.',
    fr: 'Plateforme de démonstration : les personnes et les faits présentés ici sont inventés.',
    en: 'Demonstration: the people and the facts shown here are invented.',
  },
  email: { ar: 'البريد الإلكتروني المهني', fr: 'Adresse électronique professionnelle', en: 'Work e-mail' },
  password: { ar: 'كلمة السر', fr: 'Mot de passe', en: 'Password' },
  showPassword: {
    ar: 'إظهار كلمة السر أو إخفاؤها',
    fr: 'Afficher ou masquer le mot de passe',
    en: 'Show or hide the password',
  },
  next: { ar: 'متابعة', fr: 'Continuer', en: 'Continue' },
  or: { ar: 'أو', fr: 'ou', en: 'or' },
  passkey: {
    ar: 'الدخول بمفتاح المرور',
    fr: 'Se connecter avec une clé d’accès',
    en: 'Sign in with a passkey',
  },
  oidc: { ar: 'الدخول عبر {name}', fr: 'Se connecter avec {name}', en: 'Sign in with {name}' },
  oidcFailed: {
    ar: 'لم يكتمل الدخول الموحّد. أعد المحاولة، أو اختر وسيلة أخرى.',
    fr: 'La connexion unique n’a pas abouti. Réessayez ou choisissez un autre moyen.',
    en: 'Single sign-on was not completed. Try again, or choose another way.',
  },
  passkeyFailed: {
    ar: 'لم يكتمل التحقق بمفتاح المرور. أعد المحاولة، أو ادخل بكلمة السر.',
    fr: 'La vérification par clé d’accès n’a pas abouti. Réessayez ou utilisez le mot de passe.',
    en: 'The passkey check was not completed. Try again, or use the password.',
  },
  codeTitle: { ar: 'رمز التحقق', fr: 'Code de vérification', en: 'Verification code' },
  codeTeach: {
    ar: 'أدخل الأرقام الستة التي يعرضها تطبيق التحقق على هاتفك.',
    fr: 'Saisissez les six chiffres affichés par votre application d’authentification.',
    en: 'Enter the six digits that your authenticator application shows.',
  },
  code: { ar: 'الرمز (6 أرقام)', fr: 'Code (6 chiffres)', en: 'Code (6 digits)' },
  verify: { ar: 'تحقّق', fr: 'Vérifier', en: 'Verify' },
  otherAccount: { ar: 'الدخول بحساب آخر', fr: 'Utiliser un autre compte', en: 'Use another account' },
});
