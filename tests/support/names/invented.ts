/**
 * People who do not exist, each with one name in many spellings, for measuring how well names are found. Surnames are
 * put together from syllables, so that many are one letter apart, as in life; given names are those in common use.
 */
import { MEN, WOMEN } from '../generator/nameStock.ts'
import { Random } from '../generator/random.ts'
import { patronymic, russianRecord, ukrainianRecord } from '../generator/spellings.ts'
import { crimeanTatarCyrillic, latinSpellings } from './orthographies.ts'
import { broken, lookAlike, MISPRINTS, misprinted, oblique, scanned, turkic } from './slips.ts'

/** What a spelling is an example of: nominative in some system, inflected, or damaged. */
export type SpellingGroup = 'nominative' | 'inflected' | 'misprint'

export interface Spelling {
  readonly group: SpellingGroup
  /** Finer than the group: `ru-iso9`, `uk-oblique`, `swapped`. */
  readonly label: string
  readonly text: string
}

export interface InventedPerson {
  readonly spellings: readonly Spelling[]
}

const HEADS =
  'a,ab,e,i,ka,qa,ke,ma,me,sa,se,ta,te,ba,be,da,de,ha,ca,ce,çe,şa,şe,u,ü,za,ze,gü,nu,re'.split(',')
const MIDDLES =
  'ri,li,la,le,mi,ma,me,di,da,ni,na,ne,ra,re,si,se,ti,ta,ba,bi,fe,ğa,ñi,yi,qu,cı'.split(',')
const TAILS = 'r,l,m,t,n,z,s,k,q,f,p,y,ş,ç,b,d,rt,lâ,ya'.split(',')

function stem(chance: Random): string {
  const middles = chance.chance(0.35) ? 2 : 1
  const parts = [chance.pick(HEADS), ...chance.sample(MIDDLES, middles), chance.pick(TAILS)]
  const word = parts.join('')
  // Some begin as so many do.
  return chance.chance(0.12) ? chance.pick(['seyt', 'abdu', 'qurt', 'emir']) + word : word
}

interface Forms {
  readonly crh: string
  readonly ru: string
  readonly uk: string
  readonly tr: string
}

const capital = (word: string): string =>
  word.slice(0, 1).replace('i', 'İ').toUpperCase() + word.slice(1)

function surname(chance: Random, female: boolean): Forms {
  const root = stem(chance)
  const ending =
    (/[aeıiuüâ]$/.test(root) ? 'yev' : root.endsWith('y') ? 'ev' : 'ov') + (female ? 'a' : '')
  const crh = capital(root + ending)
  const ru = russianRecord(crh)
  return {
    crh,
    ru,
    uk: ukrainianRecord(ru),
    tr: crh.replaceAll('q', 'k').replaceAll('ñ', 'n').replaceAll('â', 'a'),
  }
}

/** `count` people; the same seed gives the same. */
export function inventPeople(count: number, seed: string): readonly InventedPerson[] {
  const chance = new Random(seed)
  return Array.from({ length: count }, () => inventPerson(chance))
}

function inventPerson(chance: Random): InventedPerson {
  const female = chance.chance(0.25)
  const given = chance.pick(female ? WOMEN : MEN)
  const father = chance.pick(MEN)
  const family = surname(chance, female)
  const patronymics = patronymic(father.ru, father.uk, female)
  const spellings: Spelling[] = []
  const add = (group: SpellingGroup, label: string, text: string) =>
    spellings.push({ group, label, text })
  const [uk, ru] = [`${given.uk} ${family.uk}`, `${given.ru} ${family.ru}`]
  add('nominative', 'uk', uk)
  add('nominative', 'ru', ru)
  add('nominative', 'ru-papers', `${family.ru} ${given.ru} ${patronymics.ru}`)
  add('nominative', 'uk-papers', `${family.uk} ${given.uk} ${patronymics.uk}`)
  add('nominative', 'oglu', `${family.ru} ${given.ru} ${father.ru} ${female ? 'кызы' : 'оглы'}`)
  add('nominative', 'crh', `${given.crh} ${family.crh}`)
  add(
    'nominative',
    'crh-cyrillic',
    `${crimeanTatarCyrillic(given.crh)} ${crimeanTatarCyrillic(family.crh)}`,
  )
  add('nominative', 'tr', `${given.tr} ${family.tr}`)
  const latin = Object.entries(latinSpellings(ru, uk))
  for (const [system, text] of latin) add('nominative', system, text)
  for (const [language, first, last] of [
    ['uk', given.uk, family.uk],
    ['ru', given.ru, family.ru],
  ] as const)
    for (const times of [1, 2])
      add(
        'inflected',
        `${language}-oblique-${times}`,
        `${oblique(first, language, female, chance)} ${oblique(last, language, female, chance)}`,
      )
  add('inflected', 'turkic', turkic(`${given.tr} ${family.tr}`, chance))
  const bases = [uk, ru, `${given.tr} ${family.tr}`, ...latin.map(([, text]) => text)]
  for (const how of MISPRINTS) add('misprint', how, misprinted(chance.pick(bases), how, chance))
  add('misprint', 'scanned-latin', scanned(chance.pick(bases.slice(2)), chance))
  add('misprint', 'scanned-cyrillic', scanned(chance.pick(bases.slice(0, 2)), chance))
  add('misprint', 'look-alike', lookAlike(chance.pick([uk, ru]), chance))
  add('misprint', 'broken', broken(chance.pick(bases), chance))
  return { spellings }
}
