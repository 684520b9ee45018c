/** The overview: what to do next, what was changed last, and whether it is safe. For an empty vault, where to begin. */
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { FileCheck2, HardDriveDownload, Paperclip, UserRoundPlus } from 'lucide-react'
import { useEffect } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useAgo } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { displayName } from '../../shared/vaultName.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { useTitle } from '../records/useTitle.ts'
import { BackupReminder } from './BackupReminder.tsx'
import classes from './Home.module.css'

/** A vault without any record opens on the form of the first person, once; afterwards this screen says where to begin. */
let offered = false

function useFirstPerson(counts: CallOutput<'session.info'>['counts'] | undefined) {
  const navigate = useNavigate()
  const isNew = counts !== undefined && Object.values(counts).every((count) => count === 0)
  useEffect(() => {
    if (!isNew || offered) return
    offered = true
    void navigate({ to: '/people/new' })
  }, [isNew, navigate])
}

export function HomeScreen() {
  const query = useCall('session.info', {})
  useFirstPerson(query.data?.counts)
  return (
    <Answer query={query}>
      {(info) => ((info.counts.person ?? 0) === 0 ? <FirstSteps /> : <Overview name={info.name} />)}
    </Answer>
  )
}

function FirstSteps() {
  const t = useT()
  return (
    <EmptyState
      wholePage
      icon={UserRoundPlus}
      title={t('home.emptyTitle')}
      action={
        <Button size="md" renderRoot={(props) => <Link to="/people/new" {...props} />}>
          {t('home.emptyAction')}
        </Button>
      }
    >
      <p>{t('home.emptyText')}</p>
      <p>{t('home.emptyBackup')}</p>
    </EmptyState>
  )
}

function Overview({ name }: { name: string }) {
  const t = useT()
  return (
    <Page above={displayName(name)} title={t('home.title')}>
      <div className={classes.actions}>
        <Button
          leftSection={<UserRoundPlus size={17} aria-hidden />}
          renderRoot={(props) => <Link to="/people/new" {...props} />}
        >
          {t('home.addPerson')}
        </Button>
        <Button
          variant="default"
          leftSection={<Paperclip size={17} aria-hidden />}
          renderRoot={(props) => <Link to="/evidence" {...props} />}
        >
          {t('home.addEvidence')}
        </Button>
        <Button
          variant="default"
          leftSection={<FileCheck2 size={17} aria-hidden />}
          renderRoot={(props) => <Link to="/dossiers/new" {...props} />}
        >
          {t('home.newDossier')}
        </Button>
        <Button
          variant="default"
          leftSection={<HardDriveDownload size={17} aria-hidden />}
          renderRoot={(props) => <Link to="/backups" {...props} />}
        >
          {t('home.makeBackup')}
        </Button>
      </div>
      <div className={classes.columns}>
        <Recent kind="person" title={t('home.recent')} all={t('home.allPeople')} />
        <div className={classes.column}>
          <BackupReminder />
          <Recent kind="evidence" title={t('home.recentEvidence')} all={t('home.allEvidence')} />
        </div>
      </div>
    </Page>
  )
}

interface RecentProps {
  readonly kind: 'person' | 'evidence'
  readonly title: string
  readonly all: string
}

function Recent({ kind, title, all }: RecentProps) {
  const t = useT()
  const ago = useAgo()
  const titleOf = useTitle()
  const query = useCall('records.list', {
    kind,
    limit: kind === 'person' ? 10 : 5,
    sort: { by: 'updatedAt', descending: true },
  })
  return (
    <Panel
      title={title}
      actions={
        <Link to={kind === 'person' ? '/people' : '/evidence'} className={classes.all ?? ''}>
          {all}
        </Link>
      }
    >
      <Answer query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={classes.quiet}>{t('home.nothingYet')}</p>
          ) : (
            <ul className={classes.recent}>
              {rows.map((row) => (
                <li key={row.id}>
                  <RecordLink kind={kind} id={row.id}>
                    {titleOf(kind, row.title)}
                  </RecordLink>
                  <span className={classes.when}>{ago(row.updatedAt)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  )
}
