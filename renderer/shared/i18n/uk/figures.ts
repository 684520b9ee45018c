/** Слова підрахунків і черговості. Означення стоїть під кожним числом: змінити його тут — змінити, що число значить. */
import { FIGURE_WORDS } from '../../../../shared/i18n/figureWords.ts'
import type {
  agenda as agendaEn,
  figures as figuresEn,
  priorities as prioritiesEn,
  registers as registersEn,
  relations as relationsEn,
} from '../en/figures.ts'
import type { Translated } from '../translated.ts'

export const figures: Translated<typeof figuresEn> = {
  title: 'Підрахунки',
  subtitle:
    'Наші власні підрахунки на {{date}}, кожен зі своїм означенням. Число відкриває список людей.',
  ...FIGURE_WORDS.uk,
  published: 'Опубліковано',
  publishedText: '{{number}}: {{publisher}}, {{date}}',
  publishedHint:
    'Твердження джерела стоїть тут, коли в його формі сказано, поруч із яким підрахунком. Означення різні: не порівнюйте самі числа.',
  more_one: 'Ще {{count}} група',
  more_few: 'Ще {{count}} групи',
  more_many: 'Ще {{count}} груп',
  more_other: 'Ще {{count}} групи',
  fewer: 'Показати менше',
  people_one: '{{count}} людина',
  people_few: '{{count}} людини',
  people_many: '{{count}} людей',
  people_other: '{{count}} людини',
  emptyTitle: 'Ще нікого не записано',
  emptyText: 'Підрахунки з’являться, щойно в сховищі будуть люди.',
}

export const priorities: Translated<typeof prioritiesEn> = {
  title: 'Хто перший',
  subtitle:
    'Утримувані, про кого є підстава подумати насамперед: найтяжча підстава перша, далі найдовше утримувані. Це допомога для ока, а не вартість людей.',
  all: 'Усі, хто тут',
  ground: {
    urgent: 'термінова хвороба',
    missing: 'місце приховують',
    ill: 'тяжка хвороба',
    disability: 'інвалідність',
    elderly: '60+',
    women: 'жінка',
    parents: 'неповнолітні діти',
    stale: 'пів року без звісток',
  },
  name: 'Ім’я',
  grounds: 'Чому',
  status: 'Статус',
  facility: 'Де утримують',
  heldSince: 'Арешт',
  confirmed: 'Остання звістка',
  never: 'без дати',
  emptyTitle: 'Поки ніхто не вирізняється',
  emptyText:
    'Люди з’являться тут, коли запис скаже, що людина хвора, літня, жінка, має неповнолітніх дітей, зникла або коли пів року про неї нічого не чути.',
}

export const relations: Translated<typeof relationsEn> = {
  title: 'Хто з ким пов’язаний',
  as: 'Показати зв’язки як',
  leftOut_one: 'Ще {{count}} віддаленіший запис не намальовано.',
  leftOut_few: 'Ще {{count}} віддаленіші записи не намальовано.',
  leftOut_many: 'Ще {{count}} віддаленіших записів не намальовано.',
  leftOut_other: 'Ще {{count}} віддаленішого запису не намальовано.',
}

export const registers: Translated<typeof registersEn> = {
  title: 'Реєстри',
  subtitle: 'Які органи про кого повідомлено. Порожнє місце — прогалина: позначте, коли надішлете.',
  show: 'Кого показувати',
  all_one: 'Усі утримувані ({{count}})',
  all_few: 'Усі утримувані ({{count}})',
  all_many: 'Усі утримувані ({{count}})',
  all_other: 'Усі утримувані ({{count}})',
  never_one: 'Нікого не повідомлено ({{count}})',
  never_few: 'Нікого не повідомлено ({{count}})',
  never_many: 'Нікого не повідомлено ({{count}})',
  never_other: 'Нікого не повідомлено ({{count}})',
  planned: 'заплановано',
  sent: 'надіслано',
  answered: 'є відповідь',
  noDate: 'без дати',
  first: 'Перші {{shown}} із {{all}}.',
  tick: 'Позначити: {{body}}, {{name}}',
  tickTitle: 'Надіслано: {{body}}',
  badDate: 'Пишіть день так: 2026-03-27, місяць так: 2026-03.',
  emptyTitle: 'За записами, нікого не утримують',
  emptyText: 'Тут з’являться утримувані й органи, які про них повідомлено.',
}

export const agenda: Translated<typeof agendaEn> = {
  title: 'Строки',
  subtitle: 'Що й до якого дня треба зробити, за датами в записах.',
  when: {
    overdue: 'Прострочено',
    week: 'Протягом тижня',
    month: 'Протягом місяця',
    later: 'Пізніше',
  },
  what: {
    appealBy: 'Останній день оскарження',
    remandUntil: 'Арешт закінчується або його продовжать',
    answerBy: 'Має надійти відповідь',
    reviewOn: 'Згоду слід перепитати',
    expiresOn: 'Згода втрачає чинність',
  },
  more_one: 'і ще {{count}}',
  more_few: 'і ще {{count}}',
  more_many: 'і ще {{count}}',
  more_other: 'і ще {{count}}',
  emptyTitle: 'Нічого не терміново',
  emptyText:
    'Дати беруться з проваджень (оскаржити до, під вартою до), звернень (відповідь має бути до) і згод (перегляд, строк дії).',
}
