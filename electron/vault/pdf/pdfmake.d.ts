/** The part of pdfmake that is used here; the package brings no types. */
declare module 'pdfmake' {
  interface PdfDocument extends NodeJS.ReadableStream {
    info: Record<string, unknown>
    end(): void
  }
  interface PdfMake {
    virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void
    setUrlAccessPolicy(policy: (url: string) => boolean): void
    setLocalAccessPolicy(policy: (path: string) => boolean): void
    setTableLayouts(layouts: object): void
    createPdf(definition: object): { getStream(): Promise<PdfDocument> }
  }
  const pdfmake: PdfMake
  export default pdfmake
}
