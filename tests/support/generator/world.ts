/**
 * The world the invented people live in: institutions that exist (remand prisons, colonies, courts, articles of a
 * criminal code) and publishers that do not.
 */
import type { FieldValue } from '../../../shared/model/model.ts'
import type { Charge } from '../../../shared/model/values.ts'

export interface FacilitySeed {
  readonly names: Readonly<Record<'uk' | 'ru' | 'en' | 'crh' | 'tr', string>>
  readonly type: FieldValue<'facility', 'type'>
  readonly region: string
  readonly aliases: readonly string[]
}

const facility = (
  type: FacilitySeed['type'],
  region: string,
  uk: string,
  ru: string,
  en: string,
  crh: string,
  tr: string,
  ...aliases: string[]
): FacilitySeed => ({ type, region, names: { uk, ru, en, crh, tr }, aliases })

/** Remand prisons on the peninsula come first: everybody's way begins there. */
// biome-ignore format: a table
export const FACILITIES: readonly FacilitySeed[] = [
  facility('sizo', 'Крим', 'СІЗО-1, Сімферополь', 'СИЗО-1, Симферополь', 'SIZO-1, Simferopol', 'SİZO-1, Aqmescit', 'SİZO-1, Akmescit', 'Сімферопольське СІЗО'),
  facility('sizo', 'Крим', 'СІЗО-2, Сімферополь', 'СИЗО-2, Симферополь', 'SIZO-2, Simferopol', 'SİZO-2, Aqmescit', 'SİZO-2, Akmescit', 'СІЗО ФСБ'),
  facility('sizo', 'Крим', 'СІЗО-8, Сімферополь', 'СИЗО-8, Симферополь', 'SIZO-8, Simferopol', 'SİZO-8, Aqmescit', 'SİZO-8, Akmescit'),
  facility('temporary', 'Севастополь', 'ІТТ, Севастополь', 'ИВС, Севастополь', 'Temporary detention, Sevastopol', 'Vaqtınca tutuv yeri, Aqyar', 'Geçici tutukevi, Akyar'),
  facility('sizo', 'Ростовская область', 'СІЗО-1, Ростов-на-Дону', 'СИЗО-1, Ростов-на-Дону', 'SIZO-1, Rostov-on-Don', 'SİZO-1, Rostov', 'SİZO-1, Rostov'),
  facility('sizo', 'Ростовская область', 'СІЗО-3, Новочеркаськ', 'СИЗО-3, Новочеркасск', 'SIZO-3, Novocherkassk', 'SİZO-3, Novoçerkassk', 'SİZO-3, Novoçerkassk'),
  facility('sizo', 'Ростовская область', 'СІЗО-2, Таганрог', 'СИЗО-2, Таганрог', 'SIZO-2, Taganrog', 'SİZO-2, Taganrog', 'SİZO-2, Taganrog'),
  facility('sizo', 'Москва', 'СІЗО «Лефортово», Москва', 'СИЗО «Лефортово», Москва', 'Lefortovo, Moscow', 'Lefortovo, Moskva', 'Lefortovo, Moskova'),
  facility('prison', 'Владимирская область', 'Тюрма № 2, Володимир', 'Тюрьма № 2, Владимир', 'Prison No. 2, Vladimir', '2-nci apishane, Vladimir', '2 No’lu Cezaevi, Vladimir', 'Владимирский централ'),
  facility('prison', 'Липецкая область', 'Тюрма Т-2, Єлець', 'Тюрьма Т-2, Елец', 'Prison T-2, Yelets', 'T-2 apishanesi, Yelets', 'T-2 Cezaevi, Yelets'),
  facility('prison', 'Красноярский край', 'Тюрма, Мінусинськ', 'Тюрьма, Минусинск', 'Prison, Minusinsk', 'Apishane, Minusinsk', 'Cezaevi, Minusinsk'),
  facility('prison', 'Челябинская область', 'Тюрма, Верхньоуральськ', 'Тюрьма, Верхнеуральск', 'Prison, Verkhneuralsk', 'Apishane, Verhneuralsk', 'Cezaevi, Verhneuralsk'),
  facility('colony', 'Хакасия', 'ВК-33, Абакан', 'ИК-33, Абакан', 'Colony IK-33, Abakan', 'İK-33 koloniyası, Abakan', 'İK-33 kolonisi, Abakan'),
  facility('colony', 'Башкортостан', 'ВК-16, Салават', 'ИК-16, Салават', 'Colony IK-16, Salavat', 'İK-16 koloniyası, Salavat', 'İK-16 kolonisi, Salavat', 'ИК-16'),
  facility('colony', 'Ставропольский край', 'ВК-11, Ставрополь', 'ИК-11, Ставрополь', 'Colony IK-11, Stavropol', 'İK-11 koloniyası, Stavropol', 'İK-11 kolonisi, Stavropol'),
  facility('colony', 'Крим', 'ВК-2, Керч', 'ИК-2, Керчь', 'Colony IK-2, Kerch', 'İK-2 koloniyası, Keriç', 'İK-2 kolonisi, Kerç'),
  facility('hospital', 'Челябинская область', 'Лікарня ЛПУ-3, Челябінськ', 'Больница ЛПУ-3, Челябинск', 'Hospital LPU-3, Chelyabinsk', 'LPU-3 hastahanesi, Çelâbinsk', 'LPU-3 hastanesi, Çelyabinsk'),
]

export const COURTS = [
  'Южный окружной военный суд',
  'Южный окружной военный суд',
  'Верховный суд Республики Крым',
  'Киевский районный суд Симферополя',
  'Севастопольский городской суд',
] as const

export interface Imputation {
  readonly charges: readonly Charge[]
  /** Years of a sentence: from, to. */
  readonly years: readonly [number, number]
}

const charge = (article: string, caption: string): Charge => ({ article, caption })
const PARTICIPATION = charge(
  '205.5 ч. 2',
  'Участие в деятельности организации, признанной в РФ террористической',
)
const ORGANISING = charge(
  '205.5 ч. 1',
  'Организация деятельности организации, признанной в РФ террористической',
)
const SEIZURE = charge('30 ч. 1, 278', 'Приготовление к насильственному захвату власти')

/** What is imputed, from the most to the least frequent. */
export const IMPUTATIONS: readonly Imputation[] = [
  { charges: [PARTICIPATION, SEIZURE], years: [11, 14] },
  { charges: [PARTICIPATION], years: [5, 12] },
  { charges: [ORGANISING, SEIZURE], years: [15, 20] },
  { charges: [charge('208 ч. 2', 'Участие в незаконном вооружённом формировании')], years: [5, 9] },
  {
    charges: [charge('222.1 ч. 1', 'Незаконные приобретение и хранение взрывчатых веществ')],
    years: [3, 6],
  },
  { charges: [charge('275', 'Государственная измена')], years: [12, 18] },
  { charges: [charge('276', 'Шпионаж')], years: [10, 16] },
  {
    charges: [charge('205.2 ч. 2', 'Публичные призывы к террористической деятельности')],
    years: [2, 5],
  },
  {
    charges: [charge('280.3 ч. 1', 'Публичные действия, направленные на дискредитацию')],
    years: [1, 3],
  },
]

export const TOWNS = [
  'Бахчисарай',
  'Білогірськ',
  'Джанкой',
  'Євпаторія',
  'Кам’янка',
  'Керч',
  'Красногвардійське',
  'Сімферополь',
  'Судак',
  'Феодосія',
  'Ялта',
] as const

/** Publishers that do not exist. */
export const PUBLISHERS = [
  'Бюлетень «Третій берег»',
  'Часопис «Ялівець»',
  'Правозахисна група «Сонячний годинник»',
  'Küneş Haber',
  'Lâle Cedveli',
  'The Cape Monitor',
] as const

export const OCCUPATIONS = [
  'будівельник',
  'викладач',
  'водій',
  'електрик',
  'журналіст',
  'кухар',
  'медичний працівник',
  'підприємець',
  'пенсіонер',
  'програміст',
  'фермер',
] as const

export const HEALTH_NOTES = [
  'Хронічне захворювання, скаржиться на відсутність ліків.',
  'Потребує огляду лікаря за висновком, який передав адвокат.',
  'Погіршення зору, у переданні окулярів відмовлено.',
  'Підвищений тиск, двічі викликали лікаря.',
] as const
