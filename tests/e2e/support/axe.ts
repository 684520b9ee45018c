/**
 * axe in a page, put in once and run as often as there are languages and themes: putting it in takes longer than
 * running it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { LANGUAGES } from '../../../shared/i18n/languages.ts'
import { callOk } from '../../support/app/program.ts'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Look {
  readonly language: (typeof LANGUAGES)[number]
  readonly theme: 'light' | 'dark'
  /** Colours are those of the theme, whatever the language: half of the time goes into them. */
  readonly contrast: boolean
}

const looks = (full: boolean): Look[] =>
  LANGUAGES.flatMap((language, place) =>
    (['light', 'dark'] as const)
      .filter((theme) => full || place === 0 || theme === 'light')
      .map((theme) => ({ language, theme, contrast: full || place === 0 })),
  )

/** With EMANET_EVERY_LOOK every language in both themes; else the first in both, and the others in one. */
export const LOOKS = looks(process.env.EMANET_EVERY_LOOK !== undefined)

/** What axe finds on the page as it stands, in each look; one line each. */
export async function foundByAxe(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const { language, theme, contrast } of LOOKS) {
    await look(page, { language, theme })
    const here = await violations(page, contrast)
    found.push(...here.map((line) => `${language} ${theme}: ${line}`))
  }
  return found
}

/** What of the page the rules of WCAG 2.2 AA forbid, as it stands once nothing moves; one line each. */
export async function violations(page: Page, contrast = true): Promise<string[]> {
  await still(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  return page.evaluate(
    async ({ tags, withContrast }) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe
      const { violations } = await run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
        rules: { 'color-contrast': { enabled: withContrast } },
      })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    },
    { tags: TAGS, withContrast: contrast },
  )
}

/** Changes the settings, and waits until the page shows them. */
export async function look(
  page: Page,
  settings: Required<Pick<CallInput<'settings.set'>, 'language' | 'theme'>>,
): Promise<void> {
  await callOk(page, 'settings.set', settings)
  const html = page.locator('html')
  await expect(html).toHaveAttribute('lang', settings.language ?? '')
  await expect(html).toHaveAttribute('data-mantine-color-scheme', settings.theme ?? '')
  await still(page)
}

/** Waits until nothing moves: colours that are on their way from one theme to the other are nobody's. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    const second = new Promise((resolve) => setTimeout(resolve, 1000))
    await Promise.race([Promise.allSettled(finite.map(({ finished }) => finished)), second])
  })
}
