/** Says on every screen that share cards were not checked for long, until it is closed or they are. */
import { CloseButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Note } from '../../shared/components/Note.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Shell.module.css'

export function CardsDue() {
  const t = useT()
  const formats = useFormats()
  const { data } = useCall('shares.status', {})
  const [closed, setClosed] = useState(false)
  const due = (data?.sets ?? []).flatMap(({ n, cards }) =>
    cards
      .filter(({ overdue }) => overdue)
      .map(({ number, holder }) => holder || t('cards.dueCard', { number, n })),
  )
  if (closed || due.length === 0) return null
  const who = formats.all(new Set(due))
  return (
    <div className={classes.notices}>
      <Note tone="caution" role="status" title={t('cards.dueTitle', { count: due.length })}>
        <div className={classes.notice}>
          <span>
            {t('cards.dueText', { who })}{' '}
            <Link to="/keys" className={classes.noticeLink ?? ''}>
              {t('cards.dueLink')}
            </Link>
          </span>
          <CloseButton size="sm" aria-label={t('common.close')} onClick={() => setClosed(true)} />
        </div>
      </Note>
    </div>
  )
}
