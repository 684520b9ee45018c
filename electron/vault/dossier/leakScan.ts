/**
 * Searches the finished text of a dossier for protected forms, in all scripts and inflections.
 *
 * The rules, and why they are as they are:
 * 1. A full name is found when two parts of it stand near each other in one line, one of them the surname where it
 *    is known. It stops the dossier.
 * 2. A surname alone stops it too, unless somebody on the list bears that surname: among these families a shared
 *    surname is the norm and says nothing about who spoke. Texts of our own tables (a region, a court) do not count
 *    for this rule, since a surname can be the name of a town.
 * 3. A given name alone never does.
 * 4. In the lines of a listed person's own name a full name does not count when at least half of that person's
 *    recorded names agree with it: then it is the person's own name, whoever else bears it. A protected name that
 *    was typed among somebody's names by mistake disagrees with the others and is found.
 * 5. Code names, telephones, mail addresses and street addresses stop it wherever they stand.
 *
 * Only where something was found is told, never what.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { foldWords, nameTokens } from '../../../shared/names/fold.ts'
import type { TextLine } from './compose.ts'
import { digitRuns, type Form } from './protectedForms.ts'
import { Vocabulary } from './vocabulary.ts'

/** Parts of one name may be this many words apart: "Rustem, son of Enver, of the family of …". */
const REACH = 5

interface Line {
  readonly source: TextLine
  readonly sounds: readonly string[]
  readonly words: readonly string[]
  /** Words with digits kept, sounds for the others: what code names and addresses are compared with. */
  readonly mixed: readonly string[]
  readonly digits: readonly string[]
  readonly lower: string
}

export interface Listed {
  readonly person: RecordId
  /** Every recorded name, as sounds. */
  readonly names: ReadonlyArray<readonly string[]>
}

const soundsOf = (text: string): readonly string[] =>
  nameTokens(text).map((token) => token.skeleton)

/** The text made ready, once, for any number of forms. */
export class LeakScan {
  readonly #lines: readonly Line[]
  readonly #vocabulary = new Vocabulary()
  readonly #listed = new Map<RecordId, Listed>()
  /** Sounds in the names of people on the list: such a surname alone says nothing. */
  readonly #ownNames = new Vocabulary()

  constructor(text: readonly TextLine[], listed: readonly Listed[]) {
    this.#lines = text.map((source) => {
      const words = foldWords(source.text)
      return {
        source,
        sounds: soundsOf(source.text),
        words,
        mixed: words.flatMap((word) => (/\d/.test(word) ? [word] : soundsOf(word))),
        digits: digitRuns(source.text),
        lower: source.text.toLowerCase(),
      }
    })
    this.#lines.forEach(({ sounds }, line) => {
      sounds.forEach((sound, place) => {
        this.#vocabulary.add(sound, line, place)
      })
    })
    for (const one of listed) {
      this.#listed.set(one.person, one)
      for (const sound of one.names.flat()) this.#ownNames.add(sound, 0, 0)
    }
  }

  /** The lines that hold one of the forms. */
  find(forms: Iterable<Form>): ReadonlySet<TextLine> {
    const found = new Set<TextLine>()
    const done = new Set<string>()
    for (const form of forms) {
      const key = JSON.stringify(form)
      if (done.has(key)) continue
      done.add(key)
      for (const line of this.#linesWith(form)) found.add(line.source)
    }
    return found
  }

  #linesWith(form: Form): readonly Line[] {
    switch (form.kind) {
      case 'name':
        return this.#linesWithName(form)
      case 'words':
        return this.#lines.filter(
          ({ words, mixed }) => follows(words, form.words) || follows(mixed, form.sounds),
        )
      case 'place':
        return this.#lines.filter(({ mixed }) => {
          const there = new Set(mixed)
          return form.sounds.every((sound) => there.has(sound))
        })
      case 'digits':
        return this.#lines.filter(({ digits }) =>
          digits.some((run) => run.endsWith(form.digits) || form.digits.endsWith(run)),
        )
      case 'literal':
        return this.#lines.filter(({ lower }) => lower.includes(form.text))
    }
  }

  #linesWithName(form: Form & { readonly kind: 'name' }): readonly Line[] {
    const fuzzy = form.strict
    const surname = form.surname.map((part) => this.#vocabulary.find(part, 'surname', fuzzy))
    const others = form.others.map((part) => this.#vocabulary.find(part, 'given', fuzzy))
    const hits = new Set<number>()
    for (const first of surname.length > 0 ? surname : others) {
      for (const second of others) {
        if (first === second) continue
        for (const line of together(first, second)) hits.add(line)
      }
    }
    const lines = [...hits]
      .flatMap((index) => this.#lines[index] ?? [])
      .filter((line) => !this.#isOwnName(line, form))
    if (form.strict) lines.push(...this.#linesWithSurname(form.surname))
    return lines
  }

  /** Rule 2. */
  #linesWithSurname(surname: readonly string[]): readonly Line[] {
    return surname
      .filter((part) => part.length >= 5 && this.#ownNames.find(part, 'given', false).size === 0)
      .flatMap((part) => [...this.#vocabulary.find(part, 'given', false).keys()])
      .flatMap((index) => this.#lines[index] ?? [])
      .filter((line) => !line.source.fixed)
  }

  /** Rule 4. */
  #isOwnName({ source }: Line, form: Form & { readonly kind: 'name' }): boolean {
    if (source.field !== 'names' || source.person === null) return false
    const names = this.#listed.get(source.person)?.names ?? []
    const parts = [...form.surname, ...form.others]
    const agreeing = names.filter((name) => {
      const own = new Vocabulary()
      name.forEach((sound, place) => {
        own.add(sound, 0, place)
      })
      return parts.filter((part) => own.find(part, 'surname', form.strict).size > 0).length >= 2
    })
    return agreeing.length > 0 && agreeing.length * 2 >= names.length
  }
}

type Places = ReadonlyMap<number, readonly number[]>

/** Lines in which two different words, one of each, stand near each other. */
function together(first: Places, second: Places): readonly number[] {
  const lines: number[] = []
  const [fewer, more] = first.size <= second.size ? [first, second] : [second, first]
  for (const [line, places] of fewer) {
    const others = more.get(line)
    if (others && places.some((a) => others.some((b) => a !== b && Math.abs(a - b) <= REACH)))
      lines.push(line)
  }
  return lines
}

/** Does `part` stand in `whole` without a break? */
function follows(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false
  for (let at = 0; at + part.length <= whole.length; at += 1) {
    if (part.every((word, i) => whole[at + i] === word)) return true
  }
  return false
}
