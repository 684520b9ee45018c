/**
 * A name written in Cyrillic, rewritten in Latin letters by a named system. Used where a document needs a
 * spelling nobody recorded; such a spelling is always marked as transliterated, because only the person's own
 * papers say how it is really written.
 *
 * Systems: `kmu2010`, Ukrainian by resolution 55 of the Cabinet of Ministers of 27 January 2010; `ru_passport`,
 * Russian as in machine-readable travel documents (ICAO Doc 9303); `tr_from_ru`, Russian as the Turkish press
 * writes it; `tr_from_uk`, Ukrainian in the same way, г being g because names of Crimea came through Russian;
 * `crh_latin`, Crimean Tatar Cyrillic (or its Russian spelling) in the alphabet of 2021. The last one is not
 * one-to-one: hidden ö and ü follow a rule of thumb.
 */

export type System = 'kmu2010' | 'ru_passport' | 'tr_from_ru' | 'tr_from_uk' | 'crh_latin'

type Letters = Readonly<Record<string, string>>

const SHARED: Letters = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  ц: 'ts',
  э: 'e',
  ъ: '',
  ь: '',
}
const ENGLISH: Letters = { ж: 'zh', х: 'kh', ч: 'ch', ш: 'sh', щ: 'shch' }
const TURKIC: Letters = { ж: 'j', х: 'h', ч: 'ç', ш: 'ş', щ: 'şç', ы: 'ı', й: 'y', дж: 'c' }

interface Rules {
  /** Letters and digraphs, longest first match. */
  readonly always: Letters
  /** At the beginning of a word. */
  readonly initial?: Letters
  /** At the beginning of a word and after a vowel or a sign. */
  readonly open?: Letters
  /** Turkic capitals: i–İ and ı–I. */
  readonly dotted: boolean
}

const RULES: Readonly<Record<System, Rules>> = {
  kmu2010: {
    always: {
      ...SHARED,
      ...ENGLISH,
      г: 'h',
      ґ: 'g',
      зг: 'zgh',
      и: 'y',
      і: 'i',
      ї: 'i',
      й: 'i',
      є: 'ie',
      ю: 'iu',
      я: 'ia',
      // Letters of Russian that stand in a Ukrainian text by mistake.
      ы: 'y',
      ё: 'io',
    },
    initial: { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' },
    dotted: false,
  },
  ru_passport: {
    always: {
      ...SHARED,
      ...ENGLISH,
      ё: 'e',
      й: 'i',
      ы: 'y',
      ъ: 'ie',
      ю: 'iu',
      я: 'ia',
      і: 'i',
      ї: 'i',
      є: 'e',
    },
    dotted: false,
  },
  tr_from_ru: {
    always: { ...SHARED, ...TURKIC, ё: 'yo', ю: 'yu', я: 'ya', і: 'i', ї: 'i', є: 'e' },
    open: { е: 'ye' },
    dotted: true,
  },
  tr_from_uk: {
    always: {
      ...SHARED,
      ...TURKIC,
      и: 'ı',
      і: 'i',
      ї: 'i',
      є: 'e',
      ё: 'yo',
      ю: 'yu',
      я: 'ya',
    },
    initial: { ї: 'yi' },
    open: { є: 'ye' },
    dotted: true,
  },
  crh_latin: {
    always: {
      ...SHARED,
      ...TURKIC,
      къ: 'q',
      гъ: 'ğ',
      нъ: 'ñ',
      я: 'â',
      ю: 'ü',
      ё: 'ö',
      і: 'i',
      ї: 'i',
      є: 'e',
    },
    open: { е: 'ye', я: 'ya', ю: 'yu', ё: 'yo' },
    dotted: true,
  },
}

const VOWELS_AND_SIGNS = new Set('аеёиоуыэюяіїєъь')
const APOSTROPHES = /['’ʼ`]/
const isLetter = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text)
const isUpper = (text: string | undefined): boolean =>
  text !== undefined && text !== text.toLowerCase()

/** Never the default casing for Turkic words: it would turn i into I, which is another letter. */
const upper = (text: string, dotted: boolean): string =>
  dotted ? text.replaceAll('i', 'İ').replaceAll('ı', 'I').toUpperCase() : text.toUpperCase()

const capitalised = (text: string, dotted: boolean): string =>
  upper(text.slice(0, 1), dotted) + text.slice(1)

/**
 * о and у hide ö and ü: at the beginning of a word, or after one of б г к м ш дж there, when one or two
 * consonants and then a soft letter follow.
 */
const HIDDEN_FRONT = /(^|[^\p{L}])((?:дж|[бгкмш])?)([оу])(?=[бвгджзйклмнпрстфхцчшщ]{1,2}[еиэюь])/giu
const FRONT: Letters = { о: 'ё', у: 'ю', О: 'Ё', У: 'Ю' }

/** Marks hidden front vowels with letters that the table reads as ö and ü, also at the beginning of a word. */
function frontVowels(text: string): string {
  return text.replace(HIDDEN_FRONT, (_all, before: string, onset: string, vowel: string) => {
    if (onset !== '') return before + onset + (FRONT[vowel] ?? vowel)
    const bare = { о: 'ö', у: 'ü', О: 'Ö', У: 'Ü' }[vowel]
    return before + (bare ?? vowel)
  })
}

/** Rewrites every Cyrillic letter; everything else stays as it is. */
export function transliterate(system: System, name: string): string {
  const rules = RULES[system]
  const composed = name.normalize('NFC')
  const source = system === 'crh_latin' ? frontVowels(composed) : composed
  const letters = [...source]
  let out = ''
  let previous = ''
  for (let i = 0; i < letters.length; ) {
    const letter = letters[i] ?? ''
    const inWord = isLetter(previous) || (APOSTROPHES.test(previous) && i > 1)
    const open = !inWord || VOWELS_AND_SIGNS.has(previous.toLowerCase())
    const pair = (letter + (letters[i + 1] ?? '')).toLowerCase()
    const single = letter.toLowerCase()
    let length = 1
    let latin: string | undefined
    if (pair.length === 2 && rules.always[pair] !== undefined) {
      latin = rules.always[pair]
      length = 2
    } else {
      if (!inWord) latin = rules.initial?.[single]
      if (open) latin ??= rules.open?.[single]
      latin ??= rules.always[single]
    }
    if (latin === undefined) {
      // The apostrophe of a Ukrainian word has no sign in Latin.
      const dropped = APOSTROPHES.test(letter) && isLetter(previous) && isLetter(letters[i + 1])
      if (!dropped) out += letter
    } else if (isUpper(letter)) {
      const next = letters[i + length]
      const shouting = isLetter(next) ? isUpper(next) : isLetter(previous) && isUpper(previous)
      out += shouting ? upper(latin, rules.dotted) : capitalised(latin, rules.dotted)
    } else out += latin
    previous = letters[i + length - 1] ?? ''
    i += length
  }
  return out
}

/** A Crimean Tatar name in Latin letters as the Turkish press spells it: q, ñ and â have no place there. */
export const turkishFromCrimeanTatar = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll('q', 'k')
    .replaceAll('Q', 'K')
    .replaceAll('ñ', 'n')
    .replaceAll('Ñ', 'N')
    .replaceAll('â', 'a')
    .replaceAll('Â', 'A')
