/** What identifies this vault and its state, to be read out over a telephone or written on paper. */
import type { ReactNode } from 'react'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { Copyable } from '../../shared/components/Copyable.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Settings.module.css'

export function VaultFacts() {
  const t = useT()
  const formats = useFormats()
  const query = useCall('session.info', {})
  return (
    <Answer query={query}>
      {(info) => (
        <dl className={classes.facts}>
          <Fact label={t('settings.name')}>{info.name}</Fact>
          <Fact label={t('settings.openedWith')}>{t(`settings.opened.${info.openedWith}`)}</Fact>
          <Fact label={t('settings.slots')} hint={t('settings.slotsHint')}>
            {formats.number(info.slotsInUse)}
          </Fact>
          <Fact label={t('settings.entries')}>{formats.number(info.entries)}</Fact>
          <Fact label={t('settings.vaultId')}>
            <Copyable
              value={info.vaultId}
              label={t('settings.copyNamed', { name: t('settings.vaultId') })}
            />
          </Fact>
          <Fact label={t('settings.head')} hint={t('settings.headHint')}>
            <Copyable
              value={info.head}
              label={t('settings.copyNamed', { name: t('settings.head') })}
            />
          </Fact>
        </dl>
      )}
    </Answer>
  )
}

interface FactProps {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}

const Fact = ({ label, hint, children }: FactProps) => (
  <div className={classes.fact}>
    <dt>{label}</dt>
    <dd>
      {children}
      {hint && <span className={classes.hint}>{hint}</span>}
    </dd>
  </div>
)
