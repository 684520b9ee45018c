/**
 * Regions as a dossier prints them. Crimea and Sevastopol are Ukraine in every language, whatever the record's
 * source wrote; other regions known here get the dossier's language; an unknown one stays as recorded.
 */
import type { DossierLanguage } from './document.ts'

interface Region {
  readonly names: Readonly<Record<DossierLanguage, string>>
  /** Beginnings of words that tell the region in any recorded spelling, lower case. */
  readonly stems: readonly string[]
}

const region = (
  uk: string,
  en: string,
  tr: string,
  crh: string,
  ru: string,
  stems: readonly string[],
): Region => ({ names: { uk, en, tr, crh, ru }, stems })

/** Towns stand here too: a court or a facility is often recorded by its town alone. */
const CRIMEA_STEMS = [
  'крим',
  'крым',
  'къырым',
  'qırım',
  'kırım',
  'crimea',
  'сімферополь',
  'симферополь',
  'simferopol',
  'aqmescit',
  'akmescit',
  'акъмесджит',
  'керч',
  'kerch',
  'keriç',
  'kerç',
  'ялт',
  'yalt',
  'джанко',
  'dzhanko',
  'canköy',
  'бахчисара',
  'bakhchysara',
  'bakhchisara',
  'bağçasaray',
  'bahçesaray',
  'євпатор',
  'евпатор',
  'yevpator',
  'evpator',
  'kezlev',
  'феодос',
  'feodos',
  'kefe',
  'судак',
  'sudak',
  'алушт',
  'alusht',
  'aluşta',
  'білогірськ',
  'белогорск',
  'bilohirsk',
  'belogorsk',
  'qarasuvbazar',
]
const SEVASTOPOL_STEMS = ['севастопол', 'sevastopol', 'aqyar', 'akyar']

const REGIONS: readonly Region[] = [
  region(
    'Севастополь, Україна',
    'Sevastopol, Ukraine',
    'Akyar (Sivastopol), Ukrayna',
    'Aqyar, Ukraina',
    'Севастополь, Украина',
    SEVASTOPOL_STEMS,
  ),
  region(
    'Крим, Україна',
    'Crimea, Ukraine',
    'Kırım, Ukrayna',
    'Qırım, Ukraina',
    'Крым, Украина',
    CRIMEA_STEMS,
  ),
  region(
    'Херсонська область, Україна',
    'Kherson region, Ukraine',
    'Herson bölgesi, Ukrayna',
    'Herson vilâyeti, Ukraina',
    'Херсонская область, Украина',
    ['херсон', 'kherson', 'herson', 'генічеськ', 'геническ', 'henichesk', 'genichesk'],
  ),
  region(
    'Ростовська область, РФ',
    'Rostov region, RF',
    'Rostov bölgesi, RF',
    'Rostov vilâyeti, RF',
    'Ростовская область, РФ',
    ['ростов', 'rostov'],
  ),
  region(
    'Володимирська область, РФ',
    'Vladimir region, RF',
    'Vladimir bölgesi, RF',
    'Vladimir vilâyeti, RF',
    'Владимирская область, РФ',
    ['владимир', 'володимир', 'vladimir'],
  ),
  region(
    'Липецька область, РФ',
    'Lipetsk region, RF',
    'Lipetsk bölgesi, RF',
    'Lipetsk vilâyeti, RF',
    'Липецкая область, РФ',
    ['липецк', 'липецьк', 'lipetsk'],
  ),
  region(
    'Красноярський край, РФ',
    'Krasnoyarsk territory, RF',
    'Krasnoyarsk krayı, RF',
    'Krasnoyarsk ülkesi, RF',
    'Красноярский край, РФ',
    ['краснояр', 'krasnoyar', 'krasnoiar'],
  ),
  region(
    'Челябінська область, РФ',
    'Chelyabinsk region, RF',
    'Çelyabinsk bölgesi, RF',
    'Çelâbinsk vilâyeti, RF',
    'Челябинская область, РФ',
    ['челяб', 'chelyab', 'çelyab', 'çelâb'],
  ),
  region(
    'Ставропольський край, РФ',
    'Stavropol territory, RF',
    'Stavropol krayı, RF',
    'Stavropol ülkesi, RF',
    'Ставропольский край, РФ',
    ['ставропол', 'stavropol'],
  ),
  region(
    'Краснодарський край, РФ',
    'Krasnodar territory, RF',
    'Krasnodar krayı, RF',
    'Krasnodar ülkesi, RF',
    'Краснодарский край, РФ',
    ['краснодар', 'krasnodar'],
  ),
  region('Хакасія, РФ', 'Khakassia, RF', 'Hakasya, RF', 'Hakasiya, RF', 'Хакасия, РФ', [
    'хакас',
    'khakas',
    'hakas',
  ]),
  region(
    'Башкортостан, РФ',
    'Bashkortostan, RF',
    'Başkurdistan, RF',
    'Başqırtistan, RF',
    'Башкортостан, РФ',
    ['башк', 'bashk', 'başk', 'başq'],
  ),
  region('Москва, РФ', 'Moscow, RF', 'Moskova, RF', 'Moskva, RF', 'Москва, РФ', [
    'москв',
    'moscow',
    'moskv',
    'moskova',
  ]),
]

/** Lower case without the runtime's locale: a dotless I must stay apart from a dotted one. */
const lower = (text: string): string =>
  text.normalize('NFC').replaceAll('İ', 'i').replaceAll('I', 'i').toLowerCase()

const hasStem = (text: string, stems: readonly string[]): boolean => {
  const words = lower(text).split(/[^\p{L}]+/u)
  return words.some((word) => stems.some((stem) => word.startsWith(lower(stem))))
}

/** Does the text name a place on the peninsula? */
export const isCrimean = (text: string): boolean =>
  hasStem(text, CRIMEA_STEMS) || hasStem(text, SEVASTOPOL_STEMS)

/** A region in the dossier's language; as recorded when it is not one of ours. */
export const regionInWords = (language: DossierLanguage, recorded: string): string =>
  REGIONS.find((one) => hasStem(recorded, one.stems))?.names[language] ?? recorded
