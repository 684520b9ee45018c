/**
 * Invented names in the orthographies that lists, papers and passports use. The tables are written here anew and not
 * taken from the product, so that a mistake of the one is not a mistake of the other.
 */

type Table = Readonly<Record<string, string>>

const BASE: Table = Object.fromEntries(
  [...'абвгдезийклмнопрстуфэіґъь'].map((letter, place) => [
    letter,
    [...'abvgdeziyklmnoprstufeig'][place] ?? '',
  ]),
)

interface Latin {
  readonly letters: Table
  /** е, є, ю, я, ё at the beginning, after a vowel and after a sign. */
  readonly open?: Table
  /** At the beginning only. */
  readonly initial?: Table
}

const ENGLISH: Table = { ж: 'zh', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ы: 'y' }

const RUSSIAN: Readonly<Record<string, Latin>> = {
  icao: { letters: { ...BASE, ...ENGLISH, й: 'i', ё: 'e', ю: 'iu', я: 'ia', ъ: 'ie' } },
  bgn: {
    letters: { ...BASE, ...ENGLISH, ё: 'yo', ю: 'yu', я: 'ya', ь: '’' },
    open: { е: 'ye' },
  },
  // Passports before 2010.
  gost: {
    letters: { ...BASE, ...ENGLISH, й: 'y', ё: 'yo', ю: 'yu', я: 'ya', щ: 'shh', ц: 'c', э: 'e' },
  },
  iso9: {
    letters: {
      ...BASE,
      ...{ ж: 'ž', й: 'j', х: 'h', ц: 'c', ч: 'č', ш: 'š', щ: 'ŝ', ы: 'y', э: 'è', ю: 'û', я: 'â' },
      ...{ ё: 'ë', ь: 'ʹ', ъ: 'ʺ' },
    },
  },
  german: {
    letters: {
      ...BASE,
      ...{ дж: 'dsch', ж: 'sch', х: 'ch', ц: 'z', ч: 'tsch', ш: 'sch', щ: 'schtsch', ы: 'y' },
      ...{ й: 'j', в: 'w', з: 's', ё: 'jo', ю: 'ju', я: 'ja' },
    },
    open: { е: 'je' },
  },
  french: {
    letters: {
      ...BASE,
      ...{ дж: 'dj', ж: 'j', х: 'kh', ц: 'ts', ч: 'tch', ш: 'ch', щ: 'chtch', ы: 'y', й: 'ï' },
      ...{ у: 'ou', ё: 'io', ю: 'iou', я: 'ia' },
    },
    open: { е: 'ie' },
  },
  polish: {
    letters: {
      ...BASE,
      ...{ дж: 'dż', ж: 'ż', х: 'ch', ц: 'c', ч: 'cz', ш: 'sz', щ: 'szcz', ы: 'y', й: 'j' },
      ...{ в: 'w', ё: 'jo', ю: 'ju', я: 'ja' },
    },
    open: { е: 'je' },
  },
  turkish: {
    letters: {
      ...BASE,
      ...{ дж: 'c', ж: 'j', х: 'h', ц: 'ts', ч: 'ç', ш: 'ş', щ: 'şç', ы: 'ı', й: 'y', ё: 'yo' },
      ...{ ю: 'yu', я: 'ya' },
    },
    open: { е: 'ye' },
  },
}

const UKRAINIAN: Readonly<Record<string, Latin>> = {
  kmu: {
    letters: {
      ...BASE,
      ...ENGLISH,
      ...{ г: 'h', и: 'y', й: 'i', є: 'ie', ї: 'i', ю: 'iu', я: 'ia', '’': '' },
    },
    initial: { й: 'y', є: 'ye', ї: 'yi', ю: 'yu', я: 'ya' },
  },
  // What people write who do not know the table.
  press: {
    letters: {
      ...BASE,
      ...ENGLISH,
      ...{ г: 'h', и: 'y', й: 'y', є: 'ye', ї: 'yi', ю: 'yu', я: 'ya', '’': '' },
    },
  },
}

function rewrite(word: string, { letters, open = {}, initial = {} }: Latin): string {
  const small = word.toLowerCase()
  let out = ''
  for (let place = 0; place < small.length; ) {
    const before = small[place - 1] ?? ' '
    const [pair, letter] = [small.slice(place, place + 2), small[place] ?? '']
    const isInitial = !/\p{L}/u.test(before)
    const isOpen = isInitial || /[аеёиоуыэюяіїєьъ]/.test(before)
    const double = letters[pair]
    if (pair.length === 2 && double !== undefined) {
      out += double
      place += 2
      continue
    }
    out +=
      (isInitial ? initial[letter] : undefined) ??
      (isOpen ? open[letter] : undefined) ??
      letters[letter] ??
      letter
    place += 1
  }
  return capitals(out)
}

const capitals = (text: string): string =>
  text.replace(
    /(^|[\s-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )

/** Crimean Tatar in Latin letters → its own Cyrillic, with къ, гъ, нъ. */
export function crimeanTatarCyrillic(crh: string): string {
  const letters: Table = {
    ...{ a: 'а', b: 'б', c: 'дж', ç: 'ч', d: 'д', e: 'е', f: 'ф', g: 'г', ğ: 'гъ', h: 'х', ı: 'ы' },
    ...{ i: 'и', j: 'ж', k: 'к', l: 'л', m: 'м', n: 'н', ñ: 'нъ', o: 'о', ö: 'о', p: 'п', q: 'къ' },
    ...{ r: 'р', s: 'с', ş: 'ш', t: 'т', u: 'у', ü: 'у', v: 'в', y: 'й', z: 'з', â: 'я' },
    ...{ ya: 'я', yâ: 'я', ye: 'е', yu: 'ю', yü: 'ю', yo: 'ё' },
  }
  const small = crh.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase()
  let out = ''
  for (let place = 0; place < small.length; ) {
    const pair = small.slice(place, place + 2)
    const double = pair.length === 2 ? letters[pair] : undefined
    const isInitial = place === 0 || !/\p{L}/u.test(small[place - 1] ?? '')
    const letter = small[place] ?? ''
    out += double ?? (isInitial && letter === 'e' ? 'э' : (letters[letter] ?? letter))
    place += double === undefined ? 1 : 2
  }
  return capitals(out)
}

/** Spellings in Latin letters by system, of a name in Russian and in Ukrainian letters. */
export const latinSpellings = (ru: string, uk: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(RUSSIAN).map(([system, latin]) => [`ru-${system}`, rewrite(ru, latin)]),
  ),
  ...Object.fromEntries(
    Object.entries(UKRAINIAN).map(([system, latin]) => [`uk-${system}`, rewrite(uk, latin)]),
  ),
})
