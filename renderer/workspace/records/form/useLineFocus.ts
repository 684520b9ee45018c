/**
 * Where the keyboard goes on when the lines of a field change: in the line just begun, and after a line went with
 * what had the focus, at the first thing of the field. Never takes the focus from elsewhere.
 */
import { type RefObject, useEffect, useRef } from 'react'

export function useLineFocus(place: RefObject<HTMLElement | null>, keys: readonly string[]): void {
  const before = useRef(keys)
  const all = keys.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a line comes or goes
  useEffect(() => {
    const known = before.current
    before.current = keys
    const begun = keys.find((key) => !known.includes(key))
    const gone = known.some((key) => !keys.includes(key))
    const at = document.activeElement
    const lost = at === null || at === document.body
    if (begun !== undefined && (lost || place.current?.contains(at)))
      document.getElementById(begun)?.focus()
    else if (gone && lost)
      place.current
        ?.querySelector<HTMLElement>('input, textarea, select, button:not(:disabled)')
        ?.focus()
  }, [all])
}
