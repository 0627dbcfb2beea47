/**
 * The fingerprint of a node's key as eight words, to be read out on the telephone when two services pair.
 * Each of the 256 rows names one familiar thing in English, French and Arabic, so that an officer in Rabat
 * and one in Paris say the same thing each in his language. The order is protocol: never reorder, only a new
 * version of the fingerprint may change a row.
 */
import { createHash } from 'node:crypto';
import { assert, type Words } from '../kernel/faults.ts';

const wordCount = 8;
/** Keeps this hash apart from any other of the same key. */
const domain = 'tansiq fingerprint v1';

const rows = `
  elephant/éléphant/فيل lion/lion/أسد giraffe/girafe/زرافة tiger/tigre/نمر wolf/loup/ذئب fox/renard/ثعلب
  rabbit/lapin/أرنب squirrel/écureuil/سنجاب hedgehog/hérisson/قنفذ horse/cheval/حصان sheep/mouton/خروف
  crocodile/crocodile/تمساح turtle/tortue/سلحفاة frog/grenouille/ضفدع snake/serpent/ثعبان
  whale/baleine/حوت dolphin/dauphin/دلفين shark/requin/قرش octopus/poulpe/أخطبوط fish/poisson/سمكة
  butterfly/papillon/فراشة spider/araignée/عنكبوت scorpion/scorpion/عقرب grasshopper/sauterelle/جرادة
  snail/escargot/حلزون falcon/faucon/صقر raven/corbeau/غراب ostrich/autruche/نعامة penguin/manchot/بطريق
  parrot/perroquet/ببغاء rooster/coq/ديك duck/canard/بطة stork/cigogne/لقلق kangaroo/kangourou/كنغر
  panda/panda/باندا cheetah/guépard/فهد buffalo/buffle/جاموس goat/chèvre/ماعز crab/crabe/سلطعون
  shrimp/crevette/جمبري salmon/saumon/سلمون sardine/sardine/سردين mosquito/moustique/بعوضة
  beetle/scarabée/خنفساء dragonfly/libellule/يعسوب sparrow/moineau/عصفور seagull/mouette/نورس
  chameleon/caméléon/حرباء lizard/lézard/سحلية tree/arbre/شجرة palm/palmier/نخلة tulip/tulipe/توليب
  lavender/lavande/خزامى violet/violette/بنفسج cactus/cactus/صبار oak/chêne/بلوط bamboo/bambou/خيزران
  olive/olive/زيتون apple/pomme/تفاحة orange/orange/برتقالة lemon/citron/ليمون banana/banane/موز
  grape/raisin/عنب cherry/cerise/كرز strawberry/fraise/فراولة pineapple/ananas/أناناس mango/mangue/مانجو
  watermelon/pastèque/بطيخ onion/oignon/بصل tomato/tomate/طماطم pepper/poivre/فلفل
  aubergine/aubergine/باذنجان pumpkin/citrouille/يقطين mint/menthe/نعناع saffron/safran/زعفران
  cinnamon/cannelle/قرفة ginger/gingembre/زنجبيل cumin/cumin/كمون sesame/sésame/سمسم
  pistachio/pistache/فستق wheat/blé/قمح barley/orge/شعير cotton/coton/قطن cheese/fromage/جبنة
  honey/miel/عسل salt/sel/ملح milk/lait/حليب coffee/café/قهوة chocolate/chocolat/شوكولاتة soup/soupe/حساء
  flour/farine/دقيق biscuit/biscuit/بسكويت jam/confiture/مربى mushroom/champignon/فطر cake/gâteau/كعكة
  mountain/montagne/جبل waterfall/cascade/شلال forest/forêt/غابة sand/sable/رمل rock/rocher/صخرة
  cloud/nuage/سحابة snow/neige/ثلج thunder/tonnerre/رعد lightning/éclair/برق wind/vent/ريح sun/soleil/شمس
  planet/planète/كوكب volcano/volcan/بركان oasis/oasis/واحة coral/corail/مرجان pearl/perle/لؤلؤة
  diamond/diamant/ألماس copper/cuivre/نحاس iron/fer/حديد wood/bois/خشب door/porte/باب window/fenêtre/نافذة
  padlock/cadenas/قفل chair/chaise/كرسي pillow/oreiller/وسادة blanket/couverture/بطانية
  curtain/rideau/ستارة lamp/lampe/مصباح candle/bougie/شمعة mirror/miroir/مرآة clock/horloge/ساعة
  spoon/cuillère/ملعقة fork/fourchette/شوكة plate/assiette/صحن cup/tasse/فنجان jug/pichet/إبريق
  oven/four/فرن refrigerator/réfrigérateur/ثلاجة broom/balai/مكنسة bucket/seau/دلو comb/peigne/مشط
  towel/serviette/منشفة brush/brosse/فرشاة needle/aiguille/إبرة thread/fil/خيط scissors/ciseaux/مقص
  umbrella/parapluie/مظلة suitcase/valise/حقيبة basket/panier/سلة hammer/marteau/مطرقة
  screwdriver/tournevis/مفك plough/charrue/محراث engine/moteur/محرك tap/robinet/صنبور pipe/tuyau/أنبوب
  scales/balance/ميزان compass/boussole/بوصلة microscope/microscope/مجهر magnet/aimant/مغناطيس
  ring/bague/خاتم bracelet/bracelet/سوار necklace/collier/قلادة hat/chapeau/قبعة shirt/chemise/قميص
  trousers/pantalon/سروال pyjamas/pyjama/بيجاما book/livre/كتاب pen/stylo/قلم notebook/cahier/دفتر
  blackboard/tableau/سبورة computer/ordinateur/حاسوب telephone/téléphone/هاتف screen/écran/شاشة
  camera/caméra/كاميرا radio/radio/مذياع letter/lettre/رسالة envelope/enveloppe/ظرف stamp/timbre/طابع
  calendar/calendrier/تقويم ticket/billet/تذكرة bus/autobus/حافلة train/train/قطار airplane/avion/طائرة
  bicycle/vélo/دراجة lorry/camion/شاحنة tractor/tracteur/جرار helicopter/hélicoptère/مروحية
  bridge/pont/جسر school/école/مدرسة hospital/hôpital/مستشفى library/bibliothèque/مكتبة museum/musée/متحف
  restaurant/restaurant/مطعم hotel/hôtel/فندق market/marché/سوق stadium/stade/ملعب garden/jardin/حديقة
  factory/usine/مصنع kitchen/cuisine/مطبخ sofa/canapé/أريكة wardrobe/armoire/خزانة lift/ascenseur/مصعد
  chimney/cheminée/مدخنة piano/piano/بيانو guitar/guitare/غيتار doll/poupée/دمية swing/balançoire/أرجوحة
  theatre/théâtre/مسرح cinema/cinéma/سينما statue/statue/تمثال medal/médaille/ميدالية helmet/casque/خوذة
  whistle/sifflet/صفارة doctor/médecin/طبيب baker/boulanger/خباز carpenter/menuisier/نجار
  pilot/pilote/طيار shoulder/épaule/كتف feather/plume/ريشة branch/branche/غصن beetroot/betterave/شمندر
  spinach/épinard/سبانخ celery/céleri/كرفس parsley/persil/بقدونس lentil/lentille/عدس bean/haricot/فاصوليا
  macaroni/macaroni/معكرونة vanilla/vanille/فانيليا cocoa/cacao/كاكاو avocado/avocat/أفوكادو
  asparagus/asperge/هليون sponge/éponge/إسفنج lighter/briquet/ولاعة kettle/bouilloire/غلاية
  bottle/bouteille/قنينة canal/canal/قناة orchard/verger/بستان bubble/bulle/فقاعة smoke/fumée/دخان
  triangle/triangle/مثلث pyramid/pyramide/هرم wallet/portefeuille/محفظة drill/perceuse/مثقاب
  cart/charrette/عربة balloon/montgolfière/منطاد telescope/télescope/تلسكوب apron/tablier/مئزر
  sandal/sandale/صندل scarf/écharpe/وشاح accordion/accordéon/أكورديون harmonica/harmonica/هارمونيكا
  pizza/pizza/بيتزا sandwich/sandwich/شطيرة jasmine/jasmin/ياسمين orchid/orchidée/أوركيد
  chestnut/châtaigne/كستناء quince/coing/سفرجل ruby/rubis/ياقوت emerald/émeraude/زمرد
  microphone/microphone/ميكروفون robot/robot/روبوت
`;

const readRow = (row: string): Words => {
  const [en, fr, ar] = row.split('/');
  assert(en && fr && ar, `a row of the fingerprint words is incomplete: ${row}`);
  return { ar, fr, en };
};

/** 256 rows; the index is the byte that the row stands for. */
export const fingerprintWords: readonly Words[] = rows.trim().split(/\s+/).map(readRow);

/** The words of one key, in the same order in each language. */
export interface Fingerprint {
  readonly ar: readonly string[];
  readonly fr: readonly string[];
  readonly en: readonly string[];
}

/**
 * The fingerprint of one public key: the first 8 bytes of SHA-256(domain || key), a word a byte.
 *
 * Each side reads out the fingerprint of its own key and the other compares it with the key that he received.
 * An impostor must then find a key that gives the words of a key already fixed: a second preimage, about 2^64
 * keys to try (a thousand nodes to choose his victim from save him 2^10 of them). That suffices for a
 * comparison that two people make once, live, and eight words is what a person really reads to the end.
 *
 * A joint hash of both keys would be weaker, not stronger: an impostor in the middle picks the key that he
 * shows to each side, so he needs only two of his own choices that agree: a birthday search, about
 * 2^32 keys for 64 bits, within reach of one machine.
 */
export const fingerprint = (publicKey: Uint8Array): Fingerprint => {
  const digest = createHash('sha256').update(domain).update(publicKey).digest();
  const chosen = [...digest.subarray(0, wordCount)].map((byte) => {
    const words = fingerprintWords[byte];
    assert(words, 'the fingerprint words are fewer than 256');
    return words;
  });
  return {
    ar: chosen.map((words) => words.ar),
    fr: chosen.map((words) => words.fr),
    en: chosen.map((words) => words.en),
  };
};
