/** The search in the bar: a button that looks like what it opens, and Ctrl+K from anywhere. */
import { Kbd } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Search.module.css'
import { SearchOverlay } from './SearchOverlay.tsx'

export function SearchBox() {
  const t = useT()
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.code !== 'KeyK') return
      event.preventDefault()
      setOpened((before) => !before)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className={classes.box}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
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
