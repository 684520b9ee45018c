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

export type ErrorWords = Readonly<Record<'what' | 'safe' | 'next', string>>

interface ErrorNoteProps {
  readonly error: ShownError
  /** Instead of those of the code. */
  readonly words?: ErrorWords | undefined
  readonly onRetry?: (() => void) | undefined
  /** Facts about this failure, such as who holds the vault. */
  readonly children?: ReactNode
}

export function ErrorNote({ error, words: given, onRetry, children }: ErrorNoteProps) {
  const ofCode = useErrorTexts()[error.code]
  const words = given ?? ofCode
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
