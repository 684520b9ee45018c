/**
 * The search in the bar: a button that looks like what it opens, and Ctrl+K from anywhere. It stands and has the focus
 * before the next key is handed out, so that nothing is lost of a name typed right behind Ctrl+K.
 */
import { Kbd } from '@mantine/core'
import { Search } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Search.module.css'
import { SearchOverlay } from './SearchOverlay.tsx'

export function SearchBox() {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const before = useRef<Element>(null)
  const open = useCallback(() => {
    before.current = document.activeElement
    flushSync(() => setOpened(true))
  }, [])
  useEffect(() => {
    const returnTo = before.current
    if (opened || document.activeElement !== document.body) return
    if (returnTo instanceof HTMLElement) returnTo.focus({ preventScroll: true })
  }, [opened])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.code !== 'KeyK') return
      event.preventDefault()
      if (opened) setOpened(false)
      else open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [opened, open])
  return (
    <>
      <button
        type="button"
        className={classes.box}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={open}
      >
        <Search size={16} aria-hidden />
        <span className={classes.boxWords}>{t('search.box')}</span>
        <Kbd size="xs" aria-hidden>
          Ctrl K
        </Kbd>
      </button>
      <SearchOverlay opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}
