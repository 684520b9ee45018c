/**
 * Changes to the key ring that are not stored yet: new records and devices, destroyed keys, a compartment sealed
 * under a new key. Use once: then `commit` or `drop`.
 */
import { invariant } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { randomBytes } from '../crypto/bytes.ts'
import { DEVICE_DIRECTORY } from '../crypto/keyTree.ts'
import { KEY_BYTES, type Sodium } from '../crypto/sodium.ts'
import type { RawCompartment, RawKeyPage } from '../db/rows.ts'
import { boxHash, COMPARTMENT_ROW, type HashedPart } from './chain.ts'
import { PAGE_PLAIN_BYTES, PLACES_PER_PAGE, placeId, placeKey, sealKeyPage } from './keyPages.ts'
import type { Place, PlaceTable } from './placeTable.ts'

/** One page in memory. `plain` is absent where its compartment is closed or the page is damaged. */
export interface Page {
  readonly compartment: number
  readonly page: number
  readonly hash: Buffer
  readonly plain: Buffer | undefined
  /** As it lies in the database: kept of compartments that can be closed and opened again. */
  readonly stored?: RawKeyPage
}

/** Whether a compartment can be closed and opened again. */
export const isClosable = (compartment: number): boolean =>
  compartment !== 0 && compartment !== DEVICE_DIRECTORY

/** A number, because a key is looked up for every entry that is read: that of the main compartment is a small one. */
export const pageName = (compartment: number, page: number): number =>
  compartment * 0x1_0000_0000 + page

/** What a stage sees and, in the end, changes of its ring. */
export interface StageAccess {
  readonly sodium: Sodium
  readonly vaultId: Buffer
  readonly pageKeys: Map<number, Buffer>
  readonly parts: Map<number, HashedPart>
  readonly pages: Map<number, Page>
  readonly filled: Map<number, number>
  readonly indexOf: (compartment: number) => PlaceTable
  readonly hashOf: (
    pages: ReadonlyMap<number, Page>,
    parts: ReadonlyMap<number, HashedPart>,
  ) => Buffer
}

/** What goes into the transaction. */
export interface SealedKeys {
  readonly pages: readonly RawKeyPage[]
  readonly compartments: readonly RawCompartment[]
  /** Over all pages and compartments as they will be. */
  readonly hash: Buffer
}

export class KeyStage {
  readonly #ring: StageAccess
  readonly #plains = new Map<number, { compartment: number; page: number; plain: Buffer }>()
  readonly #added = new Map<string, Place>()
  readonly #filled = new Map<number, number>()
  readonly #resealed = new Map<number, { readonly row: RawCompartment; readonly pageKey: Buffer }>()
  #sealed = new Map<number, Page>()

  constructor(ring: StageAccess) {
    this.#ring = ring
  }

  get isEmpty(): boolean {
    return this.#plains.size === 0 && this.#resealed.size === 0
  }

  /** Makes a page that holds nothing yet, so that the first record does not show as a new page. */
  addEmptyPage(compartment: number): void {
    this.#plainOf(compartment, 0)
  }

  /** A new random key for a record. Returns the place's own bytes, not a copy. */
  addRecord(record: RecordId, compartment: number): Buffer {
    const key = randomBytes(KEY_BYTES)
    try {
      return this.#add(compartment, record, key)
    } finally {
      key.fill(0)
    }
  }

  /** A record whose key is destroyed already: its id alone. */
  addErased(record: RecordId, compartment: number): void {
    this.#add(compartment, record, Buffer.alloc(KEY_BYTES))
  }

  /**
   * Seals every page of an open compartment under a new key, `row` keeping the compartment's new key. Takes over
   * `pageKey`.
   */
  reseal(compartment: number, row: RawCompartment, pageKey: Buffer): void {
    for (const page of this.#ring.pages.values()) {
      if (page.compartment === compartment) this.#plainOf(compartment, page.page)
    }
    this.#resealed.set(compartment, { row, pageKey })
  }

  addDevice(device: AuthorId, publicKey: Buffer): void {
    this.#add(DEVICE_DIRECTORY, device, publicKey)
  }

  /** The key of a record added in this stage. */
  keyOf(record: RecordId): Buffer | undefined {
    const place = this.#added.get(record)
    return place && placeKey(this.#plainOf(place.compartment, place.page), place.place)
  }

  /** Overwrites the record's key with zeros; the id stays, so that it is never taken for a new record. */
  erase(record: RecordId): void {
    const place = this.#ring.indexOf(0).get(record)
    invariant(place, 'only a record that has a key is erased')
    placeKey(this.#plainOf(place.compartment, place.page), place.place).fill(0)
  }

  #add(compartment: number, id: string, key: Buffer): Buffer {
    // Sixteen zero bytes mark a place that is free: the page would be damaged when it is opened next.
    invariant(!/^0+$/.test(id), 'an id is not all zeros')
    const filled = this.#filled.get(compartment) ?? this.#ring.filled.get(compartment) ?? 0
    const page = Math.floor(filled / PLACES_PER_PAGE)
    const place = filled % PLACES_PER_PAGE
    const plain = this.#plainOf(compartment, page)
    placeId(plain, place).write(id, 'hex')
    const bytes = placeKey(plain, place)
    key.copy(bytes)
    this.#filled.set(compartment, filled + 1)
    this.#added.set(id, { compartment, page, place })
    return bytes
  }

  #plainOf(compartment: number, page: number): Buffer {
    const name = pageName(compartment, page)
    const staged = this.#plains.get(name)
    if (staged) return staged.plain
    const plain = Buffer.alloc(PAGE_PLAIN_BYTES)
    const stored = this.#ring.pages.get(name)
    invariant(!stored || stored.plain, 'only pages of open compartments are changed')
    stored?.plain?.copy(plain)
    this.#plains.set(name, { compartment, page, plain })
    return plain
  }

  /** The changed pages, sealed, and the hash over all pages as they will be. */
  seal(): SealedKeys {
    return toTheEnd(this.sealing())
  }

  /** `seal`, with a pause after each page. */
  *sealing(): Generator<void, SealedKeys> {
    const { sodium, vaultId, pageKeys } = this.#ring
    const pages: RawKeyPage[] = []
    this.#sealed = new Map()
    for (const [name, { compartment, page, plain }] of this.#plains) {
      yield
      const key = this.#resealed.get(compartment)?.pageKey ?? pageKeys.get(compartment)
      invariant(key, 'only pages of open compartments are changed')
      const row = sealKeyPage(sodium, vaultId, key, compartment, page, plain)
      pages.push(row)
      const stored = isClosable(compartment) ? { stored: row } : {}
      this.#sealed.set(name, { compartment, page, plain, hash: boxHash(sodium, row), ...stored })
    }
    const compartments = [...this.#resealed.values()].map(({ row }) => row)
    const all = new Map([...this.#ring.pages, ...this.#sealed])
    return { pages, compartments, hash: this.#ring.hashOf(all, this.#parts()) }
  }

  #parts(): Map<number, HashedPart> {
    const parts = new Map(this.#ring.parts)
    for (const [compartment, { row }] of this.#resealed) {
      const hash = boxHash(this.#ring.sodium, row)
      parts.set(compartment, { compartment, page: COMPARTMENT_ROW, hash })
    }
    return parts
  }

  /** After the sealed pages are on disk. */
  commit(): void {
    toTheEnd(this.committing())
  }

  /** `commit`, with a pause after each record. */
  *committing(): Generator<void, void> {
    for (const [compartment, part] of this.#parts()) this.#ring.parts.set(compartment, part)
    for (const [compartment, { pageKey }] of this.#resealed) {
      this.#ring.pageKeys.get(compartment)?.fill(0)
      this.#ring.pageKeys.set(compartment, pageKey)
    }
    for (const [name, page] of this.#sealed) {
      this.#ring.pages.get(name)?.plain?.fill(0)
      this.#ring.pages.set(name, page)
    }
    for (const [id, place] of this.#added) {
      this.#ring.indexOf(place.compartment).set(id, place)
      yield
    }
    for (const [compartment, filled] of this.#filled) this.#ring.filled.set(compartment, filled)
  }

  /** After a failure: nothing of the stage remains. */
  drop(): void {
    for (const { plain } of this.#plains.values()) plain.fill(0)
    for (const { pageKey } of this.#resealed.values()) pageKey.fill(0)
    this.#plains.clear()
    this.#resealed.clear()
  }
}

function toTheEnd<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
