/** A failure in words: what happened, what was kept safe, what to do next. Its code is there to be quoted. */
import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorCode } from '../../../shared/errors.ts'
import { useErrorTexts, useT } from '../i18n/i18n.ts'
import { Note } from './Note.tsx'

export interface ShownError {
  readonly code: ErrorCode
}

interface ErrorNoteProps {
  readonly error: ShownError
  readonly onRetry?: (() => void) | undefined
  /** Facts about this failure, such as who holds the vault. */
  readonly children?: ReactNode
}

export function ErrorNote({ error, onRetry, children }: ErrorNoteProps) {
  const words = useErrorTexts()[error.code]
  const t = useT()
  return (
    <Note tone="danger" icon={TriangleAlert} title={words.what} role="alert" code={error.code}>
      {children}
      <p>{words.safe}</p>
      <p>{words.next}</p>
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </Note>
  )
}
