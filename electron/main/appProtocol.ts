/**
 * app:// serves the built pages: files of out/renderer and nothing outside it. The host is the view, so the two
 * views are two origins, and neither can load the other's page. Each load of a page gets a policy with a fresh
 * nonce, which the page finds in a meta element.
 */
import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Session } from 'electron'
import type { View } from '../../shared/contract/define.ts'
import { PAGE_SCHEME } from '../ipc/callers.ts'
import { turn } from '../vault/slices.ts'
import { PAGE_HEADERS, policyFor } from './csp.ts'

/** Endings of the files that a build has; anything else is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** A name in a build: no dot at its beginning, no separator of any system, nothing to decode. */
const SEGMENT = /^[A-Za-z0-9_@-][A-Za-z0-9_@.-]*$/

/**
 * Loads what Node loads when it first meets a `Request` or a `Response`, a part in each turn: the first request of a
 * page would do it in one, of 60 ms.
 */
export async function loadAnswers(): Promise<void> {
  for (const load of [() => import('node:http'), () => import('node:http2'), () => Request]) {
    await load()
    await turn()
  }
}

export function serveApp(session: Session, view: View, rendererRoot: string): void {
  session.protocol.handle(PAGE_SCHEME, (request) => respond(request.url, view, rendererRoot))
}

/** The answer to a request of a page of `view`. Exported for the tests. */
export async function respond(url: string, view: View, rendererRoot: string): Promise<Response> {
  const segments = servedPath(url, view)
  const type = segments && CONTENT_TYPES[extname(segments.at(-1) ?? '')]
  if (segments === undefined || type === undefined) return notFound()
  let body: Buffer
  try {
    const root = await realpath(rendererRoot)
    const file = await realpath(join(root, ...segments))
    if (!file.startsWith(root + sep)) return notFound()
    body = await readFile(file)
  } catch {
    return notFound()
  }
  const headers = { ...PAGE_HEADERS, 'Content-Type': type }
  if (!type.startsWith('text/html')) return new Response(new Uint8Array(body), { headers })
  const nonce = randomBytes(16).toString('base64')
  return new Response(withNonce(body.toString('utf8'), nonce), {
    headers: { ...headers, 'Content-Security-Policy': policyFor(view, nonce) },
  })
}

/** The parts of the path below out/renderer, or undefined when this view is not served it. */
function servedPath(url: string, view: View): readonly string[] | undefined {
  const prefix = `${PAGE_SCHEME}://${view}/`
  if (!url.startsWith(prefix)) return undefined
  const segments = url
    .slice(prefix.length)
    .replace(/[?#].*$/su, '')
    .split('/')
  if (!segments.every((segment) => SEGMENT.test(segment))) return undefined
  // Shared files, and the folder of the view itself.
  return segments[0] === 'assets' || segments[0] === view ? segments : undefined
}

/** The pages have this where renderer/shared/setup.ts looks for the nonce. */
const NONCE_PLACE = '__STYLE_NONCE__'
const withNonce = (html: string, nonce: string): string => html.replaceAll(NONCE_PLACE, nonce)

const notFound = (): Response => new Response(null, { status: 404, headers: { ...PAGE_HEADERS } })
