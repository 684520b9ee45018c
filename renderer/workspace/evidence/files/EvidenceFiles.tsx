/** The files of one evidence record: what is there, what is coming in, and ways to look at them and let one out. */
import { Button } from '@mantine/core'
import { FolderInput } from 'lucide-react'
import { useState } from 'react'
import type { EvidenceFile } from '../../../../shared/contract/records.ts'
import type { RecordId } from '../../../../shared/ids.ts'
import { useCall } from '../../../shared/bridge/hooks.ts'
import { Answer } from '../../../shared/components/Answer.tsx'
import { ErrorNote } from '../../../shared/components/ErrorNote.tsx'
import { Note } from '../../../shared/components/Note.tsx'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useErrorTexts, useT } from '../../../shared/i18n/i18n.ts'
import { useJob } from '../../jobs/useJobs.ts'
import { Viewer } from '../viewer/Viewer.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { FileDrop } from './FileDrop.tsx'
import classes from './Files.module.css'
import { FileTable } from './FileTable.tsx'
import { IncomingList, useIncoming } from './IncomingList.tsx'
import { intake } from './intake.ts'

export function EvidenceFiles({ record }: { record: RecordId }) {
  const t = useT()
  const query = useCall('evidence.files', { record })
  const incoming = useIncoming(record)
  const attach = useJob()
  const [viewed, setViewed] = useState<EvidenceFile>()
  const [exported, setExported] = useState<EvidenceFile>()
  const choose = () =>
    void attach.start('evidence.attachChosen', { record }, t('evidence.attachJob'))

  return (
    <div className={classes.files}>
      <Answer query={query}>
        {({ files }) => (
          <>
            {files.length > 0 && (
              <FileTable files={files} onView={setViewed} onExport={setExported} />
            )}
            {viewed && (
              <Viewer
                record={record}
                files={files}
                file={viewed}
                onChange={setViewed}
                onExport={setExported}
                onClose={() => setViewed(undefined)}
              />
            )}
          </>
        )}
      </Answer>
      <IncomingList items={incoming} />
      <AttachResult attach={attach} />
      <FileDrop
        title={t('evidence.dropHere')}
        hint={t('evidence.dropHint')}
        onDrop={(files) => intake.add(record, files)}
        action={
          <Button
            variant="default"
            leftSection={<FolderInput size={16} aria-hidden />}
            loading={attach.current.state === 'running'}
            onClick={choose}
          >
            {t('evidence.chooseFiles')}
          </Button>
        }
      />
      {exported && (
        <ExportDialog
          key={exported.objectId}
          record={record}
          file={exported}
          onClose={() => setExported(undefined)}
        />
      )}
    </div>
  )
}

/** Which of the chosen files did not come, and why; each reason once, with the files that it kept out. */
function AttachResult({ attach }: { attach: ReturnType<typeof useJob> }) {
  const t = useT()
  const formats = useFormats()
  const errors = useErrorTexts()
  const { current } = attach
  if (current.state === 'failed') return <ErrorNote error={current.error} />
  if (current.state !== 'done' || current.outcome.type !== 'attach') return null
  const { failed } = current.outcome
  if (failed.length === 0) return null
  return (
    <Note
      tone="danger"
      role="alert"
      title={t('evidence.failed', { count: failed.length })}
      code={failed[0]?.error.code ?? ''}
    >
      {[...new Set(failed.map(({ error }) => error.code))].map((code) => (
        <p key={code}>
          <span className={classes.strong}>
            {formats.all(failed.flatMap(({ name, error }) => (error.code === code ? [name] : [])))}
          </span>
          <br />
          {errors[code].what} {errors[code].next}
        </p>
      ))}
    </Note>
  )
}
