/**
 * Courts as a dossier prints them. A court set up by the occupation stands in quotation marks where the reader is a
 * court, a prosecutor, a body of Ukraine or the public; for a reader who passes the list to the detaining state it
 * stands without any comment. A court not in the table is printed as recorded, by the same rule.
 */

import type { Audience } from './audience.ts'
import type { DossierLanguage } from './document.ts'
import { DOSSIER_WORDS } from './languages.ts'
import { isCrimean } from './places.ts'

interface Court {
  readonly names: Readonly<Record<DossierLanguage, string>>
  readonly occupation: boolean
  /** How records name it. */
  readonly known: RegExp
}

const court = (
  known: RegExp,
  occupation: boolean,
  uk: string,
  en: string,
  tr: string,
  crh: string,
  ru: string,
): Court => ({ known, occupation, names: { uk, en, tr, crh, ru } })

const COURTS: readonly Court[] = [
  court(
    /южн\S* окружн\S* военн|південн\S* окружн\S* військов|southern district military/iu,
    false,
    'Південний окружний військовий суд, Ростов-на-Дону',
    'Southern District Military Court, Rostov-on-Don',
    'Güney Bölge Askeri Mahkemesi, Rostov',
    'Cenübiy okrug arbiy mahkemesi, Rostov',
    'Южный окружной военный суд, Ростов-на-Дону',
  ),
  court(
    /северо-кавказск\S* окружн|північно-кавказьк\S* окружн|north caucasus district/iu,
    false,
    'Північно-Кавказький окружний військовий суд, Ростов-на-Дону',
    'North Caucasus District Military Court, Rostov-on-Don',
    'Kuzey Kafkasya Bölge Askeri Mahkemesi, Rostov',
    'Şimaliy Kavkaz okrug arbiy mahkemesi, Rostov',
    'Северо-Кавказский окружной военный суд, Ростов-на-Дону',
  ),
  court(
    /апелляционн\S* военн|апеляційн\S* військов|military (?:court of )?appeal|appeal military/iu,
    false,
    'Апеляційний військовий суд, Власиха',
    'Military Court of Appeal, Vlasikha',
    'Askeri İstinaf Mahkemesi, Vlasiha',
    'Arbiy istinaf mahkemesi, Vlasiha',
    'Апелляционный военный суд, Власиха',
  ),
  court(
    /верховн\S* суд\S* (?:республики |республіки )?кр[ыи]м|supreme court of (?:the republic of )?crimea/iu,
    true,
    'Верховний суд Республіки Крим',
    'Supreme Court of the Republic of Crimea',
    'Kırım Cumhuriyeti Yüksek Mahkemesi',
    'Qırım Cumhuriyeti Yuqarı mahkemesi',
    'Верховный суд Республики Крым',
  ),
  court(
    /верховн\S* суд\S* (?:рф|российск|рос)|supreme court of the r/iu,
    false,
    'Верховний суд РФ',
    'Supreme Court of the RF',
    'RF Yüksek Mahkemesi',
    'RF Yuqarı mahkemesi',
    'Верховный суд РФ',
  ),
  court(
    /киевск\S* районн\S* суд\S*.*симферопол|київськ\S* районн\S* суд\S*.*сімферопол|ki[ey]v\S* district court/iu,
    true,
    'Київський районний суд Сімферополя',
    'Kievsky District Court of Simferopol',
    'Simferopol (Akmescit) Kiyevskiy İlçe Mahkemesi',
    'Aqmescitniñ Kiyevskiy rayon mahkemesi',
    'Киевский районный суд Симферополя',
  ),
  court(
    /севастопольск\S* городск|севастопольськ\S* міськ|sevastopol city court/iu,
    true,
    'Севастопольський міський суд',
    'Sevastopol City Court',
    'Akyar Şehir Mahkemesi',
    'Aqyar şeer mahkemesi',
    'Севастопольский городской суд',
  ),
]

/** Readers who may hand the paper to the detaining state: the name alone, no comment in punctuation. */
const WITHOUT_COMMENT: ReadonlySet<Audience> = new Set(['mediator', 'icrc'])

/** `known` tells that the text comes from the table and not from the record. */
export function courtInWords(
  language: DossierLanguage,
  audience: Audience,
  recorded: string,
): { readonly text: string; readonly known: boolean } {
  const found = COURTS.find((one) => one.known.test(recorded))
  const text = found?.names[language] ?? recorded
  const occupation = found ? found.occupation : isCrimean(recorded)
  const quoted = occupation && !WITHOUT_COMMENT.has(audience)
  return { text: quoted ? DOSSIER_WORDS[language].quote(text) : text, known: found !== undefined }
}
