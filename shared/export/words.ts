/**
 * The words of a table that leaves the vault and are no words of the model. In the five languages of dossiers, so that
 * a language added to the interface has them already.
 */
import type { DossierLanguage } from '../dossier/document.ts'

export interface ExportWords {
  /** The record that says a table left; `of` is what is in it. */
  readonly title: (of: string) => string
  readonly searchTitle: string
  /** Heading of the sheet and columns of a table of different kinds. */
  readonly kind: string
  readonly record: string
  /** Behind the name of a field: what of it does not fit beside a number of years. */
  readonly details: string
  readonly figures: {
    readonly title: string
    readonly what: string
    readonly group: string
    readonly people: string
    readonly definition: string
    readonly published: string
    readonly publisher: string
    readonly date: string
    /** What the publisher counted. */
    readonly theirDefinition: string
    /** Groups that are too small to be named. */
    readonly others: string
    /** What `<5` and `…` mean. */
    readonly small: string
    readonly withSmall: string
  }
}

export const EXPORT_WORDS: Readonly<Record<DossierLanguage, ExportWords>> = {
  uk: {
    title: (of) => `Таблиця: ${of}`,
    searchTitle: 'Знайдене',
    kind: 'Вид запису',
    record: 'Запис',
    details: 'подробиці',
    figures: {
      title: 'Підрахунки',
      what: 'Підрахунок',
      group: 'Група',
      people: 'Людей',
      definition: 'Що пораховано',
      published: 'Опубліковано',
      publisher: 'Хто опублікував',
      date: 'Дата',
      theirDefinition: 'Означення джерела',
      others: 'інші групи',
      small: 'Група з однієї – чотирьох людей: числа не подаємо.',
      withSmall: 'Не подаємо, бо з цього числа можна було б вирахувати малу групу.',
    },
  },
  en: {
    title: (of) => `Table: ${of}`,
    searchTitle: 'Found records',
    kind: 'Kind of record',
    record: 'Record',
    details: 'details',
    figures: {
      title: 'Figures',
      what: 'Figure',
      group: 'Group',
      people: 'People',
      definition: 'What is counted',
      published: 'Published',
      publisher: 'Published by',
      date: 'Date',
      theirDefinition: 'Their definition',
      others: 'other groups',
      small: 'A group of one to four people: the number is not told.',
      withSmall: 'Not told, because a small group could be computed from it.',
    },
  },
  tr: {
    title: (of) => `Tablo: ${of}`,
    searchTitle: 'Bulunan kayıtlar',
    kind: 'Kayıt türü',
    record: 'Kayıt',
    details: 'ayrıntılar',
    figures: {
      title: 'Sayılar',
      what: 'Sayım',
      group: 'Grup',
      people: 'Kişi',
      definition: 'Ne sayıldı',
      published: 'Yayımlanan',
      publisher: 'Yayımlayan',
      date: 'Tarih',
      theirDefinition: 'Kaynağın tanımı',
      others: 'diğer gruplar',
      small: 'Bir ile dört kişilik grup: sayı verilmez.',
      withSmall: 'Verilmez, çünkü ondan küçük bir grup hesaplanabilir.',
    },
  },
  crh: {
    title: (of) => `Cedvel: ${of}`,
    searchTitle: 'Tapılğan qaydlar',
    kind: 'Qayd çeşiti',
    record: 'Qayd',
    details: 'tafsilât',
    figures: {
      title: 'Sayılar',
      what: 'Sayım',
      group: 'Gruppa',
      people: 'İnsanlar',
      definition: 'Ne sayılğan',
      published: 'Neşir etilgen',
      publisher: 'Neşir etken',
      date: 'Kün',
      theirDefinition: 'Menbanıñ tarifi',
      others: 'başqa gruppalar',
      small: 'Birden dörtke qadar insandan gruppa: sayı aytılmay.',
      withSmall: 'Aytılmay, çünki ondan kiçik gruppanı esaplamaq mümkün.',
    },
  },
  ru: {
    title: (of) => `Таблица: ${of}`,
    searchTitle: 'Найденное',
    kind: 'Вид записи',
    record: 'Запись',
    details: 'подробности',
    figures: {
      title: 'Подсчёты',
      what: 'Подсчёт',
      group: 'Группа',
      people: 'Людей',
      definition: 'Что посчитано',
      published: 'Опубликовано',
      publisher: 'Кто опубликовал',
      date: 'Дата',
      theirDefinition: 'Определение источника',
      others: 'другие группы',
      small: 'Группа от одного до четырёх человек: число не приводится.',
      withSmall: 'Не приводится, потому что по нему можно вычислить малую группу.',
    },
  },
}
