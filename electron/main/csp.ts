/**
 * The content security policy of the pages: nothing, and up from there. Styles need a nonce because Mantine writes
 * style elements; React's style properties go through the CSSOM, which the policy does not concern.
 */
import type { View } from '../../shared/contract/define.ts'

const COMMON = {
  'default-src': "'none'",
  'script-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'none'",
  'object-src': "'none'",
  'frame-src': "'none'",
  'worker-src': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // The one policy is made in renderer/shared/trustedTypes.ts.
  'trusted-types': 'default',
} as const

const BY_VIEW = {
  unlock: { 'img-src': "'self'" },
  workspace: {
    'img-src': "'self' evidence:",
    'media-src': 'evidence:',
    // Text is read with fetch: a frame that shows it would be a document made of evidence.
    'connect-src': 'evidence:',
  },
} as const satisfies Readonly<Record<View, Readonly<Record<string, string>>>>

export function policyFor(view: View, nonce: string): string {
  const directives = { ...COMMON, ...BY_VIEW[view], 'style-src': `'self' 'nonce-${nonce}'` }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** Headers of every answer of app://, whatever it is. */
export const PAGE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-store',
} as const
