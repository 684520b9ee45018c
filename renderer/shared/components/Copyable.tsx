/** A long code: shown whole or by its ends, and copied whole. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyText } from '../copyText.ts'
import { useT } from '../i18n/i18n.ts'
import classes from './Copyable.module.css'

const SHOWN_MS = 1500

interface CopyableProps {
  readonly value: string
  /** What the button copies, in words. */
  readonly label: string
  readonly short?: boolean
}

export function Copyable({ value, label, short = false }: CopyableProps) {
  const t = useT()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <span className={classes.copyable}>
      <Tooltip label={value} multiline maw={360} disabled={!short} className={classes.tip ?? ''}>
        <code className={classes.value} data-whole={!short || undefined}>
          {short ? `${value.slice(0, 8)}…${value.slice(-8)}` : value}
        </code>
      </Tooltip>
      <ActionIcon
        size="sm"
        variant="subtle"
        color={copied ? 'tide' : 'gray'}
        aria-label={copied ? t('common.copied') : label}
        onClick={() => void copyText(value).then(setCopied)}
      >
        {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      </ActionIcon>
    </span>
  )
}
