/**
 * The keys of all records, and the public keys of all devices, as held in memory while a vault is open. A
 * change is staged first: it becomes part of the ring only when the transaction that stores it is on
 * disk, and leaves no trace when that fails.
 */
import { invariant, VaultError } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'
import { isAllZero, randomBytes } from '../crypto/bytes.ts'
import { DEVICE_DIRECTORY } from '../crypto/keyTree.ts'
import { KEY_BYTES, type Sodium } from '../crypto/sodium.ts'
import type { RawKeyPage } from '../db/rows.ts'
import { boxHash, type HashedPart, keysHash } from './chain.ts'
import {
  filledPlaces,
  openKeyPage,
  PAGE_PLAIN_BYTES,
  PLACES_PER_PAGE,
  placeId,
  placeKey,
  sealKeyPage,
} from './keyPages.ts'

/** One page in memory. `plain` is absent where its compartment is closed or the page is damaged. */
interface Page {
  readonly compartment: number
  readonly page: number
  readonly hash: Buffer
  readonly plain: Buffer | undefined
}

/** Where an id's key is. */
interface Place {
  readonly compartment: number
  readonly page: number
  readonly place: number
}

const pageName = (compartment: number, page: number): string => `${compartment}/${page}`

export interface KeyRingOptions {
  readonly sodium: Sodium
  readonly vaultId: Buffer
  /** The key of each open compartment's pages, and of the device directory. */
  readonly pageKeys: ReadonlyMap<number, Buffer>
  /** Hashes of the compartment rows, which the ring's hash covers too. */
  readonly compartmentParts: readonly HashedPart[]
  readonly rows: readonly RawKeyPage[]
  /** Go on past pages that do not open (salvage); otherwise they are `keys_damaged`. */
  readonly tolerateDamage: boolean
}

export class KeyRing {
  readonly #options: KeyRingOptions
  readonly #pages = new Map<string, Page>()
  readonly #records = new Map<string, Place>()
  readonly #devices = new Map<string, Place>()
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
    for (const row of options.rows) this.#load(row)
  }

  #load(row: RawKeyPage): void {
    const { sodium, vaultId, pageKeys, tolerateDamage } = this.#options
    const { compartment, page } = row
    const key = pageKeys.get(compartment)
    const plain = key && openKeyPage(sodium, vaultId, key, row)
    const fresh = plain && this.#index(compartment, page, plain)
    if (key && !fresh) {
      if (!tolerateDamage) throw new VaultError('keys_damaged', { page })
      this.#isDamaged = true
    }
    const name = pageName(compartment, page)
    this.#pages.set(name, { compartment, page, hash: boxHash(sodium, row), plain })
  }

  /** False when the page contradicts itself or another. */
  #index(compartment: number, page: number, plain: Buffer): boolean {
    const filled = filledPlaces(plain)
    if (filled === undefined) return false
    const before = this.#filled.get(compartment) ?? 0
    if (before !== page * PLACES_PER_PAGE && !this.#options.tolerateDamage) return false
    const index = this.#indexOf(compartment)
    for (let place = 0; place < filled; place += 1) {
      const id = placeId(plain, place).toString('hex')
      if (index.has(id)) return false
      index.set(id, { compartment, page, place })
    }
    this.#filled.set(compartment, page * PLACES_PER_PAGE + filled)
    return true
  }

  #indexOf(compartment: number): Map<string, Place> {
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
    if (!place) return 'unknown'
    const key = this.#keyAt(place)
    return isAllZero(key) ? 'erased' : key
  }

  /** Whether a record without a key here may have one in a compartment that is closed. */
  get hasClosedPages(): boolean {
    return [...this.#pages.values()].some(
      ({ compartment }) => !this.#options.pageKeys.has(compartment),
    )
  }

  isOpen(compartment: number): boolean {
    return this.#options.pageKeys.has(compartment)
  }

  publicKeyOf(device: AuthorId): Buffer | undefined {
    const place = this.#devices.get(device)
    return place && this.#keyAt(place)
  }

  devices(): AuthorId[] {
    return [...this.#devices.keys()] as AuthorId[]
  }

  erasedRecords(): RecordId[] {
    return ([...this.#records.keys()] as RecordId[]).filter((id) => this.keyOf(id) === 'erased')
  }

  /** What the ledger's head binds. */
  hash(): Buffer {
    return this.#hashWith(new Map())
  }

  #hashWith(changed: ReadonlyMap<string, Page>): Buffer {
    const { sodium, vaultId, compartmentParts } = this.#options
    const pages = new Map([...this.#pages, ...changed])
    return keysHash(sodium, vaultId, [...pages.values(), ...compartmentParts])
  }

  stage(): KeyStage {
    return new KeyStage({
      options: this.#options,
      pages: this.#pages,
      filled: this.#filled,
      indexOf: (compartment) => this.#indexOf(compartment),
      hashWith: (changed) => this.#hashWith(changed),
    })
  }

  /** Wipes every key. */
  wipe(): void {
    for (const page of this.#pages.values()) page.plain?.fill(0)
    for (const key of this.#options.pageKeys.values()) key.fill(0)
    this.#pages.clear()
    this.#records.clear()
    this.#devices.clear()
  }
}

interface StageAccess {
  readonly options: KeyRingOptions
  readonly pages: Map<string, Page>
  readonly filled: Map<number, number>
  readonly indexOf: (compartment: number) => Map<string, Place>
  readonly hashWith: (changed: ReadonlyMap<string, Page>) => Buffer
}

/** Changes to the ring that are not stored yet. Use once: then `commit` or `drop`. */
export class KeyStage {
  readonly #ring: StageAccess
  readonly #plains = new Map<string, { compartment: number; page: number; plain: Buffer }>()
  readonly #added = new Map<string, Place>()
  readonly #filled = new Map<number, number>()
  #sealed = new Map<string, Page>()

  constructor(ring: StageAccess) {
    this.#ring = ring
  }

  get isEmpty(): boolean {
    return this.#plains.size === 0
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
  seal(): { readonly pages: readonly RawKeyPage[]; readonly hash: Buffer } {
    const { sodium, vaultId, pageKeys } = this.#ring.options
    const pages: RawKeyPage[] = []
    this.#sealed = new Map()
    for (const [name, { compartment, page, plain }] of this.#plains) {
      const key = pageKeys.get(compartment)
      invariant(key, 'only pages of open compartments are changed')
      const row = sealKeyPage(sodium, vaultId, key, compartment, page, plain)
      pages.push(row)
      this.#sealed.set(name, { compartment, page, plain, hash: boxHash(sodium, row) })
    }
    return { pages, hash: this.#ring.hashWith(this.#sealed) }
  }

  /** After the sealed pages are on disk. */
  commit(): void {
    for (const [name, page] of this.#sealed) {
      this.#ring.pages.get(name)?.plain?.fill(0)
      this.#ring.pages.set(name, page)
    }
    for (const [id, place] of this.#added) this.#ring.indexOf(place.compartment).set(id, place)
    for (const [compartment, filled] of this.#filled) this.#ring.filled.set(compartment, filled)
  }

  /** After a failure: nothing of the stage remains. */
  drop(): void {
    for (const { plain } of this.#plains.values()) plain.fill(0)
    this.#plains.clear()
  }
}
