/**
 * The languages of the interface, one row each: the name in itself, the tag whose rules of `Intl` hold for it, and
 * whether a native speaker has read the words. A language is offered once it stands in `LANGUAGES`; what then lacks
 * words does not compile.
 */

interface LanguageFacts {
  /** In the language itself: whoever does not read the others finds theirs. */
  readonly name: string
  /** BCP 47, one that every runtime has data for. */
  readonly locale: string
  /** Said beside the language, in the language: its words were drafted by a machine. */
  readonly draft?: string
}

export const LANGUAGE_FACTS = {
  en: { name: 'English', locale: 'en-GB' },
  uk: { name: 'Українська', locale: 'uk-UA' },
  ru: {
    name: 'Русский',
    locale: 'ru-RU',
    draft: 'Машинный перевод, носитель языка его ещё не читал.',
  },
  tr: {
    name: 'Türkçe',
    locale: 'tr-TR',
    draft: 'Makine taslağı; ana dili Türkçe olan biri henüz okumadı.',
  },
  // No runtime has data for `crh`, and would take those of the machine's own language instead: English plurals on one
  // machine, Ukrainian ones on the next. Turkish has the same plurals. What it says otherwise is in
  // tables of our own: months and units of time (renderer/shared/format/crimeanTatar.ts), the alphabet (shared/sorting).
  crh: {
    name: 'Qırımtatarca',
    locale: 'tr-TR',
    draft: 'Maşina tercimesi; ana tili qırımtatarca olğan adam onı daa oqumadı.',
  },
} as const satisfies Readonly<Record<string, LanguageFacts>>

/** Those whose words are complete, in the order in which they are offered. */
export const LANGUAGES = [
  'en',
  'uk',
  'crh',
  'tr',
  'ru',
] as const satisfies readonly (keyof typeof LANGUAGE_FACTS)[]
export type Language = (typeof LANGUAGES)[number]

export const languageFacts = (language: keyof typeof LANGUAGE_FACTS): LanguageFacts =>
  LANGUAGE_FACTS[language]

export const isLanguage = (text: string): text is Language =>
  LANGUAGES.some((language) => language === text)
