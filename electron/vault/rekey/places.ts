/**
 * Where a re-key works: in a folder beside the vault, on the same disk, so that the swap in the end is two renames.
 * Paths, and the note that says a new vault is ready.
 */
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { readFileIfThere, writeFileDurably } from '../folder/durable.ts'

export interface RekeyPlaces {
  /** The vault that is re-keyed. */
  readonly folder: string
  /** The folder both lie in. */
  readonly parent: string
  /** Everything of the re-key; gone when it is finished. */
  readonly work: string
  /** The new vault, until it takes the old one's place. */
  readonly vault: string
  /** Written when the new vault was verified in full: from then on the swap is finished by whoever comes next. */
  readonly ready: string
}

export function rekeyPlaces(vaultFolder: string): RekeyPlaces {
  const folder = behindLinks(resolve(vaultFolder))
  const parent = dirname(folder)
  const work = join(parent, `.${basename(folder)}.rekey-work`)
  return { folder, parent, work, vault: join(work, 'vault'), ready: join(work, 'ready') }
}

/**
 * A vault that is opened by a link is re-keyed where it lies, or the link would go aside and not the vault. Between the two
 * renames the link leads to nothing.
 */
function behindLinks(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true
    return isLink ? resolve(dirname(folder), readlinkSync(folder)) : folder
  }
}

const asideName = ({ folder }: RekeyPlaces, number: number): string => {
  const name = `${basename(folder).replace(/\.emanet$/i, '')}.before-rekey`
  return number === 1 ? name : `${name}-${number}`
}

/** `Name.before-rekey`, or with a number when there is one already. */
export function nameForOld(places: RekeyPlaces): string {
  let number = 1
  while (existsSync(join(places.parent, asideName(places, number)))) number += 1
  return asideName(places, number)
}

/** Nothing in it is secret: ids and hashes stand open in both vaults. */
const ReadyNote = z.strictObject({
  version: z.literal(1),
  /** Vault ids. */
  from: z.string().regex(/^[0-9a-f]{32}$/),
  to: z.string().regex(/^[0-9a-f]{32}$/),
  /** MAC of the old vault's head: its state that the new one equals. */
  head: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the old vault's folder is called from then on: a name that `nameForOld` gives and never another folder's. */
  aside: z.string().regex(/^[^/\\]*\.before-rekey(-\d+)?$/),
})
export type ReadyNote = z.infer<typeof ReadyNote>

/** Undefined when there is none, or none that this program wrote. */
export function readReady(places: RekeyPlaces): ReadyNote | undefined {
  const bytes = readFileIfThere(places.ready)
  if (!bytes) return undefined
  try {
    return ReadyNote.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return undefined
  }
}

export const writeReady = (places: RekeyPlaces, note: Omit<ReadyNote, 'version'>): void =>
  writeFileDurably(places.ready, Buffer.from(JSON.stringify({ version: 1, ...note })))
