/** The keys that work everywhere or in a kind of screen. The keys of a viewer or a list are said where they work. */
import { Kbd } from '@mantine/core'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Settings.module.css'

/** Keys pressed together, in the order of the list. */
const SHORTCUTS = [
  ['lock', ['Ctrl', 'L']],
  ['search', ['Ctrl', 'K']],
  ['list', ['/']],
  ['new', ['N']],
  ['edit', ['E']],
  ['save', ['Ctrl', 'S']],
  ['undo', ['Ctrl', 'Z']],
  ['along', ['←', '→']],
  ['keys', ['?']],
  ['back', ['Alt', '←']],
  ['forward', ['Alt', '→']],
  ['larger', ['Ctrl', '+']],
  ['smaller', ['Ctrl', '−']],
  ['actual', ['Ctrl', '0']],
] as const

export function Shortcuts() {
  const t = useT()
  return (
    <>
      <p className={classes.text}>{t('settings.keysText')}</p>
      <dl className={`${classes.facts} ${classes.shortcuts}`}>
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name} className={classes.fact}>
            <dt>{t(`settings.shortcut.${name}`)}</dt>
            <dd>
              <kbd className={classes.keys}>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
