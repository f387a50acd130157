/** Codes of countries and regions (ISO 3166-1, two letters) that somebody can live in. */
export const countries: readonly string[] = (
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BR BS BT BW BY BZ CA CD CF CG ' +
  'CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FO FR GA GB GD GE GF GG GH GI GL ' +
  'GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ ' +
  'LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL ' +
  'NO NP NR NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ' +
  'ST SV SX SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS YE YT ZA ZM ZW'
).split(' ');

/** Areas of one law on taking personal data out of them; `other`: each country for itself. */
export const regions = ['cn', 'eea', 'gb', 'jp', 'kr', 'sg', 'br', 'other'] as const;
export type Region = (typeof regions)[number];

/** The European Union with its outermost regions, Iceland, Liechtenstein and Norway. */
const eea = new Set(
  (
    'AT AX BE BG CY CZ DE DK EE ES FI FR GF GP GR HR HU IE ' +
    'IS IT LI LT LU LV MQ MT NL NO PL PT RE RO SE SI SK YT'
  ).split(' '),
);
const alone: Readonly<Record<string, Region>> = {
  ...{ CN: 'cn', GB: 'gb', JP: 'jp', KR: 'kr', SG: 'sg', BR: 'br' },
};

/** @param country a code of `countries` */
export function regionOf(country: string): Region {
  return eea.has(country) ? 'eea' : (alone[country] ?? 'other');
}

/** Whether data go from one to the other without leaving the area of one law. */
export function sameArea(one: string, other: string): boolean {
  const region = regionOf(one);
  return one === other || (region !== 'other' && region === regionOf(other));
}

/** Where a company works that has not said it. */
export const usualCountry = 'CN';

/**
 * Who elsewhere may see people of a region in the talent pool. `own`: nobody; `consent`: with the person's own consent to
 * it; `open`: everybody of the company, on a written ground (adequacy, standard contract …).
 */
export const sights = ['own', 'consent', 'open'] as const;
export type Sight = (typeof sights)[number];

/** Most months that somebody stays in the pool by one consent. */
export const mostPoolMonths = 36;
/** Characters of the ground on which a region is open to others. */
export const openGround = { least: 12, most: 500 } as const;
