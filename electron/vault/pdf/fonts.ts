/**
 * The fonts of what is printed: Noto Sans, whose Latin, Cyrillic and Crimean Tatar letters are one design. They lie
 * in resources/fonts of the project and of the packaged program, so that a page looks the same from anywhere.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VaultError } from '../../../shared/errors.ts'

export const FONT_FILES = {
  normal: 'NotoSans-Regular.ttf',
  bold: 'NotoSans-SemiBold.ttf',
} as const

/** From this file's place in the source or in the bundle, the nearest folder above that has them. */
function fontFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources', 'fonts')
    if (existsSync(join(candidate, FONT_FILES.normal))) return candidate
    if (dirname(folder) === folder) throw new VaultError('file_unreadable')
  }
}

export function readFonts(): Readonly<Record<keyof typeof FONT_FILES, Uint8Array>> {
  const folder = fontFolder()
  const read = (name: string) => readFileSync(join(folder, name))
  return { normal: read(FONT_FILES.normal), bold: read(FONT_FILES.bold) }
}
