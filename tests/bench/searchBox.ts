/**
 * The search box of the built program over a vault of 20,000 records: from the key to the frame in which the results for
 * what stands in the box are painted. Typed letter by letter as fast as somebody types who knows the name, into a window
 * on a hidden screen, with Chromium's sandbox on.
 */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import { createVault } from '../../electron/vault/session/session.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { callOk, enter, PASSPHRASE, startLocked } from '../support/app/program.ts'
import { giveToProgram, workFolder } from '../support/electron/folders.ts'
import { startRun } from '../support/electron/run.ts'
import { writeRecords } from './support/recordVault.ts'
import { type BenchRow, row } from './support/row.ts'

/** Of the generator: with what stands around them they are a little more than 20,000 records. */
const PEOPLE = 2450
const LEAST_RECORDS = 20_000
const LIMIT_MS = 50
const QUERIES = 24
const BETWEEN_KEYS_MS = 90
const LATEST_MS = 3000

/** What the page keeps of one key. */
interface Painted {
  readonly text: string
  /** From the key to the frame; null when it never came. */
  readonly ms: number | null
}

export async function searchBoxBench(): Promise<BenchRow[]> {
  const sodium = await loadSodium()
  const run = await startRun()
  try {
    return await measured(sodium)
  } finally {
    await run.stop()
  }
}

async function measured(sodium: Sodium): Promise<BenchRow[]> {
  const { folder, records, queries } = await vaultOf(sodium)
  const { launched, page: unlock } = await startLocked({ args: [`--vault=${folder}`] })
  try {
    const start = await callOk(unlock, 'session.start', {})
    await callOk(unlock, 'vault.unlock', {
      folder: start.vault?.token ?? '',
      passphrase: PASSPHRASE,
    })
    const page = await enter(launched, unlock)
    await launched.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(1280, 800)
    })
    await callOk(page, 'settings.set', { language: 'en', theme: 'light' })
    await page.getByRole('main').waitFor()
    await callOk(page, 'search.query', { query: 'ready' })
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox', { name: 'Search everything' })
    await box.waitFor()
    await watch(page)
    // The first ones warm the engine up, as somebody's first search of the day does.
    const [first, ...others] = queries
    const warm = await typed(page, first ?? '')
    const painted: Painted[] = []
    for (const query of others) painted.push(...(await typed(page, query)))
    const times = painted.flatMap(({ ms }) => (ms === null ? [] : [ms]))
    const never = painted.length - times.length
    const note = [
      `p50 ${at(times, 0.5).toFixed(0)} ms`,
      `slowest ${Math.max(...times).toFixed(0)} ms`,
      `the first word of all ${Math.max(...warm.map(({ ms }) => ms ?? Number.NaN)).toFixed(0)} ms`,
      `${painted.length} keys, ${never} never answered`,
    ].join('; ')
    const name = `from key to painted result, ${records} records, p95`
    return [row(name, never > 0 ? LATEST_MS : at(times, 0.95), 'limit', LIMIT_MS, 1, note)]
  } finally {
    await launched.kill()
  }
}

async function vaultOf(sodium: Sodium) {
  const root = await workFolder('bench')
  const folder = path.join(root, 'A.emanet')
  const secrets = {
    passphrase: Secret.fromText(PASSPHRASE),
    deviceSecret: Secret.fromBytes(Buffer.alloc(32, 7)),
  }
  const { vault } = await createVault({ folder, kdf: 'moderate', sodium, ...secrets })
  const { people, records } = writeRecords(vault, PEOPLE)
  if (records.length < LEAST_RECORDS) throw new Error(`only ${records.length} records`)
  const workspace = await openWorkspace(vault)
  await workspace.saveIndex()
  workspace.close()
  await giveToProgram(folder)
  for (const name of await readdir(folder, { recursive: true }))
    await giveToProgram(path.join(folder, name))
  const every = Math.floor(people.length / QUERIES)
  const queries = people
    .filter((_, place) => place % every === 0)
    .slice(0, QUERIES)
    .map(({ spellings }, place) => {
      const spelt = [spellings.uk, spellings.en, spellings.ru][place % 3] ?? ''
      // Some type both names, some the surname only.
      return place % 2 ? spelt : (spelt.split(' ').at(-1) ?? '')
    })
  return { folder, records: records.length, queries }
}

/** What `watch` leaves in the page. */
interface Watched {
  readonly log: { readonly text: string; readonly at: number; ms: number | null }[]
  /** Resolves when the last text has its results painted. */
  last(): Promise<void>
}

/** In the page: when each key came down, and when the results for the text that it made were painted. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const log: Watched['log'] = []
    let down = 0
    let tell: () => void = () => {}
    const last = () =>
      new Promise<void>((resolve) => {
        tell = resolve
        if ((log.at(-1)?.ms ?? null) !== null) resolve()
      })
    Object.assign(globalThis, { emanetWatched: { log, last } satisfies Watched })
    const onKey = (event: KeyboardEvent) => {
      down = event.timeStamp
    }
    const onInput = ({ target }: Event) => {
      const text = (target as HTMLInputElement).value.trim()
      // A space asks nothing new.
      if (text !== (log.at(-1)?.text ?? '')) log.push({ text, at: down, ms: null })
    }
    const look = () => {
      const answer = document.querySelector('[role="listbox"]')?.getAttribute('data-answer')
      const asked = log.at(-1)
      if (!asked || asked.ms !== null || answer !== asked.text) return
      requestAnimationFrame(() => {
        // What runs after the callbacks of a frame runs once it has been painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          asked.ms ??= performance.now() - asked.at
          tell()
        }
        port2.postMessage(null)
      })
    }
    window.addEventListener('keydown', onKey, { capture: true })
    window.addEventListener('input', onInput, { capture: true })
    const what = { subtree: true, childList: true, characterData: true, attributes: true }
    new MutationObserver(look).observe(document.body, what)
  })
}

/** Playwright knows the keys of Latin letters only; a Cyrillic letter it would put in without a key. */
async function press(page: Page, key: string): Promise<void> {
  const session = await sessionOf(page)
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
}

const sessions = new Map<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, known)
  return known
}

/** Types a query into the empty box: a key when the last one's results are there, and not before a hand could. */
async function typed(page: Page, query: string): Promise<Painted[]> {
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.waitForTimeout(BETWEEN_KEYS_MS)
  await page.evaluate(() => {
    const { emanetWatched } = globalThis as unknown as { emanetWatched: Watched }
    emanetWatched.log.splice(0)
  })
  for (const key of query) {
    const start = performance.now()
    await press(page, key)
    await page.evaluate(async (latest) => {
      const { emanetWatched } = globalThis as unknown as { emanetWatched: Watched }
      const late = new Promise<void>((resolve) => setTimeout(resolve, latest))
      await Promise.race([emanetWatched.last(), late])
    }, LATEST_MS)
    await page.waitForTimeout(Math.max(0, BETWEEN_KEYS_MS - (performance.now() - start)))
  }
  return page.evaluate(() => {
    const { emanetWatched } = globalThis as unknown as { emanetWatched: Watched }
    return emanetWatched.log.map(({ text, ms }) => ({ text, ms }))
  })
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
