/** Where files are dropped. Only real files are taken; text or a picture dragged from elsewhere is not evidence. */
import { Dropzone } from '@mantine/dropzone'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../../shared/i18n/i18n.ts'
import { filesOfDrop } from './droppedFiles.ts'
import classes from './Files.module.css'

interface FileDropProps {
  readonly title: string
  readonly hint?: string
  readonly disabled?: boolean
  /** Below the words: the button that opens main's dialog. */
  readonly action?: ReactNode
  readonly onDrop: (files: File[]) => void
}

export function FileDrop({ title, hint, disabled = false, action, onDrop }: FileDropProps) {
  const t = useT()
  return (
    <Dropzone
      className={classes.drop ?? ''}
      activateOnClick={false}
      activateOnKeyboard={false}
      // The zone itself does nothing by keyboard: its button does.
      tabIndex={-1}
      enablePointerEvents
      disabled={disabled}
      useFsAccessApi={false}
      getFilesFromEvent={filesOfDrop}
      inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
      onDrop={onDrop}
    >
      <div className={classes.dropInner}>
        <Download size={22} strokeWidth={1.6} aria-hidden className={classes.dropIcon} />
        <div className={classes.dropWords}>
          <Dropzone.Accept>
            <span className={classes.dropTitle}>{t('evidence.dropNow')}</span>
          </Dropzone.Accept>
          <Dropzone.Idle>
            <span className={classes.dropTitle}>{title}</span>
          </Dropzone.Idle>
          {hint && <span className={classes.quiet}>{hint}</span>}
        </div>
        {action}
      </div>
    </Dropzone>
  )
}
