/** What the owner of the vault should know about this session, until it is closed. */
import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Note } from '../../shared/components/Note.tsx'
import { NOTICE_TONES, type NoticeName, useNoticeWords } from '../../shared/components/notices.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Shell.module.css'

export function Notices() {
  const t = useT()
  const words = useNoticeWords()
  const { data: info } = useCall('session.info', {})
  const [closed, setClosed] = useState<ReadonlySet<NoticeName>>(new Set())
  const open = (info?.notices ?? []).filter((notice) => !closed.has(notice))
  if (open.length === 0) return null
  return (
    <div className={classes.notices}>
      {open.map((notice) => (
        <Note key={notice} tone={NOTICE_TONES[notice]} role="status">
          <div className={classes.notice}>
            <span>{words(notice)}</span>
            <CloseButton
              size="sm"
              aria-label={t('common.close')}
              onClick={() => setClosed(new Set([...closed, notice]))}
            />
          </div>
        </Note>
      ))}
    </div>
  )
}
