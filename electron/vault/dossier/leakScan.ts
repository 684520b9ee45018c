/**
 * Searches the finished text of a dossier for protected forms, in all scripts and inflections.
 *
 * The rules, and why they are as they are:
 * 1. A full name is found when its surname and a given name stand near each other in one line (where the parts of a
 *    recorded name are not known: any two of its words), or given name and patronymic outside the lines of names.
 *    It stops the dossier. A brother's surname and patronymic do not: that much brothers share.
 * 2. A surname alone, a long one also with one sound off, stops it too, unless somebody on the list bears that surname: among these families a shared
 *    surname is the norm and says nothing about who spoke. Texts of our own tables (a region, a court) do not count
 *    for this rule, since a surname can be the name of a town.
 * 3. A given name alone never does.
 * 4. In the lines of a listed person's own name a full name does not count when at least half of that person's
 *    recorded names agree with the protected person's: then it is the person's own name, whoever else bears it. A
 *    protected name that was typed among somebody's names by mistake disagrees with the others and is found. Where
 *    a namesake is stopped because the two were recorded in different languages, recording the other spelling of
 *    the protected name lets the list go.
 * 5. Code names, telephones, mail addresses and street addresses stop it wherever they stand.
 *
 * Texts other than names are read in every way their letters allow (shared/names/textSounds.ts): hidden signs,
 * look-alikes of other alphabets, words broken at the end of a line or spaced apart.
 *
 * Only where something was found is told, never what.
 */
import type { RecordId } from '../../../shared/ids.ts'
import { foldWords, nameTokens } from '../../../shared/names/fold.ts'
import { LONGEST_WORD, textSounds } from '../../../shared/names/textSounds.ts'
import type { TextLine } from './compose.ts'
import { digitRuns, FEWEST_DIGITS, type Form } from './protectedForms.ts'
import { Vocabulary } from './vocabulary.ts'

/** Parts of one name may be this many places apart, two for a word: "Rustem, son of Enver, of the family of …". */
const REACH = 10

interface Line {
  readonly source: TextLine
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

/** "Son of", "daughter of": the name before it is a father's. */
const WITH_FATHER =
  /[\p{L}’'-]+\s+(?:огл[ыиу]|кыз[ыи]|кизи|o[gğh]l[uıiy]|[qkg][ıiy]z[ıiy])(?![\p{L}])/giu

/** A surname this long is not another's when one sound of it is off. */
const LONG_SURNAME = 8

const isNoName = ({ source }: Line): boolean => source.field !== 'names'

const soundsOf = (text: string): readonly string[] =>
  nameTokens(text).map((token) => token.skeleton)

/** A running text in every reading; a recorded name, among so many like it, in the one it was written for. */
function soundsOfLine({ field, text }: TextLine): readonly { sound: string; place: number }[] {
  if (field !== 'names') return textSounds(text)
  return soundsOf(text.replace(WITH_FATHER, ' ')).map((sound, at) => ({ sound, place: at * 2 }))
}

/** The text made ready, once, for any number of forms: first who is listed and every line of it, then the forms. */
export class LeakScan {
  readonly #lines: Line[] = []
  readonly #vocabulary = new Vocabulary()
  readonly #byWord = new Map<string, Set<Line>>()
  readonly #byNumber = new Map<string, Set<Line>>()
  /** Mail addresses and handles. */
  readonly #withAt: Line[] = []
  readonly #listed = new Map<RecordId, Listed>()
  /** Sounds in the names of people on the list: such a surname alone says nothing. */
  readonly #ownNames = new Vocabulary()

  /** Somebody whose name is meant to stand in the text. */
  addListed(one: Listed): void {
    this.#listed.set(one.person, one)
    for (const sound of one.names.flat()) this.#ownNames.add(sound, 0, 0)
  }

  add(source: TextLine): void {
    const { text } = source
    const words = foldWords(text)
    const line: Line = {
      source,
      words,
      mixed: words.flatMap((word) =>
        /\d/.test(word) ? [word] : soundsOf(word.slice(0, LONGEST_WORD)),
      ),
      digits: digitRuns(text),
      lower: text.toLowerCase(),
    }
    const index = this.#lines.push(line) - 1
    for (const { sound, place } of soundsOfLine(source)) this.#vocabulary.add(sound, index, place)
    for (const word of [...words, ...line.mixed]) put(this.#byWord, word, line)
    for (const run of line.digits) put(this.#byNumber, ending(run), line)
    if (line.lower.includes('@')) this.#withAt.push(line)
  }

  /** Once all is added, so that no search has to do it: of a long text it takes longer than a turn may. */
  async prepare(breathe: () => Promise<void>): Promise<void> {
    await this.#vocabulary.prepare(breathe)
    await this.#ownNames.prepare(breathe)
  }

  /** The lines that hold one of the forms. All forms given at once are of one person or one record. */
  find(forms: readonly Form[]): readonly TextLine[] {
    const names = forms.filter((form) => form.kind === 'name')
    const lines = forms.flatMap((form) =>
      form.kind === 'name' ? this.#linesWithName(form, names) : this.#linesWith(form),
    )
    return [...new Set(lines)].map((line) => line.source)
  }

  #linesWith(form: Exclude<Form, NameForm>): readonly Line[] {
    switch (form.kind) {
      case 'words':
        return [...this.#having(form.words), ...this.#having(form.sounds)].filter(
          ({ words, mixed }) => follows(words, form.words) || follows(mixed, form.sounds),
        )
      case 'place':
        return this.#having(form.sounds)
      case 'digits':
        return this.#having([ending(form.digits)], this.#byNumber).filter(({ digits }) =>
          digits.some((run) => run.endsWith(form.digits) || form.digits.endsWith(run)),
        )
      case 'literal':
        return this.#withAt.filter(({ lower }) => lower.includes(form.text))
    }
  }

  /** Lines that have each of the words, wherever. */
  #having(words: readonly string[], index = this.#byWord): readonly Line[] {
    const sets = words.map((word) => index.get(word) ?? NO_LINES)
    const fewest = sets.reduce(
      (least, one) => (one.size < least.size ? one : least),
      sets[0] ?? NO_LINES,
    )
    return [...fewest].filter((line) => sets.every((set) => set.has(line)))
  }

  #linesWithName(form: NameForm, group: readonly NameForm[]): readonly Line[] {
    const exact = this.#fullName(form, false)
    const lines = this.#at(exact).filter((line) => !this.#isOwnName(line, group))
    if (form.strict) {
      // One letter off is a misprint in a text; in a list of names it is a neighbour.
      lines.push(...this.#at(this.#fullName(form, true)).filter(isNoName))
      lines.push(...this.#linesWithSurname(form.surname))
    }
    // Given name and patronymic are how somebody is spoken of; in a list of names they are a coincidence.
    const given = form.given.map((part) => this.#vocabulary.find(part, 'given', form.strict))
    const father = form.patronymic.map((part) => this.#vocabulary.find(part, 'given', form.strict))
    lines.push(...this.#at(nearPairs(given, father)).filter(isNoName))
    return lines
  }

  #fullName(form: NameForm, fuzzy: boolean): ReadonlySet<number> {
    const surname = form.surname.map((part) => this.#vocabulary.find(part, 'surname', fuzzy))
    const given = form.given.map((part) => this.#vocabulary.find(part, 'given', fuzzy))
    return nearPairs(surname.length > 0 ? surname : given, given)
  }

  #at(places: Iterable<number>): Line[] {
    return [...places].flatMap((index) => this.#lines[index] ?? [])
  }

  /** Rule 2. */
  #linesWithSurname(surname: readonly string[]): readonly Line[] {
    return surname
      .filter((part) => part.length >= 5 && this.#ownNames.find(part, 'given', false).size === 0)
      .flatMap((part) => {
        const isTold =
          part.length >= LONG_SURNAME && this.#ownNames.find(part, 'given', true).size === 0
        const lines = this.#at(this.#vocabulary.find(part, 'given', false).keys())
        if (isTold)
          lines.push(
            ...this.#at(this.#vocabulary.find(part, 'given', true).keys()).filter(isNoName),
          )
        return lines
      })
      .filter((line) => !line.source.fixed)
  }

  /** Rule 4. */
  #isOwnName({ source }: Line, group: readonly NameForm[]): boolean {
    if (source.field !== 'names' || source.person === null) return false
    const names = this.#listed.get(source.person)?.names ?? []
    const agreeing = names.filter((name) => group.some((form) => agrees(name, form)))
    return agreeing.length > 0 && agreeing.length * 2 >= names.length
  }
}

/** Has a recorded name both the surname and a given name of the form? */
function agrees(name: readonly string[], form: NameForm): boolean {
  const own = new Vocabulary()
  name.forEach((sound, place) => {
    own.add(sound, 0, place)
  })
  const surname = form.surname.map((part) => own.find(part, 'surname', true))
  const given = form.given.map((part) => own.find(part, 'given', true))
  return nearPairs(surname.length > 0 ? surname : given, given).size > 0
}

type NameForm = Form & { readonly kind: 'name' }
type Places = ReadonlyMap<number, readonly number[]>

/** Lines in which some part of the one and some other part of the other stand near each other. */
function nearPairs(some: readonly Places[], others: readonly Places[]): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const first of some)
    for (const second of others)
      if (first !== second) for (const line of together(first, second)) lines.add(line)
  return lines
}

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

const NO_LINES: ReadonlySet<Line> = new Set()

function put(map: Map<string, Set<Line>>, word: string, line: Line): void {
  const lines = map.get(word)
  if (lines) lines.add(line)
  else map.set(word, new Set([line]))
}

/** Numbers of different length are compared by what they all have. */
const ending = (digits: string): string => digits.slice(-FEWEST_DIGITS)

/** Does `part` stand in `whole` without a break? */
function follows(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false
  for (let at = 0; at + part.length <= whole.length; at += 1) {
    if (part.every((word, i) => whole[at + i] === word)) return true
  }
  return false
}
