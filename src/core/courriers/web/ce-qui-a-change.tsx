import { Modal, Select } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { formatCount } from '#platform/web/formats.ts'
import { useOperation } from '#platform/web/query.ts'
import { QueryView } from '#platform/web/query-view.tsx'
import { type CourrierVu, contract } from '../contract.ts'
import classes from './courriers.module.css'

type Bloc = OutputOf<typeof contract.comparerVersions>['blocs'][number]
type Morceau = Bloc['morceaux'][number]

/** A run of paragraphs that did not change, or one that did. */
type Passage = { readonly nature: 'inchange'; readonly textes: readonly string[] } | Bloc

/** Unchanged paragraphs gathered: what changed is what one came to read. */
export function passagesDe(blocs: readonly Bloc[]): readonly Passage[] {
  const passages: Passage[] = []
  for (const bloc of blocs) {
    if (bloc.nature !== 'egal') {
      passages.push(bloc)
      continue
    }
    const texte = bloc.morceaux.map((m) => m.texte).join('')
    const dernier = passages.at(-1)
    if (dernier?.nature === 'inchange')
      passages[passages.length - 1] = { nature: 'inchange', textes: [...dernier.textes, texte] }
    else passages.push({ nature: 'inchange', textes: [texte] })
  }
  return passages
}

function EnMots({ morceau }: { morceau: Morceau }) {
  switch (morceau.nature) {
    case 'egal':
      return morceau.texte
    case 'ajoute':
      return (
        <ins>
          <span className="pv-sr">[ajouté : </span>
          {morceau.texte}
          <span className="pv-sr">]</span>
        </ins>
      )
    case 'retire':
      return (
        <del>
          <span className="pv-sr">[retiré : </span>
          {morceau.texte}
          <span className="pv-sr">]</span>
        </del>
      )
  }
}

const LIBELLES = { modifie: 'Modifié', ajoute: 'Ajouté', retire: 'Retiré', egal: '' } as const

function Comparaison({ blocs }: { blocs: readonly Bloc[] }) {
  const passages = passagesDe(blocs)
  if (passages.every(({ nature }) => nature === 'inchange'))
    return <p className="pv-muted">Le texte est le même : seule la mise en forme a pu changer.</p>
  return (
    <div className={classes['comparaison']}>
      {passages.map((passage, rang) =>
        passage.nature === 'inchange' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other identity, and never move
          <details key={rang}>
            <summary>
              {formatCount(passage.textes.length, 'paragraphe inchangé', 'paragraphes inchangés')}
            </summary>
            {passage.textes.map((texte, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: same
              <p key={i}>{texte}</p>
            ))}
          </details>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: same
          <div key={rang} className={classes['change']}>
            <span className={classes['nature']}>{LIBELLES[passage.nature]}</span>
            <p>
              {passage.morceaux.map((morceau, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: same
                <EnMots key={i} morceau={morceau} />
              ))}
            </p>
          </div>
        ),
      )}
    </div>
  )
}

/** What changed in a letter, from one version to the next. */
export function CeQuiAChange({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const dernier = courrier.versions[0]?.rang ?? 1
  const [de, setDe] = useState(Math.max(1, dernier - 1))
  const query = useOperation(contract.comparerVersions, { id: courrier.id, de, a: dernier })
  return (
    <Modal opened onClose={onFermer} title={`Ce qui a changé : ${courrier.libelle}`} size="min(860px, 94vw)">
      <div className="pv-form">
        <Select
          label={`La version ${dernier}, comparée à`}
          data={courrier.versions
            .filter(({ rang }) => rang < dernier)
            .map(({ rang, agent }) => ({
              value: String(rang),
              label: `la version ${rang}${agent === null ? '' : `, de ${agent}`}`,
            }))}
          value={String(de)}
          allowDeselect={false}
          onChange={(rang) => setDe(Number(rang ?? de))}
          data-autofocus
        />
        <QueryView query={query}>{({ blocs }) => <Comparaison blocs={blocs} />}</QueryView>
      </div>
    </Modal>
  )
}
