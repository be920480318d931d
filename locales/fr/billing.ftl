# La facturation : les historiques à rejouer.

## Pourquoi un historique est refusé

err-history-form = L’historique n’est pas au format attendu.
err-history-order = Un événement précède celui qui est au-dessus de lui. Rangez les événements dans l’ordre des dates.
err-sub-exists = Un abonnement de ce nom existe déjà. Donnez un autre nom au nouveau.
err-sub-unknown = Il n’y a pas d’abonnement de ce nom à cette date.
err-offer-unknown = Aucune liste de prix de cette offre n’est en vigueur ce jour-là.
err-not-found-invoice = Cette facture n’existe pas.
err-not-found-payment = Ce paiement n’existe pas.
err-not-found-dispute = Ce litige n’existe pas.
err-not-found-fapiao = Cette demande de fapiao n’existe pas.

## What the activity log says

activity-invoice-issued = Facture émise
activity-payment-recorded = Paiement enregistré
activity-partner-suspended = Compte suspendu pour factures en retard
activity-partner-reinstated = Compte rétabli
err-payment-partner = Choisissez un partenaire facturé.
err-payment-amount = Saisissez un montant en yuans supérieur à 0, avec deux décimales au plus.
err-payment-day = Saisissez une date qui ne dépasse pas aujourd’hui.
err-payment-reference = Saisissez la référence bancaire, 50 caractères au plus.
err-payment-known = Un paiement portant cette référence est déjà enregistré pour ce partenaire.
