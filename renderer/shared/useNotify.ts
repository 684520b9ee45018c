/** Short notices in the corner. The library's close button has no name of its own; here it has. */
import { type NotificationData, notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useT } from './i18n/i18n.ts'

/** Shows a notice and gives its id. */
export function useNotify(): (notice: NotificationData) => string {
  const t = useT()
  return useCallback(
    (notice) =>
      notifications.show({ closeButtonProps: { 'aria-label': t('common.close') }, ...notice }),
    [t],
  )
}
