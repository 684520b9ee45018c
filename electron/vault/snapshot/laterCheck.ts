/**
 * The part of the ledger that a snapshot spares an unlock is read later, behind the open vault: every link, every box,
 * every author. Slices are short, and there is a pause between them, so that nobody has to wait for it.
 */
import type { Ledger, LedgerReport } from '../ledger/types.ts'

/** After the first lists were shown. */
const BEGIN_MS = 3000

export class LaterCheck {
  readonly done: Promise<LedgerReport | undefined>
  #foundDamage = false
  readonly #stopping = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #setDone: (report: LedgerReport | undefined) => void = () => {}

  /** `known` is the last entry that was not read; 0 when all were. */
  constructor(ledger: Ledger, known: number) {
    this.done = new Promise((resolve) => {
      this.#setDone = resolve
    })
    if (known === 0) this.#setDone(undefined)
    else this.#timer = setTimeout(() => this.#run(ledger), BEGIN_MS).unref()
  }

  /** Known so far; false before the end. */
  get foundDamage(): boolean {
    return this.#foundDamage
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#stopping.abort()
    this.#setDone(undefined)
  }

  #run(ledger: Ledger): void {
    ledger.verify({ signatures: false, signal: this.#stopping.signal }).then(
      (report) => {
        this.#foundDamage = !report.ok
        this.#setDone(report)
      },
      () => this.#setDone(undefined),
    )
  }
}
