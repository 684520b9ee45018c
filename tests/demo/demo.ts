/**
 * `npm run demo`: the whole main job, done by the real program in its own windows on invented data.
 *
 * By hand, through the screens: a vault is made and unlocked; a person and a witness are recorded; a picture is
 * dropped and looked at; somebody is found by a name in another script; a dossier for a mediator is issued; a backup
 * is made, checked and restored; the restored vault opens with the same passphrase. Only the system's own dialogs
 * (where to save, what to open) are answered by the demo. Without a window: three hundred people are written through
 * the same core that the command line uses, and at the end the two vaults are compared and searched.
 *
 * Leaves demo-out/: the vault, the dossier, the backup, the restored vault and a picture of every step. With
 * `--people` it is another number of people, with `--out` another folder, which is emptied.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collect, giveToProgram, workFolder } from '../support/electron/folders.ts'
import { startRun } from '../support/electron/run.ts'
import { drawnPhoto } from '../support/generator/files.ts'
import { generateVault } from '../support/generator/generate.ts'
import { Random } from '../support/generator/random.ts'
import * as hand from './byHand.ts'
import { compareVaults, fillVault } from './core.ts'
import { giveTree } from './ownership.ts'
import { start, unlock, workspace } from './program.ts'
import { WordSearch } from './secrets.ts'
import { Steps } from './steps.ts'

const { values: given } = parseArgs({
  options: { out: { type: 'string' }, people: { type: 'string', default: '300' } },
})
const OUT = given.out ?? fileURLToPath(new URL('../../demo-out', import.meta.url))
const PEOPLE = Number(given.people)
const PASSPHRASE = 'lantern orbit velvet thimble quarry'
const PERSON = 'Денізфенерова Айше Решатівна'
const PERSON_TURKISH = 'ayşe denizfenerova'
const WITNESS = { codeName: 'Барвінок-1', about: PERSON, identity: 'Барбарисенко Соломія' }
const PHOTO = 'біля-суду-14-лютого.png'
const RECIPIENT = 'Arabulucu heyeti'

const generated = generateVault({ people: PEOPLE, seed: 'demo' })
const asked = peopleToAskFor(11)
const { stop } = await startRun({ endOnSignal: true })
await rm(OUT, { recursive: true, force: true })
await mkdir(OUT, { recursive: true })
const steps = new Steps(join(OUT, 'screenshots'))
const picture = (page: () => import('@playwright/test').Page) => (name: string) =>
  steps.picture(page(), name)

let failed = false
try {
  failed = !(await demo())
} catch (error) {
  failed = true
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`)
} finally {
  await stop()
}
process.exit(failed ? 1 : 0)

async function demo(): Promise<boolean> {
  const place = await workFolder('demo')
  const settings = join(place, 'settings')
  const vault = join(place, 'Archive.emanet')
  const backup = join(place, 'backup')
  const restored = join(place, 'Restored.emanet')
  const pdf = join(place, 'dossier.pdf')
  for (const folder of [settings, backup]) await mkdir(folder)
  await giveToProgram(settings, backup)

  let { launched, page } = await steps.run('The program is started for the first time', () =>
    start(settings),
  )
  const now = picture(() => page)
  const made = await steps.run('A vault is made', () =>
    hand.makeVault(
      launched,
      page,
      { vault, recoveryFile: join(place, 'recovery.txt'), passphrase: PASSPHRASE },
      now,
    ),
  )
  page = made.page
  await steps.run('A person is recorded by hand', async () => {
    await hand.recordPerson(page, PERSON)
    return { page }
  })
  await steps.run('A witness is recorded, the identity sealed', async () => {
    await hand.recordWitness(page, WITNESS, now)
    return { page }
  })
  await launched.close()

  await steps.run(`${PEOPLE} invented people come in through the core`, async () => {
    const entries = await fillVault(vault, PASSPHRASE, generated)
    await giveTree(vault)
    return { said: `${entries} ledger entries, ${generated.files.length} files` }
  })
  ;({ launched, page } = await steps.run('The program is started again', () => start(settings)))
  page = (
    await steps.run('The vault is unlocked', async () => {
      await unlock(page, PASSPHRASE)
      return { page: await workspace(launched) }
    })
  ).page
  await steps.run('A picture is dropped and looked at', async () => {
    const bytes = drawnPhoto(new Random('demo photo'))
    await hand.dropAndLook(page, { name: PHOTO, mime: 'image/png', bytes }, now)
    return { page }
  })
  await steps.run('Somebody is found by a name in another script', async () => {
    const [one] = asked
    // One of the three hundred, whose page has stays, cases and sources to show.
    if (one) await hand.find(page, one.turkish, one.name, now)
    await now('one of three hundred')
    await hand.find(page, PERSON_TURKISH, PERSON, now)
    return { page, said: `“${PERSON_TURKISH}” is ${PERSON}` }
  })
  await steps.run('Counts are looked at, and who comes first', async () => {
    await hand.lookAtFigures(page, now)
    return { page }
  })
  await steps.run('Who is linked to whom in a case is looked at', async () => {
    await hand.lookAtCase(page)
    return { page }
  })
  await steps.run('Where they are held is looked at on the map', async () => {
    await hand.lookAtMap(page, now)
    return { page }
  })
  await steps.run('A dossier for a mediator is issued', async () => {
    await hand.issueDossier(
      launched,
      page,
      {
        people: [PERSON, ...asked.map(({ name }) => name)],
        language: 'tr',
        listNumber: '2026/7',
        recipient: RECIPIENT,
        file: pdf,
      },
      now,
    )
    return { page }
  })
  await steps.run('A backup is made', async () => {
    await hand.makeBackup(launched, page, backup)
    return { page }
  })
  await steps.run('The backup is checked, every byte', async () => {
    await hand.checkBackup(launched, page, backup)
    return { page }
  })
  await launched.close()

  ;({ launched, page } = await start(settings))
  await steps.run('The backup is restored into a second vault', async () => {
    await hand.restoreBackup(launched, page, { backup, restored })
    return { page }
  })
  await steps.run('The second vault opens with the same passphrase', async () => {
    await unlock(page, PASSPHRASE)
    page = await workspace(launched)
    return { page }
  })
  await launched.close()

  await collect(vault, join(OUT, 'Archive.emanet'))
  await collect(backup, join(OUT, 'backup'))
  await collect(restored, join(OUT, 'Restored.emanet'))
  // Read and written, not copied: a copy keeps its owner.
  await writeFile(join(OUT, 'dossier.pdf'), await readFile(pdf))
  const clean = await searchForSecrets(settings, made.recoveryCode)
  const equal = await compare()
  process.stdout.write(`${steps.seconds.toFixed(1)} s in all; see ${given.out ?? 'demo-out/'}\n`)
  process.stdout.write(`restored vault equals original: ${equal ? 'yes' : 'no'}\n`)
  return clean && equal
}

/** The first people whose release there is to ask for, by the name they are listed with and a Turkish spelling. */
function peopleToAskFor(count: number) {
  const changed = new Set(
    generated.saves
      .filter(({ change }) => change.add.some(({ field }) => field === 'status'))
      .map(({ id }) => id),
  )
  return generated.records
    .filter(({ kind, id }) => kind === 'person' && !changed.has(id))
    .flatMap(({ change: { add } }) => {
      const value = (field: string) => add.find((statement) => statement.field === field)?.value
      const held = /^(serving|convicted)/.test(String(value('status')))
      const names = add.map((statement) => statement.value as { lang?: string; text?: string })
      const name = names.find((one) => one.lang === 'uk')?.text
      const turkish = names.find((one) => one.lang === 'tr')?.text
      const known = held && value('sentence') !== undefined
      return known && name !== undefined && turkish !== undefined ? [{ name, turkish }] : []
    })
    .slice(0, count)
}

/** The demo's own words must stand nowhere in what it leaves encrypted, nor in the program's settings. */
async function searchForSecrets(settings: string, recoveryCode: string): Promise<boolean> {
  const surnames = generated.people.flatMap(({ spellings }) =>
    Object.values(spellings).map((spelling) => spelling.split(' ').at(-1) ?? spelling),
  )
  const recovery = recoveryCode.split(' ')
  const search = new WordSearch([
    PASSPHRASE,
    ...recovery.slice(1).map((word, index) => `${recovery[index]} ${word}`),
    ...[PERSON, WITNESS.codeName, WITNESS.identity, PHOTO, RECIPIENT, PERSON_TURKISH],
    ...PERSON.split(' '),
    ...WITNESS.identity.split(' '),
    ...surnames,
    ...generated.people.flatMap(({ spellings }) => Object.values(spellings)),
    ...generated.identities.flatMap(({ spellings, phone }) => [...spellings, phone]),
    ...generated.codeNames,
    ...generated.files.map(({ name }) => name),
  ])
  // A search that finds nothing must be one that can find.
  if (search.inBytes(Buffer.from(`x${PERSON}`)).length === 0) throw new Error('blind search')
  const places = [join(OUT, 'Archive.emanet'), join(OUT, 'backup'), join(OUT, 'Restored.emanet')]
  const { found } = await steps.run(
    'Names, file names and the passphrase are searched for',
    async () => {
      const results = [...places, settings].map((folder) => search.inFolder(folder))
      const found = [...new Set(results.flatMap((result) => result.found))]
      const files = results.reduce((sum, result) => sum + result.files, 0)
      const bytes = results.reduce((sum, result) => sum + result.bytes, 0)
      const said = `${search.words} words in ${files} files, ${(bytes / 2 ** 20).toFixed(1)} MiB: ${
        found.length === 0 ? 'none found' : `${found.length} FOUND`
      }`
      return { found, said }
    },
  )
  return found.length === 0
}

async function compare(): Promise<boolean> {
  const { comparison } = await steps.run('The two vaults are compared', async () => {
    const comparison = await compareVaults(
      join(OUT, 'Archive.emanet'),
      join(OUT, 'Restored.emanet'),
      PASSPHRASE,
    )
    const { entries, records, files, bytes, differences } = comparison
    const said = `${entries} entries, ${records} records, ${files} files of ${bytes} bytes, ${differences.length} differences`
    return { comparison, said }
  })
  return comparison.equal
}
