/** Workspaces over real vaults, and statements with the least that a test has to say. */
import { afterEach } from 'vitest'
import { openWorkspace, type Workspace } from '../../../electron/vault/workspace.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import type { RecordId, StatementId } from '../../../shared/ids.ts'
import type {
  RecordChange,
  RecordState,
  Statement,
  StatementInput,
} from '../../../shared/model/statement.ts'
import type { Name } from '../../../shared/model/values.ts'
import { make, NATIVE, reopen } from '../../support/coreVault.ts'

const open = new Set<Workspace>()

afterEach(() => {
  for (const workspace of open) workspace.close()
  open.clear()
})

export interface MadeWorkspace {
  readonly workspace: Workspace
  readonly folder: string
}

export async function makeWorkspace(language: Language = 'uk'): Promise<MadeWorkspace> {
  const { vault, folder } = await make(NATIVE)
  const workspace = await openWorkspace(vault, { language })
  open.add(workspace)
  return { workspace, folder }
}

export async function reopenWorkspace(
  folder: string,
  { language = 'uk', ...options }: Parameters<typeof reopen>[2] & { language?: Language } = {},
): Promise<Workspace> {
  const workspace = await openWorkspace(await reopen(folder, NATIVE, options), { language })
  open.add(workspace)
  return workspace
}

export const statement = (
  field: string,
  value: StatementInput['value'],
  rest: Partial<Omit<StatementInput, 'field' | 'value'>> = {},
): StatementInput => ({
  field,
  value,
  source: null,
  grade: 'F6',
  asOf: null,
  confidentiality: 'C1',
  ...rest,
})

export const adding = (...add: StatementInput[]): RecordChange => ({ add, retract: [], prefer: {} })
export const retracting = (...retract: StatementId[]): RecordChange => ({
  add: [],
  retract,
  prefer: {},
})
export const preferring = (prefer: RecordChange['prefer']): RecordChange => ({
  add: [],
  retract: [],
  prefer,
})

export const name = (text: string, lang: Name['lang'] = 'uk', rest: Partial<Name> = {}) =>
  statement('names', { text, lang, ...rest } as StatementInput['value'])

export const person = (workspace: Workspace, ...names: string[]): RecordId =>
  workspace.records.create('person', adding(...names.map((text) => name(text)))).id

export const state = (workspace: Workspace, id: RecordId): RecordState =>
  workspace.records.get(id).record

export const held = (record: RecordState, field: string): Statement[] =>
  record.statements.filter((each) => each.field === field && each.retractedBy === null)

/** Saves on the newest state. */
export const save = (workspace: Workspace, id: RecordId, change: RecordChange): number =>
  workspace.records.save({ id, basedOn: state(workspace, id).lastSeq, change }).seq

export const titles = (
  workspace: Workspace,
  input: Partial<Parameters<Workspace['records']['list']>[0]> = {},
): string[] =>
  workspace.records
    .list({ kind: 'person', query: '', filter: {}, offset: 0, limit: 1000, ...input })
    .rows.map(({ title }) => title)
