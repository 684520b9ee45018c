/** Declares the program's own schemes, which must happen before the app is ready. */
import { protocol } from 'electron'
import { PAGE_SCHEME } from '../ipc/callers.ts'
import { EVIDENCE_SCHEME } from '../ipc/evidenceLinks.ts'

export function setupSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } },
    // `stream`: audio and video ask for byte ranges. The other two: text is read with fetch.
    {
      scheme: EVIDENCE_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        stream: true,
        supportFetchAPI: true,
        corsEnabled: true,
      },
    },
  ])
}
