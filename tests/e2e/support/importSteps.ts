/** The steps of the import screen that several tests take. */
import { expect, type Page } from '@playwright/test'
import { en } from '../../../renderer/shared/i18n/en/index.ts'

export const writeButton = (page: Page) => page.getByRole('button', { name: /^Write \d+ rows/ })

/** Calls everybody new who is only possibly somebody else, if anybody is left: the answers of other buttons may still be on their way. */
export async function decideTheRest(page: Page): Promise<void> {
  const possible = page.getByRole('button', { name: en.imports.possibleToNew })
  await expect(async () => {
    if (await writeButton(page).isDisabled()) await possible.click({ timeout: 1000 })
    await expect(writeButton(page)).toBeEnabled({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
}
