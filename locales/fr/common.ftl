# Mots de toutes les pages, et ce qui est dit en cas d’échec.

## Actions

save = Enregistrer
cancel = Annuler
close = Fermer
back = Retour
continue = Continuer
edit = Modifier
add = Ajouter
remove = Retirer
delete = Supprimer
confirm = Confirmer
search = Rechercher
apply = Appliquer
clear = Effacer
copy = Copier
copied = Copié
download = Télécharger
print = Imprimer
try-again = Réessayer
reload = Actualiser
show = Afficher
hide = Masquer

## Étapes et pages des listes

next = Suivant
previous = Précédent
next-page = Page suivante
previous-page = Page précédente
page-of-pages = Page { $page } sur { $pages }
results = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
}
no-results = Aucun résultat.
loading = Chargement…

## Réponses et champs

yes = Oui
no = Non
all = Tous
none = Aucun
required = Obligatoire
optional = Facultatif

## Le récapitulatif au-dessus d’un formulaire refusé

error-summary-title = { $count ->
    [one] Un champ est à corriger
   *[other] { $count } champs sont à corriger
}
error-summary-help = Suivez un lien jusqu’au champ et corrigez-le. Votre saisie est conservée.

## Erreurs

err-unauthenticated = Connectez-vous pour continuer. Votre session a peut-être expiré.
err-forbidden = Vos rôles n’autorisent pas cette action.
err-not-found-page = Aucune page ne correspond à cette adresse.
err-not-found-partner = Ce partenaire est introuvable.
err-not-found-user = Cet utilisateur est introuvable.
err-not-found-session = Cette session est introuvable. Elle est peut-être déjà terminée.
err-not-found-offer = Cette offre est introuvable.
err-not-found-pinned-offers = Les offres épinglées sont introuvables.
err-not-found-customer = Ce client est introuvable.
err-not-found-tag = Cette étiquette est introuvable. Elle a peut-être été supprimée.
err-not-found-saved-view = Cette vue enregistrée est introuvable. Elle a peut-être été supprimée.
err-not-found-customer-risk = Il n’y a pas de notes de risque pour ce client.
err-not-found-collections-policy = Il n’y a pas encore de politique de recouvrement.
err-not-found-subscription = Cet abonnement est introuvable.
err-stale = Une autre personne a modifié ces données entre-temps. Vérifiez les valeurs actuelles, puis enregistrez à nouveau.
err-invalid = { $fields ->
    [one] Corrigez le champ signalé.
   *[other] Corrigez les { $fields } champs signalés.
}
err-refused = La demande a été refusée. Actualisez la page, puis réessayez.
err-unavailable = Le service est momentanément indisponible. Réessayez dans un instant ; rien ne sera fait deux fois.
err-internal = Une erreur s’est produite de notre côté. Si elle se répète, communiquez cette référence au support : { $reference }

## Erreurs communes à toutes les entrées

err-partner-suspended = Votre compte partenaire est suspendu, car une facture est en souffrance. Cette action sera de nouveau possible lorsque toutes les factures échues seront réglées.
err-request-id-reused = Ce formulaire a déjà servi à autre chose. Actualisez la page, puis réessayez.
err-method-not-allowed = Cette adresse ne peut pas être utilisée ainsi. Revenez en arrière et utilisez les boutons et les liens de la page.
err-too-large = L’envoi dépasse la taille acceptée. Raccourcissez le texte ou choisissez un fichier plus petit.
err-foreign-origin = Cette demande provient de la page d’un autre site et n’a pas été exécutée.
