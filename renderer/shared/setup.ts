/**
 * Imported before anything else by each page. Makes the libraries fit a page that runs no code from strings and
 * accepts no style without the nonce of its own page load.
 */
import { z } from 'zod'
import { installTrustedTypes } from './trustedTypes.ts'

installTrustedTypes()

// zod would otherwise try `new Function` once to see whether it may: the policy forbids it and reports each try.
z.config({ jitless: true })

/** Main writes a fresh nonce into the page's meta tag on every load; the policy's style-src names the same one. */
export const styleNonce: string =
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

// The scroll lock behind Mantine's modals adds a <style> of its own and looks for its nonce under this name.
Object.defineProperty(globalThis, '__webpack_nonce__', { value: styleNonce })
