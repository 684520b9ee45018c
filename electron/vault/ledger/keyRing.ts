/**
 * The keys of all records, and the public keys of all devices, as held in memory while a vault is open. A
 * change is staged first (keyStage.ts): it becomes part of the ring only when the transaction that stores it
 * is on disk, and leaves no trace when that fails.
 *
 * A compartment is open, closed, or opened on demand: its key is at hand, and its pages are decrypted when a key
 * that may be in them is asked for the first time. Until then unlocking does not pay for them.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { isAllZero } from '../crypto/bytes.ts'
import { DEVICE_DIRECTORY } from '../crypto/keyTree.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { RawKeyPage } from '../db/rows.ts'
import { turn } from '../slices.ts'
import { boxHash, type HashedPart, keysHash } from './chain.ts'
import { filledPlaces, openKeyPage, PLACES_PER_PAGE, placeId, placeKey } from './keyPages.ts'
import { isClosable, KeyStage, type Page, pageName } from './keyStage.ts'
import { type Place, PlaceTable } from './placeTable.ts'

const SLICE_MS = 10

export interface KeyRingOptions {
  readonly sodium: Sodium
  readonly vaultId: Buffer
  /** The key of each open compartment's pages, and of the device directory. The ring wipes them in the end. */
  readonly pageKeys: ReadonlyMap<number, Buffer>
  /** The same for compartments that are opened on demand. */
  readonly onDemand?: ReadonlyMap<number, Buffer>
  /** Hashes of the compartment rows, which the ring's hash covers too. */
  readonly compartmentParts: readonly HashedPart[]
  readonly rows: Iterable<RawKeyPage>
  /** Go on past pages that do not open (salvage); otherwise they are `keys_damaged`. */
  readonly tolerateDamage: boolean
}

export class KeyRing {
  readonly #options: KeyRingOptions
  readonly #pageKeys: Map<number, Buffer>
  readonly #onDemand: Map<number, Buffer>
  readonly #parts: Map<number, HashedPart>
  /** When an opened compartment is to be closed again. */
  readonly #isOver = new Map<number, () => boolean>()
  readonly #pages = new Map<number, Page>()
  readonly #records = new PlaceTable()
  readonly #devices = new PlaceTable()
  /** Filled places per compartment. */
  readonly #filled = new Map<number, number>()
  #isDamaged = false

  /** Only with `tolerateDamage`: some page did not open. */
  get isDamaged(): boolean {
    return this.#isDamaged
  }

  /** Errors: `keys_damaged`. */
  constructor(options: KeyRingOptions) {
    this.#options = options
    this.#pageKeys = new Map(options.pageKeys)
    this.#onDemand = new Map(options.onDemand)
    this.#parts = new Map(options.compartmentParts.map((part) => [part.compartment, part]))
    for (const row of options.rows) this.#load(row)
  }

  /** The same, giving the caller's thread its turns: a large vault has thousands of pages. They are read in between. */
  static async inSlices(options: KeyRingOptions): Promise<KeyRing> {
    const ring = new KeyRing({ ...options, rows: [] })
    let end = performance.now() + SLICE_MS
    try {
      for (const row of options.rows) {
        ring.#load(row)
        if (performance.now() < end) continue
        await turn()
        end = performance.now() + SLICE_MS
      }
    } catch (error) {
      ring.wipe()
      throw error
    }
    return ring
  }

  #load(row: RawKeyPage): void {
    const { sodium, vaultId, tolerateDamage } = this.#options
    const { compartment, page } = row
    const key = this.#pageKeys.get(compartment)
    const plain = key && openKeyPage(sodium, vaultId, key, row)
    const fresh = plain && this.#index(compartment, page, plain)
    if (key && !fresh) {
      if (!tolerateDamage) throw new VaultError('keys_damaged', { page })
      this.#isDamaged = true
    }
    // Only pages that may be opened again are kept as stored.
    const stored = isClosable(compartment) ? { stored: row } : {}
    const hash = boxHash(sodium, row)
    this.#pages.set(pageName(compartment, page), { compartment, page, hash, plain, ...stored })
  }

  /** Copies of the keys of all pages that are open, for a ring of another thread. The caller wipes them. */
  pageKeys(): [compartment: number, key: Uint8Array][] {
    return [...this.#pageKeys].map(([compartment, key]) => [compartment, Uint8Array.from(key)])
  }

  /** Opens what opens on demand. Errors: `keys_damaged`. */
  openOnDemand(): void {
    for (const [compartment, key] of this.#onDemand) {
      this.#onDemand.delete(compartment)
      this.open(compartment, key)
    }
  }

  /**
   * Opens a compartment that was closed; takes over `pageKey` and wipes it when closing. It closes by itself at the
   * first use after `isOver` says so. Errors: `keys_damaged`; it stays closed then.
   */
  open(compartment: number, pageKey: Buffer, isOver?: () => boolean): void {
    // Closing goes through the keys of all records, of which none is in it.
    if (this.#pageKeys.has(compartment) || this.#onDemand.has(compartment)) this.close(compartment)
    this.#pageKeys.set(compartment, pageKey)
    try {
      for (const { stored } of this.#pagesOf(compartment)) if (stored) this.#load(stored)
    } catch (error) {
      this.close(compartment)
      throw error
    }
    if (isOver) this.#isOver.set(compartment, isOver)
  }

  /** An open compartment does not close by itself any more. */
  keepOpen(compartment: number): void {
    this.#isOver.delete(compartment)
  }

  /** Wipes a compartment's keys from memory. Nothing happens when it is closed. */
  close(compartment: number): void {
    invariant(isClosable(compartment), 'the main compartment and the device directory stay open')
    for (const page of this.#pagesOf(compartment)) {
      page.plain?.fill(0)
      this.#pages.set(pageName(compartment, page.page), { ...page, plain: undefined })
    }
    this.#records.deleteAllOf(compartment)
    this.#filled.delete(compartment)
    this.#isOver.delete(compartment)
    for (const keys of [this.#pageKeys, this.#onDemand]) {
      keys.get(compartment)?.fill(0)
      keys.delete(compartment)
    }
  }

  #pagesOf(compartment: number): Page[] {
    return [...this.#pages.values()].filter((page) => page.compartment === compartment)
  }

  #closeIfOver(compartment: number): boolean {
    if (this.#isOver.get(compartment)?.() !== true) return false
    this.close(compartment)
    return true
  }

  /** False when the page contradicts itself or another. */
  #index(compartment: number, page: number, plain: Buffer): boolean {
    const filled = filledPlaces(plain)
    if (filled === undefined) return false
    const before = this.#filled.get(compartment) ?? 0
    if (before !== page * PLACES_PER_PAGE && !this.#options.tolerateDamage) return false
    const index = this.#indexOf(compartment)
    for (let place = 0; place < filled; place += 1) {
      if (!index.add(placeId(plain, place), { compartment, page, place })) return false
    }
    this.#filled.set(compartment, page * PLACES_PER_PAGE + filled)
    return true
  }

  #indexOf(compartment: number): PlaceTable {
    return compartment === DEVICE_DIRECTORY ? this.#devices : this.#records
  }

  #keyAt(place: Place): Buffer {
    const plain = this.#pages.get(pageName(place.compartment, place.page))?.plain
    invariant(plain, 'a page that is indexed is open')
    return placeKey(plain, place.place)
  }

  /** The record's key; not a copy. */
  keyOf(record: RecordId): Buffer | 'erased' | 'unknown' {
    const place = this.#records.get(record)
    if (!place || (place.compartment !== 0 && this.#closeIfOver(place.compartment))) {
      return 'unknown'
    }
    const key = this.#keyAt(place)
    return isAllZero(key) ? 'erased' : key
  }

  /** The compartment that a record's key is in; undefined where it is not known. */
  compartmentOf(record: RecordId): number | undefined {
    return this.#records.get(record)?.compartment
  }

  /** Whether a record without a key here may have one in a compartment that is closed. */
  get hasClosedPages(): boolean {
    for (const { compartment } of this.#pages.values()) {
      if (!this.#pageKeys.has(compartment)) return true
    }
    return false
  }

  isOpen(compartment: number): boolean {
    return this.#pageKeys.has(compartment) && !this.#closeIfOver(compartment)
  }

  /** Whether the compartment is open or opens when it is needed. */
  opens(compartment: number): boolean {
    return this.#onDemand.has(compartment) || this.isOpen(compartment)
  }

  publicKeyOf(device: AuthorId): Buffer | undefined {
    const place = this.#devices.get(device)
    return place && this.#keyAt(place)
  }

  devices(): AuthorId[] {
    return [...this.#devices.ids()] as AuthorId[]
  }

  erasedRecords(): RecordId[] {
    // What is closed in between would move the others.
    for (const { compartment } of [...this.#pages.values()])
      if (compartment !== 0) this.#closeIfOver(compartment)
    return [...this.#records.ids((place) => isAllZero(this.#keyAt(place)))] as RecordId[]
  }

  /** What the ledger's head binds. */
  hash(): Buffer {
    return this.#hashOf(this.#pages, this.#parts)
  }

  #hashOf(pages: ReadonlyMap<number, Page>, parts: ReadonlyMap<number, HashedPart>): Buffer {
    const { sodium, vaultId } = this.#options
    return keysHash(sodium, vaultId, [...pages.values(), ...parts.values()])
  }

  stage(): KeyStage {
    return new KeyStage({
      sodium: this.#options.sodium,
      vaultId: this.#options.vaultId,
      pageKeys: this.#pageKeys,
      parts: this.#parts,
      pages: this.#pages,
      filled: this.#filled,
      indexOf: (compartment) => this.#indexOf(compartment),
      hashOf: (pages, parts) => this.#hashOf(pages, parts),
    })
  }

  /** Wipes every key. */
  wipe(): void {
    for (const page of this.#pages.values()) page.plain?.fill(0)
    for (const keys of [this.#pageKeys, this.#onDemand]) {
      for (const key of keys.values()) key.fill(0)
      keys.clear()
    }
    this.#isOver.clear()
    this.#pages.clear()
    this.#records.clear()
    this.#devices.clear()
  }
}
