# The help page with worked examples of bills.

scenarios-title = Lire une facture
scenarios-text = Ce que montre la facture après commandes, changements de sièges, suspensions, mises à niveau et renouvellements. Chaque chiffre ci-dessous est calculé par le programme qui établit vos factures.
scenarios-link = Lire une facture : exemples calculés
help-billing-scenarios = Ce que montre la facture après commandes, changements de sièges et annulations, avec des exemples calculés

scenarios-rules = Cinq règles expliquent presque chaque ligne
scenarios-rule-month = Vous êtes facturé une fois par mois, à votre date de facturation, pour le mois qui commence ce jour-là.
scenarios-rule-free = Du lendemain de la commande à la première date de facturation, un abonnement est gratuit. Un abonnement issu d’une mise à niveau ne l’est pas.
scenarios-rule-advance = Un mois est payé d’avance, pour les sièges de la veille au soir. Ce qui change entre-temps est régularisé sur la facture suivante.
scenarios-rule-line = Une ligne vaut prix × sièges × jours ÷ jours du mois, arrondie une seule fois au fen. Remise et taxe se calculent sur le montant arrondi.
scenarios-rule-day = Le jour d’une modification compte déjà avec le nouveau nombre de sièges. Le jour d’une annulation n’est plus facturé.

scenarios-examples = Exemples
scenarios-happened = Ce qui s’est passé
scenarios-invoice = Facture du { $day }
scenarios-no-line = La facture du { $day } n’en porte aucune ligne.
scenarios-sum = Somme
scenarios-download = Télécharger cet historique
# $command: a command of the program, not to be translated
scenarios-download-text = Chaque historique est un fichier que lit { $command } : changez-y des sièges ou des dates et voyez quelles factures en résultent.
# $subscription, $to: names of subscriptions in the example; $offer: code of an offer
scenarios-order = { $day } : { $subscription } commandé, offre { $offer }, { $seats ->
    [one] { $seats } siège
   *[other] { $seats } sièges
}
scenarios-order-discount = { $day } : { $subscription } commandé, offre { $offer }, { $seats ->
    [one] { $seats } siège
   *[other] { $seats } sièges
}, remise de { $percent }
scenarios-quantity = { $day } : { $subscription } passe à { $seats ->
    [one] { $seats } siège
   *[other] { $seats } sièges
}
scenarios-suspend = { $day } : { $subscription } suspendu ou annulé
scenarios-reactivate = { $day } : { $subscription } réactivé
scenarios-upgrade = { $day } : { $subscription } mis à niveau vers { $to }, offre { $offer }, { $seats ->
    [one] { $seats } siège
   *[other] { $seats } sièges
}

scenarios-usage = Frais selon l’utilisation
scenarios-usage-text = La consommation est facturée à terme échu, une fois par mois, sans période gratuite. Ce qui dépasse la quantité incluse est multiplié par le prix catalogue et arrondi une seule fois ; la taxe se calcule sur ce montant. Les tarifs effectifs valent frais ÷ dépassement, arrondis au fen : de simples repères arrondis, sur lesquels rien n’est calculé. Les deux dernières lignes sont une même ressource à deux paliers de prix, chacun sur sa propre ligne.
scenarios-consumed = Consommé
scenarios-included = Inclus
scenarios-pretax-rate = Tarif effectif hors taxe
scenarios-posttax-rate = Tarif effectif taxe comprise

scenarios-first = De la signature à la première facture
scenarios-first-text = Le jour du mois où vous signez devient votre jour de facturation, le 28 au plus tard. La première facture arrive à la date de facturation suivante, un mois après.
scenarios-signed = Contrat signé le
scenarios-billing-day = Jour de facturation du mois
scenarios-first-date = Première date de facturation

scenarios-sections = Des lignes aux sections de la facture
scenarios-sections-text = L’exemple des sièges en hausse et en baisse, cette fois par sections : tel quel, puis avec une ligne remboursée. Un remboursement comprend sa taxe : il figure donc à part et ne touche pas aux taxes.
scenarios-as-it-is = Tel quel
scenarios-refunded = Avec un remboursement

scenarios-late = Paiement en retard
scenarios-late-text = Chaque mois entamé après l’échéance peut coûter le taux ci-dessous, sur toute la facture, sans intérêts composés. Payer le jour de l’échéance ne coûte rien.
scenarios-paid-on = Payé le
scenarios-months = Mois entamés
scenarios-rate = Taux par mois
scenarios-finance-charge = Frais de retard
scenarios-prevail = Le guide du programme et le contrat de revendeur prévalent.

scenario-cs01 = Un nouvel abonnement
scenario-cs01-text = L’abonnement commence le lendemain de la commande. Il est gratuit jusqu’à la date de facturation suivante. À cette date, vous payez d’avance le mois à venir : une seule ligne.
scenario-cs02 = Annulé avant la première facture
scenario-cs02-text = Qui annule avant la première date de facturation ne paie rien, et l’abonnement n’apparaît pas du tout sur la facture.
scenario-cs03 = Sièges modifiés pendant la période gratuite
scenario-cs03-text = Les modifications apparaissent, chacune avec ses jours, au prix de zéro. Le mois d’avance est facturé pour le nombre de sièges à la fin du dernier jour gratuit.
scenario-cs04 = Sièges en hausse et en baisse dans le mois
scenario-cs04-text = Le mois était payé d’avance, puis le nombre de sièges a changé. La facture suivante annule donc l’avance en entier, facture chaque suite de jours pour les sièges réellement en service, et ajoute l’avance du mois suivant. Un nouveau nombre de sièges compte dès le jour de la modification.
scenario-cs05 = Annulé en cours de mois
scenario-cs05-text = Vous avez payé le mois d’avance et récupérez les jours non utilisés : une ligne négative. Le jour de l’annulation n’est plus facturé. Il n’y a pas d’avance pour le mois suivant.
scenario-cs06 = Annulé après un changement de sièges
scenario-cs06-text = Le mois est d’abord régularisé comme après tout changement de sièges, jusqu’à son dernier jour. Puis les jours non utilisés de la dernière suite sont remboursés.
scenario-cs07 = Suspendu puis réactivé dans le même mois
scenario-cs07-text = Pour la facture, une suspension est une annulation : les jours jusqu’à la fin du mois sont remboursés. La réactivation facture de nouveau ses jours ; cette ligne figure sous « Autres produits et services ». Ensuite, les mois sont de nouveau payés d’avance.
scenario-cs08 = Février, court et long
scenario-cs08-text = Le prix vaut pour un mois, quelle que soit sa longueur. Un jour d’un mois court coûte donc plus qu’un jour d’un mois long : les mêmes jours non utilisés donnent des montants différents d’une année à l’autre.
scenario-cs09 = Renouvellement à un nouveau prix
scenario-cs09-text = Le prix vaut pour toute la durée, même si la liste de prix change. À la date de renouvellement, la liste alors en vigueur s’applique, et la ligne s’appelle renouvellement.
scenario-cs10 = Mise à niveau vers une autre offre
scenario-cs10-text = L’ancien abonnement prend fin le jour de la mise à niveau et rend ses jours non utilisés. Le nouveau commence le même jour, est facturé pour le reste du mois, puis d’avance. Il n’y a pas de période gratuite après une mise à niveau.
scenario-cs11 = Une remise
scenario-cs11-text = La remise est déduite du montant arrondi, et la taxe porte sur le reste. Elle prend fin au premier renouvellement.
scenario-cs12 = Un mois calme
scenario-cs12-text = Rien ne s’est passé : il y a exactement une ligne pour l’abonnement, l’avance du mois à venir.
scenario-cs13 = Commandé la veille, commandé le jour même
scenario-cs13-text = Commandé la veille de la date de facturation, un abonnement commence ce jour-là : aucun jour gratuit, et une avance tout de suite. Commandé à la date de facturation même, il est gratuit jusqu’à la suivante.
scenario-cs14 = Modifié puis rétabli le même jour
scenario-cs14-text = Seuls comptent les sièges à la fin de la journée. Ce qui s’annule dans la même journée ne laisse aucune ligne.
scenario-cs15 = Un client de plusieurs revendeurs
scenario-cs15-text = Votre client peut aussi acheter ailleurs. Votre facture ne contient que ce que vous avez vendu vous-même.
