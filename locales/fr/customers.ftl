# Clients : pourquoi une action est refusée, et ce que dit le journal d’activité.

## Refus

err-domain-taken = Ce domaine est déjà pris. Choisissez-en un autre.
err-domain-fixed = Le domaine initial d’un client ne peut jamais être modifié.
err-uscc-known = L’un de vos clients a déjà ce code : { $name }. Confirmez que vous en voulez un autre.
err-customer-segment = Choisissez entreprises, enseignement ou secteur public.
err-customer-qualification = Expliquez pourquoi le client appartient à ce segment.
err-customer-language = Choisissez l’une des langues de la liste.
err-customer-agreement = Le client doit d’abord accepter le contrat client.
err-customer-unreadable = Le formulaire n’a pas pu être lu. Actualisez la page.
err-tag-taken = Une autre étiquette porte ce nom.
err-tag-colour = Choisissez l’une des couleurs de la liste.
err-tag-max = Vous pouvez avoir au plus { $max } étiquettes. Supprimez-en d’abord une.
err-tag-customers = Choisissez entre 1 et { $max } clients.
err-tag-unreadable = L’étiquette n’a pas pu être lue. Actualisez la page.
err-saved-view-max = Vous pouvez garder au plus { $max } vues. Supprimez-en d’abord une.
err-credit-limit = Entrez un montant en yuans, par exemple 1500 ou 1500.50.
err-risk-unreadable = Les notes de risque n’ont pas pu être lues. Actualisez la page.

## Journal d’activité

activity-customer-created = Client créé
activity-customer-changed = Coordonnées d’un client modifiées
activity-customer-risk-changed = Notes de risque d’un client modifiées
activity-collections-policy-changed = Politique de recouvrement modifiée
activity-tag-created = Étiquette créée
activity-tag-changed = Étiquette modifiée
activity-tag-deleted = Étiquette supprimée
activity-customers-tagged = Étiquette ajoutée à des clients
activity-customers-untagged = Étiquette retirée de clients
