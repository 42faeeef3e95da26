import { TextInput, type TextInputProps } from '@mantine/core'
import { formatDay } from './formats.ts'

export interface DayFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** 'YYYY-MM-DD', or empty */
  readonly value: string
  readonly onChange: (day: string) => void
}

/** A day, by the browser's own date field (keyboard, phone and screen reader know it), repeated in words. */
export function DayField({ value, onChange, description, ...rest }: DayFieldProps) {
  const words = /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : null
  return (
    <TextInput
      {...rest}
      type="date"
      value={value}
      max="9999-12-31"
      description={description}
      rightSectionWidth="auto"
      rightSection={words === null ? null : <span className="pv-day-words">{words}</span>}
      rightSectionPointerEvents="none"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
