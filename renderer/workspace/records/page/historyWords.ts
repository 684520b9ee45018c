/** A ledger entry as the steps a person would tell: corrected, added, taken back, put first. */
import type { HistoryEntry } from '../../../../shared/contract/records.ts'
import type { Statement } from '../../../../shared/model/statement.ts'

export type Step =
  | {
      readonly type: 'corrected'
      readonly field: string
      readonly from: Statement
      readonly to: Statement
    }
  | {
      readonly type: 'added' | 'retracted' | 'preferred'
      readonly field: string
      readonly statement: Statement
    }

/** One statement taken back and one added in the same field and entry are one correction. */
export function stepsOf(entry: HistoryEntry, known: readonly Statement[]): readonly Step[] {
  const steps: Step[] = []
  const added = [...entry.added]
  const retracted: Statement[] = []
  for (const from of entry.retracted) {
    const index = added.findIndex(({ field }) => field === from.field)
    const to = added[index]
    if (to === undefined) {
      retracted.push(from)
      continue
    }
    added.splice(index, 1)
    steps.push({ type: 'corrected', field: from.field, from, to })
  }
  for (const statement of added) steps.push({ type: 'added', field: statement.field, statement })
  for (const statement of retracted) {
    steps.push({ type: 'retracted', field: statement.field, statement })
  }
  const replaced = new Set(steps.flatMap((step) => (step.type === 'corrected' ? [step.to.id] : [])))
  for (const [field, id] of Object.entries(entry.preferred)) {
    const statement = known.find((each) => each.id === id)
    // That a correction takes the place of what it corrects needs no line of its own.
    if (statement && !replaced.has(id)) steps.push({ type: 'preferred', field, statement })
  }
  return steps
}
