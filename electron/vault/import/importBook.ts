/** The imports that the ledger knows of: how each layout of columns was mapped, and which were taken back. */
import type { OpenedEntry } from '../ledger/types.ts'
import type { ColumnMap } from './columns.ts'
import { ImportMade, ImportUndone, OP_IMPORT_MADE, OP_IMPORT_UNDONE } from './ops.ts'

export interface KnownImport {
  readonly seq: number
  readonly at: number
  readonly rows: number
  readonly skipped: number
  readonly undone: { readonly at: number; readonly kept: number } | null
}

export class ImportBook {
  readonly keeps: ReadonlySet<string> = new Set([OP_IMPORT_MADE, OP_IMPORT_UNDONE])
  readonly #made = new Map<number, ImportMade & { readonly at: number }>()
  readonly #undone = new Map<number, { readonly at: number; readonly kept: number }>()

  /** Called for every entry of `keeps`. */
  take(entry: OpenedEntry): void {
    if (entry.state !== 'open') return
    const { op, seq, time, body } = entry
    if (op === OP_IMPORT_MADE) {
      const made = ImportMade.safeParse(body)
      if (made.success) this.#made.set(seq, { ...made.data, at: time })
    } else if (op === OP_IMPORT_UNDONE) {
      const undone = ImportUndone.safeParse(body)
      if (undone.success) this.#undone.set(undone.data.of, { at: time, kept: undone.data.kept })
    }
  }

  /** Newest first. */
  list(): readonly KnownImport[] {
    return [...this.#made]
      .map(([seq, { at, rows, skipped }]) => ({
        ...{ seq, at, rows, skipped },
        undone: this.#undone.get(seq) ?? null,
      }))
      .reverse()
  }

  get(seq: number): ImportMade | undefined {
    return this.#made.get(seq)
  }

  isUndone(seq: number): boolean {
    return this.#undone.has(seq)
  }

  /** As the last list with these headings was mapped. */
  mapFor(layout: string): ColumnMap | undefined {
    return [...this.#made.values()].findLast((made) => made.layout === layout)?.map
  }
}
