/**
 * Slots that differ from their rows in the working index, by the kind whose list they may change: whoever asks for
 * the records of one kind waits for the rows of that kind, not for those of a whole vault that was just read.
 */
import type { OpenKind } from '../../../shared/model/model.ts'

/** Part of a slot, which says itself where it stands: a table of its own would be as large as all slots. */
export interface Unwritten {
  kind: OpenKind | undefined
  /** Touched by `UnwrittenSlots` only. */
  unwritten: Set<Unwritten> | undefined
}

export class UnwrittenSlots<Slot extends Unwritten> {
  readonly #groups = new Map<OpenKind | undefined, Set<Slot>>()

  get isEmpty(): boolean {
    return [...this.#groups.values()].every((group) => group.size === 0)
  }

  has(slot: Slot): boolean {
    return slot.unwritten !== undefined
  }

  /** Again when its kind changes, and before it loses one: it then stays with the kind that it had. */
  add(slot: Slot): void {
    if (slot.unwritten && slot.kind === undefined) return
    const group = this.#group(slot.kind)
    if (slot.unwritten === group) return
    slot.unwritten?.delete(slot)
    group.add(slot)
    slot.unwritten = group as Set<Unwritten>
  }

  delete(slot: Slot): void {
    slot.unwritten?.delete(slot)
    slot.unwritten = undefined
  }

  /** Those that are of a kind, or were of it. May be deleted while they are gone through. */
  of(kind: OpenKind): Iterable<Slot> {
    return this.#group(kind)
  }

  /** May be deleted while they are gone through. */
  *all(): Iterable<Slot> {
    for (const group of this.#groups.values()) yield* group
  }

  #group(kind: OpenKind | undefined): Set<Slot> {
    const known = this.#groups.get(kind)
    if (known) return known
    const made = new Set<Slot>()
    this.#groups.set(kind, made)
    return made
  }
}
