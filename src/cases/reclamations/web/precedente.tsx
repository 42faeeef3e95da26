import { cheminParIdentifiant } from '#core/dossiers/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { callOperation } from '#platform/web/client.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import { toast } from '#platform/web/toast.tsx'
import { contract } from '../contract.ts'
import { type Formulaire, remplirDepuisLaPrecedente } from './brouillon.tsx'
import { LienARetirer } from './lien-a-retirer.tsx'

type Changer = (suite: (f: Formulaire) => Formulaire) => void

/** The complaint chosen as the previous one: its people and services fill what is still empty. */
export async function faireSuite({ id }: { readonly id: string }, changer: Changer): Promise<void> {
  try {
    const vue = await callOperation(contract.obtenir, { id })
    changer((f) => remplirDepuisLaPrecedente(f, vue))
  } catch (error) {
    toast(toProblem(error).message)
  }
}

/** Says which complaint the one being entered follows. */
export function Precedente({
  formulaire,
  onChange,
}: {
  formulaire: Formulaire
  onChange: (f: Formulaire) => void
}) {
  const { suiteDe } = formulaire
  if (suiteDe === null) return null
  return (
    <LienARetirer onRetirer={() => onChange({ ...formulaire, suiteDe: null })}>
      Cette réclamation fera suite à{' '}
      <AppLink href={cheminParIdentifiant(suiteDe.id)}>{suiteDe.numero}</AppLink>&nbsp;: les deux dossiers
      seront liés.
    </LienARetirer>
  )
}
