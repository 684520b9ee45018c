/** Shows evidence without touching it: pictures, recordings and text from evidence://, anything else by name only. */
import { Button, Modal } from '@mantine/core'
import { ChevronLeft, ChevronRight, FileQuestion, Share, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { EvidenceFile } from '../../../../shared/contract/records.ts'
import type { RecordId } from '../../../../shared/ids.ts'
import { Answer } from '../../../shared/components/Answer.tsx'
import { EmptyState } from '../../../shared/components/EmptyState.tsx'
import { Hash } from '../../../shared/components/Hash.tsx'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useT } from '../../../shared/i18n/i18n.ts'
import { viewKind } from '../files/fileKind.ts'
import { BarButton } from './BarButton.tsx'
import { ImageView } from './ImageView.tsx'
import { MediaView } from './MediaView.tsx'
import { TextView } from './TextView.tsx'
import { useEvidenceLink } from './useEvidenceLink.ts'
import classes from './Viewer.module.css'

interface ViewerProps {
  readonly record: RecordId
  readonly files: readonly EvidenceFile[]
  readonly file: EvidenceFile
  readonly onChange: (file: EvidenceFile) => void
  readonly onExport: (file: EvidenceFile) => void
  readonly onClose: () => void
}

export function Viewer({ record, files, file, onChange, onExport, onClose }: ViewerProps) {
  const t = useT()
  const formats = useFormats()
  const index = files.findIndex((each) => each.objectId === file.objectId)
  const before = files[index - 1]
  const after = files[index + 1]
  const onKeyDown = (event: KeyboardEvent) => {
    // A recording uses the arrows for itself.
    if (event.target instanceof HTMLMediaElement) return
    if (event.key === 'ArrowLeft' && before) onChange(before)
    else if (event.key === 'ArrowRight' && after) onChange(after)
    else return
    event.preventDefault()
  }

  return (
    <Modal.Root opened fullScreen size="100%" onClose={onClose} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content
        className={classes.content ?? ''}
        aria-label={t('viewer.title')}
        onKeyDown={onKeyDown}
      >
        <div className={classes.bar}>
          <div className={classes.about}>
            <h2 className={classes.name}>
              <bdi>{file.name}</bdi>
            </h2>
            <span className={classes.facts}>
              {formats.bytes(file.size)} · {formats.moment(file.addedAt)} · SHA-256{' '}
              <Hash value={file.sha256} />
            </span>
          </div>
          {files.length > 1 && (
            <div className={classes.places}>
              <BarButton
                label={t('viewer.previous')}
                disabled={!before}
                onClick={() => before && onChange(before)}
              >
                <ChevronLeft size={18} aria-hidden />
              </BarButton>
              <span className={classes.place}>
                {t('viewer.place', { index: index + 1, count: files.length })}
              </span>
              <BarButton
                label={t('viewer.next')}
                disabled={!after}
                onClick={() => after && onChange(after)}
              >
                <ChevronRight size={18} aria-hidden />
              </BarButton>
            </div>
          )}
          <Button
            variant="default"
            leftSection={<Share size={16} aria-hidden />}
            onClick={() => onExport(file)}
          >
            {t('evidence.saveCopy')}
          </Button>
          <BarButton label={t('viewer.close')} autoFocus onClick={onClose}>
            <X size={19} aria-hidden />
          </BarButton>
        </div>
        <FileView key={file.objectId} record={record} file={file} />
      </Modal.Content>
    </Modal.Root>
  )
}

function FileView({ record, file }: { record: RecordId; file: EvidenceFile }) {
  const t = useT()
  const kind = viewKind(file)
  const [failed, setFailed] = useState(false)
  const link = useEvidenceLink(record, file.objectId, kind !== undefined)
  if (kind === undefined) {
    return (
      <EmptyState icon={FileQuestion} title={t('viewer.notShownTitle')}>
        {t('viewer.notShownText')}
      </EmptyState>
    )
  }
  if (failed) {
    return (
      <EmptyState icon={FileQuestion} title={t('viewer.failedTitle')}>
        {t('viewer.failedText')}
      </EmptyState>
    )
  }
  const onError = () => setFailed(true)
  return (
    <div className={classes.stage}>
      <Answer query={link}>
        {({ url }) => {
          if (kind === 'image') return <ImageView url={url} name={file.name} onError={onError} />
          if (kind === 'text')
            return <TextView url={url} name={file.name} size={file.size} onError={onError} />
          return <MediaView kind={kind} url={url} name={file.name} onError={onError} />
        }}
      </Answer>
    </div>
  )
}
