/** Every domain string of the format, in one list (docs/format.md repeats it; a test compares the two). */
import { domain } from './bytes.ts'

export const DOMAIN_TEXTS = {
  headerChecksum: 'EmHeaderSum1',
  headerMac: 'EmHeaderMac1',
  slot: 'EmSlot1',
  kemSlot: 'EmKemSlot1',
  keyFile: 'EmKeyFile1',
  keyFileSum: 'EmKeyFileSum1',
  publicKeyText: 'EmKeyText1',
  slotDirectory: 'EmSlotDir1',
  genesis: 'EmGenesis1',
  entry: 'EmEntry1',
  entryHash: 'EmEntryHash1',
  signature: 'EmSig1',
  body: 'EmBody1',
  head: 'EmHead1',
  keyPage: 'EmKeyPage1',
  keyBox: 'EmKeyBox1',
  keyState: 'EmKeyState1',
  compartment: 'EmCompart1',
  custody: 'EmCustody1',
  deviceSeed: 'EmDevice1',
  deviceId: 'EmDeviceId1',
  lockHolder: 'EmLockHolder1',
  drafts: 'EmDrafts1',
  seenHead: 'EmSeenHead1',
  leaving: 'EmLeaving1',
  snapshot: 'EmSnapshot1',
  shareCard: 'EmShareCard1',
  shareSet: 'EmShareSet1',
  shareCommitment: 'EmShareCheck1',
} as const

export type DomainName = keyof typeof DOMAIN_TEXTS

export const DOMAINS = Object.fromEntries(
  Object.entries(DOMAIN_TEXTS).map(([name, text]) => [name, domain(text)]),
) as Readonly<Record<DomainName, Buffer>>
