/** The way back to the list of a kind. */
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenKind } from '../../../shared/model/model.ts'
import { KIND_PATHS } from '../shell/navigation.ts'
import classes from './Crumb.module.css'

export function Crumb({ kind, children }: { kind: OpenKind; children: ReactNode }) {
  return (
    <Link to={KIND_PATHS[kind]} className={classes.crumb ?? ''}>
      <ChevronLeft size={14} aria-hidden />
      {children}
    </Link>
  )
}
