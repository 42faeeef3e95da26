import { Button, Group, Modal } from '@mantine/core'
import { useSyncExternalStore } from 'react'

interface Question {
  readonly title: string
  /** what will happen, and whether it can be undone */
  readonly text: string
  /** the verb of the action: « Retirer la pièce », never « OK » */
  readonly action: string
  readonly cancel?: string
  readonly danger?: boolean
}

let asked: { question: Question; answer: (yes: boolean) => void } | null = null
const listeners = new Set<() => void>()

function set(value: typeof asked): void {
  asked = value
  for (const listener of listeners) listener()
}

/** Asks before something that costs to undo. Resolves to true when confirmed. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false)
  return new Promise((answer) => set({ question, answer }))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where questions appear: once, in the shell. */
export function ConfirmRegion() {
  const pending = useSyncExternalStore(subscribe, () => asked)
  const close = (yes: boolean): void => {
    pending?.answer(yes)
    set(null)
  }
  const question = pending?.question
  return (
    <Modal
      opened={question !== undefined}
      zIndex={250}
      onClose={() => close(false)}
      title={question?.title ?? ''}
    >
      <p className="pv-modal-text">{question?.text}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => close(false)} data-autofocus>
          {question?.cancel ?? 'Annuler'}
        </Button>
        <Button {...(question?.danger === true ? { color: 'red' } : {})} onClick={() => close(true)}>
          {question?.action}
        </Button>
      </Group>
    </Modal>
  )
}
