/** The way back to the list of a kind. A kind without a list of its own says only what it is. */
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenKind } from '../../../shared/model/model.ts'
import { SECTION_PATHS } from '../shell/navigation.ts'
import classes from './Crumb.module.css'

export function Crumb({ kind, children }: { kind: OpenKind; children: ReactNode }) {
  if (kind === 'stay') return <span>{children}</span>
  return (
    <Link to={SECTION_PATHS[kind]} className={classes.crumb ?? ''}>
      <ChevronLeft size={14} aria-hidden />
      {children}
    </Link>
  )
}
