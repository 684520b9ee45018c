/** Which records refer to which, by which field, looked up from either end. What is referred to need not exist. */
import type { RecordId } from '../../../shared/ids.ts'

export interface Link {
  /** The record at the other end. */
  readonly id: RecordId
  readonly via: string
}

export class LinkTable {
  readonly #from = new Map<RecordId, readonly Link[]>()
  readonly #to = new Map<RecordId, Map<RecordId, string[]>>()

  /** Replaces what a record refers to. */
  set(source: RecordId, links: readonly Link[]): void {
    for (const { id } of this.from(source)) {
      const sources = this.#to.get(id)
      sources?.delete(source)
      if (sources?.size === 0) this.#to.delete(id)
    }
    if (links.length > 0) this.#from.set(source, links)
    else this.#from.delete(source)
    for (const { id, via } of links) this.#add(id, source, via)
  }

  from(source: RecordId): readonly Link[] {
    return this.#from.get(source) ?? []
  }

  /** A record that refers by two fields comes twice. */
  to(target: RecordId): Link[] {
    const links: Link[] = []
    for (const [id, fields] of this.#to.get(target) ?? []) {
      for (const via of fields) links.push({ id, via })
    }
    return links
  }

  #add(target: RecordId, source: RecordId, via: string): void {
    const sources = this.#to.get(target)
    if (!sources) {
      this.#to.set(target, new Map([[source, [via]]]))
      return
    }
    const fields = sources.get(source)
    if (!fields) sources.set(source, [via])
    else if (!fields.includes(via)) fields.push(via)
  }
}
