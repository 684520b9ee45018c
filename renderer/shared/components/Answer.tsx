/** The three states of anything that is asked for: on its way, failed, there. */
import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { BridgeFailure } from '../bridge/client.ts'
import { useT } from '../i18n/i18n.ts'
import { ErrorNote } from './ErrorNote.tsx'

interface AnswerProps<T> {
  readonly query: UseQueryResult<T, BridgeFailure>
  /** What stands there meanwhile; some grey lines unless something closer to the result is given. */
  readonly skeleton?: ReactNode
  readonly children: (data: T) => ReactNode
}

export function Answer<T>({ query, skeleton, children }: AnswerProps<T>) {
  const t = useT()
  // What was there stays while it is asked again, and when that fails the failure stands above it.
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    )
  }
  if (query.isError) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div role="status" aria-label={t('common.loading')}>
      {skeleton ?? <SkeletonLines />}
    </div>
  )
}

export function SkeletonLines({ count = 5 }: { count?: number }) {
  return (
    <Stack gap={12} p="md">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have nothing else to be known by
        <Skeleton key={index} height={14} radius="sm" width={`${90 - ((index * 17) % 40)}%`} />
      ))}
    </Stack>
  )
}
