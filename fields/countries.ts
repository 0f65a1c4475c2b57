import { ownValue } from '../lib/values.ts';

// The codes that HighLevel takes (locations.json, CreateLocationDto).
const countryCodes =
  'AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BA BW BV BR IO BN BG BF BI KH CM CA CV KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE ET FK FO FJ FI FR GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM VA HN HK HU IS IN ID IR IQ IE IM IL IT JM JP JE JO KZ KE KI KP KR XK KW KG LA LV LB LS LR LY LI LT LU MO MK MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ME MS MA MZ MM NA NR NP NL AN NC NZ NI NE NG NU NF MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU RW SH KN LC MF PM VC WS SM ST SA SN RS SC SL SG SX SK SI SB SO ZA GS ES LK SD SR SJ SZ SE CH SY TW TJ TZ TH TL TG TK TO TT TN TR TM TC TV UG GB UA AE US UM UY UZ VU VE VN VG VI WF EH YE ZM ZW'.split(
    ' ',
  );

/** The two-letter code and the name of each country that HighLevel takes, by name. */
export const countries = (): [code: string, name: string][] => {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return countryCodes
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .sort(([, a], [, b]) => a.localeCompare(b));
};

/** Names that people use and the list of names does not have. */
const otherNames: Record<string, string> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
};

/**
 * The code of a country by its code or English name in any case; else the text as it is. A form sends “Germany” where
 * HighLevel searches by `DE`.
 */
export const countryCode = (text: string): string => {
  const named = text.trim().toLowerCase();
  const found = countries().find(([code, name]) =>
    [code, name].some((one) => one.toLowerCase() === named),
  );
  return found?.[0] ?? ownValue(otherNames, named) ?? text;
};
