/**
 * One small fact per record of a kind, for counts, maps and agendas that look at all of them: folded from the records
 * in slices when somebody first asks, kept up to date from then on. A record that cannot be read has no fact.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import type { FoldedRecord } from '../records/fold.ts'
import { turn } from '../slices.ts'

/** How long the caller's thread may be kept at a time. */
const SLICE_MS = 10

/** What of the records a projection needs. */
export interface ProjectionSource {
  idsOf(kind: OpenKind): readonly RecordId[]
  kindOf(id: RecordId): OpenKind | undefined
  readable(id: RecordId): FoldedRecord | undefined
  /** Called with the ids of records that changed, or that show something of one that did. */
  onChanged(listener: (ids: readonly RecordId[]) => void): () => void
}

export class Projection<Fact> {
  readonly #kind: OpenKind
  readonly #source: ProjectionSource
  readonly #project: (record: FoldedRecord) => Fact
  readonly #facts = new Map<RecordId, Fact>()
  /** Not folded yet, or changed since. */
  readonly #stale = new Set<RecordId>()
  #isListening = false
  #working: Promise<ReadonlyMap<RecordId, Fact>> | undefined

  constructor(kind: OpenKind, source: ProjectionSource, project: (record: FoldedRecord) => Fact) {
    this.#kind = kind
    this.#source = source
    this.#project = project
  }

  /** The facts as they are now, in the order in which the records were made. Do not keep the map. */
  facts(): Promise<ReadonlyMap<RecordId, Fact>> {
    this.#working ??= this.#catchUp().finally(() => {
      this.#working = undefined
    })
    return this.#working
  }

  async #catchUp(): Promise<ReadonlyMap<RecordId, Fact>> {
    if (!this.#isListening) {
      this.#isListening = true
      this.#source.onChanged((ids) => {
        for (const id of ids) {
          // An erased record has no kind any more.
          if (this.#facts.has(id) || this.#source.kindOf(id) === this.#kind) this.#stale.add(id)
        }
      })
      for (const id of this.#source.idsOf(this.#kind)) this.#stale.add(id)
    }
    let end = performance.now() + SLICE_MS
    for (const id of this.#stale) {
      this.#stale.delete(id)
      const record = this.#source.kindOf(id) === this.#kind && this.#source.readable(id)
      if (record) this.#facts.set(id, this.#project(record))
      else this.#facts.delete(id)
      if (performance.now() > end) {
        await turn()
        end = performance.now() + SLICE_MS
      }
    }
    return this.#facts
  }
}
