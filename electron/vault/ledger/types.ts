/**
 * What the ledger takes and gives. Which operations exist, and the shape of their bodies, is decided by
 * those who write them (electron/vault/records, evidence, dossier, backup); the ledger itself gives a
 * meaning only to `device.add`, `record.erase` and `vault.*`.
 */
import type { ErrorCode } from '../../../shared/errors.ts'
import type { AuthorId, RecordId } from '../../../shared/ids.ts'

/** 0 main, 1 witness identities. */
export type CompartmentId = 0 | 1

export interface NewEntry {
  readonly op: string
  /** With a record, the body is sealed under that record's own key, which is made when the record is new. */
  readonly record?: RecordId
  /**
   * Where the key of a new record is kept; 0 when not said. Ignored for a record that has a key. While a
   * compartment is closed it must be said (`custodian_closed`): the record may have its key there.
   */
  readonly compartment?: CompartmentId
  /** Anything JSON can hold; at most 1 MiB once written (`too_large`). */
  readonly body: unknown
}

export interface AppendedEntry {
  readonly seq: number
  readonly time: number
  readonly author: AuthorId
  readonly op: string
  readonly record?: RecordId
  readonly hash: Buffer
}

/** What became of an entry's body. `erased`: its record's key was destroyed. `closed`: its compartment is not open. */
export type EntryBody =
  | {
      readonly state: 'open'
      readonly body: unknown
      /** With `lazyBodies`: the text that a body of the form `{"<name>":"…` begins with, without parsing it. */
      peek?(name: string): string | undefined
      /** Of a bulk: its body lies as JSON in memory that has nothing else in it, and may wait there. */
      readonly isOfBulk?: true
    }
  | { readonly state: 'erased' }
  | { readonly state: 'closed' }

export type OpenedEntry = {
  readonly seq: number
  /** Milliseconds since 1970, by the clock of the device that wrote it. */
  readonly time: number
  readonly author: AuthorId
  /**
   * It was written in another vault and carried over by a re-key, with its time and author; what it says about
   * that vault's keys (slots, shares, devices) is history here.
   */
  readonly carried?: true
  readonly op: string
  readonly record?: RecordId
} & EntryBody

export interface LedgerHead {
  /** 0 in a vault without entries. */
  readonly seq: number
  readonly hash: Buffer
}

export interface ReadOptions {
  readonly fromSeq?: number
  /** Longest time in milliseconds without giving the event loop a turn. */
  readonly sliceMs?: number
  readonly signal?: AbortSignal
  /** Open no compartment for this: bodies of its records are `closed` unless it is open already. */
  readonly leaveClosed?: boolean
  /** Bodies are parsed when somebody looks at them; one that is no JSON then throws `ledger_damaged`. */
  readonly lazyBodies?: boolean
}

/** One thing that is wrong, and where. `seq` is absent when it is not about one entry. */
export interface LedgerDamage {
  readonly what: 'entry' | 'head' | 'keys'
  readonly code: ErrorCode
  readonly seq?: number
  /** How many entries in a row, from `seq` on; 1 when not said. */
  readonly count?: number
  /** Of keys: the record whose entry does not open. */
  readonly record?: RecordId
  /** What that entry says outside its body. */
  readonly about?: Pick<OpenedEntry, 'time' | 'author' | 'op'>
}

export type ScanItem = OpenedEntry | LedgerDamage

export const isDamage = (item: ScanItem): item is LedgerDamage => 'what' in item

/** Damage of one entry, or of `count` in a row from `seq` on. */
export const entryDamage = (code: ErrorCode, seq: number, count = 1): LedgerDamage => ({
  what: 'entry',
  code,
  seq,
  ...(count === 1 ? {} : { count }),
})

export interface VerifyOptions {
  /** Check every Ed25519 signature too (about 60 µs each). */
  readonly signatures: boolean
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** What a bulk is to write. Entries are made when they are asked for. */
export interface BulkPlan {
  readonly entries: Iterable<NewEntry>
  /** Records whose keys are destroyed in the same transaction, behind the entries, as `eraseMany` does. */
  readonly erase?: { readonly records: readonly RecordId[]; readonly body: unknown }
}

export interface BulkOptions {
  /** So many entries are sealed. */
  readonly onProgress?: ((done: number) => void) | undefined
  /** Heard until the commit begins: nothing of it is there then (`cancelled`). */
  readonly signal?: AbortSignal | undefined
  /** Called for each entry, erasures too, in order. `json` is its body, and somebody else's memory a little later. */
  readonly onMade?: (op: string, record: RecordId | undefined, json: Buffer) => void
  /** Awaited when it is on disk, before anybody else may append again. */
  readonly after?: (appended: BulkAppended) => Promise<void>
}

/** Entries `firstSeq` … `lastSeq`, all of one time and author. */
export interface BulkAppended extends Pick<AppendedEntry, 'time' | 'author'> {
  readonly firstSeq: number
  readonly lastSeq: number
}

export interface LedgerReport {
  readonly ok: boolean
  readonly entries: number
  readonly damaged: readonly LedgerDamage[]
}

/** An append-only ledger that is open for reading and, unless read-only, for writing. */
export interface Ledger {
  readonly readOnly: boolean
  head(): LedgerHead
  /** The device that signs what is appended here; undefined when read-only. */
  readonly device: AuthorId | undefined
  /**
   * One durable transaction (`synchronous=FULL`): when it returns, all entries are on disk; when it
   * throws, none is. Errors: `read_only`, `too_large`, `erased`, `disk_full`, `io_failed`, `busy` while a bulk is
   * written (`writable`).
   */
  append(entries: readonly NewEntry[]): readonly AppendedEntry[]
  /**
   * The same of many, in slices that let the caller's thread answer: one durable transaction all the same. From before
   * `plan` is called until it ends nobody else appends, so that what a plan was made from still holds. New records only
   * in compartment 0. Errors also: `cancelled`, and what making the plan or an entry throws.
   */
  appendBulk(plan: () => Promise<BulkPlan>, options?: BulkOptions): Promise<BulkAppended>
  /** Resolves when no bulk is written; whoever appends in the same turn is not refused as `busy`. */
  writable(): Promise<void>
  /**
   * Entries in order, checked (chain, AEAD) and decrypted, in slices short enough that the caller's
   * thread keeps answering. Throws at the first entry that is damaged.
   */
  readSlices(options?: ReadOptions): AsyncGenerator<readonly OpenedEntry[]>
  /** Like `readSlices`, but goes on past damage and reports it in place: for salvage. */
  scanSlices(options?: ReadOptions): AsyncGenerator<readonly ScanItem[]>
  /** The hash of entry `seq` as stored; undefined when there is none. Over ciphertext: nothing is decrypted. */
  hashAt(seq: number): Buffer | undefined
  /** Entries `seqs`, in the given order: for the history of one record, without reading everything. */
  readMany(seqs: readonly number[]): readonly OpenedEntry[]
  /** What is read inside is read at one moment, and costs less than each by itself. `work` reads only. */
  readTogether<Result>(work: () => Result): Result
  /**
   * Destroys a record's key: every body of it becomes unreadable for ever in this copy, and the chain
   * still verifies. `not_found` when the ledger never knew the record (`custodian_closed` when a compartment
   * is closed, where it may be), `erased` when it is gone already.
   * `body`, a reason, is not under that key and stays readable.
   */
  erase(record: RecordId, body?: unknown): AppendedEntry
  /** Several at once with `body` for each, and entries before them: in one transaction, or nothing. Errors as both. */
  eraseMany(
    records: readonly RecordId[],
    body: unknown,
    others?: readonly NewEntry[],
  ): readonly AppendedEntry[]
  /** Whether records of a compartment can be read now; it may be opened for it. */
  isOpen(compartment: CompartmentId): boolean
  /** Whether a record has a key here. */
  recordState(record: RecordId): 'known' | 'erased' | 'unknown'
  verify(options: VerifyOptions): Promise<LedgerReport>
}
