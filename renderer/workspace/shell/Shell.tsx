/** The frame of the workspace: rail, bar with the search and the lock, notices, and the screen itself. */
import { useMediaQuery } from '@mantine/hooks'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useT } from '../../shared/i18n/i18n.ts'
import { DraftOffers } from '../drafts/DraftOffers.tsx'
import { CardsDue } from './CardsDue.tsx'
import { CheatSheet } from './CheatSheet.tsx'
import { LockButton } from './LockButton.tsx'
import { Notices } from './Notices.tsx'
import { Rail } from './Rail.tsx'
import { RailMenu } from './RailMenu.tsx'
import classes from './Shell.module.css'
import { useNotificationRoom } from './useNotificationRoom.ts'
import { VaultName } from './VaultName.tsx'

/** The rail then is behind a button; Shell.module.css has the same number. */
const NARROW = '(max-width: 55em)'

export function Shell({ search }: { search: ReactNode }) {
  const t = useT()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  const toScreen = () => main.current?.focus({ preventScroll: true })
  useHistoryKeys()
  useNotificationRoom(main)

  // A new screen begins at its top, and the keyboard goes on from there.
  const firstScreen = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the screen changes, not when something in it does
  useEffect(() => {
    if (firstScreen.current) {
      firstScreen.current = false
      return
    }
    main.current?.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [pathname])

  return (
    <div className={classes.shell}>
      <button type="button" className="skip-link" onClick={toScreen}>
        {t('common.skipToContent')}
      </button>
      <header className={classes.head}>
        <div className={classes.corner}>
          {narrow ? <RailMenu onChoose={toScreen} /> : <VaultName />}
        </div>
        <div className={classes.bar}>
          <search className={classes.search}>{search}</search>
          <LockButton />
        </div>
      </header>
      {!narrow && <Rail />}
      <main id="content" className={classes.main} ref={main} tabIndex={-1}>
        <DraftOffers />
        <Notices />
        <CardsDue />
        <Outlet />
      </main>
      <CheatSheet />
    </div>
  )
}

/** Alt+← and Alt+→ go through the screens seen, as in a browser; there are no addresses and no visible history. */
function useHistoryKeys() {
  const router = useRouter()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key === 'ArrowLeft') router.history.back()
      else if (event.key === 'ArrowRight') router.history.forward()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [router])
}
