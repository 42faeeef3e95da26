import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { PieceVue } from '../contract.ts'
import { Visionneuse } from './visionneuse.tsx'

/** A piece in a window over the page; full screen on a phone. */
export function FenetreDePiece({
  piece,
  onFermer,
  onChange,
}: {
  piece: PieceVue | null
  onFermer: () => void
  /** after something of it changed */
  onChange?: (() => Promise<void>) | undefined
}) {
  const petit = useMediaQuery('(max-width: 48em)')
  return (
    <Modal
      opened={piece !== null}
      onClose={onFermer}
      title={piece?.nom ?? ''}
      size="min(1100px, 94vw)"
      fullScreen={petit}
    >
      {piece !== null && <Visionneuse piece={piece} onChange={onChange} />}
    </Modal>
  )
}
