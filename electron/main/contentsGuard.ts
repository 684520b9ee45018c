/**
 * What any page of the program may do, also one that main did not mean to make: stay where it is. No navigation,
 * no new window, no embedded view. Set on every WebContents at its birth.
 */
import { app, type WebContents } from 'electron'
import { log } from './log.ts'

export function setupContentsGuard(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => {
    log('window_blocked')
    return { action: 'deny' }
  })
  // Main loads a page with loadURL, which does not raise these; whatever does comes from a page.
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    contents.on(name as 'will-navigate', (event) => {
      log('navigation_blocked')
      event.preventDefault()
    })
  }
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.on('login', (event) => event.preventDefault())
  contents.on('page-title-updated', (event) => event.preventDefault())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
