/** The first thing a new user sees: three ways in, the first of them the likely one. */
import { Button } from '@mantine/core'
import { ArchiveRestore, ChevronRight, FolderLock, FolderOpen, type LucideIcon } from 'lucide-react'
import type { NOTICES } from '../../shared/contract/session.ts'
import { useT } from '../shared/i18n/i18n.ts'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import { ChoiceFailureNote } from './ChoiceFailureNote.tsx'
import { RestoreProgress } from './RestoreProgress.tsx'
import { StartNotices } from './StartNotices.tsx'
import { type GoTo, useVaultChoice } from './useVaultChoice.ts'

interface WelcomeProps {
  readonly notices: ReadonlyArray<(typeof NOTICES)[number]>
  readonly goTo: GoTo
}

export function Welcome({ notices, goTo }: WelcomeProps) {
  const t = useT()
  const { busy, failure, open, restore } = useVaultChoice(goTo)
  return (
    <Card
      title={t('unlock.welcomeTitle')}
      text={t('unlock.welcomeText')}
      footer={
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={busy !== undefined}
          onClick={goTo.keyFile}
        >
          {t('makeKeyFile.link')}
        </Button>
      }
    >
      <StartNotices notices={notices} />
      <div className={classes.choices}>
        <Choice
          first
          icon={FolderLock}
          title={t('unlock.makeTitle')}
          text={t('unlock.makeText')}
          disabled={busy !== undefined}
          onClick={goTo.create}
        />
        <Choice
          icon={FolderOpen}
          title={t('unlock.openTitle')}
          text={t('unlock.openText')}
          disabled={busy !== undefined}
          onClick={() => void open()}
        />
        <Choice
          icon={ArchiveRestore}
          title={t('unlock.restoreTitle')}
          text={t('unlock.restoreText')}
          disabled={busy !== undefined}
          onClick={() => void restore()}
        />
        {busy === 'restoring' && <RestoreProgress />}
        {failure && <ChoiceFailureNote failure={failure} />}
      </div>
    </Card>
  )
}

interface ChoiceProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  readonly first?: boolean
  readonly disabled: boolean
  readonly onClick: () => void
}

function Choice({ icon: Icon, title, text, first = false, disabled, onClick }: ChoiceProps) {
  return (
    <button
      type="button"
      className={classes.choice}
      data-first={first || undefined}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={22} strokeWidth={1.7} aria-hidden />
      <span>
        <span className={classes.choiceTitle}>{title}</span>
        <span className={classes.choiceText}>{text}</span>
      </span>
      <ChevronRight size={18} aria-hidden />
    </button>
  )
}
