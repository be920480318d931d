# La porte d’entrée, avant la connexion.
welcome-title = Espace partenaires opéré par { $operator }
welcome-text = Le portail des sociétés qui revendent les services cloud opérés par { $operator } en Chine.
welcome-read-guide = Lire le guide du programme et le contrat
welcome-enrol = S’inscrire
welcome-about = Ce qu’est ce portail
welcome-operator = Les revendeurs du programme Fournisseur de solutions cloud (CSP) y gèrent leurs clients, leurs abonnements et leurs factures. La technologie est sous licence de Microsoft. Les services sont opérés et fournis par { $operator }, et non par Microsoft : { $operator } en gère la livraison, la facturation et le support client.
welcome-data = Les données des clients restent en Chine.
welcome-law = Les services sont soumis au droit chinois.
welcome-enrolled = Seules les sociétés inscrites au programme peuvent vendre.

## Les deux documents

welcome-guide = Guide du programme et contrat de revendeur
welcome-guide-text = Deux documents disent ce que l’on attend d’un revendeur. Lisez-les avant de vous inscrire.
welcome-program-guide = Guide du programme
welcome-program-guide-text = Ce que le programme exige des revendeurs, entre autres un support à leurs clients à toute heure, tous les jours de l’année.
welcome-agreement = Contrat de revendeur
welcome-agreement-text = Le contrat entre votre société et l’opérateur. Un administrateur général de votre société le signe à la dernière étape de l’inscription ; il fixe les modalités de paiement et les devoirs de support.
welcome-guide-where = { $operator } publie les deux documents ; demandez-lui les versions en vigueur.

## L’inscription

welcome-enrol-title = Inscrire votre société
welcome-enrol-text = L’inscription compte plusieurs étapes et peut durer plusieurs semaines : la demande est examinée, la solvabilité est vérifiée, puis le compte est créé. Ayez sous la main :
welcome-enrol-admin = les identifiants d’un administrateur général du compte professionnel ou scolaire de votre société ;
welcome-enrol-mpn = votre ID MPN : l’adhésion au Microsoft Partner Network est obligatoire ;
welcome-enrol-support = comment vos clients joignent votre support : site web, adresse e-mail et numéro de téléphone.
welcome-enrol-where = { $operator } ouvre les inscriptions : présentez-lui votre demande. Dès que votre société est autorisée, vous vous connectez ici.

## Où se connecter

welcome-for-partners = Pour les personnes des sociétés inscrites
welcome-for-customers = Pour les personnes des sociétés qui utilisent les services
welcome-for-staff = Pour le personnel de l’opérateur
