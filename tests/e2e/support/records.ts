/** What the tests of the record screens share: an open workspace, records made through the bridge, and axe. */
import { expect, type Page } from '@playwright/test'
import type { CallInput } from '../../../shared/contract/contract.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Confidentiality } from '../../../shared/model/field.ts'
import { callOk, type OpenProgram, startUnlocked } from '../../support/app/program.ts'
import { violations } from './axe.ts'

export async function openWorkspace(
  settings: CallInput<'settings.set'> = {},
): Promise<OpenProgram & { readonly vault: string }> {
  const program = await startUnlocked()
  await callOk(program.page, 'settings.set', { language: 'en', theme: 'light', ...settings })
  await expect(program.page.getByRole('main')).toBeVisible()
  return program
}

export interface Said {
  readonly field: string
  /** Checked by the gate and the core, as everything from a page is. */
  readonly value: unknown
  readonly source?: RecordId | null
  readonly grade?: string
  readonly asOf?: string | null
  readonly confidentiality?: Confidentiality
}

const statement = ({ field, value, ...rest }: Said) => ({
  field,
  value,
  source: null,
  grade: 'F6',
  asOf: null,
  confidentiality: 'C0' as const,
  ...rest,
})

/** Makes a record through the bridge, as a form would. */
export async function make(
  page: Page,
  kind: CallInput<'records.create'>['kind'],
  said: readonly Said[],
): Promise<RecordId> {
  const { id } = await callOk(page, 'records.create', {
    kind,
    change: { add: said.map(statement) } as CallInput<'records.create'>['change'],
  })
  return id
}

/** The page as it stands has nothing that the rules of WCAG 2.2 AA forbid. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
}

export const THEMES = ['light', 'dark'] as const

/** The same in the light and then in the dark theme, switched while the page stands as it is. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const theme of THEMES) {
    await callOk(page, 'settings.set', { theme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    await expectAccessible(page)
  }
}
