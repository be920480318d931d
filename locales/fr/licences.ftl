# Les personnes des clients et leurs licences.
err-user-name = Utilisez avant le signe @ au plus 64 lettres, chiffres, points, traits d’union et traits de soulignement.
err-upn-taken = Ce nom d’utilisateur est déjà pris. Un utilisateur supprimé garde son nom pendant 30 jours.
err-usage-location-unknown = Choisissez la Chine ou laissez le lieu d’utilisation vide.
err-customer-role = Choisissez les rôles dans la liste.
err-last-global-admin = Quelqu’un doit pouvoir administrer la société : c’est son dernier administrateur général.
err-own-roles = Personne ne peut modifier ses propres rôles. Adressez-vous à un autre administrateur général.
err-own-account = Personne ne peut se bloquer, se supprimer ou réinitialiser ici son propre mot de passe. Changez votre mot de passe dans votre compte.
err-admin-password = Seul un administrateur général de la société peut réinitialiser le mot de passe d’un administrateur.
err-restore-over = Les 30 jours pendant lesquels cet utilisateur pouvait être restauré sont passés.
err-no-licence = Toutes les licences { $licence } sont attribuées. Seul votre partenaire peut en commander d’autres.
err-licence-conflict = { $first } contient { $first-plan } et { $second } contient { $second-plan } : personne ne peut utiliser les deux. Désactivez l’un des deux plans de service ou retirez une licence.
err-usage-location = Indiquez le lieu d’utilisation de cet utilisateur avant de lui attribuer des licences.
err-licence-unknown = La société n’a pas de licence de ce nom. Utilisez le code de l’offre ou l’identifiant de la référence SKU.
err-licence-plan-unknown = La licence n’a pas de plan de service { $plan }.
err-bulk-unreadable = Ce fichier est illisible. Envoyez un fichier CSV (UTF-8 ou GB 18030) ou un classeur Excel (XLSX).
err-bulk-header = La première ligne doit nommer les colonnes : { $columns } et, si nécessaire, { $optional }.
err-bulk-empty = Il n’y a rien à faire : aucune ligne, et personne n’a été choisi.
err-bulk-user = La société n’a pas d’utilisateur de ce nom.
err-bulk-action = Écrivez assign (attribuer) ou remove (retirer).
err-bulk-duplicate = La ligne { $row } concerne le même utilisateur et la même licence.
err-bulk-state = Ce travail a déjà été commencé, terminé ou annulé. Actualisez la page.
err-bulk-changed = { $rows ->
    [one] { $rows } licence a été modifiée depuis. Le travail ne peut plus être annulé.
   *[other] { $rows } licences ont été modifiées depuis. Le travail ne peut plus être annulé.
}
err-import-header = La première ligne doit être exactement : { $columns }
err-import-rows = Un fichier peut contenir au plus { $max } utilisateurs.
err-import-status = Laissez la dernière colonne vide.
err-import-domain = Utilisez une adresse qui se termine par @{ $domain }.
err-import-faulty = { $rows ->
    [one] { $rows } ligne contient une erreur. Personne n’a été ajouté.
   *[other] { $rows } lignes contiennent des erreurs. Personne n’a été ajouté.
}
err-on-behalf-not-delegated = Ce client ne vous a pas délégué l’administration. Demandez d’abord les privilèges d’administrateur délégué.
err-not-found-licence = Cette licence n’existe pas.
err-not-found-bulk-job = Ce travail n’existe pas.

## Ce qui a été fait

activity-customer-user-added = Utilisateur ajouté
activity-customer-user-edited = Utilisateur modifié
activity-customer-user-blocked = Utilisateur bloqué
activity-customer-user-unblocked = Utilisateur débloqué
activity-customer-user-deleted = Utilisateur supprimé
activity-customer-user-restored = Utilisateur restauré
activity-customer-user-purged = Utilisateur supprimé définitivement
activity-customer-roles-changed = Rôles de l’utilisateur modifiés
activity-customer-password-reset = Mot de passe de l’utilisateur réinitialisé
activity-customer-users-imported = Utilisateurs importés
activity-licences-changed = Licences de l’utilisateur modifiées
activity-bulk-licences-begun = Licences de plusieurs utilisateurs : travail commencé
activity-bulk-licences-applied = Licences de plusieurs utilisateurs modifiées
activity-bulk-licences-undone = Licences de plusieurs utilisateurs : modification annulée
activity-on-behalf-opened = Administration au nom du client commencée
activity-on-behalf-ended = Administration au nom du client terminée
