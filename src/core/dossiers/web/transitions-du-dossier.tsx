import { ActionButton } from '#platform/web/action-button.tsx'
import { contract } from '../contract.ts'
import { useDossier } from './dossier-context.ts'
import { IssueDeSaisie } from './issue-de-saisie.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** Steps of the procedure that need nothing but a click; one that is refused now says why, one out of place is not shown. */
export function TransitionsDuDossier({ principale }: { principale?: string }) {
  const { tronc } = useDossier()
  const saisie = useSaisieDeDossier(contract.franchir, { annonce: 'C’est fait.' })
  const possibles = tronc.transitions.filter(({ refus }) => refus?.code !== 'transition-interdite')
  return (
    <>
      {possibles.map(({ code, libelle, refus, messageDeRefus }) => (
        <ActionButton
          key={code}
          {...(code === principale ? {} : { variant: 'default' })}
          loading={saisie.form.pending}
          disabledReason={refus === null ? null : messageDeRefus}
          onClick={() => void saisie.envoyer((cible) => ({ ...cible, transition: code }))}
        >
          {libelle}
        </ActionButton>
      ))}
      <IssueDeSaisie saisie={saisie} />
    </>
  )
}
