/**
 * The page's policy demands Trusted Types: no string becomes HTML, a script or a script's address. Mantine writes
 * the text of its <style> elements through innerHTML; that one use is let through, as long as it can be nothing
 * but style. Everything else throws.
 */
interface TrustedTypePolicyFactory {
  createPolicy(name: 'default', rules: { createHTML(text: string): string }): unknown
}

/** Text without `<` cannot begin an element or end the <style> it is put into. */
export function onlyStyleText(text: string): string {
  if (text.includes('<')) throw new TypeError('HTML from a string is refused')
  return text
}

export function installTrustedTypes(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory }
  trustedTypes?.createPolicy('default', { createHTML: onlyStyleText })
}
