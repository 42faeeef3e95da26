// Written by `node db/generate-types.ts` from the migrations. Do not edit.
import type { Generated } from 'kysely'

export interface TablesAgents {
  'agents.absence': {
    id: string
    etablissementId: string
    agentId: string
    remplacantId: string
    du: string
    au: string
    creeA: Date
    creePar: string | null
    annuleeA: Date | null
    annuleePar: string | null
  }
  'agents.agent': {
    id: string
    etablissementId: string
    identifiant: string
    nom: string
    prenom: string
    courriel: Generated<string>
    fonction: Generated<string>
    role: string
    services: Generated<string[]>
    motDePasse: string
    doitChangerMotDePasse: Generated<boolean>
    estActif: Generated<boolean>
    cleTri: string
    version: Generated<number>
    creeA: Date
  }
  'agents.session': {
    empreinte: Buffer
    agentId: string
    ouverteA: Date
    vueA: Date
    expireA: Date
  }
  'agents.tentative': {
    cle: Buffer
    survenueA: Date
  }
}

export interface TablesContacts {
  'contacts.contact': {
    dossierId: string
    canal: string
    motif: string
    orientation: string | null
    orientationPrecision: Generated<string>
    dureeMinutes: number | null
    devenuId: string | null
  }
  'contacts.suite': {
    id: string
    dossierId: string
    nature: string
    pourLe: string
    heure: Generated<string>
    dureeMinutes: Generated<number>
    avec: Generated<string>
    lieu: Generated<string>
    telephone: Generated<string>
    agentId: string
    etat: Generated<string>
    note: Generated<string>
    creeA: Date
    finieA: Date | null
    version: Generated<number>
  }
}

export interface TablesCourriers {
  'courriers.courrier': {
    id: string
    dossierId: string
    code: string
    modeleId: string | null
    pieceId: string
    canal: string
    mentions: unknown
    produitA: Date
    produitPar: string | null
    envoyeLe: string | null
    version: Generated<number>
    signataireId: string | null
    destinataireNom: Generated<string>
    destinataireCourriel: Generated<string>
    mentionsExigees: Generated<unknown>
    abandonneA: Date | null
    abandonnePar: string | null
    abandonMotif: string | null
  }
  'courriers.envoi': {
    id: string
    courrierId: string
    dossierId: string
    versionId: string
    mode: string
    etat: string
    envoyeLe: string | null
    tenteA: Date
    par: string | null
    messageId: string | null
    destinataire: Generated<string>
    numero: string | null
    remisA: string | null
    raison: Generated<string>
    decideA: Date | null
    decidePar: string | null
    faitId: string | null
    deposeLe: string | null
    aviseLe: string | null
    distribueLe: string | null
    retourneLe: string | null
    preuvePieceId: string | null
  }
  'courriers.modele': {
    id: string
    etablissementId: string
    code: string
    version: number
    nom: string
    taille: number
    sha256: string
    objetCle: string
    cleEnveloppee: string
    cleId: string
    deposeA: Date
    deposePar: string | null
    retireA: Date | null
  }
  'courriers.signataire': {
    id: string
    etablissementId: string
    agentId: string | null
    nom: string
    qualite: string
    delegation: string
    depuis: string
    jusquAu: string | null
    codes: string[] | null
    creeA: Date
    creePar: string
    closLe: string | null
    closPar: string | null
  }
  'courriers.signature': {
    courrierId: string
    dossierId: string
    versionId: string
    signataireId: string
    nature: string
    nom: string
    qualite: string
    delegation: string
    delegationDepuis: string
    delegationJusquAu: string | null
    sha256: string
    signeLe: string
    signeA: Date
    agentId: string
    scanPieceId: string | null
  }
  'courriers.version': {
    id: string
    courrierId: string
    dossierId: string
    rang: number
    origine: string
    pieceId: string
    sha256: string
    estSansIdentite: Generated<boolean>
    produitA: Date
    produitPar: string | null
    pdfPieceId: string | null
    pdfOrigine: string | null
  }
  'courriers.visa': {
    id: string
    courrierId: string
    dossierId: string
    versionId: string
    agentId: string
    message: string
    demandeA: Date
    demandePar: string
    decision: string | null
    commentaire: Generated<string>
    decideA: Date | null
    annuleA: Date | null
  }
}

export interface TablesDossiers {
  'dossiers.affaire': {
    id: string
    etablissementId: string
    titre: string
    depuisLe: string
    motif: string
    version: Generated<number>
    creeeA: Date
    creeePar: string | null
    modifieeA: Date
  }
  'dossiers.attente': {
    dossierId: string
    origine: string
    objetId: string
    etablissementId: string
    code: string
    de: string
    agentId: string | null
    pourLe: string | null
    heure: string | null
  }
  'dossiers.brouillon': {
    id: string
    agentId: string
    type: string
    contenu: unknown
    modifieA: Date
  }
  'dossiers.compteur': {
    etablissementId: string
    type: string
    annee: number
    dernier: number
  }
  'dossiers.conflit': {
    dossierId: string
    agentId: string
    declareA: Date
    declarePar: string | null
  }
  'dossiers.derivation': {
    etablissementId: string
    nature: string
    empreinte: string
    faiteA: Date
  }
  'dossiers.dossier': {
    id: string
    etablissementId: string
    affaireId: string
    type: string
    annee: number
    rang: number
    numero: string
    etat: string
    estClos: Generated<boolean>
    version: Generated<number>
    classe: Generated<string>
    objet: string
    recuLe: string
    auteur: Generated<string>
    assigneA: string | null
    services: Generated<string[]>
    prochaineEcheanceLe: string | null
    prochaineEcheanceCode: string | null
    closLe: string | null
    creeA: Date
    creePar: string | null
    modifieA: Date
    priorite: Generated<string>
  }
  'dossiers.etiquetage': {
    dossierId: string
    etiquetteId: string
    recuLe: string
    poseePar: string
    poseeA: Date
  }
  'dossiers.etiquette': {
    id: string
    etablissementId: string
    libelle: string
    cle: string
    version: Generated<number>
    creeePar: string
    creeeA: Date
    retireeA: Date | null
  }
  'dossiers.fait': {
    id: string
    dossierId: string
    code: string
    survenuLe: string
    survenuA: Date | null
    enregistreA: Date
    agentId: string | null
    details: Generated<unknown>
    rectifie: string | null
    motif: string | null
  }
  'dossiers.lien': {
    dossierId: string
    versId: string
    nature: string
    creeA: Date
    agentId: string | null
  }
  'dossiers.liste': {
    id: string
    etablissementId: string
    agentId: string
    nom: string
    estPartagee: Generated<boolean>
    criteres: unknown
    colonnes: string[]
    version: Generated<number>
    creeeA: Date
    modifieeA: Date
  }
  'dossiers.miseDeCote': {
    agentId: string
    dossierId: string
    jusquAu: string
    motif: string
    poseeA: Date
  }
  'dossiers.notePersonnelle': {
    agentId: string
    dossierId: string
    texte: string
    modifieeA: Date
  }
  'dossiers.participation': {
    dossierId: string
    personneId: string
    role: string
    qualite: Generated<string>
  }
  'dossiers.rangement': {
    agentId: string
    listeId: string
    rang: number
    estParDefaut: Generated<boolean>
  }
  'dossiers.rattachement': {
    dossierId: string
    structureId: string
    recuLe: string
  }
  'dossiers.recherche': {
    dossierId: string
    etablissementId: string
    recuLe: string
    cleNom: string
    tsv: string
    tsvTronc: string | null
  }
  'dossiers.recherchePartie': {
    dossierId: string
    source: string
    objetId: string
    audience: string
    structureId: string | null
    lieu: Generated<string>
    texte: string
    tsv: string
    octets: number
  }
  'dossiers.recit': {
    id: string
    dossierId: string
    rang: number
    texte: string
    creeA: Date
    agentId: string | null
  }
}

export interface TablesEcheances {
  'echeances.echeance': {
    dossierId: string
    code: string
    faitId: string
    limiteLe: string | null
    limiteA: Date | null
    cibleLe: string | null
    etat: string
    tenueLe: string | null
  }
  'echeances.reglage': {
    id: string
    etablissementId: string
    code: string
    valeur: number
    enregistreA: Date
    agentId: string | null
  }
}

export interface TablesEloges {
  'eloges.eloge': {
    dossierId: string
    canal: string
    accord: Generated<string>
    accordForme: Generated<string>
    accordLe: string | null
  }
  'eloges.transmission': {
    id: string
    dossierId: string
    structureId: string
    aNom: Generated<string>
    aCourriel: Generated<string>
    texte: string
    signature: Generated<string>
    transmiseLe: string
    transmiseA: Date
    par: string | null
    envoi: string
    raison: Generated<string>
    remiseLe: string | null
    remiseA: Date | null
    remisePar: string | null
    annuleeA: Date | null
    annuleePar: string | null
    annulationMotif: Generated<string>
  }
}

export interface TablesJournal {
  'journal.entree': {
    id: string
    chaine: string
    rang: number
    survenueA: Date
    etablissementId: string | null
    agentId: string | null
    acteur: string
    evenement: string
    dossierId: string | null
    contenu: string
    empreintePrecedente: Buffer
    empreinte: Buffer
  }
}

export interface TablesPersonnes {
  'personnes.cle': {
    personneId: string
    etablissementId: string
    valeur: string
  }
  'personnes.consentement': {
    id: string
    personneId: string
    dossierId: string | null
    objet: string
    forme: string
    donneLe: string
    retireLe: string | null
    pieceId: string | null
    enregistreA: Date
    agentId: string | null
  }
  'personnes.distinction': {
    uneId: string
    autreId: string
    distingueesA: Date
    agentId: string | null
  }
  'personnes.fusion': {
    id: string
    etablissementId: string
    gardeeId: string
    absorbeeId: string
    absorbeeNom: string
    absorbeePrenom: string
    motif: string
    avant: unknown
    matriculeAvant: string | null
    matriculeApres: string | null
    versionGardee: number
    deplacements: unknown
    renommes: string[]
    consentements: unknown
    dossiers: string[]
    faiteA: Date
    agentId: string | null
    annuleeA: Date | null
    annuleePar: string | null
  }
  'personnes.identifiant': {
    personneId: string
    etablissementId: string
    matricule: string
    enregistreA: Date
    agentId: string | null
  }
  'personnes.personne': {
    id: string
    etablissementId: string
    civilite: Generated<string>
    nom: string
    prenom: Generated<string>
    nomDeNaissance: Generated<string>
    neeLe: string | null
    courriel: Generated<string>
    telephone: Generated<string>
    complement: Generated<string>
    voie: Generated<string>
    lieuDit: Generated<string>
    codePostal: Generated<string>
    commune: Generated<string>
    pays: Generated<string>
    cleNom: string
    cleCourriel: Generated<string>
    version: Generated<number>
    creeA: Date
    clesCalculees: Generated<number>
    absorbeePar: string | null
  }
}

export interface TablesPieces {
  'pieces.lecture': {
    pieceId: string
    etat: Generated<string>
    raison: string | null
    estReconnue: Generated<boolean>
    estCoupee: Generated<boolean>
    pagesNonLues: Generated<number>
    tentatives: Generated<number>
    lueA: Date | null
  }
  'pieces.piece': {
    id: string
    etablissementId: string
    dossierId: string | null
    deposeePar: string | null
    deposeeA: Date
    nature: string
    pieceMereId: string | null
    nom: string
    type: string
    extension: string
    apercu: string
    taille: number
    sha256: string
    alertes: Generated<unknown>
    messageId: string | null
    objetCle: string
    cleEnveloppee: string
    cleId: string
    tacheId: string | null
  }
}

export interface TablesPlatform {
  'platform.idempotence': {
    actorKey: string
    key: string
    operation: string
    inputDigest: Buffer
    response: unknown
    createdAt: Generated<Date>
  }
  'platform.incident': {
    id: string
    occurredAt: Date
    operation: string
    kind: string
    message: string
    stack: string | null
  }
  'platform.migration': {
    name: string
    digest: string
    appliedAt: Generated<Date>
  }
}

export interface TablesPretDeFauteuil {
  'pretDeFauteuil.pretDeFauteuil': {
    dossierId: string
    fauteuil: string
  }
}

export interface TablesReclamations {
  'reclamations.cause': {
    id: string
    dossierId: string
    griefId: string | null
    famille: string
    description: string
    version: Generated<number>
    creeA: Date
    retireA: Date | null
  }
  'reclamations.faitRelate': {
    id: string
    dossierId: string
    rang: number
    survenuLe: string | null
    heure: Generated<string>
    vecu: string
    serviceId: string | null
    versionDuService: Generated<string>
    version: Generated<number>
    retireA: Date | null
  }
  'reclamations.grief': {
    id: string
    dossierId: string
    rang: number
    motif: string
    typologie: string
    serviceId: string | null
    gravite: number
    intitule: string
    recitId: string | null
    debut: number | null
    fin: number | null
    citation: Generated<string>
    constat: string | null
    motivation: Generated<string>
    reponse: Generated<string>
    version: Generated<number>
    creeA: Date
    creePar: string
    retireA: Date | null
    retirePar: string | null
    retraitMotif: string | null
  }
  'reclamations.mesure': {
    id: string
    dossierId: string
    griefId: string | null
    nature: string
    intitule: string
    responsable: Generated<string>
    structureId: string | null
    agentId: string | null
    pourLe: string | null
    faiteLe: string | null
    abandonneeLe: string | null
    abandonMotif: string | null
    version: Generated<number>
    creeA: Date
  }
  'reclamations.provenance': {
    id: string
    dossierId: string
    nature: string
    nom: Generated<string>
    reference: Generated<string>
    recueLe: string
    premiereReceptionLe: string | null
    explicationsPourLe: string | null
    enregistreeA: Date
    enregistreePar: string | null
  }
  'reclamations.reclamation': {
    dossierId: string
    canal: string
    receptionOrigine: string
    estAnonyme: Generated<boolean>
    estOrale: Generated<boolean>
    copieRemiseA: Date | null
  }
  'reclamations.transmission': {
    id: string
    dossierId: string
    nature: string
    correspondantId: string | null
    destinataire: string
    coordonnees: string[]
    estTotale: boolean
    objet: string
    avecDonneesDeSante: boolean
    pieces: Generated<string[]>
    faitId: string
    courrierId: string | null
    avisId: string | null
    prepareeA: Date
    prepareePar: string | null
    envoyeeLe: string | null
    aviseeLe: string | null
    abandonneeA: Date | null
  }
}

export interface TablesStructures {
  'structures.correspondant': {
    id: string
    etablissementId: string
    nature: string
    nom: string
    cleTri: string
    cleNom: string
    adresse: Generated<string[]>
    courriel: Generated<string>
    retireA: Date | null
    version: Generated<number>
    creeA: Date
  }
  'structures.etablissement': {
    id: string
    nom: string
    finess: Generated<string>
    serviceNom: string
    adresse: string[]
    courriel: string
    telephone: string
    fuseau: Generated<string>
    calendrier: Generated<string>
    signataireNom: Generated<string>
    signataireQualite: Generated<string>
    tribunal: Generated<string>
    version: Generated<number>
    creeA: Date
  }
  'structures.structure': {
    id: string
    etablissementId: string
    parentId: string | null
    nature: string
    code: string
    nom: string
    cleTri: string
    fermeLe: string | null
  }
}

export interface TablesTaches {
  'taches.brouillon': {
    tacheId: string
    nom: string
    fonction: string
    reponse: string
    reponses: unknown
    version: Generated<number>
    modifieA: Date
  }
  'taches.envoiDeLien': {
    id: string
    tacheId: string
    empreinte: Buffer
    courriel: string
    tenteA: Date
    envoi: string
  }
  'taches.lien': {
    empreinte: Buffer
    tacheId: string
    creeA: Date
    expireA: Date
    revoqueA: Date | null
    envoi: string | null
  }
  'taches.ligneDeRecapitulatif': {
    recapitulatifId: string
    tacheId: string
    niveau: string | null
    empreinte: Buffer
  }
  'taches.recapitulatif': {
    id: string
    etablissementId: string
    cleCourriel: string
    aNom: string
    aCourriel: string
    jour: string
    essais: Generated<number>
    tenteA: Date
    envoi: string
    raison: Generated<string>
    concluA: Date | null
  }
  'taches.relance': {
    id: string
    tacheId: string
    niveau: string
    faiteLe: string
    faiteA: Date
    par: string | null
    aNom: Generated<string>
    aCourriel: Generated<string>
    envoi: string
    recapitulatifId: string | null
  }
  'taches.sujet': {
    tacheId: string
    sujetId: string
    rang: number
    titre: string
    citation: Generated<string>
    reponse: string | null
  }
  'taches.tache': {
    id: string
    dossierId: string
    etablissementId: string
    nature: string
    structureId: string | null
    destinataireNom: Generated<string>
    destinataireFonction: Generated<string>
    destinataireCourriel: Generated<string>
    demandeur: string
    objet: string
    message: string
    demandeeA: Date
    demandeePar: string | null
    demandeeLe: string
    pourLe: string
    etat: Generated<string>
    repondueA: Date | null
    reponduePar: string | null
    repondantNom: Generated<string>
    repondantFonction: Generated<string>
    reponse: Generated<string>
    annuleeA: Date | null
    annuleePar: string | null
    annulationMotif: Generated<string>
    version: Generated<number>
    relancesSuspenduesA: Date | null
    relancesSuspenduesPar: string | null
    relancesSuspenduesMotif: Generated<string>
  }
}

export interface AllTables extends TablesAgents, TablesContacts, TablesCourriers, TablesDossiers, TablesEcheances, TablesEloges, TablesJournal, TablesPersonnes, TablesPieces, TablesPlatform, TablesPretDeFauteuil, TablesReclamations, TablesStructures, TablesTaches {}
