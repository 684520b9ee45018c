/** A link to a record's page. The id stands in the path, which lives in memory only; a name never does. */
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { KIND_PATHS } from '../shell/navigation.ts'
import classes from './RecordLink.module.css'

interface RecordLinkProps {
  readonly kind: OpenKind
  readonly id: RecordId
  readonly children: ReactNode
  readonly className?: string | undefined
}

export function RecordLink({ kind, id, children, className }: RecordLinkProps) {
  return (
    <Link
      to={`${KIND_PATHS[kind]}/$id`}
      params={{ id }}
      className={className ?? classes.link ?? ''}
    >
      {children}
    </Link>
  )
}

declare module '@tanstack/history' {
  interface HistoryState {
    /** The screen from which one came here. */
    from?: string
  }
}

/**
 * Goes to a path made by paths.ts. With `replace` this screen is done with: who came here from where they go now is back
 * there, so that "back" leads on from there and not to the same screen again.
 */
export function useGoTo(): (path: string, options?: { replace?: boolean }) => void {
  const { history } = useRouter()
  return (path, { replace = false } = {}) => {
    const { pathname, state } = history.location
    if (!replace) history.push(path, { from: pathname })
    else if (state.from === path) history.back()
    else history.replace(path)
  }
}
