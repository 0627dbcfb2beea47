/** Countries as programmes of sport name them: by name, or by the codes of the IOC and of FIFA. Pure. */
import { readCountry } from '../../exchange/index.ts';

/** Where the sports' code of a country is not the first letters of ISO's own three. IOC, then FIFA. */
const sportCodes =
  'AFG:AF ALB:AL ALG:DZ AND:AD ANG:AO ANT:AG ARG:AR ARM:AM ARU:AW ASA:AS AUS:AU AUT:AT AZE:AZ ' +
  'BAH:BS BAN:BD BAR:BB BDI:BI BEL:BE BEN:BJ BER:BM BHU:BT BIH:BA BIZ:BZ BLR:BY BOL:BO BOT:BW ' +
  'BRA:BR BRN:BH BRU:BN BUL:BG BUR:BF CAF:CF CAM:KH CAN:CA CAY:KY CGO:CG CHA:TD CHI:CL CHN:CN ' +
  'CIV:CI CMR:CM COD:CD COK:CK COL:CO COM:KM CPV:CV CRC:CR CRO:HR CUB:CU CYP:CY CZE:CZ DEN:DK ' +
  'DJI:DJ DMA:DM DOM:DO ECU:EC EGY:EG ERI:ER ESA:SV ESP:ES EST:EE ETH:ET FIJ:FJ FIN:FI FRA:FR ' +
  'FSM:FM GAB:GA GAM:GM GBR:GB GBS:GW GEO:GE GEQ:GQ GER:DE GHA:GH GRE:GR GRN:GD GUA:GT GUI:GN ' +
  'GUM:GU GUY:GY HAI:HT HKG:HK HON:HN HUN:HU INA:ID IND:IN IRI:IR IRL:IE IRQ:IQ ISL:IS ISR:IL ' +
  'ISV:VI ITA:IT IVB:VG JAM:JM JOR:JO JPN:JP KAZ:KZ KEN:KE KGZ:KG KIR:KI KOR:KR KOS:XK KSA:SA ' +
  'KUW:KW LAO:LA LAT:LV LBA:LY LBN:LB LBR:LR LCA:LC LES:LS LIE:LI LTU:LT LUX:LU MAD:MG MAR:MA ' +
  'MAS:MY MAW:MW MDA:MD MDV:MV MEX:MX MGL:MN MHL:MH MKD:MK MLI:ML MLT:MT MNE:ME MON:MC MOZ:MZ ' +
  'MRI:MU MTN:MR MYA:MM NAM:NA NCA:NI NED:NL NEP:NP NGR:NG NIG:NE NOR:NO NRU:NR NZL:NZ OMA:OM ' +
  'PAK:PK PAN:PA PAR:PY PER:PE PHI:PH PLE:PS PLW:PW PNG:PG POL:PL POR:PT PRK:KP PUR:PR QAT:QA ' +
  'ROU:RO RSA:ZA RUS:RU RWA:RW SAM:WS SEN:SN SEY:SC SGP:SG SIN:SG SKN:KN SLE:SL SLO:SI SMR:SM ' +
  'SOL:SB SOM:SO SRB:RS SRI:LK SSD:SS STP:ST SUD:SD SUI:CH SUR:SR SVK:SK SWE:SE SWZ:SZ SYR:SY ' +
  'TAN:TZ TGA:TO THA:TH TJK:TJ TKM:TM TLS:TL TOG:TG TPE:TW TTO:TT TRI:TT TUN:TN TUR:TR TUV:TV ' +
  'UAE:AE UGA:UG UKR:UA URU:UY USA:US UZB:UZ VAN:VU VEN:VE VIE:VN VIN:VC YEM:YE ZAM:ZM ZIM:ZW ' +
  'COG:CG EQG:GQ GNB:GW LBY:LY MTA:MT MWI:MW NGA:NG NIC:NI NIR:GB SCO:GB ENG:GB WAL:GB TAH:PF ' +
  'CTA:CF DZA:DZ MLY:MY BFA:BF TCD:TD ZAF:ZA ZWE:ZW ZMB:ZM TZA:TZ MDG:MG MRT:MR NER:NE SDN:SD ' +
  'GIN:GN GNQ:GQ BWA:BW AGO:AO';
const byCode: ReadonlyMap<string, string> = new Map(
  sportCodes.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(4)] as const),
);

/** Names that the language data has otherwise. */
const spoken: Readonly<Record<string, string>> = {
  'ivory coast': 'CI',
  'dr congo': 'CD',
  'democratic republic of the congo': 'CD',
  'rd congo': 'CD',
  congo: 'CG',
  'cape verde': 'CV',
  'czech republic': 'CZ',
  turkey: 'TR',
  'south korea': 'KR',
  korea: 'KR',
  'republic of korea': 'KR',
  'north korea': 'KP',
  'dpr korea': 'KP',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'united states of america': 'US',
  'ir iran': 'IR',
  'islamic republic of iran': 'IR',
  'chinese taipei': 'TW',
  'hong kong': 'HK',
  'hong kong china': 'HK',
  'pr china': 'CN',
  "people's republic of china": 'CN',
  'republic of moldova': 'MD',
  'russian federation': 'RU',
  'syrian arab republic': 'SY',
  'united republic of tanzania': 'TZ',
  'الكونغو الديمقراطية': 'CD',
  'كوت ديفوار': 'CI',
  'ساحل العاج': 'CI',
};

/** ISO 3166-1 alpha-2; null for what names no country: «Winner of group A». */
export const readNation = (text: string): string | null => {
  const trimmed = text.trim();
  const code = /^[A-Za-z]{3}$/.test(trimmed) ? byCode.get(trimmed.toUpperCase()) : undefined;
  return code ?? spoken[trimmed.toLowerCase()] ?? readCountry(trimmed);
};
