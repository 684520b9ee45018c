/**
 * The hash chain checked over the ciphertext, row by row, with no key. A link that does not hold says that
 * one of two neighbours was changed; which one follows from the links around it: a changed box breaks only
 * the link after it, a changed `prev` the one before it too.
 */
import type { Sodium } from '../crypto/sodium.ts'
import type { RawCompartment, RawHead, RawKeyPage, RawRow } from '../db/rows.ts'
import { entryHash, genesisHash, keysHashOf } from './chain.ts'
import { entryDamage, type LedgerDamage } from './types.ts'

export interface ChainChecker {
  /** Every row from 1 on, in order of `seq`. */
  add(row: RawRow): void
  /** After the last row. The head's MAC needs a key and is not checked here. */
  finish(end: {
    readonly head: RawHead
    readonly keyPages: readonly RawKeyPage[]
    readonly compartments: readonly RawCompartment[]
  }): readonly LedgerDamage[]
}

export const createChainChecker = (sodium: Sodium, vaultId: Buffer): ChainChecker =>
  new Checker(sodium, vaultId)

class Checker implements ChainChecker {
  readonly #sodium: Sodium
  readonly #vaultId: Buffer
  readonly #damaged: LedgerDamage[] = []
  #next = 1
  /** Hash the next row must name; undefined after a gap. */
  #expected: Buffer | undefined
  /** First row whose link to the row before does not hold, in a run of such rows. */
  #brokenFrom: number | undefined

  constructor(sodium: Sodium, vaultId: Buffer) {
    this.#sodium = sodium
    this.#vaultId = vaultId
    this.#expected = genesisHash(sodium, vaultId)
  }

  add(row: RawRow): void {
    if (row.seq > this.#next) {
      this.#endRun(this.#next)
      this.#report('ledger_missing_entry', this.#next, row.seq - this.#next)
      this.#expected = undefined
    } else if (row.seq < this.#next) {
      this.#report('ledger_reordered', row.seq)
      return
    }
    this.#link(row.seq, row.prev)
    this.#expected = entryHash(this.#sodium, this.#vaultId, row)
    this.#next = row.seq + 1
  }

  #link(seq: number, prev: Buffer): void {
    const holds = this.#expected === undefined || this.#expected.equals(prev)
    if (holds) this.#endRun(seq)
    else this.#brokenFrom ??= seq
  }

  /** Links #brokenFrom … end−1 are broken, the link of `end` holds (or is not known). */
  #endRun(end: number): void {
    const from = this.#brokenFrom
    this.#brokenFrom = undefined
    if (from === undefined) return
    const links = end - from
    if (links === 1) this.#report('ledger_damaged', Math.max(1, from - 1))
    else this.#report('ledger_damaged', from, links - 1)
  }

  #report(code: LedgerDamage['code'], seq: number, count = 1): void {
    this.#damaged.push(entryDamage(code, seq, count))
  }

  finish({ head, keyPages, compartments }: Parameters<ChainChecker['finish']>[0]) {
    const last = this.#next - 1
    if (last < head.seq) {
      this.#endRun(this.#next)
      this.#report('ledger_truncated', this.#next, head.seq - last)
    } else if (last > head.seq) {
      this.#endRun(this.#next)
      this.#report('ledger_reordered', head.seq + 1, last - head.seq)
    } else {
      // The head names the hash of the last row, as a further row would.
      this.#link(this.#next, head.hash)
      this.#endRun(this.#next + 1)
    }
    const keys = keysHashOf(this.#sodium, this.#vaultId, keyPages, compartments)
    if (!keys.equals(head.keysHash)) this.#damaged.push({ what: 'keys', code: 'keys_damaged' })
    return this.#damaged
  }
}
