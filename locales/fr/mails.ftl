# Courriels. Seul le serveur les porte.

mail-greeting = Bonjour,
mail-farewell = Ce message a été envoyé par l’Espace partenaires. Merci de ne pas y répondre.

mail-customer-created-subject = Le compte de { $company } est prêt
mail-customer-created-body = Le compte de { $company } a été créé. Son domaine est { $domain } et le premier administrateur se connecte sous le nom { $admin }. Votre partenaire vous remettra le mot de passe provisoire, à remplacer à la première connexion.

mail-subscription-ordered-subject = Commande { $number } pour { $customer }
mail-subscription-ordered-body = La commande { $number } a été passée pour { $customer } : { $subscription }. Elle prend effet le { $day }.

mail-subscription-suspended-subject = { $subscription } est suspendu
mail-subscription-suspended-body = L’abonnement { $subscription } de { $customer } a été suspendu. Les utilisateurs ne peuvent plus se connecter à ses services. Ses données seront supprimées le { $day }, sauf s’il est réactivé avant.

mail-subscription-reactivated-subject = { $subscription } est de nouveau actif
mail-subscription-reactivated-body = L’abonnement { $subscription } de { $customer } a été réactivé. Les utilisateurs peuvent de nouveau se connecter à ses services.

mail-subscription-upgraded-subject = { $customer } passe à { $subscription }
mail-subscription-upgraded-body = L’abonnement de { $customer } a été mis à niveau vers { $subscription }, à compter d’aujourd’hui.

mail-subscription-deletion-near-subject = { $days ->
    [one] { $subscription } sera supprimé demain
   *[other] { $subscription } sera supprimé dans { $days } jours
}
mail-subscription-deletion-near-body = L’abonnement suspendu { $subscription } de { $customer } sera supprimé le { $day }, avec toutes ses données. Il peut être réactivé jusqu’à la veille.

mail-subscription-deleted-subject = { $subscription } a été supprimé
mail-subscription-deleted-body = L’abonnement { $subscription } de { $customer } et ses données ont été supprimés. Ils ne peuvent pas être rétablis.

mail-invoice-issued-subject = Facture { $number } : { $amount }
mail-invoice-issued-body = La facture { $number } a été émise. Merci de virer { $amount } au plus tard le { $day } en rappelant le numéro de facture. La facture et ses fichiers de rapprochement se trouvent dans l’Espace partenaires, sous Facturation.

mail-invoice-past-due-subject = { $days ->
    [one] La facture { $number } est en retard d’un jour
   *[other] La facture { $number } est en retard de { $days } jours
}
mail-invoice-past-due-body = { $amount } de la facture { $number } étaient dus le { $day } et ne nous sont pas parvenus. Merci de les virer en rappelant le numéro de facture. À défaut de paiement, votre compte sera suspendu.
mail-partner-suspended-subject = Le compte de { $company } est suspendu
mail-partner-suspended-body = Des factures de { $company } sont en retard depuis trop longtemps. Jusqu’à leur paiement, ni clients, ni commandes, ni licences, ni mises à niveau ne peuvent être ajoutés. Ce que vos clients possèdent continue de fonctionner.

mail-dispute-accepted-subject = Le litige { $number } est accepté
mail-dispute-accepted-body = Votre litige { $number } concernant la facture { $invoice } a été accepté. { $amount } seront remboursés sur votre prochaine facture. { $answer } Merci d’informer votre client et de clore le litige dans l’Espace partenaires.
mail-dispute-refused-subject = Le litige { $number } est refusé
mail-dispute-refused-body = Votre litige { $number } portant sur { $amount } de la facture { $invoice } a été refusé. { $answer } Merci d’informer votre client et de clore le litige dans l’Espace partenaires.

mail-partner-suspended-by-hand-subject = Le compte de { $company } est suspendu
mail-partner-suspended-by-hand-body = Nous avons suspendu le compte de { $company }. Jusqu’à son rétablissement, ni clients, ni commandes, ni licences, ni mises à niveau ne peuvent être ajoutés. Ce que vos clients possèdent continue de fonctionner.
mail-partner-reinstated-subject = Le compte de { $company } fonctionne de nouveau
mail-partner-reinstated-body = Le compte de { $company } a été rétabli. Vous pouvez de nouveau ajouter clients, commandes, licences et mises à niveau.
mail-credit-note-issued-subject = Note de crédit { $number } : { $amount }
mail-credit-note-issued-body = La note de crédit { $number } de { $amount } a été émise. Elle corrige la facture { $invoice }. Vous trouverez les deux dans l’Espace partenaires, sous Facturation.

mail-fapiao-issued-subject = Le fapiao de { $invoice } est émis
mail-fapiao-issued-body = Le fapiao de la facture { $invoice } a été émis sous le numéro { $number }. Nous vous informerons de son envoi.
mail-fapiao-mailed-subject = Le fapiao de { $invoice } est en route
mail-fapiao-mailed-body = Le fapiao de la facture { $invoice } a été remis, comme vous l’avez choisi dans votre demande.
mail-fapiao-unavailable-subject = Le fapiao de { $invoice } est retardé
mail-fapiao-unavailable-body = Le fapiao de la facture { $invoice } est momentanément indisponible. Il est attendu le { $day }.

# $count: subscriptions; $days: until they renew on $day; $before, $amount: what they cost a month before and
# after.
mail-renewals-near-subject = { $count ->
    [one] Un abonnement se renouvelle dans { $days } jours
   *[other] { $count } abonnements se renouvellent dans { $days } jours
}
mail-renewals-near-body = { $count ->
    [one] Un abonnement se renouvelle le { $day } pour 12 mois.
   *[other] { $count } abonnements se renouvellent le { $day } pour 12 mois.
} Jusque-là : { $before } par mois. Ensuite : { $amount } par mois, hors TVA, aux prix connus aujourd’hui. Jusqu’à la veille, vous pouvez changer les quantités ou suspendre. Le détail se trouve dans l’Espace partenaires, sous Tarifs et offres, Effet sur les renouvellements.
