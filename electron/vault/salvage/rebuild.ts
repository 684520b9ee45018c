/**
 * A ledger put together again from finds: of each entry, key page and compartment the first find that opens with
 * its key at its place, written into a fresh database (all of it ciphertext) in a private temporary folder. What
 * the program's own reader then reads there is exactly what can still be proven.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import { KDF_POLICY, type KdfPolicy } from '../crypto/kdf.ts'
import {
  compartmentWrapKey,
  DEVICE_DIRECTORY,
  entryKey,
  headMacKey,
  keyPageKey,
} from '../crypto/keyTree.ts'
import type { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import type { RawCompartment, RawHead, RawKeyPage, RawRow } from '../db/rows.ts'
import { VaultDb } from '../db/vaultDb.ts'
import { tryRemove } from '../folder/durable.ts'
import { mapFsErrors } from '../folder/fsErrors.ts'
import { parseHeader } from '../header/header.ts'
import type { HeaderCopy } from '../header/headerCopies.ts'
import { COMPARTMENT_ROW } from '../ledger/chain.ts'
import { openCompartment } from '../ledger/compartmentRow.ts'
import { openEntry } from '../ledger/entrySeal.ts'
import { headMacIsRight } from '../ledger/head.ts'
import { openKeyPage } from '../ledger/keyPages.ts'
import type { Ledger } from '../ledger/types.ts'
import type { Credential } from '../session/credential.ts'
import { openLedger } from '../session/openLedger.ts'
import type { VaultNotice } from '../session/types.ts'
import { type Unlocked, unlockHeader } from '../session/unlock.ts'
import type { Finds } from './finds.ts'

export interface RebuildOptions {
  readonly finds: Finds
  readonly credential: Credential
  readonly sodium: Sodium
  readonly policy?: KdfPolicy
}

export interface Rebuilt {
  readonly vaultId: Buffer
  readonly ledger: Ledger
  /** Where the ledger ends as a right head says; without one a cut tail does not show. */
  readonly lastSeq: number | undefined
  readonly notices: ReadonlySet<VaultNotice>
  /** Wipes the keys and removes the temporary folder. */
  close(): void
}

/** Errors: `header_damaged`, `newer_format`, `wrong_passphrase`, `header_tampered`, `disk_full`. */
export async function rebuild(options: RebuildOptions): Promise<Rebuilt> {
  const { finds, credential, sodium, policy = KDF_POLICY } = options
  const unlocked = await unlockHeader(sodium, headerCopies(sodium, finds), credential, policy)
  const folder = mapFsErrors('write', () => mkdtempSync(join(tmpdir(), 'emanet-salvage-')))
  let db: VaultDb | undefined
  const clean = () => {
    unlocked.rootKey.wipe()
    db?.close()
    tryRemove(folder)
  }
  try {
    const { vaultId, version } = unlocked.copy.header
    const parts = new Parts(sodium, vaultId, unlocked.rootKey)
    const head = parts.head(finds.heads)
    const keys = parts.keys(finds.sealed)
    const fill = (inside: VaultDb) => {
      inside.putHeader(unlocked.copy.bytes)
      for (const row of parts.entries(finds.rows())) inside.addRow(row)
      for (const page of keys.pages) inside.putKeyPage(page)
      for (const row of keys.compartments) inside.putCompartment(row)
      if (head) inside.putHead(head)
    }
    db = VaultDb.create(join(folder, 'vault.db'), fill, version)
    const notices = new Set<VaultNotice>()
    const ledger = await openLedger({
      ...{ sodium, db, vaultId, rootKey: unlocked.rootKey, device: undefined },
      ...{ closedCompartments: [], tolerated: notices, now: Date.now },
    })
    const close = () => {
      ledger.wipe()
      clean()
    }
    return { vaultId, ledger, lastSeq: head?.seq, notices, close }
  } catch (error) {
    clean()
    throw error
  }
}

/** Every whole header, the first find first. Errors: `header_damaged`, `newer_format`. */
function headerCopies(sodium: Sodium, finds: Finds): readonly HeaderCopy[] {
  const copies: HeaderCopy[] = []
  let problem: VaultError | undefined
  for (const bytes of finds.headers) {
    if (copies.some((copy) => copy.bytes.equals(bytes))) continue
    try {
      copies.push({ ...parseHeader(sodium, bytes), from: 'row' })
    } catch (error) {
      if (!isVaultError(error)) throw error
      if (problem?.code !== 'newer_format') problem = error
    }
  }
  if (copies.length === 0) throw problem ?? new VaultError('header_damaged')
  return copies
}

/** Picks what opens. */
class Parts {
  readonly #sodium: Sodium
  readonly #vaultId: Buffer
  readonly #root: Unlocked['rootKey']

  constructor(sodium: Sodium, vaultId: Buffer, root: Secret) {
    this.#sodium = sodium
    this.#vaultId = vaultId
    this.#root = root
  }

  /** The one that ends furthest. */
  head(heads: readonly RawHead[]): RawHead | undefined {
    const macKey = headMacKey(this.#sodium, this.#root.bytes)
    const right = heads.filter((head) => headMacIsRight(this.#sodium, macKey, this.#vaultId, head))
    macKey.fill(0)
    return right.toSorted((a, b) => b.seq - a.seq)[0]
  }

  *entries(rows: Iterable<RawRow>): Generator<RawRow> {
    const key = entryKey(this.#sodium, this.#root.bytes)
    const context = { sodium: this.#sodium, vaultId: this.#vaultId, entryKey: key }
    const taken = new Set<number>()
    try {
      for (const row of rows) {
        if (!Number.isSafeInteger(row.seq) || taken.has(row.seq) || !openEntry(context, row))
          continue
        taken.add(row.seq)
        yield row
      }
    } finally {
      key.fill(0)
    }
  }

  keys(sealed: Finds['sealed']): { pages: RawKeyPage[]; compartments: RawCompartment[] } {
    const { compartments, pageKeys } = this.#compartments(sealed)
    const pages = new Map<string, RawKeyPage>()
    for (const { places, nonce, box } of sealed) {
      for (const { compartment, page } of places) {
        const name = `${compartment}/${page}`
        if (page === COMPARTMENT_ROW || pages.has(name)) continue
        const row = { compartment, page, nonce, box }
        const key = pageKeys.get(compartment)
        // A closed compartment's pages cannot be told from damage; nobody reads them here.
        const opens = key && openKeyPage(this.#sodium, this.#vaultId, key, row)
        if (opens || (!key && compartments.some((each) => each.compartment === compartment))) {
          pages.set(name, row)
        }
      }
    }
    for (const key of pageKeys.values()) key.fill(0)
    return { pages: [...pages.values()], compartments }
  }

  #compartments(sealed: Finds['sealed']) {
    const root = this.#root.bytes
    const compartments = new Map<number, RawCompartment>()
    const pageKeys = new Map(
      [0, DEVICE_DIRECTORY].map((each) => [each, keyPageKey(this.#sodium, root, each)] as const),
    )
    for (const { places, nonce, box } of sealed) {
      for (const { compartment, page } of places) {
        if (page !== COMPARTMENT_ROW || compartments.has(compartment)) continue
        const row = { compartment, nonce, box }
        const wrapKey = compartmentWrapKey(this.#sodium, root, compartment)
        const content = openCompartment(this.#sodium, this.#vaultId, wrapKey, row)
        wrapKey.fill(0)
        if (!content) continue
        compartments.set(compartment, row)
        if (content.mode === 'custodian') continue
        pageKeys.set(compartment, keyPageKey(this.#sodium, content.key, compartment))
        content.key.fill(0)
      }
    }
    return { compartments: [...compartments.values()], pageKeys }
  }
}
