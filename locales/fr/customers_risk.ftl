# Saved views, the risk panel, non-payment.

views-title = Vues enregistrées
views-save = Enregistrer cette vue
views-name = Nom de la vue
views-forget = Supprimer la vue { $name }
done-view-saved = La vue est enregistrée
done-view-deleted = La vue est supprimée

risk-title = Risque
risk-text = Vos notes sur les paiements de ce client. Le client ne les voit pas.
risk-overdue = Le client est en retard de paiement envers nous
risk-overdue-banner = Ce client est en retard de paiement
risk-limit = Plafond de crédit
risk-limit-help = En yuans. Montant jusqu’auquel vous faites crédit au client.
risk-notes = Notes
risk-notes-help = 4 000 caractères au plus.
risk-changed = Dernière modification par { $who } le { $when }
risk-policy-title = Politique de recouvrement
risk-policy = Politique
risk-policy-help = À quel moment un impayé affecte l’accès. Vos agents la voient avant de suspendre un abonnement.
done-risk-saved = Les notes sont enregistrées
done-policy-saved = La politique est enregistrée

non-payment-title = Impayés, fraude ou abus
non-payment-text = Ce dont vous répondez lorsqu’un client ne paie pas ou abuse d’un service, et ce que vous pouvez faire.
non-payment-liable = Vous êtes financièrement responsable
non-payment-liable-text = Vous payez ce que vos clients achètent, même si l’achat était frauduleux ou si le client ne vous paie pas. Mettez en place des contrôles qui préviennent la fraude et la décèlent tôt, et décidez vous-même à qui vous faites crédit.
non-payment-policy-text = Ayez une politique de recouvrement claire qui dit à quel moment l’accès est affecté. Vous pouvez la consigner sur la page Risque de n’importe quel client ; vos agents la voient avant de suspendre un abonnement.
non-payment-suspend = Suspendre l’abonnement pendant vos recherches
non-payment-suspend-text = Choisissez le client, puis l’abonnement. Le motif est consigné, et vous voyez d’avance qui perd l’accès et quand les données seront supprimées.
non-payment-choose = Choisir un client
non-payment-report = Signaler une activité suspecte à l’opérateur
non-payment-report-text = Signalez au support de l’opérateur toute activité évoquant une fraude ou un abus. Indiquez le client, l’abonnement et ce que vous avez constaté.
non-payment-own = Votre propre compte est une autre affaire
non-payment-own-text = Il s’agit ici de clients qui vous doivent de l’argent. Ce que vous devez à l’opérateur se trouve sous Facturation ; en cas d’impayé, l’opérateur peut suspendre votre compte, sans toucher aux abonnements de vos clients.
