/** Damaged parts of a report, made ready for words. */
import type { VerifyReport } from '../../../shared/contract/work.ts'
import { ERROR_CODES, type ErrorCode } from '../../../shared/errors.ts'

export type Damage = VerifyReport['damaged'][number]

const CODES: ReadonlySet<string> = new Set(ERROR_CODES)
const isCode = (why: string): why is ErrorCode => CODES.has(why)

/** What is wrong with a part that gives a reason this program has no words for. */
const PLAINLY: Readonly<Record<Damage['what'], ErrorCode>> = {
  header: 'header_damaged',
  entry: 'ledger_damaged',
  keys: 'keys_damaged',
  record: 'keys_damaged',
  object: 'object_damaged',
  snapshot: 'backup_damaged',
}

/** The code whose words say what is wrong. Reasons of the core are such codes already. */
export const wrongWith = ({ what, why }: Damage): ErrorCode => (isCode(why) ? why : PLAINLY[what])

/** The ids of damaged evidence files, each once. */
export const damagedObjects = (damaged: readonly Damage[]): readonly string[] => [
  ...new Set(damaged.filter(({ what }) => what === 'object').map(({ id }) => id)),
]
