/**
 * Enter in a menu that is typed into takes the value that is marked, or the first that fits. The library looks up which
 * one is marked when the menu opens, and that may be after it was typed: Enter then took none, and left the typed text
 * standing.
 */
import type { KeyboardEvent } from 'react'

/** Of a list that has still not come then nothing is taken. */
const MOST_FRAMES = 60

export function takeFirst({ key, currentTarget, nativeEvent }: KeyboardEvent<HTMLInputElement>) {
  const isOpen = () => currentTarget.hasAttribute('data-expanded')
  if (key !== 'Enter' || nativeEvent.isComposing || !isOpen()) return
  const typed = currentTarget.value
  const take = (frames: number) => {
    // Closed: it was taken.
    if (frames === 0 || !isOpen() || currentTarget.value !== typed) return
    const list = document.getElementById(currentTarget.getAttribute('aria-controls') ?? '')
    const options = [...(list?.querySelectorAll<HTMLElement>('[data-combobox-option]') ?? [])]
    const marked = options.find((option) => option.hasAttribute('data-combobox-selected'))
    const option = marked ?? options[0]
    if (option) option.click()
    else requestAnimationFrame(() => take(frames - 1))
  }
  requestAnimationFrame(() => take(MOST_FRAMES))
}
