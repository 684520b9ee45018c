/**
 * The left rail: every section with its count, and below it the work that is going on. Groups fold, and the settings
 * remember which; the one with the screen that is shown stays open, so that the rail always says where one is.
 */
import { Link, useLocation } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import type { Settings } from '../../../shared/contract/session.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { JobTray } from '../jobs/JobTray.tsx'
import {
  HOME_ENTRY,
  isWithin,
  KIND_ICONS,
  pathOf,
  RAIL,
  type RailEntry,
  VAULT_ENTRIES,
} from './navigation.ts'
import classes from './Rail.module.css'

interface RailProps {
  /** A section was chosen, perhaps the one that is shown already. */
  onChoose?(): void
}

export function Rail({ onChoose }: RailProps) {
  const t = useT()
  const { pathname } = useLocation()
  const { folded, toggle } = useFolded()
  return (
    <nav className={classes.rail} aria-label={t('shell.navigation')}>
      <div className={classes.scroll}>
        <ul className={classes.links}>
          <RailLink entry={HOME_ENTRY} onChoose={onChoose} />
        </ul>
        {RAIL.map(({ group, entries }) => {
          const holds = entries.some((entry) => isWithin(entry, pathname))
          const isOpen = holds || !folded.includes(group)
          const name = t(`shell.group.${group}`)
          return (
            <div key={group}>
              <h2 className={classes.group} id={`rail-${group}`}>
                {holds ? (
                  name
                ) : (
                  <button
                    type="button"
                    className={classes.toggle}
                    aria-expanded={isOpen}
                    onClick={() => toggle(group)}
                  >
                    {name}
                    <ChevronDown size={14} aria-hidden />
                  </button>
                )}
              </h2>
              {isOpen && (
                <ul className={classes.links} aria-labelledby={`rail-${group}`}>
                  {entries.map((entry) => (
                    <RailLink key={pathOf(entry)} entry={entry} onChoose={onChoose} />
                  ))}
                </ul>
              )}
            </div>
          )
        })}
      </div>
      <JobTray />
      <ul className={`${classes.links} ${classes.vault}`} aria-label={t('shell.group.vault')}>
        {VAULT_ENTRIES.map((entry) => (
          <RailLink key={pathOf(entry)} entry={entry} onChoose={onChoose} />
        ))}
      </ul>
    </nav>
  )
}

type Group = Settings['foldedGroups'][number]

function useFolded() {
  const folded = useCall('settings.get', {}).data?.foldedGroups ?? []
  const { mutate } = useMutationCall('settings.set', {
    onSuccess: (saved, _input, _result, { client }) =>
      client.setQueryData(['settings.get', {}], saved),
  })
  const toggle = (group: Group) =>
    mutate({
      foldedGroups: folded.includes(group)
        ? folded.filter((each) => each !== group)
        : [...folded, group],
    })
  return { folded, toggle }
}

function RailLink({ entry, onChoose }: { entry: RailEntry; onChoose: RailProps['onChoose'] }) {
  const t = useT()
  const labels = useLabels()
  const formats = useFormats()
  const { data: info } = useCall('session.info', {})
  const isSection = 'kind' in entry
  const Icon = isSection ? KIND_ICONS[entry.kind] : entry.icon
  return (
    <li>
      <Link
        to={pathOf(entry)}
        activeOptions={{ exact: pathOf(entry) === '/' }}
        className={classes.link ?? ''}
        {...(onChoose ? { onClick: onChoose } : {})}
      >
        <Icon size={17} strokeWidth={1.8} aria-hidden />
        <span className={classes.linkText}>
          {isSection ? labels.kinds[entry.kind].many : t(entry.title)}
        </span>
        {isSection && info && (
          <span className={classes.count}>{formats.number(info.counts[entry.kind] ?? 0)}</span>
        )}
      </Link>
    </li>
  )
}
