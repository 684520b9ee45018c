/**
 * evidence:// gives the workspace the bytes of a file that `evidence.link` named, whole or by ranges, decrypted
 * piece by piece as they are read. It is registered in the workspace's session only; without a token from there,
 * after the lock, or for a damaged piece, nothing comes.
 */
import type { Session } from 'electron'
import type { AppSession } from '../ipc/appSession.ts'
import { PAGE_SCHEME } from '../ipc/callers.ts'
import { EVIDENCE_SCHEME, type EvidenceLinks, type LinkedFile } from '../ipc/evidenceLinks.ts'
import { parseRange } from './byteRange.ts'
import { servedType } from './contentTypes.ts'

/** The part of an object's reader that is used. */
interface Reader {
  readonly size: number
  stream(range: { readonly start: number; readonly end: number }): AsyncGenerator<Uint8Array>
  close(): Promise<void>
}

export interface EvidenceSource {
  resolve(url: string): LinkedFile | undefined
  open(file: LinkedFile): Promise<Reader>
}

export interface EvidenceParts {
  readonly links: EvidenceLinks
  readonly session: AppSession
}

export function serveEvidence(own: Session, { links, session }: EvidenceParts): void {
  const source: EvidenceSource = {
    resolve: (url) => links.resolve(url),
    open: (file) => session.workspace.evidence.openReader(file.record, file.objectId),
  }
  own.protocol.handle(EVIDENCE_SCHEME, (request) => respond(request, source))
}

/** A document made of evidence can run nothing and load nothing, should one ever be shown as such. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'no-store',
  'Accept-Ranges': 'bytes',
  // The scheme answers in the workspace's session only; within it, to the workspace's page only.
  'Access-Control-Allow-Origin': `${PAGE_SCHEME}://workspace`,
} as const

/** The answer to one request. Exported for the tests. */
export async function respond(request: Request, source: EvidenceSource): Promise<Response> {
  const file = request.method === 'GET' ? source.resolve(request.url) : undefined
  if (file === undefined) return new Response(null, { status: 404, headers: HEADERS })
  let reader: Reader
  try {
    reader = await source.open(file)
  } catch {
    return new Response(null, { status: 404, headers: HEADERS })
  }
  const { size } = reader
  const range = parseRange(request.headers.get('range'), size)
  if (range.type === 'unsatisfiable') {
    await reader.close()
    const headers = { ...HEADERS, 'Content-Range': `bytes */${size}` }
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range.type === 'part' ? range : { start: 0, end: size }
  return new Response(bodyOf(reader, start, end, request.signal), {
    status: range.type === 'part' ? 206 : 200,
    headers: {
      ...HEADERS,
      'Content-Type': servedType(file.mime),
      'Content-Length': String(end - start),
      ...(range.type === 'part' ? { 'Content-Range': `bytes ${start}-${end - 1}/${size}` } : {}),
    },
  })
}

/** Reads on only when the page wants more, and closes the reader at the end, on a failure or when nobody listens. */
function bodyOf(
  reader: Reader,
  start: number,
  end: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const pieces = reader.stream({ start, end })
  const close = () => void reader.close()
  signal.addEventListener('abort', close, { once: true })
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next()
          if (!done) return controller.enqueue(value)
          controller.close()
        } catch {
          // No reason is passed on: it would be an error of the page.
          controller.error()
        }
        close()
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  )
}
