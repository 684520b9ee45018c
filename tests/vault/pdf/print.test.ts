import { createRequire } from 'node:module'
import { sep } from 'node:path'
import { expect, it } from 'vitest'

/** Modules of the library that prints, as far as this process has loaded them. */
const loaded = () => {
  const { cache } = createRequire(import.meta.url)
  return Object.keys(cache).filter((path) => path.includes(`${sep}pdfmake${sep}`))
}

it('loads the library that prints with the first page, not with the program', async () => {
  await import('../../../electron/vault/workspace.ts')
  const { printPdf } = await import('../../../electron/vault/pdf/print.ts')
  expect(loaded()).toEqual([])
  const pages = { content: ['перша сторінка'], defaultStyle: { font: 'NotoSans' } }
  const [one, other] = await Promise.all([printPdf(pages), printPdf(pages)])
  expect(loaded()).not.toEqual([])
  expect(Buffer.from(one.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(Buffer.from(other)).toEqual(Buffer.from(one))
})
