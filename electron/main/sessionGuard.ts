/**
 * What any session of the program may do: load from the program's own schemes, and nothing else. Set on every
 * session at its birth, also on one that main did not mean to make.
 */
import { app, type Session } from 'electron'
import { log } from './log.ts'

/** Schemes that a page's requests may have. Blob and data addresses never come by here: the policy (csp.ts) holds them. */
const OWN_SCHEMES = ['app:', 'evidence:'] as const

/** Chromium's own pages behind the developer tools, which packaged builds do not have. */
const DEVTOOLS = 'devtools:'

export function isOwnRequest(url: string, packaged: boolean): boolean {
  const scheme = url.slice(0, url.indexOf(':') + 1).toLowerCase()
  return (OWN_SCHEMES as readonly string[]).includes(scheme) || (!packaged && scheme === DEVTOOLS)
}

export function setupSessionGuard(): void {
  app.on('session-created', (session) => guardSession(session, app.isPackaged))
}

function guardSession(session: Session, packaged: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isOwnRequest(details.url, packaged)
    if (!allowed) log('request_blocked')
    answer({ cancel: !allowed })
  })
  session.setPermissionCheckHandler(() => false)
  // Handing an address to another program (mailto:, any scheme unknown here) is a permission too.
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    log('permission_denied')
    answer(false)
  })
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => {
    log('download_blocked')
    event.preventDefault()
  })
  session.setSpellCheckerEnabled(false)
  // A file has no right of its own here, and what slips past the filter finds no way out.
  session.protocol.handle('file', () => new Response(null, { status: 403 }))
  void session.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY })
}

/** Port 9 (discard) of an address that leads nowhere (RFC 5737, TEST-NET-1), which the resolver rules refuse as well. */
const DEAD_PROXY = 'socks5://192.0.2.1:9'
