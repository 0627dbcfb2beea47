/** What a request asks each time, in the fields of security and order: texts to begin from, all invented. */
import type { Language } from '../../../kernel/faults.ts';
import type { TemplateText } from './contract.ts';

type Texts = Readonly<Record<Language, TemplateText>>;

export const securityTexts = {
  terrorism: {
    ar: {
      name: 'شخص يشتبه في صلته بالإرهاب',
      title: 'معلومات عن شخص يشتبه في صلته بشبكة إرهابية',
      question:
        'نرجو إفادتنا بما يلي عن الشخص المعني:\n1. هل هو معروف لدى أجهزتكم، وبأي صفة؟\n2. تنقلاته المعروفة خلال الاثني عشر شهراً الأخيرة، ومن رافقه.\n3. علاقاته ووسائل اتصاله المعروفة.\n4. هل هو موضوع أمر قضائي أو إجراء بالمراقبة لديكم؟\nنرجو عدم اتخاذ أي إجراء إزاءه قبل التنسيق معنا.',
      urgencyReason: 'خطر محتمل على سلامة الأشخاص',
    },
    fr: {
      name: 'Personne soupçonnée de terrorisme',
      title: 'Renseignements sur une personne soupçonnée d’appartenir à un réseau terroriste',
      question:
        'Merci de nous indiquer, au sujet de la personne visée :\n1. si elle est connue de vos services, et à quel titre ;\n2. ses déplacements connus sur les douze derniers mois et les personnes qui l’accompagnaient ;\n3. ses relations et ses moyens de communication connus ;\n4. si elle fait l’objet chez vous d’un mandat ou d’une mise en attention.\nMerci de n’engager aucune action à son égard sans concertation avec nous.',
      urgencyReason: 'Danger possible pour les personnes',
    },
    en: {
      name: 'Person suspected of terrorism',
      title: 'Information on a person suspected of belonging to a terrorist network',
      question:
        'Please tell us of the person named:\n1. whether your services know him, and as what;\n2. his known movements over the last twelve months, and who was with him;\n3. his known associates and means of communication;\n4. whether he is the subject of a warrant or an alert with you.\nPlease take no action towards him without agreeing it with us.',
      urgencyReason: 'Possible danger to people',
    },
  },
  'event-security': {
    ar: {
      name: 'مجموعة مشجعين قبل مباراة',
      title: 'معلومات عن مجموعة مشجعين تعتزم حضور مباراة',
      question:
        'نرجو إفادتنا بما يلي عن المجموعة المعنية:\n1. العدد المتوقع، ووسائل السفر، ومواعيد الوصول والمغادرة.\n2. سوابق العنف والمجموعات المناوئة لها.\n3. الأشخاص الممنوعون من الملاعب الذين يحتمل تنقلهم.\n4. الرموز واللافتات المعتادة، والمواد المحظورة التي سبق حجزها.\n5. ضابط الاتصال الذي يرافقها ووسيلة الاتصال به.',
      urgencyReason: 'المباراة خلال أقل من يومين',
    },
    fr: {
      name: 'Groupe de supporters avant un match',
      title: 'Renseignements sur un groupe de supporters attendu à un match',
      question:
        'Merci de nous indiquer, au sujet du groupe visé :\n1. l’effectif attendu, les moyens de transport, les heures d’arrivée et de départ ;\n2. ses antécédents de violence et les groupes rivaux ;\n3. les interdits de stade susceptibles de se déplacer ;\n4. ses emblèmes et banderoles habituels, les objets prohibés déjà saisis ;\n5. le policier référent qui l’accompagne et comment le joindre.',
      urgencyReason: 'Le match a lieu dans moins de deux jours',
    },
    en: {
      name: 'Group of supporters before a match',
      title: 'Information on a group of supporters expected at a match',
      question:
        'Please tell us of the group named:\n1. how many are expected, how they travel, when they arrive and leave;\n2. earlier violence, and its rival groups;\n3. persons banned from stadiums who may travel;\n4. its usual emblems and banners, and prohibited objects seized before;\n5. the spotter who travels with it, and how to reach him.',
      urgencyReason: 'The match is less than two days away',
    },
  },
  'public-order': {
    ar: {
      name: 'تنقل محتجين عبر الحدود',
      title: 'معلومات عن تنقل محتمل لمجموعات قصد الإخلال بالنظام العام',
      question:
        'نرجو إفادتنا بما لديكم عن:\n1. المجموعات التي تعتزم التنقل، وعددها، ومسارها، ووسيلة نقلها.\n2. الأماكن والتواريخ المستهدفة.\n3. أساليب العمل التي سبقت معاينتها.\n4. أرقام تسجيل المركبات المستعملة عند معرفتها.',
      urgencyReason: 'تنقل وشيك',
    },
    fr: {
      name: 'Déplacement transfrontalier de groupes',
      title: 'Renseignements sur le déplacement possible de groupes violents',
      question:
        'Merci de nous communiquer ce que vous savez :\n1. des groupes qui comptent se déplacer, de leur effectif, de leur itinéraire et de leurs moyens de transport ;\n2. des lieux et des dates visés ;\n3. des modes d’action déjà constatés ;\n4. des immatriculations des véhicules employés, si elles sont connues.',
      urgencyReason: 'Déplacement imminent',
    },
    en: {
      name: 'Groups travelling across the border',
      title: 'Information on violent groups that may travel',
      question:
        'Please tell us what you know of:\n1. the groups that mean to travel, their number, their route and how they travel;\n2. the places and dates they have in mind;\n3. ways of acting that were seen before;\n4. the registrations of vehicles used, where known.',
      urgencyReason: 'They are about to travel',
    },
  },
  explosives: {
    ar: {
      name: 'تتبع سليفة متفجرات',
      title: 'تتبع مصدر مادة تدخل في صنع المتفجرات',
      question:
        'نرجو إفادتنا بما يلي عن المادة أو المكوّن المحجوز:\n1. المنتج والموزع والمشتري الأول استناداً إلى العلامات والأرقام.\n2. ما سُجّل لديكم من اقتناءات مشبوهة أو سرقات لمادة مماثلة.\n3. حالات مشابهة من حيث التركيب أو نظام الإشعال.\nالصور وبيانات التحليل مرفقة.',
      urgencyReason: 'قد توجد عبوات أخرى',
    },
    fr: {
      name: 'Traçage d’un précurseur d’explosifs',
      title: 'Traçage d’une substance entrant dans la fabrication d’explosifs',
      question:
        'Merci de nous indiquer, au sujet de la substance ou du composant saisi :\n1. le fabricant, le distributeur et le premier acquéreur d’après les marques et numéros ;\n2. les achats suspects et vols de produits analogues signalés chez vous ;\n3. les affaires semblables par la composition ou le système de mise à feu.\nPhotographies et analyses sont jointes.',
      urgencyReason: 'D’autres engins peuvent exister',
    },
    en: {
      name: 'Tracing of an explosives precursor',
      title: 'Tracing of a substance used in making explosives',
      question:
        'Please tell us of the substance or component that was seized:\n1. its maker, its distributor and the first buyer by its marks and numbers;\n2. suspicious purchases and thefts of the like that were reported to you;\n3. cases that are alike in composition or firing system.\nPhotographs and analyses are attached.',
      urgencyReason: 'There may be other devices',
    },
  },
  firearms: {
    ar: {
      name: 'تتبع سلاح ناري',
      title: 'تتبع سلاح ناري محجوز',
      question:
        'نرجو تتبع السلاح الموصوف أدناه وإفادتنا بما يلي:\n1. الصانع والمستورد وآخر مالك مسجل وتاريخ آخر معاملة.\n2. هل صُرّح بسرقته أو ضياعه أو إبطال مفعوله؟\n3. هل رُبط بقضايا أخرى بعد المقارنة الباليستية؟\nالعلامة والطراز والعيار والرقم التسلسلي وصور العلامات: ',
      urgencyReason: 'استُعمل السلاح في جريمة حديثة',
    },
    fr: {
      name: 'Traçage d’une arme à feu',
      title: 'Traçage d’une arme à feu saisie',
      question:
        'Merci de retracer l’arme décrite ci-dessous et de nous indiquer :\n1. le fabricant, l’importateur, le dernier détenteur enregistré et la date de la dernière transaction ;\n2. si elle a été déclarée volée, perdue ou neutralisée ;\n3. si une comparaison balistique la rattache à d’autres affaires.\nMarque, modèle, calibre, numéro de série et marquages : ',
      urgencyReason: 'L’arme a servi récemment à commettre une infraction',
    },
    en: {
      name: 'Tracing of a firearm',
      title: 'Tracing of a firearm that was seized',
      question:
        'Please trace the weapon described below and tell us:\n1. its maker, its importer, the last registered holder and the date of the last transfer;\n2. whether it was reported stolen, lost or deactivated;\n3. whether ballistic comparison ties it to other cases.\nMake, model, calibre, serial number and markings: ',
      urgencyReason: 'The weapon was used in a recent offence',
    },
  },
  'missing-persons': {
    ar: {
      name: 'شخص مختفٍ',
      title: 'البحث عن شخص مختفٍ يحتمل وجوده لديكم',
      question:
        'نرجو التحقق مما يلي بشأن الشخص المعني:\n1. هل دخل إقليمكم أو غادره، ومتى ومن أي منفذ؟\n2. هل أقام في مؤسسة فندقية أو استشفائية، أو عُثر على شخص مجهول الهوية تنطبق عليه أوصافه؟\n3. هل استعمل هاتفه أو وسيلة أدائه لديكم، في حدود ما يسمح به قانونكم؟\nإذا عُثر عليه راشداً سليماً فنرجو أخذ رأيه قبل إبلاغ أسرته بمكانه.',
      urgencyReason: 'يخشى على حياة الشخص المختفي',
    },
    fr: {
      name: 'Personne disparue',
      title: 'Recherche d’une personne disparue qui peut se trouver chez vous',
      question:
        'Merci de vérifier, au sujet de la personne visée :\n1. si elle est entrée sur votre territoire ou l’a quitté, quand et par où ;\n2. si elle a séjourné à l’hôtel ou à l’hôpital, ou si une personne non identifiée correspond à son signalement ;\n3. si son téléphone ou ses moyens de paiement ont été employés chez vous, dans les limites de votre droit.\nSi elle est majeure et retrouvée saine et sauve, merci de recueillir son accord avant que sa famille apprenne où elle est.',
      urgencyReason: 'On craint pour la vie de la personne disparue',
    },
    en: {
      name: 'Missing person',
      title: 'Search for a missing person who may be in your country',
      question:
        'Please find out about the person named:\n1. whether he entered or left your territory, when and where;\n2. whether he stayed at a hotel or a hospital, or an unidentified person fits his description;\n3. whether his telephone or means of payment were used with you, as far as your law allows.\nIf he is of age and found well, please ask him before his family is told where he is.',
      urgencyReason: 'The life of the missing person may be in danger',
    },
  },
} satisfies Readonly<Record<string, Texts>>;
