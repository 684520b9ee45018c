/**
 * Articles of the criminal code that are imputed, in the dossier's language. The caption is the code's own wording
 * and always stands in quotation marks: an imposed charge is not a crime we affirm. An article written in a way
 * we cannot read, or without a caption here, is printed as recorded.
 *
 * The Crimean Tatar and Turkish captions are machine-drafted and to be read by an editor.
 */
import type { Charge } from '../model/values.ts'
import type { DossierLanguage } from './document.ts'
import { DOSSIER_WORDS } from './languages.ts'

type Captions = Readonly<Record<DossierLanguage, string>>

const caption = (en: string, uk: string, ru: string, tr: string, crh: string): Captions => ({
  en,
  uk,
  ru,
  tr,
  crh,
})

/** By article, or by article and part where the parts differ. */
const CAPTIONS: Readonly<Record<string, Captions>> = {
  '205.1': caption(
    'assisting terrorist activity',
    'сприяння терористичній діяльності',
    'содействие террористической деятельности',
    'terör faaliyetine yardım',
    'teror faaliyetine yardım',
  ),
  '205.2': caption(
    'public calls for or justification of terrorism',
    'публічні заклики до тероризму або його виправдання',
    'публичные призывы к терроризму или его оправдание',
    'terörizme alenen çağrı veya terörizmi haklı gösterme',
    'terorizmge açıq çağıruv ya da onı aqlav',
  ),
  '205.4': caption(
    'organising a terrorist community and taking part in it',
    'організація терористичного співтовариства та участь у ньому',
    'организация террористического сообщества и участие в нём',
    'terör topluluğu kurma ve ona katılma',
    'teror cemiyetini quruv ve oña qoşuluv',
  ),
  '205.5/1': caption(
    'organising the activity of an organisation declared terrorist',
    'організація діяльності організації, визнаної терористичною',
    'организация деятельности организации, признанной террористической',
    'terör örgütü ilan edilen bir örgütün faaliyetini düzenleme',
    'terorist dep ilân etilgen teşkilâtnıñ faaliyetini teşkil etüv',
  ),
  '205.5/2': caption(
    'taking part in the activity of an organisation declared terrorist',
    'участь у діяльності організації, визнаної терористичною',
    'участие в деятельности организации, признанной террористической',
    'terör örgütü ilan edilen bir örgütün faaliyetine katılma',
    'terorist dep ilân etilgen teşkilâtnıñ faaliyetinde iştirak etüv',
  ),
  '208': caption(
    'taking part in an illegal armed formation',
    'участь у незаконному збройному формуванні',
    'участие в незаконном вооружённом формировании',
    'yasa dışı silahlı oluşuma katılma',
    'qanunsız silâlı birlikte iştirak etüv',
  ),
  '212': caption(
    'mass riots',
    'масові заворушення',
    'массовые беспорядки',
    'kitlesel kargaşa',
    'kütleviy qarışıqlıqlar',
  ),
  '222.1': caption(
    'illegal acquisition and keeping of explosives',
    'незаконне придбання та зберігання вибухових речовин',
    'незаконные приобретение и хранение взрывчатых веществ',
    'patlayıcıların yasa dışı edinilmesi ve bulundurulması',
    'patlayıcı maddelerni qanunsız almaq ve saqlamaq',
  ),
  '223.1': caption(
    'illegal making of explosives',
    'незаконне виготовлення вибухових речовин',
    'незаконное изготовление взрывчатых веществ',
    'patlayıcıların yasa dışı imali',
    'patlayıcı maddelerni qanunsız yapmaq',
  ),
  '226.1': caption('smuggling', 'контрабанда', 'контрабанда', 'kaçakçılık', 'kontrabanda'),
  '275': caption(
    'treason',
    'державна зрада',
    'государственная измена',
    'vatana ihanet',
    'devletke hainlik',
  ),
  '275.1': caption(
    'confidential cooperation with a foreign state',
    'конфіденційне співробітництво з іноземною державою',
    'конфиденциальное сотрудничество с иностранным государством',
    'yabancı bir devletle gizli iş birliği',
    'yabancı devletnen gizli işbirlik',
  ),
  '276': caption('espionage', 'шпигунство', 'шпионаж', 'casusluk', 'casusluq'),
  '278': caption(
    'violent seizure of power',
    'насильницьке захоплення влади',
    'насильственный захват власти',
    'iktidarın zorla ele geçirilmesi',
    'akimiyetni zornen elge keçirüv',
  ),
  '280.3': caption(
    'public actions to discredit the armed forces',
    'публічні дії, спрямовані на дискредитацію збройних сил',
    'публичные действия, направленные на дискредитацию вооружённых сил',
    'silahlı kuvvetleri alenen itibarsızlaştırma',
    'silâlı quvetlerni açıq itibarsızlandıruv',
  ),
  '281': caption('sabotage', 'диверсія', 'диверсия', 'sabotaj', 'diversiya'),
  '282.2': caption(
    'activity of an organisation declared extremist',
    'діяльність організації, визнаної екстремістською',
    'деятельность организации, признанной экстремистской',
    'aşırılıkçı ilan edilen örgütün faaliyeti',
    'ekstremist dep ilân etilgen teşkilâtnıñ faaliyeti',
  ),
  '318': caption(
    'violence against an official',
    'насильство щодо представника влади',
    'насилие в отношении представителя власти',
    'kamu görevlisine karşı şiddet',
    'akimiyet vekiline qarşı şiddet',
  ),
}

/** Preparation is article 30, and is said with the article it goes with. */
const PREPARATION: Captions = caption(
  'preparation:',
  'готування:',
  'приготовление:',
  'hazırlık:',
  'azırlıq:',
)

interface Article {
  readonly number: string
  readonly part: string | undefined
}

const ONE =
  /^(?:(?:ст|art|article|madde)\.?\s*)?(\d{2,3}(?:\.\d{1,2})?)(?:\s*,?\s*(?:ч|p|part|bölüm|qısım)\.?\s*(\d{1,2}))?$/iu
const PART_FIRST =
  /^(?:ч|p|part)\.?\s*(\d{1,2})\s+(?:ст|art|article)\.?\s*(\d{2,3}(?:\.\d{1,2})?)$/iu
/** A comma before "part" belongs to the article. */
const BETWEEN = /\s*[,;+](?!\s*(?:ч|p|part|bölüm|qısım)[.\s])\s*/iu
const CODE_NAME = /\s*(?:УК|КК)\s*(?:РФ|Росії|России)?\.?\s*$/iu

function readArticles(text: string): readonly Article[] | null {
  const articles: Article[] = []
  for (const piece of text.replace(CODE_NAME, '').split(BETWEEN)) {
    const plain = ONE.exec(piece)
    const turned = plain ? null : PART_FIRST.exec(piece)
    if (plain?.[1] !== undefined) articles.push({ number: plain[1], part: plain[2] })
    else if (turned?.[2] !== undefined) articles.push({ number: turned[2], part: turned[1] })
    else return null
  }
  return articles.length > 0 ? articles : null
}

const articleInWords = (language: DossierLanguage, { number, part }: Article): string => {
  const inPart: Record<DossierLanguage, string> = {
    en: `Article ${number}${part ? ` part ${part}` : ''}`,
    uk: `${part ? `ч. ${part} ` : ''}ст. ${number}`,
    ru: `${part ? `ч. ${part} ` : ''}ст. ${number}`,
    tr: `Madde ${number}${part ? ` bölüm ${part}` : ''}`,
    crh: `Madde ${number}${part ? ` qısım ${part}` : ''}`,
  }
  return inPart[language]
}

/** "Article 205.5 part 2: “taking part in …”"; the caption recorded is used where we have none. */
export function chargeInWords(language: DossierLanguage, charge: Charge): string {
  const quote = DOSSIER_WORDS[language].quote
  const articles = readArticles(charge.article)
  if (!articles)
    return charge.caption ? `${charge.article}: ${quote(charge.caption)}` : charge.article
  const numbers = articles.map((article) => articleInWords(language, article)).join(', ')
  const prepared = articles.length > 1 && articles[0]?.number === '30'
  const main = (prepared ? articles.slice(1) : articles).map(
    ({ number, part }) => CAPTIONS[`${number}/${part}`] ?? CAPTIONS[number],
  )
  const known = main.length === 1 ? main[0] : undefined
  if (known) {
    const text = known[language]
    return `${numbers}: ${quote(prepared ? `${PREPARATION[language]} ${text}` : text)}`
  }
  return charge.caption ? `${numbers}: ${quote(charge.caption)}` : numbers
}
