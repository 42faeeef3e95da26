import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#platform/web/card.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { dayOf, formatDate } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { useInvalidateAll, useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import classes from './reglages.module.css'

type Reglage = OutputOf<typeof contract.listerReglages>['reglages'][number]

const UNITES: Readonly<Record<string, readonly [string, string]>> = {
  'jour-ouvre': ['jour ouvré', 'jours ouvrés'],
  'jour-calendaire': ['jour', 'jours'],
}

const uniteDe = (unite: string, nombre: number): string => UNITES[unite]?.[nombre > 1 ? 1 : 0] ?? unite

/** Internal targets: what the department sets itself, never what the law sets. */
export function Reglages() {
  const query = useOperation(contract.listerReglages, {})
  const peutRegler = useWebSession().can('echeances.regler')
  return (
    <Page narrow>
      <PageHeader
        title="Délais internes"
        lead="Les objectifs que le service se donne. Les délais de la loi, eux, ne se règlent pas : ils se calculent."
      />
      {!peutRegler && <Notice>Seuls le responsable et la direction peuvent changer ces objectifs.</Notice>}
      <Card>
        <QueryView query={query}>
          {({ reglages }) =>
            reglages.length === 0 ? (
              <EmptyState title="Aucun objectif à régler">
                Les types de dossier installés n’ont pas d’objectif interne.
              </EmptyState>
            ) : (
              <ul className="pv-lines">
                {reglages.map((reglage) => (
                  <LigneDeReglage
                    key={`${reglage.code} ${reglage.valeur}`}
                    reglage={reglage}
                    peutRegler={peutRegler}
                  />
                ))}
              </ul>
            )
          }
        </QueryView>
      </Card>
    </Page>
  )
}

function LigneDeReglage({ reglage, peutRegler }: { reglage: Reglage; peutRegler: boolean }) {
  const [texte, setTexte] = useState(String(reglage.valeur))
  const session = useWebSession()
  const invalidateAll = useInvalidateAll()
  const form = useOperationForm(contract.regler, async () => {
    toast('Objectif enregistré. Les échéances qui en dépendent en tiennent compte.')
    await invalidateAll()
  })
  const regler = (valeur: string): void => {
    void form.submit({
      code: reglage.code,
      valeur: /^\d+$/.test(valeur.trim()) ? Number(valeur) : Number.NaN,
    })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    regler(texte)
  }
  const change = texte.trim() !== String(reglage.valeur)
  const estDefaut = reglage.valeur === reglage.valeurParDefaut
  return (
    <li>
      <form className={classes['ligne']} onSubmit={submit} noValidate>
        <div>
          <label htmlFor={form.idOf('valeur')} className={classes['libelle']}>
            {reglage.libelle}
          </label>
          <p className="pv-small pv-muted">
            {estDefaut
              ? 'Valeur d’origine.'
              : `Valeur d’origine : ${reglage.valeurParDefaut} ${uniteDe(reglage.unite, reglage.valeurParDefaut)}.`}
            {reglage.modifieA !== null &&
              ` Modifiée le ${formatDate(dayOf(reglage.modifieA, session.timeZone))}.`}
          </p>
        </div>
        <TextInput
          {...form.field('valeur')}
          error={form.errors['valeur'] ?? form.problem?.message}
          value={texte}
          onChange={(event) => setTexte(event.currentTarget.value)}
          inputMode="numeric"
          readOnly={!peutRegler}
          aria-describedby={`${form.idOf('valeur')}-unite`}
          rightSectionWidth={128}
          rightSectionPointerEvents="none"
          rightSection={
            <span id={`${form.idOf('valeur')}-unite`} className={classes['unite']}>
              {uniteDe(reglage.unite, Number(texte))}
            </span>
          }
        />
        {peutRegler && (
          <div className={classes['actions']}>
            {change && (
              <Button type="submit" size="sm" loading={form.pending}>
                Enregistrer
              </Button>
            )}
            {!change && !estDefaut && (
              <Button
                variant="subtle"
                size="sm"
                loading={form.pending}
                onClick={() => regler(String(reglage.valeurParDefaut))}
              >
                Revenir à {reglage.valeurParDefaut}
              </Button>
            )}
          </div>
        )}
      </form>
    </li>
  )
}
