/** What a form of a person does about people who are recorded already: the remark beside it, and what is remembered on saving. */
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import { call } from '../../shared/bridge/client.ts'
import type { Draft } from '../records/form/draft.ts'
import { recordPath } from '../records/paths.ts'
import { useGoTo } from '../records/RecordLink.tsx'
import { DuplicatePanel } from './DuplicatePanel.tsx'

/** `leave` keeps the draft; nothing typed is lost by a look at somebody else. */
export function useDuplicateRemark(kind: Kind, leave: () => Promise<void>): ReactNode {
  const goTo = useGoTo()
  const queries = useQueryClient()
  if (kind !== 'person') return null
  const open = async (id: RecordId) => {
    await leave()
    await queries.invalidateQueries({ queryKey: ['drafts.offered'] })
    goTo(recordPath('person', id))
  }
  return <DuplicatePanel onOpen={(id) => void open(id)} />
}

/** Of a record that was there before: after its form was saved. */
export async function rememberDifferent(id: RecordId, { different }: Draft): Promise<void> {
  for (const other of different)
    await call('duplicates.judge', { a: id, b: other.id, verdict: 'different' })
}
