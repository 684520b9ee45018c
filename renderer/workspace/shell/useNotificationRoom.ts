/**
 * The end of a screen can always be scrolled clear of the notifications that lie over it, and what gets the focus is
 * not hidden behind them (WCAG 2.2, 2.4.11): as much room as they take is left below the screen while they are there.
 */
import { useNotifications } from '@mantine/notifications'
import { type RefObject, useEffect } from 'react'

const CONTAINER = '.mantine-Notifications-root[data-position="bottom-right"]'
/** Shell.module.css makes the room. */
const ROOM = '--notification-room'

export function useNotificationRoom(screen: RefObject<HTMLElement | null>): void {
  const shown = useNotifications().notifications.length > 0
  useEffect(() => {
    const container = document.querySelector(CONTAINER)
    const element = screen.current
    if (!shown || !container || !element) return
    const observer = new ResizeObserver(() => {
      const { height } = container.getBoundingClientRect()
      element.style.setProperty(ROOM, `${Math.ceil(height)}px`)
    })
    observer.observe(container)
    return () => {
      observer.disconnect()
      element.style.removeProperty(ROOM)
    }
  }, [shown, screen])
}
