/** Single-letter keys of a screen. They are silent while something is typed or a dialog is open. */
import { useEffect, useRef } from 'react'

type Keys = Readonly<Record<string, (() => void) | undefined>>

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"]'

/** Nothing is typed into where the key was pressed, and no dialog or menu waits for it. */
export const isKeyForPage = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !(event.target instanceof Element && event.target.closest(TYPING)) &&
  !document.querySelector('[role="dialog"], [role="menu"]')

export function usePageKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !isKeyForPage(event)) return
      // The letter of the key, so that `n` works while a Cyrillic layout is on.
      const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase()
      const action = latest.current[event.key] ?? latest.current[letter ?? ''] ?? slash(event)
      if (!action) return
      event.preventDefault()
      action()
    }
    const slash = (event: KeyboardEvent) =>
      event.code === 'Slash' && !event.shiftKey ? latest.current['/'] : undefined
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
