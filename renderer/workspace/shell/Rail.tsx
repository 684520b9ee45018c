/** The left rail: every section with its count, and below it the work that is going on. */
import { Link } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCall } from '../../shared/bridge/hooks.ts'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { JobTray } from '../jobs/JobTray.tsx'
import {
  AgendaIcon,
  BackupsIcon,
  FiguresIcon,
  HomeIcon,
  KeysIcon,
  KIND_ICONS,
  MapIcon,
  NAVIGATION,
  PrioritiesIcon,
  RegistersIcon,
  SECTION_PATHS,
  SettingsIcon,
} from './navigation.ts'
import classes from './Shell.module.css'

interface RailLinkProps {
  readonly to:
    | '/'
    | '/map'
    | '/figures'
    | '/agenda'
    | '/registers'
    | '/priorities'
    | '/backups'
    | '/keys'
    | '/settings'
    | (typeof SECTION_PATHS)[keyof typeof SECTION_PATHS]
  readonly icon: LucideIcon
  readonly count?: string | undefined
  readonly children: ReactNode
}

function RailLink({ to, icon: Icon, count, children }: RailLinkProps) {
  return (
    <li>
      <Link to={to} activeOptions={{ exact: to === '/' }} className={classes.link ?? ''}>
        <Icon size={17} strokeWidth={1.8} aria-hidden />
        <span className={classes.linkText}>{children}</span>
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </Link>
    </li>
  )
}

export function Rail() {
  const t = useT()
  const labels = useLabels()
  const formats = useFormats()
  const { data: info } = useCall('session.info', {})
  return (
    <nav className={classes.rail} aria-label={t('shell.navigation')}>
      <div className={classes.railScroll}>
        <ul className={classes.links}>
          <RailLink to="/" icon={HomeIcon}>
            {t('shell.home')}
          </RailLink>
          <RailLink to="/agenda" icon={AgendaIcon}>
            {t('agenda.title')}
          </RailLink>
          <RailLink to="/registers" icon={RegistersIcon}>
            {t('registers.title')}
          </RailLink>
          <RailLink to="/priorities" icon={PrioritiesIcon}>
            {t('priorities.title')}
          </RailLink>
          <RailLink to="/figures" icon={FiguresIcon}>
            {t('figures.title')}
          </RailLink>
          <RailLink to="/map" icon={MapIcon}>
            {t('map.title')}
          </RailLink>
        </ul>
        {NAVIGATION.map(({ group, kinds }) => (
          <div key={group}>
            <h2 className={classes.group} id={`rail-${group}`}>
              {t(`shell.group.${group}`)}
            </h2>
            <ul className={classes.links} aria-labelledby={`rail-${group}`}>
              {kinds.map((kind) => (
                <RailLink
                  key={kind}
                  to={SECTION_PATHS[kind]}
                  icon={KIND_ICONS[kind]}
                  count={info ? formats.number(info.counts[kind] ?? 0) : undefined}
                >
                  {labels.kinds[kind].many}
                </RailLink>
              ))}
              {group === 'out' && (
                <RailLink to="/backups" icon={BackupsIcon}>
                  {t('shell.backups')}
                </RailLink>
              )}
            </ul>
          </div>
        ))}
      </div>
      <JobTray />
      <ul className={classes.links}>
        <RailLink to="/keys" icon={KeysIcon}>
          {t('keys.title')}
        </RailLink>
        <RailLink to="/settings" icon={SettingsIcon}>
          {t('shell.settings')}
        </RailLink>
      </ul>
    </nav>
  )
}
