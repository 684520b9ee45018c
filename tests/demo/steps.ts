/** One line for each step with its time, and a picture of the window as it stands at the end of the step. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

export class Steps {
  readonly #folder: string
  readonly #start = performance.now()
  /** The window that is driven; a step that fails leaves a picture of it. */
  page: Page | undefined
  #number = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Runs a step; what it answers with a `page` is pictured, and its `said` stands at the end of the line. */
  async run<T extends { readonly page?: Page; readonly said?: string }>(
    what: string,
    work: () => Promise<T>,
  ): Promise<T> {
    this.#number += 1
    const number = String(this.#number).padStart(2, '0')
    const begun = performance.now()
    const result = await work().catch(async (error: unknown) => {
      if (this.page) await this.picture(this.page, 'failed', number).catch(() => {})
      throw error
    })
    this.page = result.page ?? this.page
    const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(5)
    const said = result.said === undefined ? '' : `: ${result.said}`
    process.stdout.write(`${number} ${seconds} s  ${what}${said}\n`)
    if (result.page) await this.picture(result.page, what, number)
    return result
  }

  /** A further picture of the step that runs. */
  async picture(page: Page, name: string, number = String(this.#number).padStart(2, '0')) {
    await mkdir(this.#folder, { recursive: true })
    const file = `${number}-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`
    // Messages that something was saved would lie over what it is about.
    const messages = page.locator('.mantine-Notification-root button')
    while ((await messages.count()) > 0)
      await messages
        .first()
        .click({ timeout: 2000 })
        .catch(() => {})
    await page.mouse.move(0, 0)
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    await page.screenshot({ path: join(this.#folder, file) })
  }

  get seconds(): number {
    return (performance.now() - this.#start) / 1000
  }
}
