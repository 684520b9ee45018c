/**
 * Where the keyboard goes on after a dialog about a field of a record: at that field, though the value that it was asked
 * for is another one by then and its button with it; at the top of the screen when nothing of the field is left.
 */
import { useEffect, useRef } from 'react'

/** On the button with what can be done with a value. */
export const VALUE_MENU = 'data-value-menu'

/** A dialog gives the focus back itself where it can. */
const AFTER_DIALOG_MS = 50

/** `field` is that of the open dialog, `null` while there is none; `data` is what the page shows. */
export function useFocusReturn(field: string | null, data: unknown): void {
  const last = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other data the button may be another one
  useEffect(() => {
    if (field !== null) last.current = field
    const back = last.current
    if (field !== null || back === null) return
    const timer = setTimeout(() => {
      const at = document.activeElement
      const row = document.querySelector<HTMLElement>(`dl [data-field="${CSS.escape(back)}"]`)
      if (at && at !== document.body) {
        // Somebody has gone on to something else.
        if (!row?.contains(at)) last.current = null
        return
      }
      const next = row?.querySelector<HTMLElement>(`[${VALUE_MENU}]`)
      const place = next ?? document.getElementById('content')
      place?.focus({ preventScroll: true })
    }, AFTER_DIALOG_MS)
    return () => clearTimeout(timer)
  }, [field, data])
}
