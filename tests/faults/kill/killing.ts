/**
 * Kills a child at work at a moment that a seed decides, then opens what it left, as its user would, and compares
 * it with everything that was ever acknowledged. The vault and its backup live on through all rounds of a series.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { verifyBackup } from '../../../electron/vault/backup/verifyBackup.ts'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { createVault, type OpenVault, openVault } from '../../../electron/vault/session/session.ts'
import { openWorkspace, type Workspace } from '../../../electron/vault/workspace.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { Random } from '../../support/generator/random.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'
import { DEVICE_BYTE, type Plan, type Said } from './plan.ts'

const WORK = fileURLToPath(new URL('work.ts', import.meta.url))

type Attached = Extract<Said, { did: 'attached' }>

/** Names that may stand in a vault's folder at rest. */
const VAULT_FILES = new Set([
  'vault.db',
  'vault.db-wal',
  'vault.db-shm',
  'header',
  'objects',
  'lock',
])

export class KillSeries {
  readonly #seed: string
  readonly #random: Random
  readonly #root = mkdtempSync(join(tmpdir(), 'emanet-kill-'))
  readonly #folder = join(this.#root, 'V.emanet')
  readonly #backup = join(this.#root, 'backup')
  readonly #saved = new Map<string, string>()
  readonly #attached: Attached[] = []
  readonly #snapshots: string[] = []
  #passphrases: string[] = ['перша довга фраза']
  #sodium!: Sodium
  /** Kills that came while something was under way, by what it was. */
  readonly cutOff: Record<string, number> = {}

  constructor(seed: string) {
    this.#seed = seed
    this.#random = new Random(seed)
  }

  async start(): Promise<void> {
    this.#sodium = await loadSodium()
    const { vault } = await createVault({
      ...this.#options(),
      passphrase: Secret.fromText(this.#passphrases[0] ?? ''),
      kdf: 'moderate',
    })
    vault.close()
  }

  end(): void {
    rmSync(this.#root, { recursive: true, force: true })
  }

  /** One kill and everything that must be so afterwards. Throws where it is not. */
  async round(number: number): Promise<void> {
    const scratch = join(this.#root, `round-${number}`)
    mkdirSync(scratch)
    const plan: Plan = {
      seed: `${this.#seed}/${number}`,
      folder: this.#folder,
      passphrases: this.#passphrases,
      backup: this.#backup,
      scratch,
    }
    const said = await this.#runAndKill(plan)
    const begun = this.#take(said)
    const what = begun?.what ?? 'opening'
    this.cutOff[what] = (this.cutOff[what] ?? 0) + 1
    await this.#settlePassphrases(begun)
    await this.#checkVault()
    await this.#checkBackup()
    await this.#checkRestored(said, begun)
    rmSync(scratch, { recursive: true, force: true })
  }

  async #runAndKill(plan: Plan): Promise<Said[]> {
    const child = spawn(process.execPath, [WORK, JSON.stringify(plan)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.once('close', (_, signal) => resolve(signal))
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text
    })
    // Now and then while the vault is opened, else soon after one of the first dozen beginnings.
    const opening = this.#random.chance(0.1)
    const beginnings = this.#random.int(1, 12)
    const delay = opening ? this.#random.int(100, 700) : this.#random.fraction() ** 2 * 60
    let isSet = opening
    const kill = () => void sleep(delay).then(() => child.kill('SIGKILL'))
    if (opening) kill()
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      if (isSet || output.split('"begin"').length <= beginnings) return
      isSet = true
      kill()
    })
    assert.equal(await ended, 'SIGKILL', `the child ended by itself: ${errors}`)
    const lines = output.split('\n')
    // The last line may have been cut off too.
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Said)
  }

  /** Notes what was acknowledged; gives what had begun and was not. */
  #take(said: readonly Said[]): Extract<Said, { did: 'begin' }> | undefined {
    let begun: Extract<Said, { did: 'begin' }> | undefined
    for (const line of said) {
      begun = line.did === 'begin' ? line : undefined
      if (line.did === 'saved') this.#saved.set(line.record, line.title)
      if (line.did === 'attached') this.#attached.push(line)
      if (line.did === 'passphrases') this.#passphrases = [...line.passphrases]
      if (line.did === 'backedUp') this.#snapshots.push(line.snapshot)
    }
    return begun
  }

  /** What was acknowledged last opens it; of a change that was cut off, the old or the new one does. */
  async #settlePassphrases(begun: Extract<Said, { did: 'begin' }> | undefined): Promise<void> {
    const { what, passphrase = '' } = begun ?? {}
    const [first = '', ...others] = this.#passphrases
    if (what === 'change') {
      const opening = [passphrase, first].filter(Boolean)
      const works = []
      for (const each of opening) if (await this.#opens(each)) works.push(each)
      assert.ok(works.length > 0, 'after a change that was cut off, neither passphrase opens')
      this.#passphrases = [works[0] ?? '', ...others]
    }
    if (what === 'add' && (await this.#opens(passphrase))) this.#passphrases.push(passphrase)
    if (what === 'remove' && !(await this.#opens(passphrase))) {
      this.#passphrases = this.#passphrases.filter((each) => each !== passphrase)
    }
    for (const each of this.#passphrases) assert.ok(await this.#opens(each), 'a passphrase is lost')
    assert.equal(await this.#opens('щось зовсім інше'), false)
  }

  async #checkVault(): Promise<void> {
    const workspace = await openWorkspace(await this.#open(this.#passphrases[0] ?? ''))
    try {
      await workspace.search.ready()
      await workspace.evidence.sweep()
      this.#checkRecords(workspace)
      await this.#checkFiles(workspace)
      this.#checkFolder(workspace)
      assert.deepEqual((await workspace.backups.verify(true)).damaged, [])
      const held = new Set(workspace.backups.list().map(({ snapshot }) => snapshot))
      for (const snapshot of this.#snapshots) assert.ok(held.has(snapshot), 'a backup is forgotten')
    } finally {
      workspace.close()
    }
  }

  #checkRecords(workspace: Workspace): void {
    for (const [record, title] of this.#saved) {
      const text = JSON.stringify(workspace.records.get(record as never))
      assert.ok(text.includes(title), 'an acknowledged save is lost')
    }
  }

  async #checkFiles(workspace: Workspace): Promise<void> {
    for (const { record, objectId, sha256 } of this.#attached) {
      const reader = await workspace.evidence.openReader(record, objectId)
      const hash = createHash('sha256')
      for await (const piece of reader.stream()) hash.update(piece)
      await reader.close()
      assert.equal(hash.digest('hex'), sha256, 'an attached file is not what it was')
    }
  }

  /** Nothing half is left: no file without an entry, no temporary file. */
  #checkFolder(workspace: Workspace): void {
    for (const name of readdirSync(this.#folder)) {
      assert.ok(VAULT_FILES.has(name), `a file is left in the vault: ${name}`)
    }
    const named = new Set<string>()
    const every = { kind: 'evidence', query: '', filter: {}, offset: 0, limit: 1_000_000 } as const
    for (const { id } of workspace.records.list(every).rows) {
      for (const file of workspace.evidence.files(id)) named.add(file.objectId)
    }
    assert.deepEqual(filesBelow(join(this.#folder, 'objects')).sort(), [...named].sort())
  }

  /** All snapshots that are there are whole, before the next run and after it; that one also clears up. */
  async #checkBackup(): Promise<void> {
    if (!existsSync(this.#backup)) {
      assert.equal(this.#snapshots.length, 0)
      return
    }
    const verify = () =>
      verifyBackup({ folder: this.#backup, sodium: this.#sodium, full: true }).catch((error) => {
        // Before the first snapshot there is nothing yet that could be a backup.
        if (isVaultError(error) && error.code === 'not_a_backup') return { damaged: [] }
        throw error
      })
    assert.deepEqual((await verify()).damaged, [])
    const workspace = await openWorkspace(await this.#open(this.#passphrases[0] ?? ''))
    try {
      const { snapshot } = await workspace.backups.make(this.#backup)
      this.#snapshots.push(snapshot)
    } finally {
      workspace.close()
    }
    assert.deepEqual((await verify()).damaged, [])
    const names = new Set(filesBelow(join(this.#backup, 'snapshots')))
    for (const id of this.#snapshots) assert.ok(names.has(`${id}.snapshot`), 'a snapshot is gone')
    const halves = filesBelow(this.#backup).filter((name) => /^\.|\.part$/.test(name))
    assert.deepEqual(halves, [], 'half a file is left in the backup')
  }

  /** What was restored is whole and opens; what was cut off is not there, and can be done again. */
  async #checkRestored(
    said: readonly Said[],
    begun: Extract<Said, { did: 'begin' }> | undefined,
  ): Promise<void> {
    for (const line of said) if (line.did === 'restored') await this.#checkOpens(line.to)
    if (begun?.what !== 'restore' || !begun.to) return
    const { to } = begun
    if (existsSync(to)) await this.#checkOpens(to)
    else {
      const workspace = await openWorkspace(await this.#open(this.#passphrases[0] ?? ''))
      try {
        await workspace.backups.restore(this.#backup, to, undefined)
      } finally {
        workspace.close()
      }
      await this.#checkOpens(to)
    }
    const halves = readdirSync(dirname(to)).filter((name) => name.startsWith(`.${basename(to)}`))
    assert.deepEqual(halves, [], 'half a restored vault is left')
  }

  /** Whatever passphrase it had at its snapshot: without one, the chain and the objects are checked. */
  async #checkOpens(folder: string): Promise<void> {
    const { verifyStoredVault } = await import('../../../electron/vault/backup/verifyBackup.ts')
    const report = await verifyStoredVault({ folder, sodium: this.#sodium, full: true })
    assert.deepEqual(report.damaged, [])
  }

  async #opens(passphrase: string): Promise<boolean> {
    try {
      ;(await this.#open(passphrase, true)).close()
      return true
    } catch (error) {
      if (isVaultError(error) && error.code === 'wrong_passphrase') return false
      throw error
    }
  }

  async #open(passphrase: string, readOnly = false): Promise<OpenVault> {
    const credential = Secret.fromText(passphrase)
    const vault = await openVault({ ...this.#options(), credential, readOnly })
    await vault.settled()
    return vault
  }

  #options() {
    return {
      folder: this.#folder,
      deviceSecret: Secret.fromBytes(Buffer.alloc(32, DEVICE_BYTE)),
      sodium: this.#sodium,
      policy: WEAK_KDF,
    }
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
