/** The workspace: routes, notifications, and the jobs that main reports. */
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useT } from '../shared/i18n/i18n.ts'
import { draftKeeper } from './drafts/draftKeeper.ts'
import { jobStore } from './jobs/jobStore.ts'
import { OwnFields } from './records/own/OwnFields.tsx'
import { router } from './routes.tsx'

export function Workspace() {
  const t = useT()
  useEffect(() => jobStore.start(), [])
  useEffect(() => draftKeeper.start(), [])
  return (
    <ModalsProvider labels={{ confirm: t('common.done'), cancel: t('common.cancel') }}>
      <Notifications position="bottom-right" limit={3} />
      <OwnFields>
        <RouterProvider router={router} />
      </OwnFields>
    </ModalsProvider>
  )
}
