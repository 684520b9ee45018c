/** The frame of the unlock view: one calm card on the ground, with the language and the theme below it. */
import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { LANGUAGES, languageFacts } from '../../shared/i18n/languages.ts'
import { useCall, useMutationCall } from '../shared/bridge/hooks.ts'
import { LanguageDraft } from '../shared/components/LanguageDraft.tsx'
import { Mark } from '../shared/components/Mark.tsx'
import { useLanguage, useT } from '../shared/i18n/i18n.ts'
import classes from './Card.module.css'

interface CardProps {
  readonly title: ReactNode
  readonly above?: ReactNode
  readonly text?: ReactNode
  readonly wide?: boolean
  readonly footer?: ReactNode
  readonly children: ReactNode
}

export function Card({ title, above, text, wide = false, footer, children }: CardProps) {
  return (
    <div className={classes.ground}>
      <main className={classes.card} data-wide={wide || undefined}>
        <div className={classes.brand}>
          <Mark size={40} />
          {above && <div className={classes.above}>{above}</div>}
        </div>
        <h1 className={classes.title}>{title}</h1>
        {text && <p className={classes.text}>{text}</p>}
        <div className={classes.body}>{children}</div>
        {footer && <div className={classes.footer}>{footer}</div>}
      </main>
      <Preferences />
    </div>
  )
}

function Preferences() {
  const t = useT()
  const language = useLanguage()
  const { data: settings } = useCall('settings.get', {})
  const { mutate } = useMutationCall('settings.set', {
    onSuccess: (saved, _input, _result, { client }) =>
      client.setQueryData(['settings.get', {}], saved),
  })
  const dark =
    settings?.theme === 'dark' ||
    (settings?.theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  return (
    <aside className={classes.preferences} aria-label={t('shell.settings')}>
      <LanguageDraft language={language} />
      <SegmentedControl
        size="xs"
        aria-label={t('unlock.language')}
        value={language}
        data={LANGUAGES.map((code) => ({ value: code, label: languageFacts(code).name }))}
        onChange={(chosen) => mutate({ language: chosen })}
      />
      <Tooltip label={t('unlock.theme')}>
        <ActionIcon
          variant="default"
          size="md"
          role="switch"
          aria-checked={dark}
          aria-label={t('unlock.theme')}
          onClick={() => mutate({ theme: dark ? 'light' : 'dark' })}
        >
          {dark ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
        </ActionIcon>
      </Tooltip>
    </aside>
  )
}
