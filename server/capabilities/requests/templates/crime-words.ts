/** What a request asks each time, in the fields of crime: texts to begin from, all invented. */
import type { Language } from '../../../kernel/faults.ts';
import type { TemplateText } from './contract.ts';

type Texts = Readonly<Record<Language, TemplateText>>;

export const crimeTexts = {
  drugs: {
    ar: {
      name: 'شحنة مخدرات بحراً',
      title: 'معلومات عن سفينة يشتبه في نقلها للمخدرات',
      question:
        'نرجو إفادتنا بما يلي عن السفينة المعنية:\n1. مالكها ومستغلها وطاقمها ورحلاتها خلال ستة أشهر.\n2. ما لديكم من شبهات أو عمليات مراقبة أو حجز سابقة.\n3. المرسل والمرسل إليه والوسيط في شحناتها الأخيرة.\n4. هل يمكن تفتيشها أو تتبعها لديكم بالتنسيق معنا؟',
      urgencyReason: 'السفينة في البحر ووصولها قريب',
    },
    fr: {
      name: 'Trafic de stupéfiants par mer',
      title: 'Renseignements sur un navire soupçonné de transporter des stupéfiants',
      question:
        'Merci de nous indiquer, au sujet du navire visé :\n1. son propriétaire, son exploitant, son équipage et ses voyages sur six mois ;\n2. les soupçons, surveillances ou saisies antérieurs ;\n3. l’expéditeur, le destinataire et le transitaire de ses derniers chargements ;\n4. s’il peut être visité ou suivi chez vous, de concert avec nous.',
      urgencyReason: 'Le navire est en mer et son arrivée est proche',
    },
    en: {
      name: 'Drugs carried by sea',
      title: 'Information on a vessel suspected of carrying drugs',
      question:
        'Please tell us of the vessel named:\n1. its owner, operator and crew, and its voyages over six months;\n2. earlier suspicions, surveillance or seizures;\n3. the shipper, the consignee and the agent of its last cargoes;\n4. whether it can be searched or tracked with you, in concert with us.',
      urgencyReason: 'The vessel is at sea and will arrive soon',
    },
  },
  'irregular-migration': {
    ar: {
      name: 'شبكة تهريب مهاجرين',
      title: 'معلومات عن شبكة يشتبه في تهريبها للمهاجرين',
      question:
        'نرجو إفادتنا بما لديكم عن:\n1. منظمي الرحلات ووسطائها وأرقام هواتفهم وحساباتهم.\n2. نقط الانطلاق والإيواء والمسارات ووسائل النقل.\n3. طرق الأداء والمبالغ.\n4. القضايا الجارية لديكم ضد الأشخاص أنفسهم.\nنذكّر بأن المهاجرين المهرَّبين ليسوا موضوع هذا الطلب.',
      urgencyReason: 'رحلة وشيكة تهدد حياة أشخاص',
    },
    fr: {
      name: 'Réseau de passeurs',
      title: 'Renseignements sur un réseau soupçonné de trafic de migrants',
      question:
        'Merci de nous communiquer ce que vous savez :\n1. des organisateurs, de leurs intermédiaires, de leurs téléphones et comptes ;\n2. des lieux de départ et d’hébergement, des itinéraires et moyens de transport ;\n3. des modes de paiement et des montants ;\n4. des procédures en cours chez vous contre les mêmes personnes.\nLes migrants transportés ne sont pas l’objet de la présente demande.',
      urgencyReason: 'Un départ imminent met des vies en danger',
    },
    en: {
      name: 'Network of smugglers',
      title: 'Information on a network suspected of smuggling migrants',
      question:
        'Please tell us what you know of:\n1. the organisers, their go-betweens, their telephones and accounts;\n2. places of departure and lodging, routes and means of transport;\n3. how they are paid, and how much;\n4. proceedings under way with you against the same persons.\nThe migrants who are carried are not the subject of this request.',
      urgencyReason: 'A departure that endangers lives is imminent',
    },
  },
  cybercrime: {
    ar: {
      name: 'هوية مستعمل عنوان إنترنت',
      title: 'تحديد مستعمل عنوان إنترنت والمحافظة على المعطيات',
      question:
        'نرجو:\n1. المحافظة فوراً على معطيات الاتصال المتعلقة بالعنوان أو الحساب المعني عن الفترة: (من … إلى …، بالتوقيت العالمي).\n2. إفادتنا بالمشترك وعنوانه ووسيلة أدائه، في حدود ما يسمح به قانونكم دون طلب قضائي.\n3. إخبارنا بالسلطة التي يوجه إليها الطلب القضائي بشأن ما بقي.\n4. هل ورد العنوان أو الحساب في قضايا أخرى لديكم؟',
      urgencyReason: 'قد تُمحى المعطيات بعد مدة الاحتفاظ القانونية',
    },
    fr: {
      name: 'Identification d’une adresse IP',
      title: 'Identification de l’utilisateur d’une adresse IP et conservation des données',
      question:
        'Merci :\n1. de faire conserver sans délai les données de connexion de l’adresse ou du compte visé, pour la période : (du … au …, en UTC) ;\n2. de nous indiquer l’abonné, son adresse et son moyen de paiement, dans la mesure où votre droit le permet sans demande judiciaire ;\n3. de nous faire connaître l’autorité à saisir pour le reste ;\n4. de nous dire si l’adresse ou le compte apparaît dans d’autres affaires.',
      urgencyReason: 'Les données seront effacées au terme du délai légal de conservation',
    },
    en: {
      name: 'Who used an IP address',
      title: 'Identification of the user of an IP address, and preservation of data',
      question:
        'Please:\n1. have the connection data of the address or account preserved at once for the time: (from … to …, in UTC);\n2. tell us the subscriber, his address and his means of payment, as far as your law allows without a judicial request;\n3. tell us which authority to turn to for the rest;\n4. tell us whether the address or account appears in other cases.',
      urgencyReason: 'The data will be erased once the legal time of retention is over',
    },
  },
  'organised-crime': {
    ar: {
      name: 'عضو في شبكة إجرامية',
      title: 'معلومات عن شخص وعلاقاته داخل شبكة إجرامية',
      question:
        'نرجو إفادتنا بما يلي عن الشخص أو الشركة المعنية:\n1. السوابق والقضايا الجارية.\n2. الشركات والعقارات والمركبات المعروفة باسمه أو باسم مقربيه.\n3. شركاؤه المعروفون ودور كل منهم.\n4. تنقلاته الأخيرة.',
      urgencyReason: 'عملية توقيف مرتقبة',
    },
    fr: {
      name: 'Membre d’un réseau criminel',
      title: 'Renseignements sur une personne et ses relations dans un réseau criminel',
      question:
        'Merci de nous indiquer, au sujet de la personne ou de la société visée :\n1. les antécédents et procédures en cours ;\n2. les sociétés, immeubles et véhicules connus à son nom ou à celui de ses proches ;\n3. ses associés connus et le rôle de chacun ;\n4. ses déplacements récents.',
      urgencyReason: 'Une interpellation est prévue à brève échéance',
    },
    en: {
      name: 'Member of a criminal network',
      title: 'Information on a person and his associates in a criminal network',
      question:
        'Please tell us of the person or company named:\n1. earlier convictions and proceedings under way;\n2. companies, property and vehicles known in his name or that of those close to him;\n3. his known associates, and the part of each;\n4. his recent movements.',
      urgencyReason: 'An arrest is planned shortly',
    },
  },
  'document-fraud': {
    ar: {
      name: 'التحقق من وثيقة',
      title: 'التحقق من صحة وثيقة هوية أو سفر',
      question:
        'نرجو التحقق من الوثيقة المرفقة صورتها وإفادتنا بما يلي:\n1. هل سلمتها سلطاتكم، ولمن، ومتى؟\n2. هل صُرّح بسرقتها أو ضياعها أو إلغائها، أو سُرقت وهي بيضاء؟\n3. هل تطابق الصورة والبيانات ما في سجلاتكم؟\n4. هل رُصدت لديكم وثائق مزورة من السلسلة نفسها؟',
      urgencyReason: 'حامل الوثيقة موقوف عند الحدود',
    },
    fr: {
      name: 'Vérification d’un document',
      title: 'Vérification de l’authenticité d’un document d’identité ou de voyage',
      question:
        'Merci de vérifier le document dont copie est jointe et de nous indiquer :\n1. si vos autorités l’ont délivré, à qui et quand ;\n2. s’il est signalé volé, perdu, annulé, ou volé vierge ;\n3. si la photographie et les mentions correspondent à vos registres ;\n4. si des faux de la même série ont été relevés chez vous.',
      urgencyReason: 'Le porteur est retenu à la frontière',
    },
    en: {
      name: 'Check of a document',
      title: 'Check of whether an identity or travel document is genuine',
      question:
        'Please check the document of which a copy is attached, and tell us:\n1. whether your authorities issued it, to whom and when;\n2. whether it is reported stolen, lost or cancelled, or stolen blank;\n3. whether photograph and entries are those of your registers;\n4. whether forgeries of the same series were found with you.',
      urgencyReason: 'The bearer is held at the border',
    },
  },
  'human-trafficking': {
    ar: {
      name: 'ضحية محتملة للاتجار بالبشر',
      title: 'معلومات بشأن ضحية محتملة للاتجار بالبشر ومستغليها',
      question:
        'نرجو إفادتنا بما يلي، مع صون سلامة الضحية وعدم الاتصال بأسرتها دون موافقتنا:\n1. ما يعرف عن الأشخاص الذين جندوها أو نقلوها أو استغلوها.\n2. أماكن الاستغلال والإعلانات والهواتف والحسابات المستعملة.\n3. ضحايا أخريات أو آخرون تعرفتم عليهم.\n4. التدابير الممكنة لحمايتها لديكم.',
      urgencyReason: 'الضحية تحت سيطرة مستغليها',
    },
    fr: {
      name: 'Victime possible de traite',
      title: 'Renseignements sur une victime possible de traite et sur ses exploiteurs',
      question:
        'En veillant à la sécurité de la victime et sans contacter sa famille hors notre accord, merci de nous indiquer :\n1. ce que l’on sait de ceux qui l’ont recrutée, transportée ou exploitée ;\n2. les lieux d’exploitation, annonces, téléphones et comptes employés ;\n3. les autres victimes identifiées ;\n4. les mesures de protection possibles chez vous.',
      urgencyReason: 'La victime est sous l’emprise de ses exploiteurs',
    },
    en: {
      name: 'Possible victim of trafficking',
      title: 'Information on a possible victim of trafficking and those who exploit her',
      question:
        'With care for the safety of the victim, and without contacting her family unless we agree, please tell us:\n1. what is known of those who recruited, moved or exploited her;\n2. places of exploitation, advertisements, telephones and accounts used;\n3. other victims who were identified;\n4. what can be done with you to protect her.',
      urgencyReason: 'The victim is in the hands of those who exploit her',
    },
  },
  'financial-crime': {
    ar: {
      name: 'حساب بنكي وشركة',
      title: 'معلومات عن حساب بنكي وشركة يشتبه في استعمالهما لغسل الأموال',
      question:
        'نرجو إفادتنا بما يلي:\n1. المالك القانوني والمستفيد الفعلي للشركة ومسيروها.\n2. هل الحساب معروف لديكم، ومن له حق التصرف فيه؟\n3. الحالات المشابهة أو التصاريح بالاشتباه التي يجوز لكم الإشارة إليها.\n4. الأصول المعروفة القابلة للحجز، والسلطة المختصة بذلك.',
      urgencyReason: 'تحويل الأموال وشيك',
    },
    fr: {
      name: 'Compte bancaire et société',
      title: 'Renseignements sur un compte et une société soupçonnés de servir au blanchiment',
      question:
        'Merci de nous indiquer :\n1. le propriétaire légal, le bénéficiaire effectif et les dirigeants de la société ;\n2. si le compte est connu chez vous et qui peut en disposer ;\n3. les affaires semblables ou signalements dont vous pouvez faire état ;\n4. les avoirs connus susceptibles d’être saisis et l’autorité compétente.',
      urgencyReason: 'Un transfert des fonds est imminent',
    },
    en: {
      name: 'Bank account and company',
      title: 'Information on an account and a company suspected of money laundering',
      question:
        'Please tell us:\n1. the legal owner, the beneficial owner and the directors of the company;\n2. whether the account is known to you, and who can dispose of it;\n3. similar cases or reports that you may mention;\n4. known assets that could be seized, and the competent authority.',
      urgencyReason: 'The money is about to be moved',
    },
  },
  'stolen-property': {
    ar: {
      name: 'مركبة أو شيء مسروق',
      title: 'التحقق من مركبة أو شيء يشتبه في كونه مسروقاً',
      question:
        'نرجو التحقق من الشيء الموصوف وإفادتنا بما يلي:\n1. هل صُرّح بسرقته، ومتى وأين، ومن صاحبه؟\n2. آخر مالك مسجل، ورقم الهيكل أو الأرقام المميزة الأصلية.\n3. هل تطلبون حجزه، وأي سلطة تتولى استرداده؟',
      urgencyReason: 'قد ينقل الشيء إلى بلد آخر',
    },
    fr: {
      name: 'Véhicule ou objet volé',
      title: 'Vérification d’un véhicule ou d’un objet présumé volé',
      question:
        'Merci de vérifier l’objet décrit et de nous indiquer :\n1. s’il a été déclaré volé, quand, où et par qui ;\n2. le dernier propriétaire enregistré, le numéro de châssis ou les numéros d’origine ;\n3. si vous en demandez la saisie et quelle autorité s’occupe de la restitution.',
      urgencyReason: 'L’objet risque de quitter le pays',
    },
    en: {
      name: 'Stolen vehicle or object',
      title: 'Check of a vehicle or object that is thought to be stolen',
      question:
        'Please check the object described, and tell us:\n1. whether it was reported stolen, when, where and by whom;\n2. its last registered owner, its chassis number or its original numbers;\n3. whether you ask for its seizure, and which authority sees to its return.',
      urgencyReason: 'The object may leave the country',
    },
  },
} satisfies Readonly<Record<string, Texts>>;
