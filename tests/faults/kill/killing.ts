/**
 * Kills a child at work at a moment that a seed decides, then opens what it left, as its user would, and compares
 * it with everything that was ever acknowledged. The vault and its backup live on through all rounds of a series.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { rekeyPlaces } from '../../../electron/vault/rekey/places.ts'
import { rekeyVault } from '../../../electron/vault/rekey/rekeyVault.ts'
import { createVault } from '../../../electron/vault/session/session.ts'
import { Random } from '../../support/generator/random.ts'
import { quickTmp } from '../../support/quickDisk.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'
import {
  checkAside,
  checkBackup,
  checkBulk,
  checkRestored,
  checkVault,
  type Known,
} from './checks.ts'
import { afterCutOff, allOpen, deviceSecret, opens, passphraseOf } from './openers.ts'
import type { Begun, Openers, Plan, Said } from './plan.ts'

const WORK = fileURLToPath(new URL('work.ts', import.meta.url))

export class KillSeries {
  readonly #seed: string
  readonly #random: Random
  readonly #root = mkdtempSync(join(quickTmp(), 'emanet-kill-'))
  readonly #backups = join(this.#root, 'backups')
  readonly #keys = join(this.#root, 'keys')
  readonly #home = join(this.#root, 'home')
  #known: Known = { saved: new Map(), written: [], attached: [], snapshots: [] }
  #openers: Openers = { slots: [], code: null }
  #sodium!: Sodium
  /** What opened the vaults that a re-key put aside in this round. */
  #before: Openers[] = []
  #begunRekey: string | null = null
  /** How long the last one took that came to its end. */
  #rekeyMs = 800
  #bulkMs = 400
  /** Kills that came while something was under way, by what it was. */
  readonly cutOff: Record<string, number> = {}

  constructor(seed: string) {
    this.#seed = seed
    this.#random = new Random(seed)
  }

  async start(): Promise<void> {
    for (const folder of [this.#backups, this.#keys, this.#home]) mkdirSync(folder)
    this.#sodium = await loadSodium()
    const passphrase = 'перша довга фраза'
    const { vault, recoveryCode } = await createVault({
      ...{ folder: this.#folder, sodium: this.#sodium, policy: WEAK_KDF },
      ...{ passphrase: Secret.fromText(passphrase), kdf: 'moderate', deviceSecret: deviceSecret() },
    })
    vault.close()
    const slots = [{ kind: 'passphrase', value: passphrase, label: '' }] as const
    this.#openers = { slots, code: recoveryCode }
  }

  end(): void {
    rmSync(this.#root, { recursive: true, force: true })
  }

  /** One kill and everything that must be so afterwards. Throws where it is not. */
  async round(number: number): Promise<void> {
    const scratch = join(this.#root, `round-${number}`)
    mkdirSync(scratch)
    this.#before = []
    const said = await this.#runAndKill({
      ...{ seed: `${this.#seed}/${number}`, folder: this.#folder, openers: this.#openers },
      ...{ backups: this.#backups, keys: this.#keys, scratch },
      rekeyFirst: this.#random.chance(0.2),
      begunRekey: this.#begunRekey,
    })
    const begun = this.#take(said)
    const what = begun?.what ?? 'opening'
    this.cutOff[what] = (this.cutOff[what] ?? 0) + 1
    if (begun?.what === 're-key') await this.#settleRekey(begun)
    else if (begun?.next) {
      this.#openers = await afterCutOff(this.#sodium, this.#folder, this.#openers, begun.next)
    }
    await allOpen(this.#sodium, this.#folder, this.#openers)
    if (begun?.what === 'bulk') await this.#settleBulk(begun)
    const { code } = await checkVault(this.#sodium, this.#folder, this.#openers, this.#known)
    this.#openers = { ...this.#openers, code }
    this.#checkHome()
    for (const [name, openers] of this.#asides()) {
      await checkAside(this.#sodium, join(this.#home, name), openers)
    }
    const to = await checkBackup(
      this.#sodium,
      this.#folder,
      this.#openers,
      this.#backups,
      this.#known,
    )
    await checkRestored(this.#sodium, this.#folder, this.#openers, to, said, begun)
    rmSync(scratch, { recursive: true, force: true })
  }

  get #folder(): string {
    return join(this.#home, 'V.emanet')
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
    // Now and then while the vault is opened, else soon after one of the first dozen beginnings; in a re-key or a bulk
    // anywhere.
    const opening = this.#random.chance(0.1)
    const beginnings = plan.rekeyFirst && this.#random.chance(0.8) ? 1 : this.#random.int(1, 12)
    const delay = opening ? this.#random.int(100, 700) : this.#random.fraction() ** 2 * 60
    const share = this.#random.fraction()
    let isSet = opening
    let rekeyBegan = 0
    let bulkBegan = 0
    const killIn = (ms: number) => void sleep(ms).then(() => child.kill('SIGKILL'))
    if (opening) killIn(delay)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const last = output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1) ?? ''
      const inRekey = last.includes('"what":"re-key"')
      if (inRekey) rekeyBegan = performance.now()
      else if (rekeyBegan > 0 && text.includes('"rekeyed"')) {
        this.#rekeyMs = performance.now() - rekeyBegan
      }
      const inBulk = last.includes('"what":"bulk"')
      if (inBulk) bulkBegan = performance.now()
      else if (bulkBegan > 0 && text.includes('"written"')) {
        this.#bulkMs = performance.now() - bulkBegan
        bulkBegan = 0
      }
      if (isSet || output.split('"begin"').length <= beginnings) return
      isSet = true
      if (inRekey) killIn(share * this.#rekeyMs)
      else killIn(inBulk ? share * 1.2 * this.#bulkMs : delay)
    })
    assert.equal(await ended, 'SIGKILL', `the child ended by itself: ${errors}`)
    const lines = output.split('\n')
    // The last line may have been cut off too.
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Said)
  }

  /** Notes what was acknowledged; gives what had begun and was not. */
  #take(said: readonly Said[]): Begun | undefined {
    let begun: Begun | undefined
    for (const line of said) {
      begun = line.did === 'begin' ? line : undefined
      if (line.did === 'saved') this.#known.saved.set(line.record, line.title)
      if (line.did === 'written') this.#known.written.push(...line.records)
      if (line.did === 'attached') this.#known.attached.push(line)
      if (line.did === 'openers') this.#openers = line.openers
      if (line.did === 'backedUp') this.#known.snapshots.push(line.snapshot)
      if (line.did === 'rekeyed') this.#rekeyed(line.openers)
    }
    return begun
  }

  /** A bulk that was cut off, or that came to its end before it could say so. */
  async #settleBulk({ records = [] }: Begun): Promise<void> {
    if (await checkBulk(this.#sodium, this.#folder, this.#openers, records))
      this.#known.written.push(...records)
  }

  #rekeyed(openers: Openers): void {
    this.#before.push(this.#openers)
    this.#openers = openers
    this.#begunRekey = null
    // Another vault now, with a backup of its own.
    this.#known = { ...this.#known, snapshots: [] }
  }

  /**
   * A re-key that was cut off: what was is there, or all of what was to be. In the one case it is now and then gone on
   * with at once, and else left to a later one, which may have the same passphrase or another.
   */
  async #settleRekey({ next }: Begun): Promise<void> {
    assert.ok(next)
    const fresh = passphraseOf(next)
    if (await opens(this.#sodium, this.#folder, fresh)) return this.#rekeyed(next)
    this.#begunRekey = fresh.value
    if (this.#random.chance(0.6)) return
    const { recoveryCode } = await rekeyVault({
      ...{ folder: this.#folder, sodium: this.#sodium, policy: WEAK_KDF, kdf: 'moderate' },
      ...{ credential: Secret.fromText(passphraseOf(this.#openers).value) },
      ...{ passphrase: Secret.fromText(fresh.value), deviceSecret: deviceSecret() },
    })
    this.#rekeyed({ slots: [fresh], code: recoveryCode })
  }

  /** Beside the vault lie only those it was before, and what a later re-key may go on with. */
  #checkHome(): void {
    const { work } = rekeyPlaces(this.#folder)
    if (!existsSync(work)) this.#begunRekey = null
    const names = readdirSync(this.#home).filter((name) => !name.startsWith('V.before-rekey'))
    const begun = this.#begunRekey === null ? [] : ['.V.emanet.rekey-work']
    assert.deepEqual(names.sort(), [...begun, 'V.emanet'])
  }

  /** The vaults that were put aside, with what opened them, in order. */
  #asides(): [string, Openers][] {
    const names = readdirSync(this.#home).filter((name) => name.startsWith('V.before-rekey'))
    const numberOf = (name: string) => Number(name.split('-').at(2) ?? 1)
    names.sort((a, b) => numberOf(a) - numberOf(b))
    assert.equal(
      names.length,
      this.#before.length,
      'an old vault is gone, or there is one too many',
    )
    return names.map((name, n) => [name, this.#before[n] as Openers])
  }
}
