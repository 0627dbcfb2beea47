/** Officers of the host for its event, and of a partner. All are invented; none stands for a real officer. */

const givenNames = [
  ...['Adèle', 'Baptiste', 'Clémence', 'Damien', 'Estelle', 'Fabien', 'Géraldine', 'Hugo', 'Inès', 'Jérôme'],
  ...['Karine', 'Ludovic', 'Maëlle', 'Noé', 'Ophélie', 'Patrice', 'Quitterie', 'Rémi', 'Sabrina', 'Tristan'],
  ...[
    'Ulysse',
    'Valentine',
    'Walid',
    'Xavier',
    'Yasmine',
    'Zacharie',
    'Aurore',
    'Bruno',
    'Capucine',
    'Denis',
  ],
] as const;
const familyNames = [
  ...['Aubrac', 'Bellanger', 'Coulmont', 'Darrieux', 'Escudier', 'Farandelle', 'Gassion', 'Hautpoul'],
  ...['Ivernel', 'Jauréguy', 'Kermadec', 'Lavaudant', 'Marcheron', 'Nauroy', 'Ormesson', 'Pontcarré'],
  ...['Quillérou', 'Rochebrune', 'Sauvageot', 'Tournebise', 'Urvoas', 'Valcroze', 'Wasselin', 'Yvonnec'],
  ...['Zeller', 'Amblard', 'Bourdelin', 'Castagnède', 'Dompierre', 'Esparbès', 'Fontvieille'],
] as const;
const ranks = ['Gardien de la paix', 'Brigadier-chef', 'Major de police', 'Capitaine de police'] as const;

/** Bomb-disposal officers whom a partner sends. */
export const inventedVisitors = [
  ['Anas BENKADDOUR', 'أنس بنقدور'],
  ['Soukaina EL HAROUNI', 'سكينة الهاروني'],
  ['Driss ZEMMAMA', 'إدريس زمامة'],
  ['Loubna TAOUFIKI', 'لبنى التوفيقي'],
] as const;

/** What stands where a service stands, so that nobody takes them for people. */
export const inventedService = 'Police nationale (officiers inventés, démonstration)';

/** The name and rank of one of them: lists of 30 and 31 give 930 names. */
export const inventedOfficer = (number: number): { readonly name: string; readonly rank: string } => ({
  name: `${givenNames[number % givenNames.length]} ${familyNames[number % familyNames.length]}`,
  rank: ranks[number % ranks.length] ?? ranks[0],
});
