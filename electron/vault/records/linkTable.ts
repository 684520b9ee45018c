/** Which records refer to which, by which field, looked up from either end. What is referred to need not exist. */
import type { RecordId } from '../../../shared/ids.ts'

export interface Link {
  /** The record at the other end. */
  readonly id: RecordId
  readonly via: string
}

const NONE: readonly Link[] = []

export class LinkTable {
  readonly #from = new Map<RecordId, readonly Link[]>()
  readonly #to = new Map<RecordId, Link[]>()

  /** Replaces what a record refers to; the same link twice is one. */
  set(source: RecordId, links: readonly Link[]): void {
    for (const { id } of this.from(source)) this.#drop(id, source)
    if (links.length === 0) {
      this.#from.delete(source)
      return
    }
    const distinct = links.filter(
      ({ id, via }, place) =>
        links.findIndex((each) => each.id === id && each.via === via) === place,
    )
    this.#from.set(source, distinct)
    for (const { id, via } of distinct) {
      const known = this.#to.get(id)
      if (known) known.push({ id: source, via })
      else this.#to.set(id, [{ id: source, via }])
    }
  }

  from(source: RecordId): readonly Link[] {
    return this.#from.get(source) ?? NONE
  }

  /** A record that refers by two fields comes twice. */
  to(target: RecordId): readonly Link[] {
    return this.#to.get(target) ?? NONE
  }

  #drop(target: RecordId, source: RecordId): void {
    const kept = this.to(target).filter(({ id }) => id !== source)
    if (kept.length > 0) this.#to.set(target, kept)
    else this.#to.delete(target)
  }
}
