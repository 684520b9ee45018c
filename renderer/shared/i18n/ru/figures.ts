/** Слова подсчётов и очерёдности. Определение стоит под каждым числом: изменить его здесь — изменить, что число значит. */
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
  title: 'Подсчёты',
  subtitle:
    'Наши собственные подсчёты на {{date}}, каждый со своим определением. Число открывает список людей.',
  ...FIGURE_WORDS.ru,
  published: 'Опубликовано',
  publishedText: '{{number}}: {{publisher}}, {{date}}',
  publishedHint:
    'Утверждение источника стоит здесь, если в его форме сказано, рядом с каким подсчётом. Определения разные: не сравнивайте одни числа.',
  more_one: 'Ещё {{count}} группа',
  more_few: 'Ещё {{count}} группы',
  more_many: 'Ещё {{count}} групп',
  more_other: 'Ещё {{count}} группы',
  fewer: 'Показать меньше',
  people_one: '{{count}} человек',
  people_few: '{{count}} человека',
  people_many: '{{count}} человек',
  people_other: '{{count}} человека',
  emptyTitle: 'Ещё никто не записан',
  emptyText: 'Подсчёты появятся, как только в хранилище будут люди.',
}

export const priorities: Translated<typeof prioritiesEn> = {
  title: 'Кто первый',
  subtitle:
    'Удерживаемые, о ком есть причина подумать прежде всего: самая тяжёлая причина первая, затем дольше всех удерживаемые. Это подсказка для глаз, а не мера ценности людей.',
  all: 'Все, кто здесь',
  ground: {
    urgent: 'срочная болезнь',
    missing: 'место скрывают',
    ill: 'тяжёлая болезнь',
    disability: 'инвалидность',
    elderly: '60+',
    women: 'женщина',
    parents: 'несовершеннолетние дети',
    stale: 'полгода без вестей',
  },
  name: 'Имя',
  grounds: 'Почему',
  status: 'Статус',
  facility: 'Где удерживают',
  heldSince: 'Задержание',
  confirmed: 'Последняя весть',
  never: 'без даты',
  emptyTitle: 'Пока никто не выделяется',
  emptyText:
    'Люди появятся здесь, когда запись скажет, что человек болен, стар, женщина, имеет несовершеннолетних детей, исчез или когда полгода о нём ничего не слышно.',
}

export const relations: Translated<typeof relationsEn> = {
  title: 'Кто с кем связан',
  as: 'Показать связи как',
  leftOut_one: 'Ещё {{count}} более далёкая запись не нарисована.',
  leftOut_few: 'Ещё {{count}} более далёкие записи не нарисованы.',
  leftOut_many: 'Ещё {{count}} более далёких записей не нарисовано.',
  leftOut_other: 'Ещё {{count}} более далёкой записи не нарисовано.',
}

export const registers: Translated<typeof registersEn> = {
  title: 'Реестры',
  subtitle:
    'Каким органам о ком сообщено. Пустая клетка — пробел в работе: отметьте, когда отправите.',
  show: 'Кого показывать',
  all_one: 'Все удерживаемые ({{count}})',
  all_few: 'Все удерживаемые ({{count}})',
  all_many: 'Все удерживаемые ({{count}})',
  all_other: 'Все удерживаемые ({{count}})',
  never_one: 'Никому не сообщено ({{count}})',
  never_few: 'Никому не сообщено ({{count}})',
  never_many: 'Никому не сообщено ({{count}})',
  never_other: 'Никому не сообщено ({{count}})',
  planned: 'запланировано',
  sent: 'отправлено',
  answered: 'есть ответ',
  noDate: 'без даты',
  first: 'Первые {{shown}} из {{all}}.',
  tick: 'Отметить: {{body}}, {{name}}',
  tickTitle: 'Отправлено: {{body}}',
  badDate: 'Пишите день так: 2026-03-27, месяц так: 2026-03.',
  emptyTitle: 'По записям, никого не удерживают',
  emptyText: 'Здесь появятся удерживаемые и органы, которым о них сообщено.',
}

export const agenda: Translated<typeof agendaEn> = {
  title: 'Сроки',
  subtitle: 'Что и к какому дню нужно сделать, по датам в записях.',
  when: {
    overdue: 'Просрочено',
    week: 'В течение недели',
    month: 'В течение месяца',
    later: 'Позже',
  },
  what: {
    appealBy: 'Последний день обжалования',
    remandUntil: 'Срок под стражей кончается или его продлят',
    answerBy: 'Должен прийти ответ',
    reviewOn: 'Согласие пора переспросить',
    expiresOn: 'Согласие теряет силу',
  },
  more_one: 'и ещё {{count}}',
  more_few: 'и ещё {{count}}',
  more_many: 'и ещё {{count}}',
  more_other: 'и ещё {{count}}',
  emptyTitle: 'Сроков нет',
  emptyText:
    'Даты берутся из производств (обжаловать до, под стражей до), обращений (ответ должен быть до) и согласий (переспросить, срок действия).',
}
