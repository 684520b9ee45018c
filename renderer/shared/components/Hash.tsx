/** A SHA-256, shown short enough to read and copied whole. */
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useT } from '../i18n/i18n.ts'
import classes from './Hash.module.css'

export function Hash({ value, whole = false }: { value: string; whole?: boolean }) {
  const t = useT()
  const shown = whole ? value : `${value.slice(0, 8)}…${value.slice(-8)}`
  return (
    <span className={classes.hash}>
      <Tooltip label={value} multiline maw={360} disabled={whole} className={classes.tip}>
        <code className={classes.value} data-whole={whole || undefined}>
          {shown}
        </code>
      </Tooltip>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            size="sm"
            variant="subtle"
            color={copied ? 'tide' : 'gray'}
            aria-label={copied ? t('common.copied') : `${t('common.copy')} SHA-256`}
            onClick={copy}
          >
            {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  )
}
