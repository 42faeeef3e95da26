import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { ProblemView } from './problem-view.tsx'

interface Props {
  readonly children: ReactNode
  /** changing it clears the failure: the current address */
  readonly resetKey?: string
}
interface State {
  readonly error: unknown
  readonly failed: boolean
  readonly key: string | undefined
}

/** Keeps a failure of one screen from taking the whole application down. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failed: false, key: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { failed: false, error: null, key: props.resetKey }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const reload = (
      <Button variant="default" onClick={() => location.reload()}>
        Recharger la page
      </Button>
    )
    return (
      <div className="pv-page">
        <ProblemView error={this.state.error} action={reload} />
      </div>
    )
  }
}
