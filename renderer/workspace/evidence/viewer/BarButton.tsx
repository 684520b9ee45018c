/** A button of the viewer's bars: a sign with its words. */
import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

interface BarButtonProps {
  readonly label: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

export function BarButton({
  label,
  disabled = false,
  autoFocus = false,
  onClick,
  children,
}: BarButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        disabled={disabled}
        data-autofocus={autoFocus || undefined}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
