/**
 * Prints a page definition as PDF: the same definition gives the same bytes on every machine. No author, producer,
 * date or name of a program is written into the file; fonts are embedded as the letters that are used; nothing is
 * fetched and no file but the fonts is read.
 */
import { VaultError } from '../../../shared/errors.ts'
import { FONT_FILES, readFonts } from './fonts.ts'

/** A fixed moment: it makes the file's identifier, and is not written. */
const NO_DATE = new Date(0)

type PdfMake = typeof import('pdfmake').default

/** Loaded with the first page: that takes as long as a fifth of a start of the program, which seldom prints. */
let ready: Promise<PdfMake> | undefined
async function prepare(): Promise<PdfMake> {
  const { default: pdfmake } = await import('pdfmake')
  const fonts = readFonts()
  for (const [style, file] of Object.entries(FONT_FILES))
    pdfmake.virtualfs.writeFileSync(file, fonts[style as keyof typeof FONT_FILES])
  pdfmake.setFonts({ NotoSans: { ...FONT_FILES } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return pdfmake
}

/**
 * Blocks its thread for about 15 ms a page: services call it in a thread of its own (thread.ts).
 *
 * @param definition pages as pdfmake takes them, in the font `NotoSans`
 * @param tableLayouts those that the definition names
 */
export async function printPdf(definition: object, tableLayouts: object = {}): Promise<Uint8Array> {
  // What failed once, as where no more files could be opened, is tried again with the next page.
  ready ??= prepare().catch((error: unknown) => {
    ready = undefined
    throw error
  })
  const pdfmake = await ready
  pdfmake.setTableLayouts(tableLayouts)
  const dated = { ...definition, info: { creationDate: NO_DATE } }
  const pdf = await pdfmake.createPdf(dated).getStream()
  // The library needs the moment until the end; one that is not enumerable is not written.
  pdf.info = Object.defineProperty({}, 'CreationDate', { value: NO_DATE, enumerable: false })
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', () => reject(new VaultError('internal')))
    pdf.end()
  })
}
