import { Button, type ButtonProps } from '@mantine/core'
import { type MouseEventHandler, type ReactNode, useId } from 'react'

export interface ActionButtonProps extends ButtonProps {
  readonly children: ReactNode
  /** why the action is not possible now: shown under the button and read by screen readers; null when it is possible */
  readonly disabledReason?: string | null | undefined
  readonly onClick?: MouseEventHandler<HTMLButtonElement>
  readonly type?: 'button' | 'submit'
  /** the reason beside the button instead of under it */
  readonly reasonBeside?: boolean
}

/** A button that, when it cannot act, says why and stays reachable by keyboard instead of disappearing. */
export function ActionButton({
  children,
  disabledReason,
  onClick,
  type = 'button',
  reasonBeside = false,
  ...rest
}: ActionButtonProps) {
  const reasonId = useId()
  const refused = disabledReason !== undefined && disabledReason !== null
  const button = (
    <Button
      {...rest}
      type={type}
      {...(refused
        ? {
            'aria-disabled': true,
            'aria-describedby': reasonId,
            variant: 'default',
            className: 'pv-button-refused',
          }
        : {})}
      onClick={(event) => {
        if (refused) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {children}
    </Button>
  )
  if (!refused) return button
  return (
    <span className={reasonBeside ? 'pv-refused pv-refused-beside' : 'pv-refused'}>
      {button}
      <span id={reasonId} className="pv-refused-reason">
        {disabledReason}
      </span>
    </span>
  )
}
