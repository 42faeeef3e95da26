import { docxFromParagraphs, type TemplateParagraph } from '#platform/documents/index.ts'
import { boucle, condition, texteDe, texteLegal } from './domain/balise.ts'
import { definirModele } from './domain/modele.ts'
import { BALISES_DE_LETTRE, type ChampsDeLettre, EXEMPLE_DE_LETTRE, lettreType } from './lettre-type.ts'

export type ChampsDePret = ChampsDeLettre & {
  readonly fauteuil: string
  readonly aRendre: boolean
  readonly remarque: string
  readonly accessoires: readonly { readonly nom: string }[]
}

/** A letter that no procedure uses. */
export const AVIS_DE_PRET = definirModele<ChampsDePret>({
  code: 'essai.avis-de-pret',
  libelle: 'Avis de prêt',
  description: 'Envoyé à la personne qui emprunte un fauteuil.',
  balises: {
    ...BALISES_DE_LETTRE,
    fauteuil: texteDe('Fauteuil prêté', { exigee: true }),
    aRendre: condition('Le fauteuil est à rendre'),
    remarque: texteDe('Remarque', { facultative: true }),
    accessoires: boucle('Accessoires', { nom: texteDe('Nom') }, { facultative: true }),
  },
  exemple: {
    ...EXEMPLE_DE_LETTRE,
    fauteuil: 'Fauteuil n° 12',
    aRendre: true,
    remarque: '',
    accessoires: [{ nom: 'coussin' }, { nom: 'repose-pied' }],
  },
  contenuParDefaut: () =>
    lettreType({
      titre: 'Avis de prêt',
      objet: 'prêt d’un fauteuil',
      corps: [
        'Madame, Monsieur,',
        'Nous vous prêtons le {fauteuil}.{#remarque} Remarque : {remarque}.{/remarque}',
        '{#aRendre}',
        'Vous le rendrez à l’accueil.',
        '{/aRendre}',
        '{#accessoires}',
        { text: '{nom}', style: 'list' },
        '{/accessoires}',
      ],
    }),
})

export type ChampsDeDecision = ChampsDeLettre & {
  readonly motif: string
  readonly offreDeMediation: string
}

export const OFFRE_DE_MEDIATION =
  'Vous pouvez saisir le médiateur médecin ou non médecin, et vous faire accompagner par un représentant des usagers.'

/** A letter that someone approves and a signatory signs, with a sentence of the law. No procedure uses it. */
export const DECISION = definirModele<ChampsDeDecision>({
  code: 'essai.decision',
  libelle: 'Décision',
  description: 'Envoyée à la personne dont la demande est tranchée.',
  visa: 'requis',
  signature: 'requise',
  balises: {
    ...BALISES_DE_LETTRE,
    motif: texteDe('Motif'),
    offreDeMediation: texteLegal('Offre de médiation', 'CSP, art. R. 1112-92'),
  },
  exemple: { ...EXEMPLE_DE_LETTRE, motif: 'retard', offreDeMediation: OFFRE_DE_MEDIATION },
  contenuParDefaut: () =>
    lettreType({
      titre: 'Décision',
      objet: 'votre demande',
      corps: ['Madame, Monsieur,', 'Notre décision tient au {motif} constaté.', '{offreDeMediation}'],
    }),
})

/** A .docx as the hospital would deposit it. */
export const docx = (paragraphs: readonly TemplateParagraph[], pied: readonly string[] = []): Uint8Array =>
  docxFromParagraphs({ title: 'Essai', header: [], address: [], paragraphs, footer: pied })

/** Every mandatory field, to which a test adds its own. */
export const CORPS_COMPLET = [
  '{service} {adresseDuService} {courrielDuService} {telephoneDuService}',
  'Nouveau texte de l’hôpital : {fauteuil}.',
]
