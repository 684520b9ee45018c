/** Step 2: the pages as they will be printed, beside them what was held back; then the issuing. */
import { Button, Group, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, FileOutput } from 'lucide-react'
import type { DossierDocument } from '../../../shared/dossier/document.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Hash } from '../../shared/components/Hash.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Page } from '../../shared/components/Page.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { useJob } from '../jobs/useJobs.ts'
import classes from './Dossier.module.css'
import type { Choice } from './DossierComposer.tsx'
import { HeldBack } from './HeldBack.tsx'
import { Leaks } from './Leaks.tsx'
import { Paper } from './Paper.tsx'

interface DossierPreviewProps {
  readonly choice: Choice
  readonly onBack: () => void
  readonly onAnother: () => void
}

export function DossierPreview({ choice, onBack, onAnother }: DossierPreviewProps) {
  const t = useT()
  const labels = useLabels()
  const request = { ...choice, people: [...choice.people.keys()] }
  // Nothing of a preview is kept: what is looked at is what the records say now.
  const preview = useCall('dossier.preview', request, { gcTime: 0, staleTime: 0 })
  const job = useJob()
  const issued = job.current.state === 'done' && job.current.outcome.type === 'dossier'
  const leaks = (preview.data?.leaks.length ?? 0) + (preview.data?.closedIdentities ?? 0)
  const issue = async () => {
    const outcome = await job.start('dossier.issue', request, t('dossier.issueJob'))
    // What was refused may have been changed meanwhile: the pages should show why.
    if (outcome === undefined) await preview.refetch()
  }

  return (
    <Page
      width="full"
      above={labels.audiences[choice.audience]}
      title={t('dossier.previewTitle')}
      subtitle={
        choice.audience === 'mediator'
          ? t('dossier.previewSubtitle')
          : t('dossier.previewSubtitleOther')
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<ArrowLeft size={16} aria-hidden />}
            onClick={onBack}
          >
            {t('dossier.backToChoice')}
          </Button>
          {!issued && (
            <Button
              leftSection={<FileOutput size={16} aria-hidden />}
              disabled={!preview.data || leaks > 0}
              loading={job.current.state === 'running'}
              title={leaks > 0 ? t('dossier.issueBlocked') : undefined}
              onClick={() => void issue()}
            >
              {t('dossier.issue')}
            </Button>
          )}
        </>
      }
    >
      {job.current.state === 'failed' && <ErrorNote error={job.current.error} />}
      <Issued job={job} onAnother={onAnother} />
      <Answer query={preview} skeleton={<PaperSkeleton />}>
        {(document) => <Previewed document={document} />}
      </Answer>
    </Page>
  )
}

function Previewed({ document }: { document: DossierDocument }) {
  return (
    <>
      <Unsearched document={document} />
      <Leaks document={document} />
      <div className={classes.preview}>
        <Paper document={document} />
        <HeldBack document={document} />
      </div>
    </>
  )
}

/** Nothing is said of which witnesses: their identities are what could not be read. */
function Unsearched({ document }: { document: DossierDocument }) {
  const t = useT()
  if (document.closedIdentities === 0) return null
  return (
    <Note tone="danger" role="alert" title={t('dossier.unsearchedTitle')} code="custodian_closed">
      <p>{t('dossier.unsearchedText', { count: document.closedIdentities })}</p>
    </Note>
  )
}

function Issued({ job, onAnother }: { job: ReturnType<typeof useJob>; onAnother: () => void }) {
  const t = useT()
  if (job.current.state !== 'done' || job.current.outcome.type !== 'dossier') return null
  const { dossier, sha256 } = job.current.outcome
  return (
    <Note tone="good" role="status" title={t('dossier.issuedTitle')}>
      <p>{t('dossier.issuedText')}</p>
      <p>
        SHA-256 <Hash value={sha256} whole />
      </p>
      <Group gap="sm" mt="xs">
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => <Link to="/dossiers/$id" params={{ id: dossier }} {...props} />}
        >
          {t('dossier.issuedOpen')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onAnother}>
          {t('dossier.another')}
        </Button>
      </Group>
    </Note>
  )
}

const PaperSkeleton = () => (
  <div className={classes.preview}>
    <div className={classes.pages}>
      <Skeleton className={classes.page ?? ''} radius="sm" />
    </div>
    <Skeleton height={240} radius="md" />
  </div>
)
