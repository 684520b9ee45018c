/**
 * One person's page while it is being written: lines by section. Every value that the guard let through is printed;
 * one that is not recorded has no line, and neither has one held back, so that the page does not show which of the
 * two it is.
 */

import type { Audience } from '../../../shared/dossier/audience.ts'
import type { DossierLanguage } from '../../../shared/dossier/document.ts'
import { DOSSIER_WORDS } from '../../../shared/dossier/languages.ts'
import {
  type DossierWords,
  type PrintedField,
  SECTIONS,
  type SectionName,
} from '../../../shared/dossier/words.ts'
import type { FieldValue } from '../../../shared/model/model.ts'
import type { ClearedPerson } from './gather.ts'

export interface PageLine {
  readonly label: string
  readonly value: string
  /** The field it comes from, as the model names it. */
  readonly field: string
  /** The value is ours and not the record's: a code in words, a court of our table, a number. */
  readonly fixed: boolean
  /** The label is the team's too, and is read through for leaks as the value is. */
  readonly ownLabel?: boolean
}

export interface PageSection {
  readonly heading: string
  readonly lines: readonly PageLine[]
}

export interface PageContext {
  readonly audience: Audience
  readonly language: DossierLanguage
  /** The dossier's date, YYYY-MM-DD. */
  readonly today: string
  /** Place on the list; stands in for a name that is not told. */
  readonly number: number
}

/** Fields of a person whose values are text. */
type TextField = {
  [F in PrintedField]: FieldValue<'person', F> extends string ? F : never
}[PrintedField]

export class Sheet {
  readonly context: PageContext
  readonly data: ClearedPerson
  readonly words: DossierWords
  readonly #lines = new Map<SectionName, PageLine[]>()

  constructor(context: PageContext, data: ClearedPerson) {
    this.context = context
    this.data = data
    this.words = DOSSIER_WORDS[context.language]
  }

  /** A line with a value of the record; no line when there is none. */
  put(section: SectionName, field: string, label: string, value: string | undefined): void {
    this.#add(section, { label, value: value ?? '', field, fixed: false })
  }

  /** A line of a field that the team defined: neither its label nor its value is ours. */
  putOwn(section: SectionName, field: string, label: string, value: string): void {
    this.#add(section, { label, value, field, fixed: false, ownLabel: true })
  }

  /** A line whose value is in our own words. */
  putFixed(section: SectionName, field: string, label: string, value: string | undefined): void {
    this.#add(section, { label, value: value ?? '', field, fixed: true })
  }

  /** A field of the person that is one plain text or several. */
  putText(section: SectionName, field: TextField): void {
    const values: readonly string[] = this.data.person.all(field)
    this.put(section, field, this.words.fields[field], values.join(', '))
  }

  /** The first line of a section that comes from one of `fields`, the first field first. */
  find(section: SectionName, ...fields: readonly string[]): PageLine | undefined {
    for (const field of fields) {
      const found = this.#lines.get(section)?.find((line) => line.field === field)
      if (found) return found
    }
    return undefined
  }

  sections(): readonly PageSection[] {
    return SECTIONS.flatMap((name) => {
      const lines = this.#lines.get(name)
      return lines ? [{ heading: this.words.sections[name], lines }] : []
    })
  }

  #add(section: SectionName, line: PageLine): void {
    if (line.value === '') return
    const lines = this.#lines.get(section)
    if (lines) lines.push(line)
    else this.#lines.set(section, [line])
  }
}
